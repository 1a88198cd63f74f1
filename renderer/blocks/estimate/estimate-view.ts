// A guess as data: what is typed, what the slider stands at, and where numbers lie on a line.
import type { EstimateShown } from '../../../core/course/blocks/estimate';
import { type EstimateAnswer, guessesIn, type Range } from '../../../core/course/blocks/guess';

export const begin = (_shown: EstimateShown, saved: EstimateAnswer | null): EstimateAnswer =>
  saved ?? '';

export const missing = ({ range }: EstimateShown, answer: EstimateAnswer): number[] =>
  guessesIn(range, answer).length === 0 ? [0] : [];

/** What the slider shows of an answer; null as long as that is no number within the range. */
export const slidTo = (range: Range, answer: EstimateAnswer): number | null =>
  guessesIn(range, answer)[0] ?? null;

/** 1, 2 or 5 with as many noughts as it takes, at most as large as asked for. */
function roundStep(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest));
  const times = [5, 2].find((each) => each * power <= largest * (1 + 1e-9)) ?? 1;
  return Number((times * power).toPrecision(12));
}

/** The step of the slider: whole numbers where they are fine enough, about a hundred steps in all. */
export function stepOf({ from, to }: Range): number {
  const isWhole = Number.isInteger(from) && Number.isInteger(to);
  const step = roundStep((to - from) / 100);
  return isWhole && to - from >= 3 ? Math.max(1, step) : step;
}

export const middleOf = ({ from, to }: Range): number => from + (to - from) / 2;

/** The line that the plot draws: the author's range, or one with room for everything on it. */
export function lineFor(range: Range | null, values: readonly number[]): Range {
  const from = Math.min(...values);
  const to = Math.max(...values);
  if (range && range.from <= from && range.to >= to) return range;
  const room = (to - from || Math.abs(to) || 1) * 0.1;
  const step = roundStep(room);
  const below = Math.floor((from - room) / step) * step;
  return {
    // Nothing under nought where nothing is.
    from: Number((from >= 0 ? Math.max(0, below) : below).toPrecision(12)),
    to: Number((Math.ceil((to + room) / step) * step).toPrecision(12)),
  };
}

/** From 0 to 1 along the line. */
export const placeOn = ({ from, to }: Range, value: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Marks between the ends of the line, at round numbers. */
export function ticksOf({ from, to }: Range): number[] {
  const step = roundStep((to - from) / 4);
  const ticks: number[] = [];
  for (let n = Math.ceil(from / step); n * step <= to; n++) {
    ticks.push(Number((n * step).toPrecision(12)));
  }
  return ticks.filter((tick) => tick > from && tick < to);
}
