// The block that a line of the whole text stands in, as a form, with its place in the text.
import { Text } from '@codemirror/state';
import { isItemKind } from '../../../core/course/blocks';
import { isKeptKind } from '../../../core/course/kept';
import { changeForm } from '../../../core/studio/block-form/change-form';
import type { FormChange, FormReading } from '../../../core/studio/block-form/form';
import { readForm } from '../../../core/studio/block-form/read-form';
import { Source } from '../../../core/studio/block-form/source';
import { blocksAround, outlineOf } from '../editor/blocks-in';

export interface BlockAt {
  /** Its opening line, from 1. */
  line: number;
  /** From the opening line up to what ends the closing one. */
  from: number;
  to: number;
  text: string;
  reading: FormReading;
}

const isAsked = (kind: string): boolean => isItemKind(kind) || isKeptKind(kind);

/**
 * A question with all that belongs to it: a message stands in the form of its inbox, a question in a
 * test or in folded text has its own. Elsewhere the innermost block with a form. Where none has one,
 * the outermost says why.
 */
export function blockAt(text: string, line: number): BlockAt | null {
  const source = new Source(text);
  const outline = outlineOf(Text.of(source.lines.map((each) => each.text)));
  const around = blocksAround(outline, line).map((block): BlockAt => {
    const from = source.start(block.line - 1);
    const to = source.end(block.lastLine - 1);
    const own = text.slice(from, to);
    return { line: block.line, from, to, text: own, reading: readForm(own) };
  });
  const question = around.findLast(({ reading }) => reading.form && isAsked(reading.form.kind));
  const innermost = around.find(({ reading }) => reading.form !== null);
  return question ?? innermost ?? around.at(-1) ?? null;
}

/**
 * The whole text with a change in the block that begins in a line; the rest stays byte for byte.
 * Undefined where the block cannot take the change, and where none begins there any more.
 */
export function changeBlock(text: string, line: number, change: FormChange): string | undefined {
  const block = blockAt(text, line);
  if (block?.line !== line) return undefined;
  const words = changeForm(block.text, change);
  return words === undefined ? undefined : text.slice(0, block.from) + words + text.slice(block.to);
}
