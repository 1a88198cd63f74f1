import { expect, test } from 'vitest';
import { beginRound, fitting, graded, numberOf } from './cards-view';

const keys = ['a', 'b', 'c'];

test('a round goes from the first card to the last, and then is over', () => {
  let round = beginRound(keys);
  const seen: [string | undefined, number][] = [];
  while (round.left.length > 0) {
    seen.push([round.left[0], numberOf(round)]);
    round = graded(round, 'good');
  }
  expect(seen).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  expect(graded(round, 'again')).toEqual(round);
});

test('what was not known comes again at the end, and does not count as done', () => {
  const round = graded(beginRound(keys), 'again');
  expect(round.left).toEqual(['b', 'c', 'a']);
  expect(numberOf(round)).toBe(1);
});

test('cards that are gone or new begin the round anew only where they must', () => {
  const round = graded(beginRound(keys), 'good');
  expect(fitting(round, keys)).toBe(round);
  expect(fitting(round, ['a', 'b', 'd'])).toEqual({ left: ['b'], all: 3 });
  expect(fitting(round, [...keys, 'd'])).toEqual(beginRound([...keys, 'd']));
});
