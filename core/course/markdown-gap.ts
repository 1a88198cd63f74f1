// Recognises gaps, `[[answer | also right]]`, but only inside a `blanks` block: elsewhere brackets are text.
import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import { readOpening } from './attributes';
import type { BlockMeta } from './markdown-block';

interface GapEnv {
  [key: PropertyKey]: unknown;
  /** Kind of the innermost block around the text. */
  inside?: string | undefined;
  /** A text known to hold no further `]]`: asking again at every bracket would take quadratic time. */
  withoutEnd?: string;
}

/** markdown-it inline rule: emits a `gap` token whose content is the text between the brackets. */
export function gapRule(state: StateInline, silent: boolean): boolean {
  const env = state.env as GapEnv;
  if (env.inside !== 'blanks' || env.withoutEnd === state.src) return false;
  if (!state.src.startsWith('[[', state.pos)) return false;
  const end = state.src.indexOf(']]', state.pos + 2);
  if (end < 0) env.withoutEnd = state.src;
  if (end < 0 || end >= state.posMax) return false;
  if (!silent) {
    const token = state.push('gap', '', 0);
    token.content = state.src.slice(state.pos + 2, end);
  }
  state.pos = end + 2;
  return true;
}

/** Replaces markdown-it's own core rule `inline`, which cannot tell a rule where its text stands. */
export function parseInlineInBlocks(state: StateCore): void {
  const env = state.env as GapEnv;
  const md: MarkdownIt = state.md;
  const open: string[] = [];
  for (const token of state.tokens) {
    if (token.type === 'course_block_open') {
      open.push(readOpening((token.meta as unknown as BlockMeta).info).kind);
    } else if (token.type === 'course_block_close') open.pop();
    else if (token.type === 'inline') {
      env.inside = open.at(-1);
      md.inline.parse(token.content, md, env, token.children ?? []);
    }
  }
  env.inside = undefined;
}
