// Pins and areas: where they are put, what is taken away, how they stand.
import { expect, it, test } from 'vitest';
import type { ItemViewOf } from '../../../core/views';
import {
  areaState,
  begin,
  countOf,
  missing,
  movedBy,
  pinAt,
  pinToRemove,
  strayPins,
  triedPin,
} from './hotspot-view';

const image = { type: 'image' as const, source: { to: 'file' as const, path: 'a.svg' }, alt: 'A' };
const shown = { image, areas: [[], []] };

it('begins with what was saved, as far as the areas are still there', () => {
  expect(begin(shown, null)).toEqual({ pins: [] });
  expect(begin(shown, { pins: [[1, 2]] })).toEqual({ pins: [[1, 2]] });
  expect(begin(shown, { areas: [1, 2] })).toEqual({ areas: [1] });
});

it('misses something chosen', () => {
  expect(missing(shown, { pins: [] })).toEqual([0]);
  expect(missing(shown, { areas: [] })).toEqual([0]);
  expect(missing(shown, { areas: [0] })).toEqual([]);
});

it('puts a pin where the pointer is, to a tenth of a per cent', () => {
  const box = { left: 100, top: 50, width: 300, height: 200 };
  expect(pinAt(200, 100, box)).toEqual([33.3, 25]);
  expect(pinAt(0, 900, box)).toEqual([0, 100]);
  expect(pinAt(200, 100, { ...box, width: 0 })).toBe(null);
});

it('moves the crosshair by arrow keys, and keeps it in the picture', () => {
  expect(movedBy([50, 50], 'ArrowLeft', false)).toEqual([49, 50]);
  expect(movedBy([50, 50], 'ArrowDown', true)).toEqual([50, 60]);
  expect(movedBy([95.5, 0], 'ArrowRight', true)).toEqual([100, 0]);
  expect(movedBy([95.5, 0], 'ArrowUp', false)).toEqual([95.5, 0]);
  expect(movedBy([50, 50], 'a', false)).toBe(null);
});

it('takes away the pin under the crosshair, else the last one', () => {
  expect(pinToRemove([], [1, 1])).toBe(null);
  expect(
    pinToRemove(
      [
        [10, 10],
        [11, 11],
        [50, 50],
      ],
      [11, 12],
    ),
  ).toBe(1);
  expect(
    pinToRemove(
      [
        [10, 10],
        [50, 50],
      ],
      [80, 80],
    ),
  ).toBe(1);
});

const tried = {
  shown,
  verdict: {
    answer: {
      pins: [
        [10, 10],
        [20, 20],
      ],
    },
    right: false,
    parts: [
      { part: 2, right: true, feedback: [] },
      { part: 3, right: false, feedback: [] },
    ],
  },
} as unknown as ItemViewOf<'hotspot'>;

it('finds what was said about a pin, as long as it was not moved', () => {
  expect(triedPin(tried, [20, 20])).toMatchObject({ right: false });
  expect(triedPin(tried, [20.1, 20])).toBe(undefined);
  expect(triedPin({ ...tried, verdict: null }, [20, 20])).toBe(undefined);
});

it('counts what is right of what was chosen', () => {
  const verdict = tried.verdict as NonNullable<typeof tried.verdict>;
  expect(countOf(verdict)).toEqual({ type: 'some', right: 1, chosen: 2 });
  expect(countOf({ ...verdict, right: true })).toBe(null);
  expect(countOf({ ...verdict, answer: null, parts: [] })).toBe(null);
  const [first] = verdict.parts;
  const one = { ...verdict, answer: { areas: [0] }, parts: first ? [first] : [] };
  expect(countOf(one)).toEqual({ type: 'incomplete' });
});

test.each([
  [true, true, 'found'],
  [true, false, 'missed'],
  [false, true, 'wrong'],
  [false, false, 'left'],
] as const)('right %s, chosen %s: %s', (right, chosen, state) => {
  const area = { area: { x: 0, y: 0, width: 1, height: 1 }, right, chosen };
  expect(areaState(area, { areas: [] })).toBe(state);
  if (right && !chosen) expect(areaState(area, null)).toBe('shown');
});

it('counts pins that hit nothing', () => {
  expect(strayPins({ areas: [], hits: [null, 0, null] })).toBe(2);
});
