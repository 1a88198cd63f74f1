// A form as data: what is set, what is still open, and where radio buttons do.
import type { FormAnswer, FormShown } from '../../../core/course/blocks/form';

export const begin = (shown: FormShown, saved: FormAnswer | null): FormAnswer =>
  shown.rows.map(({ choices }, row) => {
    const choice = saved?.[row] ?? null;
    return choice !== null && choice >= 0 && choice < choices.length ? choice : null;
  });

export const missing = (_shown: FormShown, answer: FormAnswer): number[] =>
  answer.flatMap((choice, row) => (choice === null ? [row] : []));

export const set = (answer: FormAnswer, row: number, choice: number): FormAnswer =>
  answer.map((each, at) => (at === row ? choice : each));

/** A few choices are all in sight; more of them unfold. */
export const areInSight = (choices: readonly unknown[]): boolean => choices.length <= 3;
