// What judging begins with, and what it still misses.
import { expect, it } from 'vitest';
import { begin, judged, open } from './judgements-view';

it('begins with what was saved, as long as the things to judge', () => {
  expect(begin(3, null)).toEqual([null, null, null]);
  expect(begin(3, [true])).toEqual([true, null, null]);
  expect(begin(3, [true, false, null, true])).toEqual([true, false, null]);
});

it('misses what was not judged', () => {
  expect(open([true, null, null])).toEqual([1, 2]);
  expect(open([true, false, true])).toEqual([]);
});

it('judges one thing and leaves the others', () => {
  expect(judged([null, true, null], 2, false)).toEqual([null, true, false]);
});
