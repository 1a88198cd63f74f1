// What the figures of the team view come to on screen: shares, heights, lines, rows of a saved table.
import type { Coverage, PersonRow } from '../../../core/team/views';

/** From 0 to 1; null where nothing may be said. */
export const shareOf = ({ people, reached }: Coverage): number | null =>
  reached === null || people === 0 ? null : Math.min(1, reached / people);

export interface Point {
  /** Per cent of the width, from where reading begins. */
  x: number;
  /** Per cent of the height, from the top. */
  y: number;
}

/** A figure by the end of each month, as a line; `most` is the height. */
export function lineOf(values: readonly number[], most: number): Point[] {
  const last = Math.max(1, values.length - 1);
  return values.map((value, at) => ({
    x: values.length === 1 ? 100 : (at / last) * 100,
    y: most === 0 ? 100 : 100 - (Math.min(value, most) / most) * 100,
  }));
}

/** As steps, since nothing is known of what lies between two months. */
export function stepsOf(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  const steps = others.map(({ x, y }) => `H${x.toFixed(2)}V${y.toFixed(2)}`);
  return `M${first.x.toFixed(2)} ${first.y.toFixed(2)}${steps.join('')}`;
}

/** A round number at or above the largest value, for the top of the picture. */
export function topOf(most: number): number {
  if (most <= 5) return 5;
  const power = 10 ** Math.floor(Math.log10(most));
  const [next = 10] = [1, 2, 2.5, 5, 10].filter((factor) => factor * power >= most);
  return next * power;
}

/** Which months are named below the picture: the ends, and some between where there is room. */
export function namedMonths(count: number, wanted = 4): number[] {
  if (count <= wanted) return Array.from({ length: count }, (_, at) => at);
  const step = (count - 1) / (wanted - 1);
  return Array.from({ length: wanted }, (_, at) => Math.round(at * step));
}

export type Cell = string | number | null;

/** Rows of coverage as they are saved: names, people, at least so many. */
export const coverageRows = (
  head: readonly string[],
  rows: readonly ({ name: string } & Coverage)[],
): Cell[][] => [
  [...head],
  ...rows.map(({ name, people, reached }): Cell[] => [name, people, reached]),
];

/** Rows of the list of people as they are saved. */
export const peopleRows = (
  head: readonly string[],
  rows: readonly PersonRow[],
  stateOf: (state: PersonRow['state']) => string,
): Cell[][] => [
  [...head],
  ...rows.map(({ name, account, unit, group, course, due, state, doneOn }): Cell[] => [
    ...[name, account, unit, group, course.title, due, stateOf(state), doneOn],
  ]),
];
