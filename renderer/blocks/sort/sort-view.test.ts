// Putting cards into groups: what waits, who is next, where a card is dropped.
import { describe, expect, it } from 'vitest';
import { begin, boxAt, heldBy, missing, nextCard, put } from './sort-view';

const shown = { groups: [[], []], items: [[], [], []] };

describe('beginning', () => {
  it('takes up what was saved', () => {
    expect(begin(shown, null)).toEqual([null, null, null]);
    expect(begin(shown, [1, null, 0])).toEqual([1, null, 0]);
  });

  it('lets cards wait whose group is gone', () => {
    expect(begin(shown, [2, -1])).toEqual([null, null, null]);
  });
});

it('misses the cards that wait', () => {
  expect(missing(shown, [null, 0, null])).toEqual([0, 2]);
  expect(missing(shown, [1, 0, 0])).toEqual([]);
});

it('finds what a group holds', () => {
  expect(heldBy([1, 0, 1, null], 1)).toEqual([0, 2]);
  expect(heldBy([1, 0, 1, null], null)).toEqual([3]);
});

it('puts a card into a group and takes it out again', () => {
  expect(put([null, null], 1, 0)).toEqual([null, 0]);
  expect(put([null, 0], 1, null)).toEqual([null, null]);
});

describe('going on', () => {
  it('leads to the next card that waits', () => {
    expect(nextCard([null, null, null], [0, null, null], 0)).toBe(1);
    expect(nextCard([null, 0, null], [null, 0, 1], 2)).toBe(0);
  });

  it('stays with the card when none waits, or it only changed its group', () => {
    expect(nextCard([0, null], [0, 1], 1)).toBe(1);
    expect(nextCard([0, null], [1, null], 0)).toBe(0);
    expect(nextCard([0, null], [null, null], 0)).toBe(0);
  });
});

it('finds the box under a point', () => {
  const boxes = [
    { name: null, left: 0, right: 10, top: 0, bottom: 10 },
    { name: 0, left: 0, right: 4, top: 20, bottom: 30 },
  ];
  expect(boxAt(5, 5, boxes)?.name).toBeNull();
  expect(boxAt(4, 25, boxes)?.name).toBe(0);
  expect(boxAt(6, 25, boxes)).toBeNull();
});
