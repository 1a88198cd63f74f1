// Who comes back to the page while the question stands open hears the answer, also where it cannot be saved.
import { expect, test } from 'vitest';
import { askedOnce } from './asked-once';

test('a second page asks nothing, and hears the same answer', async () => {
  let answer = (_isSaved: boolean): void => {};
  const answers = [
    askedOnce('a', () => new Promise((resolve) => (answer = resolve))),
    askedOnce('a', () => Promise.reject(new Error('asked twice'))),
  ];
  expect(await askedOnce('b', () => Promise.resolve(false))).toBe(false);
  answer(true);
  expect(await Promise.all(answers)).toEqual([true, true]);
});

test('what could not be saved is told to both, and is asked again by whoever tries again', async () => {
  const answers = [
    askedOnce('a', () => Promise.reject(new Error('disk full'))),
    askedOnce('a', () => Promise.resolve(true)),
  ];
  const settled = await Promise.allSettled(answers);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await askedOnce('a', () => Promise.resolve(true))).toBe(true);
});
