// What a choice begins with, misses and counts.
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../core/views';
import { begin, countOf, missing, optionState, sorted } from './choice-view';

const one = { several: false, options: [[], [], []] };
const several = { several: true, options: [[], [], []] };

const verdict = (answer: number[], right: number[]): Verdict<'choice'> => ({
  answer,
  share: 0,
  right: false,
  parts: answer.map((part) => ({ part, right: right.includes(part), feedback: [] })),
  key: null,
});

describe('beginning', () => {
  it('takes up what was saved', () => {
    expect(begin(one, null)).toEqual([]);
    expect(begin(one, [1])).toEqual([1]);
    expect(begin(several, [0, 2])).toEqual([0, 2]);
  });

  it('leaves out what is not there any more', () => {
    expect(begin(one, [1, 2])).toEqual([1]);
    expect(begin(several, [-1, 2, 5])).toEqual([2]);
  });
});

it('misses a choice until there is one', () => {
  expect(missing(one, [])).toEqual([0]);
  expect(missing(one, [2])).toEqual([]);
});

it('keeps options in their order on screen', () => {
  expect(sorted([10, 2, 0])).toEqual([0, 2, 10]);
});

describe('the count', () => {
  it('says how many of the chosen are right', () => {
    expect(countOf(several, verdict([0, 1], [0]))).toEqual({ type: 'some', right: 1, chosen: 2 });
  });

  it('says when there is more to choose', () => {
    expect(countOf(several, verdict([0], [0, 2]))).toEqual({ type: 'incomplete' });
  });

  it('is left out where the outcome says it all', () => {
    expect(countOf(several, verdict([1], [0]))).toBeNull();
    expect(countOf(one, verdict([1], [0]))).toBeNull();
    expect(countOf(several, { ...verdict([0], [0]), right: true })).toBeNull();
    expect(countOf(several, { ...verdict([], []), answer: null })).toBeNull();
  });
});

it('tells options apart once the answer is due', () => {
  const states = [0, 1, 2, 3].map((option) => optionState(option, [0, 1], [0, 2]));
  expect(states).toEqual(['chosen-right', 'chosen-wrong', 'right', 'other']);
  expect(optionState(0, null, [0])).toBe('right');
});
