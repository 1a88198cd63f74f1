// What the events on one item add up to.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, hinted, restarted, revealed } from '../../tests/learning-events';
import type { ItemEvent } from './events';
import { applyItemEvent, earnedShare, type ItemState, stateFor, untouchedItem } from './item-state';

const stateAfter = (...events: ItemEvent[]): ItemState =>
  events.reduce(applyItemEvent, untouchedItem);

describe('the first try counts', () => {
  test.each([
    ['nothing', [], null],
    ['right at once', [answered(1)], 1],
    ['half right', [answered(0.5)], 0.5],
    ['wrong, then right: still nothing', [answered(0), answered(1)], 0],
    ['half right, then right', [answered(0.5), answered(1)], 0.5],
    ['half right, then worse', [answered(0.5), answered(0)], 0.5],
  ] as [string, ItemEvent[], number | null][])('%s', (_, events, counted) => {
    expect(stateAfter(...events).counted).toBe(counted);
  });

  test('the last answer and its share are kept, with the number of tries', () => {
    const last = answered(0.5, { answer: [3] });
    expect(stateAfter(answered(0), last)).toMatchObject({
      answer: [3],
      share: 0.5,
      tries: 2,
      settled: false,
      answeredAt: last.at,
    });
  });
});

describe('hints', () => {
  test('are counted until the item is settled', () => {
    expect(stateAfter(hinted(), hinted()).hints).toBe(2);
    expect(stateAfter(hinted(), answered(1), hinted()).hints).toBe(1);
  });

  test('take off what the answer says they cost, never below nothing', () => {
    expect(earnedShare(answered(1, { possible: 2, hintCost: 0.5 }))).toBe(0.75);
    expect(earnedShare(answered(0.5, { possible: 1, hintCost: 1 }))).toBe(0);
    expect(stateAfter(hinted(), answered(1, { hintCost: 0.25 })).counted).toBe(0.75);
  });

  test('cost nothing where there is nothing to earn', () => {
    expect(earnedShare(answered(0.5, { possible: 0, hintCost: 3 }))).toBe(0.5);
  });

  test('alone are no answer', () => {
    expect(stateAfter(hinted())).toMatchObject({ answeredAt: null, counted: null, tries: 0 });
  });
});

describe('an item is settled', () => {
  test('when the answer is final: right, or tries used up', () => {
    expect(stateAfter(answered(1)).settled).toBe(true);
    expect(stateAfter(answered(0), answered(0, { final: true })).settled).toBe(true);
    expect(stateAfter(answered(0)).settled).toBe(false);
  });

  test('when the right answer was asked for, which counts as nothing earned', () => {
    expect(stateAfter(revealed())).toMatchObject({ settled: true, counted: null, tries: 0 });
    expect(stateAfter(answered(0.5), revealed())).toMatchObject({ settled: true, counted: 0.5 });
  });

  test('and then takes no more answers in this attempt', () => {
    const settled = stateAfter(answered(0, { final: true }));
    expect(applyItemEvent(settled, answered(1))).toEqual(settled);
    const shown = stateAfter(revealed());
    expect(applyItemEvent(shown, answered(1))).toEqual(shown);
  });
});

describe('another attempt', () => {
  test('begins with nothing but what was learned', () => {
    const first = answered(0.5);
    expect(stateAfter(first, hinted(), restarted(2))).toEqual({
      ...untouchedItem,
      attempt: 2,
      revision: 'a',
      counted: 0.5,
      answeredAt: first.at,
    });
  });

  test.each([
    ['better', 0.5, 1, 1],
    ['worse', 0.5, 0, 0.5],
    ['equal', 0.5, 0.5, 0.5],
  ])('the best first try counts: %s', (_, first, second, counted) => {
    const state = stateAfter(answered(first), restarted(2), answered(second, { attempt: 2 }));
    expect(state.counted).toBe(counted);
  });

  test('only its first try counts', () => {
    const state = stateAfter(
      answered(0),
      restarted(2),
      answered(0.5, { attempt: 2 }),
      answered(1, { attempt: 2 }),
    );
    expect(state.counted).toBe(0.5);
  });

  test('begins too when an answer to it comes without the restart', () => {
    expect(stateAfter(answered(0), answered(1, { attempt: 3 }))).toMatchObject({
      attempt: 3,
      tries: 1,
      counted: 1,
    });
  });

  test('is not begun twice, nor is an older one', () => {
    const state = stateAfter(answered(0), restarted(3), hinted(3));
    for (const attempt of [1, 2, 3]) {
      expect(applyItemEvent(state, restarted(attempt))).toEqual(state);
    }
  });

  test('events of an older one change nothing', () => {
    const state = stateAfter(answered(0.5), restarted(2));
    for (const event of [answered(1), hinted(), revealed()]) {
      expect(applyItemEvent(state, event)).toEqual(state);
    }
  });
});

describe('when the author changes the item', () => {
  test('an answer to another revision is no answer to this one; what was learned stays', () => {
    const state = stateAfter(answered(0.5), answered(1));
    expect(stateFor(state, 'b')).toEqual({
      ...untouchedItem,
      attempt: 2,
      revision: 'a',
      counted: 0.5,
      answeredAt: state.answeredAt,
    });
  });

  test('the same revision, or no answer yet, changes nothing', () => {
    const state = stateAfter(answered(0.5));
    expect(stateFor(state, 'a')).toBe(state);
    expect(stateFor(untouchedItem, 'b')).toBe(untouchedItem);
    const half = stateAfter(hinted());
    expect(stateFor(half, 'b')).toBe(half);
  });

  test('a shown answer of another revision is no shown answer of this one', () => {
    expect(stateFor(stateAfter(revealed()), 'b')).toMatchObject({ settled: false, attempt: 2 });
  });

  test('the answer to the new revision counts where it is better', () => {
    const old = stateFor(stateAfter(answered(0.5)), 'b');
    const now = applyItemEvent(old, answered(1, { attempt: old.attempt, revision: 'b' }));
    expect(now).toMatchObject({ revision: 'b', counted: 1, attempt: 2 });
    expect(stateFor(now, 'b')).toBe(now);
  });
});

const events = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom(0, 1 / 3, 0.5, 1), fc.integer({ min: 1, max: 3 }), fc.boolean())
      .map(([share, attempt, final]) => answered(share, { attempt, final: final || share === 1 })),
    fc.integer({ min: 1, max: 3 }).map((attempt) => hinted(attempt)),
    fc.integer({ min: 1, max: 3 }).map((attempt) => revealed(attempt)),
    fc.integer({ min: 1, max: 3 }).map((attempt) => restarted(attempt)),
  ),
);

describe('whatever happens', () => {
  test('what counts never falls, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(events, (all) => {
        let state = untouchedItem;
        for (const event of all) {
          const next = applyItemEvent(state, event);
          expect(next.counted ?? -1).toBeGreaterThanOrEqual(state.counted ?? -1);
          expect(next.counted ?? 0).toBeLessThanOrEqual(1);
          expect(next.attempt).toBeGreaterThanOrEqual(state.attempt);
          state = next;
        }
      }),
    );
  });

  test('states are never changed in place', () => {
    fc.assert(
      fc.property(events, (all) => {
        let state = Object.freeze(untouchedItem);
        for (const event of all) state = Object.freeze(applyItemEvent(state, event));
        expect(untouchedItem).toMatchObject({ attempt: 1, tries: 0, counted: null });
      }),
    );
  });

  // The fold itself does not know ids: the store takes each event once, so that a replay of the
  // same events (sync, a repeated request) gives the same state.
  test('the same events taken once each give the same state, however often they come', () => {
    fc.assert(
      fc.property(events, (all) => {
        const known = new Set<string>();
        const once = [...all, ...all].filter(({ id }) => !known.has(id) && known.add(id));
        expect(stateAfter(...once)).toEqual(stateAfter(...all));
      }),
    );
    const twice = answered(0);
    expect(stateAfter(twice, twice).tries).toBe(2);
  });
});
