// Gaps: what fits, what is empty, what stands in them.
import { expect, it } from 'vitest';
import type { BlanksShown } from '../../../core/course/blocks/blanks';
import { begin, filled, gapWords, missing } from './blanks-view';

const shown: BlanksShown = {
  text: [],
  gaps: [{ type: 'text' }, { type: 'number' }, { type: 'options', options: ['a', 'b'] }],
};

it('begins with what fits the gaps', () => {
  expect(begin(shown, null)).toEqual([null, null, null]);
  expect(begin(shown, ['safe', '15', 1])).toEqual(['safe', '15', 1]);
  expect(begin(shown, [0, 1, 'a'])).toEqual([null, null, null]);
  expect(begin(shown, ['safe', null, 2])).toEqual(['safe', null, null]);
});

it('takes spaces for nothing', () => {
  expect(missing(shown, [' ', '15', 0])).toEqual([0]);
  expect(missing(shown, [null, '', null])).toEqual([0, 1, 2]);
  expect(missing(shown, ['safe', '15', 0])).toEqual([]);
});

it('fills and empties a gap', () => {
  expect(filled([null, null, null], 1, '15')).toEqual([null, '15', null]);
  expect(filled([null, '15', null], 1, '')).toEqual([null, null, null]);
  expect(filled([null, null, null], 2, 0)).toEqual([null, null, 0]);
});

it('puts what is in a gap into words', () => {
  expect(shown.gaps.map((gap, at) => gapWords(gap, [' safe ', '15', 1][at]))).toEqual([
    'safe',
    '15',
    'b',
  ]);
  expect(gapWords(shown.gaps[0], null)).toBe('');
  expect(gapWords(undefined, undefined)).toBe('');
});
