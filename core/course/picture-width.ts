// How wide a picture is shown: `{width=50%}` of the text, or `{width=320}` in pixels, directly behind it.
import type { StateInline } from 'markdown-it';

/** What a width may be; a picture is never wider than the text around it. */
export const widthLimits = { percent: { least: 5, most: 100 }, pixels: { least: 16, most: 4000 } };

/** Sticky: where it looks is set before each use. */
const widthForm = /\{\s{0,8}width=("?)([^\s"{}]{0,40})\1\s{0,8}\}/y;

/** The width as HTML writes it (`50%` or `320`); undefined where it is none. `320px` is one too. */
export function pictureWidth(written: string): string | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,4})(%|px)?$/.exec(written) ?? [];
  const count = Number(digits);
  const { least, most } = unit === '%' ? widthLimits.percent : widthLimits.pixels;
  if (digits === '' || count < least || count > most) return undefined;
  return unit === '%' ? `${count}%` : String(count);
}

/** What is written behind a picture for its width. */
export const widthMark = (width: string): string => `{width=${width}}`;

/** The mark that stands at a place of a text; null where there is none. */
export function widthMarkAt(text: string, at: number): { mark: string; written: string } | null {
  widthForm.lastIndex = at;
  const match = widthForm.exec(text);
  return match && { mark: match[0], written: match[2] ?? '' };
}

/** markdown-it inline rule: hands the width to the picture that it follows; elsewhere it is text. */
export function pictureWidthRule(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== '{' || state.pending !== '') return false;
  const picture = state.tokens.at(-1);
  if (picture?.type !== 'image' || picture.attrGet('width') !== null) return false;
  const found = widthMarkAt(state.src, state.pos);
  if (!found || state.pos + found.mark.length > state.posMax) return false;
  picture.attrSet('width', found.written);
  state.pos += found.mark.length;
  return true;
}
