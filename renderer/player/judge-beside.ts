// The judge of the password block, where its lists of words lie in a script of their own: they are
// many times as large as the rest, and only a course that has such a block carries them.
import type { loadJudge as load } from '../blocks/password/judge';

declare global {
  /** Set by `judge.js`, which stands before the player. */
  var deskwiseJudge: typeof load | undefined;
}

export const loadJudge: typeof load = () =>
  globalThis.deskwiseJudge?.() ?? Promise.reject(new Error('no judge in this page'));
