// Moving, dragging and counting in a list to put in order.
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../core/views';
import { begin, countOf, givesWay, missing, moved, placeAt, placeForKey } from './order-view';

const shown = { entries: [[], [], [], []] };

describe('beginning', () => {
  it('takes up a saved order', () => {
    expect(begin(shown, null)).toEqual([0, 1, 2, 3]);
    expect(begin(shown, [3, 1, 0, 2])).toEqual([3, 1, 0, 2]);
  });

  it('begins anew when the saved one does not fit', () => {
    expect(begin(shown, [1, 0, 2])).toEqual([0, 1, 2, 3]);
    expect(begin(shown, [1, 1, 2, 3])).toEqual([0, 1, 2, 3]);
  });
});

it('takes an untouched list for no answer', () => {
  expect(missing(shown, [0, 1, 2, 3])).toEqual([0]);
  expect(missing(shown, [1, 0, 2, 3])).toEqual([]);
});

describe('moving', () => {
  it('puts an entry into its new place', () => {
    expect(moved([0, 1, 2, 3], 0, 2)).toEqual([1, 2, 0, 3]);
    expect(moved([0, 1, 2, 3], 3, 0)).toEqual([3, 0, 1, 2]);
  });

  it('stays inside the list', () => {
    expect(moved([0, 1, 2], 1, -5)).toEqual([1, 0, 2]);
    expect(moved([0, 1, 2], 1, 9)).toEqual([0, 2, 1]);
    expect(moved([0, 1, 2], 7, 0)).toEqual([0, 1, 2]);
  });

  it('knows its keys', () => {
    const to = (key: string) => placeForKey(key, 2, 5);
    expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter'].map(to)).toEqual([1, 3, 0, 4, null]);
  });
});

describe('dragging', () => {
  const rows = [
    { top: 0, height: 40 },
    { top: 48, height: 100 },
    { top: 156, height: 40 },
  ];

  it('finds the place by the middles of the other rows', () => {
    expect(placeAt(20, rows, 0)).toBe(0);
    expect(placeAt(97, rows, 0)).toBe(0);
    expect(placeAt(99, rows, 0)).toBe(1);
    expect(placeAt(300, rows, 0)).toBe(2);
    expect(placeAt(-50, rows, 2)).toBe(0);
  });

  it('lets only the rows between give way', () => {
    expect([0, 1, 2, 3].map((at) => givesWay(at, 0, 2))).toEqual([0, -1, -1, 0]);
    expect([0, 1, 2, 3].map((at) => givesWay(at, 3, 1))).toEqual([0, 1, 1, 0]);
    expect([0, 1].map((at) => givesWay(at, 1, 1))).toEqual([0, 0]);
  });
});

describe('the count', () => {
  const verdict = (right: number[], share: number): Verdict<'order'> => ({
    answer: [0, 1, 2],
    share,
    right: share === 1,
    parts: [0, 1, 2].map((part) => ({ part, right: right.includes(part), feedback: [] })),
    key: null,
  });

  it('counts entries in their place', () => {
    expect(countOf(verdict([1], 0))).toEqual({ type: 'places', right: 1 });
  });

  it('says when entries follow each other, though none is in its place', () => {
    expect(countOf(verdict([], 0.5))).toEqual({ type: 'following' });
  });

  it('is left out where it adds nothing', () => {
    expect(countOf(verdict([], 0))).toBeNull();
    expect(countOf(verdict([0, 1, 2], 1))).toBeNull();
  });
});
