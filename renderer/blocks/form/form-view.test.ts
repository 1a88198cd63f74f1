// Settings: what is set, and what is still open.
import { expect, it } from 'vitest';
import { areInSight, begin, missing, set } from './form-view';

const shown = {
  title: null,
  heads: [[], []] as [[], []],
  rows: [
    { setting: [], choices: [[], []] },
    { setting: [], choices: [[], [], [], []] },
  ],
};

it('begins with the choices that still exist', () => {
  expect(begin(shown, null)).toEqual([null, null]);
  expect(begin(shown, [1, 3])).toEqual([1, 3]);
  expect(begin(shown, [2, -1, 0])).toEqual([null, null]);
});

it('misses what is not set', () => {
  expect(missing(shown, [null, 0])).toEqual([0]);
  expect(missing(shown, [1, 0])).toEqual([]);
});

it('sets one row', () => {
  expect(set([null, 2], 0, 1)).toEqual([1, 2]);
});

it('unfolds more than three choices', () => {
  expect(shown.rows.map(({ choices }) => areInSight(choices))).toEqual([true, false]);
});
