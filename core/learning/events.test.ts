// Events come from the store and from other devices: what they may hold is checked.
import { expect, test } from 'vitest';
import { answered, hinted, kept, recalled, restarted, revealed } from '../../tests/learning-events';
import { isItemEvent, learningEvent } from './events';

test.each([answered(1), hinted(), revealed(), restarted(2)])('$type is an event', (event) => {
  expect(learningEvent.parse(event)).toEqual(event);
  expect(isItemEvent(event)).toBe(true);
});

test('events on lessons are events, but on no item', () => {
  const { item: _item, revision: _revision, attempt: _attempt, type: _type, ...stamp } = hinted();
  for (const type of ['lesson.opened', 'lesson.finished'] as const) {
    const event = learningEvent.parse({ type, ...stamp });
    expect(isItemEvent(event)).toBe(false);
  }
});

test.each([kept(), recalled()])('$type is an event, but on no graded item', (event) => {
  expect(learningEvent.parse(event)).toEqual(event);
  expect(isItemEvent(event)).toBe(false);
});

test.each([
  ['an unknown grade', { ...recalled(), grade: 'fair' }],
  ['a card without a name', { ...recalled(), card: '' }],
  ['time that runs backwards', { ...recalled(), seconds: -1 }],
  ['an answer that is no JSON', { ...kept(), answer: () => 1 }],
  ['nothing about who may see it', { ...kept(), private: undefined }],
])('%s is refused', (_, event) => {
  expect(learningEvent.safeParse(event).success).toBe(false);
});

test.each([
  ['a share above 1', { share: 1.01 }],
  ['a share below 0', { share: -0.01 }],
  ['a share that is no number', { share: Number.NaN }],
  ['an id that is none', { id: 'one' }],
  ['a time that is none', { at: 'yesterday' }],
  ['attempt 0', { attempt: 0 }],
  ['no item', { item: '' }],
  ['an answer that is no JSON', { answer: () => 1 }],
  ['points below 0', { possible: -1 }],
  ['an unknown type', { type: 'item.cheated' }],
])('%s is refused', (_, more) => {
  expect(learningEvent.safeParse({ ...answered(1), ...more }).success).toBe(false);
});
