import { expect, test } from 'vitest';
import type { PollShown } from '../../../core/course/kept/poll';
import type { Prose } from '../../../core/course/prose';
import { shiftOf, stepsOf } from './poll-view';

const words = (text: string): Prose[] => [
  { type: 'paragraph', line: 1, children: [{ type: 'text', text }] },
];
const scale: Extract<PollShown, { type: 'scale' }> = {
  type: 'scale',
  from: 1,
  to: 5,
  low: words('not at all'),
  high: words('very'),
};

test('the steps of a scale', () => {
  expect(stepsOf(scale)).toEqual([1, 2, 3, 4, 5]);
});

test('a shift on a scale is told by the end it goes to', () => {
  expect(shiftOf(scale, 2, 4)).toEqual({
    ...{ type: 'scale', before: 2, now: 4, steps: 2, towards: 'very' },
  });
  expect(shiftOf(scale, 5, 4)).toMatchObject({ steps: 1, towards: 'not at all' });
  expect(shiftOf(scale, 3, 3)).toEqual({ type: 'same' });
});

test('a shift in a list is told in its words', () => {
  const list: PollShown = { type: 'list', options: [words('a colleague'), words('the help desk')] };
  expect(shiftOf(list, 0, 1)).toEqual({
    ...{ type: 'list', before: 'a colleague', now: 'the help desk' },
  });
  expect(shiftOf(list, 1, 1)).toEqual({ type: 'same' });
});
