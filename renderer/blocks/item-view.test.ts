// What the frame of an item says and offers, from the view alone.
import { describe, expect, it } from 'vitest';
import type { ItemViewOf, Verdict } from '../../core/views';
import {
  costOfHint,
  isSettled,
  keyFeedback,
  lostPoints,
  mayShowAnswer,
  ordinals,
  outcomeOf,
  partOf,
  someRight,
} from './item-view';

type View = ItemViewOf<'truefalse'>;

const verdict = (over: Partial<Verdict<'truefalse'>> = {}): Verdict<'truefalse'> => ({
  answer: [true, true],
  share: 0.5,
  right: false,
  parts: [
    { part: 0, right: true, feedback: [] },
    { part: 1, right: false, feedback: [{ type: 'rule', line: 1 }] },
  ],
  key: null,
  ...over,
});

const key = { answer: [true, false], parts: [{ part: 1, feedback: [] }], why: [], due: null };

const view = (over: Partial<View> = {}): View => ({
  id: 'a',
  kind: 'truefalse',
  question: [],
  shown: { statements: [[], []] },
  points: 1,
  earned: null,
  hints: [],
  hintsLeft: 0,
  hintCost: 0.25,
  attempt: 1,
  triesLeft: null,
  draft: null,
  asksSure: false,
  sure: null,
  test: null,
  verdict: null,
  changed: false,
  ...over,
});

describe('the outcome', () => {
  it('is right, partly right or not quite', () => {
    expect(outcomeOf(verdict({ share: 1, right: true }))).toBe('right');
    expect(outcomeOf(verdict())).toBe('partly');
    expect(outcomeOf(verdict({ share: 0 }))).toBe('not-quite');
  });

  it('is none when the answer was asked for', () => {
    expect(outcomeOf(verdict({ answer: null, share: 0, key }))).toBe('shown');
  });
});

describe('the count of right parts', () => {
  it('is told when some are right and some are not', () => {
    expect(someRight(verdict(), 2)).toBe(1);
  });

  it('is left out where it adds nothing', () => {
    expect(someRight(verdict({ right: true }), 2)).toBeNull();
    expect(someRight(verdict({ parts: [{ part: 0, right: false, feedback: [] }] }), 2)).toBeNull();
    expect(someRight(verdict({ answer: null }), 2)).toBeNull();
    expect(someRight(verdict(), 1)).toBeNull();
  });
});

describe('parts', () => {
  it('are found by their position', () => {
    expect(partOf(verdict(), 1)?.feedback).toHaveLength(1);
    expect(partOf(verdict(), 7)).toBeUndefined();
    expect(partOf(null, 0)).toBeUndefined();
    expect(keyFeedback(key, 0)).toEqual([]);
  });

  it('are counted from one for people', () => {
    expect(ordinals([0, 2])).toEqual([1, 3]);
  });
});

describe('what is offered', () => {
  it('is settled once the right answer is due', () => {
    expect(isSettled(view())).toBe(false);
    expect(isSettled(view({ verdict: verdict() }))).toBe(false);
    expect(isSettled(view({ verdict: verdict({ key }) }))).toBe(true);
  });

  it('holds the answer back until the learner tried or saw every hint', () => {
    expect(mayShowAnswer(view())).toBe(false);
    expect(mayShowAnswer(view({ hints: [[]], hintsLeft: 1 }))).toBe(false);
    expect(mayShowAnswer(view({ hints: [[]] }))).toBe(true);
    expect(mayShowAnswer(view({ verdict: verdict() }))).toBe(true);
    expect(mayShowAnswer(view({ verdict: verdict({ key }) }))).toBe(false);
  });

  it('has hints for nothing after the first try', () => {
    expect(costOfHint(view())).toBe(0.25);
    expect(costOfHint(view({ verdict: verdict() }))).toBe(0);
  });

  it('explains points that are missing from a right answer', () => {
    const right = verdict({ right: true, share: 1, key });
    expect(lostPoints(view({ verdict: right, earned: 0.5 }))).toBe(true);
    expect(lostPoints(view({ verdict: right, earned: 1 }))).toBe(false);
    expect(lostPoints(view({ verdict: verdict(), earned: 0.5 }))).toBe(false);
  });
});
