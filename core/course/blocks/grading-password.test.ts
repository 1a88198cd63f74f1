// What leaves the field: whether the phrase was strong enough, and nothing else.
import { expect, test } from 'vitest';
import {
  gradeOf,
  interactionOf,
  isCompleteFor,
  itemOf,
  keyOf,
  shareOf,
} from '../../../tests/item-of';
import { kindOf } from './index';

const phrase = itemOf('password', 'Invent a phrase.', 'forbid="Amina, Norlund ,,1987"');

test('reached earns everything, not reached nothing', () => {
  expect(shareOf(phrase, { reached: true })).toBe(1);
  expect(shareOf(phrase, { reached: false })).toBe(0);
  expect(gradeOf(phrase, { reached: false }).parts).toEqual([
    { part: 0, right: false, feedback: [] },
  ]);
  expect(keyOf(phrase).answer).toEqual({ reached: true });
});

test('an empty field is no answer', () => {
  expect(isCompleteFor(phrase, null)).toBe(false);
  expect(isCompleteFor(phrase, { reached: false })).toBe(true);
});

test('the strength and the words that count as known are read', () => {
  expect(phrase.content).toEqual({ min: 3, forbid: ['Amina', 'Norlund', '1987'] });
  expect(itemOf('password', 'Invent a phrase.', 'min=4').content.min).toBe(4);
});

test.each([
  [{ reached: true, phrase: 'correct horse' }],
  [{ reached: true, score: 3 }],
  [{ reached: true, length: 13 }],
  [{ reached: 'correct horse' }],
  [{ reached: 3 }],
  ['correct horse'],
  [{}],
  [[true]],
])('%j is refused', (answer) => {
  expect(kindOf('password').answer.safeParse(answer).success).toBe(false);
});

test('a statement says no more', () => {
  expect(interactionOf(phrase, { reached: false })).toEqual({
    type: 'other',
    response: 'not-reached',
    correct: ['reached'],
  });
});
