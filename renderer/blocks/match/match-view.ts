// Pairs to make, as data: which choices are taken, by which rows.
import type { MatchAnswer, MatchShown } from '../../../core/course/blocks/match';

export const begin = (shown: MatchShown, saved: MatchAnswer | null): MatchAnswer =>
  shown.left.map((_, row) => {
    const right = saved?.[row] ?? null;
    return right !== null && right >= 0 && right < shown.right.length ? right : null;
  });

export const missing = (_shown: MatchShown, answer: MatchAnswer): number[] =>
  answer.flatMap((right, row) => (right === null ? [row] : []));

export const matched = (answer: MatchAnswer, row: number, right: number): MatchAnswer =>
  answer.map((each, at) => (at === row ? right : each));

/** The rows that a choice is used in, other than the row at hand. */
export const usedIn = (answer: MatchAnswer, right: number, row: number | null = null): number[] =>
  answer.flatMap((each, at) => (each === right && at !== row ? [at] : []));
