// Numbers as people type them, within what an attribute may have.
import { expect, test } from 'vitest';
import { type NumberType, numberIn } from './number-words';

const points: NumberType = { is: 'number', least: 0, most: 100 };
const tries: NumberType = { is: 'number', least: 1, whole: true };

test.each<[string, NumberType, string | null]>([
  ['2', points, '2'],
  [' 2.50 ', points, '2.50'],
  ['2,5', points, '2.5'],
  ['0', points, '0'],
  ['101', points, null],
  ['-1', points, null],
  ['-1', { is: 'number' }, '-1'],
  ['3', tries, '3'],
  ['0', tries, null],
  ['1.5', tries, null],
  ['many', tries, null],
  ['1e3', points, null],
  ['', points, null],
])('%j is %j', (words, type, written) => {
  expect(numberIn(words, type)).toBe(written);
});
