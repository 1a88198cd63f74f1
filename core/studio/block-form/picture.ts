// A picture on a line of its own: what it shows in words, and its file.
import type { Node } from './nodes';
import { fieldText, type Source } from './source';
import type { FieldSpot } from './spots';

/** One with brackets in its words or with spaces in its path is left to the text. */
const form =
  /^([ \t]*!\[)([^[\]\\]*)(\]\()([^()<>\s\\]+)(?:[ \t]+"[^"]*")?\)(?:\{width=[^{}]*\})?[ \t]*$/;

export const isPicture = (source: Source, { type, lines }: Node): boolean =>
  type === 'paragraph_open' && lines.to === lines.from + 1 && form.test(source.words(lines.from));

export function pictureFields(source: Source, { lines }: Node): Record<string, FieldSpot> {
  const [, open = '', alt = '', middle = '', src = ''] = form.exec(source.words(lines.from)) ?? [];
  const from = source.start(lines.from) + open.length;
  const piece = (at: number, value: string): FieldSpot => ({
    value,
    write: (given) => ({ from: at, to: at + value.length, text: fieldText(String(given ?? '')) }),
  });
  return { alt: piece(from, alt), src: piece(from + alt.length + middle.length, src) };
}
