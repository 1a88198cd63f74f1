// Marking ranges, moving by arrow keys, and what is told about marks.
import { describe, expect, it } from 'vitest';
import type { Prose } from '../../../core/course/prose';
import type { Verdict } from '../../../core/views';
import {
  begin,
  countOf,
  findings,
  inNextLine,
  missing,
  ranged,
  runsOf,
  toggled,
  unitStates,
} from './mark-view';

const shown = { unit: 'word' as const, text: [], units: 5 };
const said: Prose[] = [{ type: 'paragraph', line: 1, children: [{ type: 'text', text: 'f' }] }];
const part = (at: number, right: boolean, feedback: Prose[] = []) => ({
  part: at,
  right,
  feedback,
});

it('begins with the marks that still exist, in their order', () => {
  expect(begin(shown, null)).toEqual([]);
  expect(begin(shown, [4, 1, 1, 5, -1])).toEqual([1, 4]);
});

it('misses a mark until there is one', () => {
  expect(missing(shown, [])).toEqual([0]);
  expect(missing(shown, [2])).toEqual([]);
});

it('marks a unit and takes the mark away', () => {
  expect(toggled([1, 10], 2)).toEqual([1, 2, 10]);
  expect(toggled([1, 2, 10], 2)).toEqual([1, 10]);
});

it('marks a range in either direction', () => {
  expect(ranged([0, 3], 2, 4, true)).toEqual([0, 2, 3, 4]);
  expect(ranged([0, 3], 4, 2, true)).toEqual([0, 2, 3, 4]);
  expect(ranged([0, 2, 3, 4, 9], 4, 3, false)).toEqual([0, 2, 9]);
});

describe('the lines of the text', () => {
  const word = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 20 });
  // Three words, two words, three words.
  const boxes = [
    ...[word(0, 0), word(50, 0), word(100, 0)],
    ...[word(0, 30), word(90, 32)],
    ...[word(0, 60), word(50, 60), word(100, 60)],
  ];

  it('are left for the nearest word of the next one', () => {
    expect(inNextLine(boxes, 2, 1)).toBe(4);
    expect(inNextLine(boxes, 0, 1)).toBe(3);
    expect(inNextLine(boxes, 4, -1)).toBe(2);
    expect(inNextLine(boxes, 6, -1)).toBe(4);
  });

  it('end', () => {
    expect(inNextLine(boxes, 1, -1)).toBeNull();
    expect(inNextLine(boxes, 7, 1)).toBeNull();
    expect(inNextLine(boxes, 99, 1)).toBeNull();
  });
});

describe('what is told', () => {
  it('is told once about marks next to each other', () => {
    const parts = [part(5, true, said), part(4, false), part(6, true), part(7, true, said)];
    expect(runsOf(parts)).toEqual([
      { units: [4], right: false, part: 4 },
      { units: [5, 6], right: true, part: 5 },
      { units: [7], right: true, part: 7 },
    ]);
  });

  it('follows the text at the end', () => {
    const told = findings([1, 4, 8], [[0, 1], [4], [6, 7]], [part(1, true), part(8, false)]);
    expect(told.map(({ units, state }) => [state, ...units])).toEqual([
      ['partly', 0, 1],
      ['found', 4],
      ['missed', 6, 7],
      ['wrong', 8],
    ]);
    expect(findings(null, [[0]], []).map(({ state }) => state)).toEqual(['shown']);
  });

  it('tells units apart once the answer is due', () => {
    expect([...unitStates([1, 2], [1, 3])]).toEqual([
      [1, 'found'],
      [3, 'missed'],
      [2, 'wrong'],
    ]);
    expect([...unitStates(null, [3])]).toEqual([[3, 'found']]);
  });
});

describe('the count', () => {
  const verdict = (rights: boolean[]): Verdict<'mark'> => ({
    answer: rights.map((_, at) => at),
    share: 0,
    right: false,
    parts: rights.map((right, at) => part(at, right)),
    key: null,
  });

  it('says how many marks are right, or that there is more', () => {
    expect(countOf(verdict([true, false]))).toEqual({ type: 'some', right: 1, marked: 2 });
    expect(countOf(verdict([true, true]))).toEqual({ type: 'incomplete' });
  });

  it('is left out where the outcome says it all', () => {
    expect(countOf(verdict([false]))).toBeNull();
    expect(countOf({ ...verdict([true]), right: true })).toBeNull();
    expect(countOf({ ...verdict([]), answer: null })).toBeNull();
  });
});
