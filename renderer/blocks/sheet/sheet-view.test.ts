// What is seen of a sheet, what a selection adds up to, where keys lead, how cells are marked.
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../core/course/blocks/sheet';
import type { Verdict } from '../../../core/views';
import {
  begin,
  cellState,
  countOf,
  fits,
  isBetween,
  missing,
  nextSort,
  numberIn,
  plainLook,
  seenRows,
  spotForKey,
  summaryOf,
  toggled,
} from './sheet-view';

const words = (text: string) => [{ type: 'text' as const, text }];
const sheet: Sheet = {
  name: '',
  hidden: false,
  align: [null, null],
  head: [words('Who'), words('Amount')],
  rows: [
    { hidden: false, cells: [words('North'), words('1,200')] },
    { hidden: true, cells: [words('east'), words('90')] },
    { hidden: false, cells: [words('Öst'), words('')] },
    { hidden: false, cells: [words('South'), words('none')] },
    { hidden: false, cells: [words('10 West'), words('300.5')] },
  ],
};
const shown = { title: null, sheets: [sheet] };
const rows = (look: Partial<typeof plainLook>, showHidden = true) =>
  seenRows(sheet, { ...plainLook, ...look }, showHidden, 'en');

describe('an answer', () => {
  it('takes up what was saved, and leaves out what is not there any more', () => {
    expect(begin(shown, null)).toEqual([]);
    expect(
      begin(shown, [
        [0, 4, 1],
        [0, 0, 0],
        [0, 5, 0],
        [1, 0, 0],
      ]),
    ).toEqual([
      [0, 0, 0],
      [0, 4, 1],
    ]);
  });

  it('misses a mark until there is one', () => {
    expect(missing(shown, [])).toEqual([0]);
    expect(missing(shown, [[0, 0, 0]])).toEqual([]);
  });

  it('marks and unmarks, in the order of the file', () => {
    const one = toggled([], [0, 1, 0]);
    const two = toggled(one, [0, 0, 1]);
    expect(two).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(toggled(two, [0, 1, 0])).toEqual([[0, 0, 1]]);
  });
});

describe('numbers', () => {
  it.each([
    ['1,200', '.', 1200],
    ['1,200', ',', 1.2],
    ['1.200', ',', 1200],
    ['1.200', '.', 1.2],
    ['1,5', '.', 1.5],
    ['1.234.567,89', '.', 1234567.89],
    ['€ 12.50', '.', 12.5],
    ['-7 %', '.', -7],
    ['٧٢', '.', 72],
    ['2026-03-01', '.', null],
    ['North', '.', null],
    ['', '.', null],
  ])('%s with the mark %s is %s', (text, mark, value) => {
    expect(numberIn(text, mark)).toBe(value);
  });
});

describe('rows', () => {
  it('are those that are not hidden, or all', () => {
    expect(rows({}, false)).toEqual([0, 2, 3, 4]);
    expect(rows({})).toEqual([0, 1, 2, 3, 4]);
  });

  it('are sorted by numbers, then words, then nothing, either way', () => {
    expect(rows({ sort: { column: 1, down: false } })).toEqual([1, 4, 0, 3, 2]);
    expect(rows({ sort: { column: 1, down: true } })).toEqual([3, 0, 4, 1, 2]);
    expect(rows({ sort: { column: 0, down: false } })).toEqual([4, 1, 0, 2, 3]);
  });

  it('are filtered by each column', () => {
    expect(rows({ filters: ['st'] })).toEqual([1, 2, 4]);
    expect(rows({ filters: ['st', '>100'] })).toEqual([4]);
    expect(rows({ filters: ['nobody'] })).toEqual([]);
    expect(rows({ filters: ['', '> 100'] }, false)).toEqual([0, 4]);
  });

  it.each([
    ['North', 'ORT', true],
    ['Öst', 'ost', true],
    ['90', '>= 90', true],
    ['90', '> 90', false],
    ['90', '<100', true],
    ['90', '= 90.0', true],
    ['North', '> 1', false],
    ['a > b', '> b', true],
    ['East', '=east', true],
    ['East', '=as', false],
    ['East', ' ', true],
  ])('%s and the filter %s: %s', (text, filter, expected) => {
    expect(fits(text, filter, '.')).toBe(expected);
  });

  it('are sorted up, then down, then as they were', () => {
    const up = nextSort(null, 1);
    expect(up).toEqual({ column: 1, down: false });
    const down = nextSort(up, 1);
    expect(down).toEqual({ column: 1, down: true });
    expect(nextSort(down, 1)).toBeNull();
    expect(nextSort(down, 0)).toEqual({ column: 0, down: false });
  });
});

describe('a selection', () => {
  it('is counted, and its numbers are summed', () => {
    expect(summaryOf(['0.1', '0.2', 'x', ''], 'en')).toEqual({
      count: 3,
      sum: 0.3,
      average: 0.15,
    });
    expect(summaryOf(['x', ''], 'en')).toEqual({ count: 1, sum: null, average: null });
    expect(summaryOf(['1.200', '1,5'], 'es').sum).toBe(1201.5);
  });

  it('is the rectangle between two corners', () => {
    const spot = { row: 2, column: 1 };
    expect(isBetween(spot, { row: 3, column: 1 }, { row: 1, column: 0 })).toBe(true);
    expect(isBetween(spot, { row: 3, column: 3 }, { row: 0, column: 2 })).toBe(false);
  });
});

describe('keys', () => {
  const size = { rows: 30, columns: 4 };
  const from = { row: 5, column: 1 };
  it.each([
    ['ArrowUp', false, { row: 4, column: 1 }],
    ['ArrowDown', false, { row: 6, column: 1 }],
    ['ArrowRight', false, { row: 5, column: 2 }],
    ['ArrowLeft', false, { row: 5, column: 0 }],
    ['ArrowDown', true, { row: 29, column: 1 }],
    ['ArrowUp', true, { row: 0, column: 1 }],
    ['ArrowRight', true, { row: 5, column: 3 }],
    ['ArrowLeft', true, { row: 5, column: 0 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 3 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 29, column: 3 }],
    ['PageDown', false, { row: 15, column: 1 }],
    ['PageUp', false, { row: 0, column: 1 }],
    ['a', false, undefined],
    ['Tab', false, undefined],
  ])('%s with control %s', (key, withControl, to) => {
    expect(spotForKey(from, key, withControl, size, false)).toEqual(to);
  });

  it('follow the way the sheet runs', () => {
    expect(spotForKey(from, 'ArrowLeft', false, size, true)).toEqual({ row: 5, column: 2 });
    expect(spotForKey(from, 'ArrowRight', false, size, true)).toEqual({ row: 5, column: 0 });
  });

  it('stop at the edges', () => {
    const edge = { row: 29, column: 3 };
    expect(spotForKey(edge, 'ArrowDown', false, size, false)).toEqual(edge);
    expect(spotForKey(edge, 'ArrowRight', false, size, false)).toEqual(edge);
    expect(spotForKey({ row: 0, column: 0 }, 'ArrowLeft', false, size, false)).toEqual({
      row: 0,
      column: 0,
    });
  });
});

describe('the outcome', () => {
  const verdict = (rights: boolean[], right = false): Verdict<'sheet'> => ({
    answer: rights.map((_, at) => [0, at, 0]),
    share: 0,
    right,
    parts: rights.map((isRight, part) => ({ part, right: isRight, feedback: [] })),
    key: null,
  });

  it('counts right marks, or says that there is more to find', () => {
    expect(countOf(verdict([true, false]))).toEqual({ type: 'some', right: 1, marked: 2 });
    expect(countOf(verdict([false]))).toEqual({ type: 'some', right: 0, marked: 1 });
    expect(countOf(verdict([true]))).toEqual({ type: 'incomplete' });
    expect(countOf(verdict([true], true))).toBeNull();
    expect(countOf({ ...verdict([]), answer: null })).toBeNull();
  });

  it('tells cells apart', () => {
    const state = (row: number) =>
      cellState(
        [0, row, 0],
        [
          [0, 0, 0],
          [0, 1, 0],
        ],
        [
          [0, 0, 0],
          [0, 2, 0],
        ],
      );
    expect([0, 1, 2, 3].map(state)).toEqual(['found', 'wrong', 'missed', 'other']);
    expect(cellState([0, 0, 0], null, [[0, 0, 0]])).toBe('missed');
  });
});
