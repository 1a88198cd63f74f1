// What a guess means: the window needs to know as well as the grading.
import { readNumbers } from './gap-text';

export interface Range {
  from: number;
  to: number;
}

/** A number from the slider, or as it was typed; empty before anything was given. */
export type EstimateAnswer = number | string;

export const fits = (range: Range | null, value: number): boolean =>
  range === null || (value >= range.from && value <= range.to);

/** The numbers a guess may mean: `1,234` is read in two ways. */
export function guessesIn(range: Range | null, answer: EstimateAnswer): number[] {
  const read = typeof answer === 'number' ? [answer] : readNumbers(answer);
  return read.filter((value) => Number.isFinite(value) && fits(range, value));
}
