// Pairs: what is missing, and what is used where.
import { expect, it } from 'vitest';
import { begin, matched, missing, usedIn } from './match-view';

const shown = { heads: [[], []] as [[], []], left: [[], []], right: [[], [], []] };

it('begins with the pairs that still exist', () => {
  expect(begin(shown, null)).toEqual([null, null]);
  expect(begin(shown, [2, 7])).toEqual([2, null]);
  expect(begin(shown, [0])).toEqual([0, null]);
});

it('misses the rows without a partner', () => {
  expect(missing(shown, [null, 0])).toEqual([0]);
  expect(missing(shown, [1, 0])).toEqual([]);
});

it('gives a row its partner', () => {
  expect(matched([null, 0], 0, 2)).toEqual([2, 0]);
});

it('finds where a choice is used, besides the row at hand', () => {
  expect(usedIn([1, 0, 1], 1)).toEqual([0, 2]);
  expect(usedIn([1, 0, 1], 1, 0)).toEqual([2]);
  expect(usedIn([1, 0, 1], 2)).toEqual([]);
});
