// Recognises `==marked words==`, but only in blocks that ask for them: elsewhere equals signs are text.
import type { StateInline } from 'markdown-it';

/** Kinds in which the learner looks for passages that the author has marked. */
const markingKinds: ReadonlySet<string> = new Set(['mark', 'sheet']);

const sign = '==';

interface MarkedEnv {
  [key: PropertyKey]: unknown;
  inside?: string | undefined;
  /** A text known to hold no further sign: asking again at every sign would take quadratic time. */
  withoutSign?: string;
}

/** markdown-it inline rule: puts `marked_open` and `marked_close` around the tokens of the words. */
export function markedRule(state: StateInline, silent: boolean): boolean {
  const env = state.env as MarkedEnv;
  if (env.inside === undefined || !markingKinds.has(env.inside)) return false;
  if (env.withoutSign === state.src || !state.src.startsWith(sign, state.pos)) return false;
  const start = state.pos + sign.length;
  const end = state.src.indexOf(sign, start);
  if (end < 0) env.withoutSign = state.src;
  if (end < 0 || end + sign.length > state.posMax || end === start) return false;
  if (!silent) {
    const { posMax } = state;
    state.push('marked_open', 'mark', 1);
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push('marked_close', 'mark', -1);
  }
  state.pos = end + sign.length;
  return true;
}
