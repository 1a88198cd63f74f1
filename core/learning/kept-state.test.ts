// What events on blocks that nobody grades add up to.
import { expect, test } from 'vitest';
import { kept, recalled } from '../../tests/learning-events';
import { applyCardEvent, applyKeptEvent, type CardState } from './kept-state';

test('the last answer to arrive is the one kept', () => {
  const event = kept(['one', { two: null }], { revision: 'b' });
  expect(applyKeptEvent(event)).toEqual({
    revision: 'b',
    answer: ['one', { two: null }],
    at: event.at,
  });
});

test('a card remembers how often it was seen and how well it was known last', () => {
  const grades = ['again', 'hard', 'easy'] as const;
  const last = recalled('easy');
  const events = [...grades.slice(0, 2).map((grade) => recalled(grade)), last];
  const state = events.reduce<CardState | undefined>(applyCardEvent, undefined);
  expect(state).toEqual({ seen: 3, grade: 'easy', at: last.at });
});
