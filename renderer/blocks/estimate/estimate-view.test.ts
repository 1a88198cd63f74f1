// Guesses, steps of the slider, and the line of the plot.
import { expect, it, test } from 'vitest';
import {
  begin,
  lineFor,
  middleOf,
  missing,
  placeOn,
  slidTo,
  stepOf,
  ticksOf,
} from './estimate-view';

const shown = { unit: '%', range: { from: 0, to: 100 } };

it('begins with what was typed or slid', () => {
  expect(begin(shown, null)).toBe('');
  expect(begin(shown, '4')).toBe('4');
  expect(begin(shown, 40)).toBe(40);
});

it('misses a number, within the range where there is one', () => {
  expect(missing(shown, '')).toEqual([0]);
  expect(missing(shown, 'many')).toEqual([0]);
  expect(missing(shown, '101')).toEqual([0]);
  expect(missing(shown, '40,5')).toEqual([]);
  expect(missing({ unit: '', range: null }, '101')).toEqual([]);
});

it('moves the slider to what is typed', () => {
  expect(slidTo(shown.range, '40')).toBe(40);
  expect(slidTo(shown.range, '400')).toBe(null);
  expect(middleOf({ from: -10, to: 30 })).toBe(10);
});

test.each([
  [0, 100, 1],
  [0, 10, 1],
  [0, 1000, 10],
  [0, 365, 2],
  [0, 1, 0.01],
  [0, 2.5, 0.02],
  [0.5, 1.5, 0.01],
  [-50, 50, 1],
  [0, 1_000_000, 10_000],
])('from %f to %f in steps of %f', (from, to, step) => {
  expect(stepOf({ from, to })).toBe(step);
});

it('draws the range of the author, or a line with room for all', () => {
  expect(lineFor(shown.range, [40, 62])).toEqual(shown.range);
  expect(lineFor(null, [40, 62])).toEqual({ from: 36, to: 66 });
  expect(lineFor(null, [62, 62])).toEqual({ from: 55, to: 70 });
  expect(lineFor(null, [1, 900])).toEqual({ from: 0, to: 1000 });
  expect(lineFor(null, [-5, 5])).toEqual({ from: -6, to: 6 });
  expect(lineFor(null, [0, 0])).toEqual({ from: 0, to: 0.1 });
  expect(lineFor({ from: 0, to: 50 }, [40, 62]).to).toBeGreaterThan(62);
});

it('places numbers on the line, never beside it', () => {
  expect([0, 25, 100, 200, -5].map((each) => placeOn(shown.range, each))).toEqual([
    0, 0.25, 1, 1, 0,
  ]);
});

it('marks round numbers between the ends', () => {
  expect(ticksOf(shown.range)).toEqual([20, 40, 60, 80]);
  expect(ticksOf({ from: 36, to: 66 })).toEqual([40, 45, 50, 55, 60, 65]);
  expect(ticksOf({ from: -6, to: 6 })).toEqual([-4, -2, 0, 2, 4]);
  expect(ticksOf({ from: 0, to: 1 })).toEqual([0.2, 0.4, 0.6, 0.8]);
});
