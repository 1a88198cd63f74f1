// Figures to play with, as data: what they come to, and the line they draw.
import { reckon } from '../../core/course/formula';
import type { WhatIf } from '../../core/course/prose';

/** What the reader has set, by name. */
export type Settings = Readonly<Record<string, number>>;

export const startOf = ({ inputs }: WhatIf): Settings =>
  Object.fromEntries(inputs.map(({ name, start }) => [name, start]));

/** A step that cuts the way from end to end into about two hundred, in round numbers. */
export function stepOf({ min, max, start }: WhatIf['inputs'][number]): number {
  const decimals = Math.max(
    ...[min, max, start].map((each) => (String(each).split('.')[1] ?? '').length),
  );
  const finest = 10 ** -decimals;
  const wanted = (max - min) / 200;
  let step = finest;
  while (step * 10 <= wanted) step *= 10;
  return step;
}

export interface Point {
  x: number;
  y: number;
}

/** The last formula along one input, everything else as it is set; points without a value are left out. */
export function lineOf(model: WhatIf, settings: Settings, along: string, points = 41): Point[] {
  const input = model.inputs.find(({ name }) => name === along);
  const last = model.formulas.at(-1);
  if (!input || !last) return [];
  return Array.from({ length: points }, (_, at) => {
    const x = input.min + ((input.max - input.min) * at) / (points - 1);
    return { x, y: reckon(model, { ...settings, [along]: x })[last.name] ?? Number.NaN };
  }).filter(({ y }) => Number.isFinite(y));
}

/** Where a value stands between two ends, from 0 to 1. */
export const between = (value: number, from: number, to: number): number =>
  to === from ? 0.5 : (value - from) / (to - from);
