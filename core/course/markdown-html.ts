// Recognises HTML in a text, so that it can be reported: it is shown as it is written.
import type { StateInline } from 'markdown-it';

/** A tag as CommonMark has it, or the beginning of a comment. No `<` inside: linear time. */
const html =
  /<!--|<\/[a-z][a-z0-9-]*\s*>|<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^'<]*'|"[^"<]*"))?)*\s*\/?>/iy;

/** markdown-it inline rule, in the place of its own: emits an `html_text` token. */
export function htmlRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '<') return false;
  html.lastIndex = state.pos;
  const match = html.exec(state.src);
  if (!match) return false;
  if (!silent) state.push('html_text', '', 0).content = match[0];
  state.pos += match[0].length;
  return true;
}
