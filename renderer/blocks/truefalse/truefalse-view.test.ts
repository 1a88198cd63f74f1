// What statements begin with and miss.
import { expect, it } from 'vitest';
import { begin, missing } from './truefalse-view';

const shown = { statements: [[], [], []] };

it('begins with what was saved, as long as the statements', () => {
  expect(begin(shown, null)).toEqual([null, null, null]);
  expect(begin(shown, [true])).toEqual([true, null, null]);
});

it('misses what was not judged', () => {
  expect(missing(shown, [true, null, null])).toEqual([1, 2]);
});
