// What statements begin with and miss.
import { expect, it } from 'vitest';
import { begin, judged, missing } from './truefalse-view';

const shown = { statements: [[], [], []] };

it('begins with what was saved, as long as the statements', () => {
  expect(begin(shown, null)).toEqual([null, null, null]);
  expect(begin(shown, [true])).toEqual([true, null, null]);
  expect(begin(shown, [true, false, null, true])).toEqual([true, false, null]);
});

it('misses what was not judged', () => {
  expect(missing(shown, [true, null, null])).toEqual([1, 2]);
  expect(missing(shown, [true, false, true])).toEqual([]);
});

it('judges one statement and leaves the others', () => {
  expect(judged([null, true, null], 2, false)).toEqual([null, true, false]);
});
