// Recognises the organisation's own words: `{{org.helpdesk.phone | your IT help desk}}`.
import type { StateInline } from 'markdown-it';

/** Sticky: where it looks is set before each use. */
export const organisationForm = /\{\{\s*(org(?:\.[a-z0-9-]+)+)\s*(?:\|([^{}]*))?\}\}/y;

/** markdown-it inline rule: emits an `organisation` token with `meta { key, fallback }`. */
export function organisationRule(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('{{', state.pos)) return false;
  organisationForm.lastIndex = state.pos;
  const match = organisationForm.exec(state.src);
  if (!match) return false;
  if (!silent) {
    const token = state.push('organisation', '', 0);
    token.content = match[0];
    const key = match[1] ?? '';
    token.meta = { key, fallback: (match[2] ?? '').trim() || key };
  }
  state.pos += match[0].length;
  return true;
}
