// Puts a block into a lesson where it can stand: never inside a question, with ids of its own, and with enough colons around it.
import { type ChangeSpec, type EditorState, Text, type TransactionSpec } from '@codemirror/state';
import { readOpening } from '../../../core/course/attributes';
import { isItemKind, isPartKind, partKinds } from '../../../core/course/blocks';
import { isGroupKind } from '../../../core/course/group';
import { isKeptKind } from '../../../core/course/kept';
import {
  type BlockInText,
  blocksAround,
  colonLine,
  outline,
  outlineOf,
  type TextOutline,
} from './blocks-in';

function openingIn(line: string) {
  const [, , colons = '', info = ''] = colonLine.exec(line) ?? [];
  return info.trim() === '' ? undefined : { colons: colons.length, ...readOpening(info) };
}

/** `id`, or with the first number behind it that nobody has taken. */
function unique(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.replace(/-\d+$/, '');
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

/** The Markdown of a block with ids that are not taken. */
export function withFreshIds(markdown: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const fresh = (line: string): string => {
    const id = openingIn(line)?.id;
    if (id === undefined) return line;
    const free = unique(id, used);
    used.add(free);
    return line.replace(`#${id}`, `#${free}`);
  };
  return markdown.split('\n').map(fresh).join('\n');
}

/** Questions hold no other blocks, an inbox its messages, a test questions and pools, a pool questions. */
function mayHold(outer: BlockInText, kind: string): boolean {
  if (isPartKind(kind)) return outer.kind === partKinds[kind];
  if (isItemKind(outer.kind) || isKeptKind(outer.kind) || isPartKind(outer.kind)) return false;
  if (!isGroupKind(outer.kind)) return true;
  return !isKeptKind(kind) && (!isGroupKind(kind) || (outer.kind === 'test' && kind === 'pool'));
}

/** Gives the blocks around more colons than the one that comes into them, where they have too few. */
function widened(doc: Text, around: readonly BlockInText[], inside: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  let colons = inside;
  for (const block of around) {
    if (block.colons > colons) break;
    colons++;
    const insert = ':'.repeat(colons - block.colons);
    for (const number of block.closed ? [block.line, block.lastLine] : [block.line]) {
      const { from, text } = doc.line(number);
      changes.push({ from: from + text.indexOf(':'), insert });
    }
  }
  return changes;
}

export const isBlank = (doc: Text, number: number): boolean => doc.line(number).text.trim() === '';

/** The last line of the paragraph, list or table that a line belongs to. */
export function endOfPassage(
  doc: Text,
  outlined: TextOutline,
  number: number,
  last: number,
): number {
  const fence = outlined.fences.find((each) => each.line <= number && number <= each.lastLine);
  if (fence) return fence.lastLine;
  let line = number;
  while (line < last && !isBlank(doc, line) && !isBlank(doc, line + 1)) {
    if (colonLine.test(doc.line(line + 1).text)) break;
    line++;
  }
  return line;
}

interface Place {
  /** The block goes behind this line. */
  after: number;
  /** What is around it there, the innermost first. */
  around: BlockInText[];
}

function placeFor(doc: Text, outlined: TextOutline, number: number, kind: string): Place {
  const { matterEnd } = outlined;
  if (number <= matterEnd) return { after: matterEnd, around: [] };
  const around = blocksAround(outlined, number);
  const holder = around.findIndex((block) => mayHold(block, kind));
  const outside = holder < 0 ? [] : around.slice(holder);
  const left = around.slice(0, around.length - outside.length).at(-1);
  if (left) return { after: left.lastLine, around: outside };
  const [inner] = outside;
  if (inner?.line === number) return { after: number, around: outside };
  if (inner?.closed && inner.lastLine === number) {
    return { after: number, around: outside.slice(1) };
  }
  const last = inner ? inner.lastLine - (inner.closed ? 1 : 0) : doc.lines;
  return { after: endOfPassage(doc, outlined, number, last), around: outside };
}

/**
 * The change that puts in a block. Its id is selected: ids are for ever, so they should be chosen.
 * With `isTyped` the line at the place is what somebody has typed of the block, and goes.
 */
export function blockInsertion(
  state: EditorState,
  markdown: string,
  at: number,
  isTyped = false,
): TransactionSpec {
  const typed = state.doc.lineAt(at);
  // Seen without what was typed, which opens a block that nothing closes.
  const doc = isTyped ? state.doc.replace(typed.from, typed.to, Text.of([''])) : state.doc;
  const outlined = isTyped ? outlineOf(doc) : state.field(outline);
  const taken = outlined.blocks.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const fresh = withFreshIds(markdown.trimEnd(), taken);
  const opening = openingIn(fresh.split('\n', 1)[0] ?? '');
  const { after, around } = placeFor(doc, outlined, typed.number, opening?.kind ?? '');

  const target = state.doc.line(after);
  const isTypedLine = isTyped && after === typed.number;
  const isReplaced = isTypedLine || target.text.trim() === '';
  const before = isReplaced ? after - 1 : after;
  const needsBefore = before >= 1 && !isBlank(doc, before) && !isOpening(before, around);
  const needsAfter = after < doc.lines && !isBlank(doc, after + 1) && !isClosing(after + 1, around);
  const indent = around[0] ? (/^\s*/.exec(doc.line(around[0].line).text)?.[0] ?? '') : '';
  const block = fresh.replace(/^(?=.)/gm, indent);
  const lead = (isReplaced ? '' : '\n') + (needsBefore ? '\n' : '');
  const tail = needsAfter || after === doc.lines ? '\n' : '';
  const from = isReplaced ? target.from : target.to;
  const changes = state.changes([
    ...widened(doc, around, opening?.colons ?? 0),
    ...(isTyped && !isTypedLine ? [{ from: typed.from, to: typed.to }] : []),
    { from, to: target.to, insert: lead + block + tail },
  ]);

  const start = changes.mapPos(from, -1) + lead.length;
  const id = opening?.id;
  const anchor = start + (id === undefined ? block.indexOf('\n') : block.indexOf(`#${id}`)) + 1;
  const head = anchor + (id?.length ?? 0);
  return { changes, selection: { anchor, head }, scrollIntoView: true, userEvent: 'input.block' };
}

/** Directly behind an opening and before a closing line no empty line is wanted. */
const isOpening = (number: number, [inner]: readonly BlockInText[]): boolean =>
  inner?.line === number;
const isClosing = (number: number, [inner]: readonly BlockInText[]): boolean =>
  inner?.closed === true && inner.lastLine === number;
