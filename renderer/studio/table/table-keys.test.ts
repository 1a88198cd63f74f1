// The keys that lead from cell to cell, and those that stay in it.
import { expect, test } from 'vitest';
import { type CursorInCell, cellBeside } from './table-keys';

const middle: CursorInCell = {
  isAtStart: false,
  isAtEnd: false,
  isOneLine: true,
  words: 'ltr',
  columns: 'ltr',
};
const lead = (key: string, cursor: Partial<CursorInCell> = {}, shiftKey = false) =>
  cellBeside({ key, shiftKey }, { row: 1, column: 1 }, { ...middle, ...cursor });

test('up and down, unless the words have lines of their own', () => {
  expect(lead('ArrowUp')).toEqual({ row: 0, column: 1 });
  expect(lead('ArrowDown')).toEqual({ row: 2, column: 1 });
  expect(lead('ArrowDown', { isOneLine: false })).toBeNull();
  expect(lead('ArrowDown', { isOneLine: false, isAtEnd: true })).toEqual({ row: 2, column: 1 });
  expect(lead('ArrowUp', { isOneLine: false, isAtStart: true })).toEqual({ row: 0, column: 1 });
});

test('to the sides from the ends of the words alone', () => {
  expect(lead('ArrowRight')).toBeNull();
  expect(lead('ArrowRight', { isAtEnd: true })).toEqual({ row: 1, column: 2 });
  expect(lead('ArrowLeft', { isAtStart: true })).toEqual({ row: 1, column: 0 });
});

test('in Arabic the columns run the other way, whichever way the words run', () => {
  const arabic = { words: 'rtl', columns: 'rtl' } as const;
  expect(lead('ArrowLeft', { ...arabic, isAtEnd: true })).toEqual({ row: 1, column: 2 });
  expect(lead('ArrowRight', { ...arabic, isAtStart: true })).toEqual({ row: 1, column: 0 });
  expect(lead('ArrowLeft', { ...arabic, words: 'ltr', isAtStart: true })).toEqual({
    row: 1,
    column: 2,
  });
});

test('Enter goes down, with Shift up; selecting with Shift stays', () => {
  expect(lead('Enter')).toEqual({ row: 2, column: 1 });
  expect(lead('Enter', {}, true)).toEqual({ row: 0, column: 1 });
  expect(lead('ArrowRight', { isAtEnd: true }, true)).toBeNull();
  expect(lead('a')).toBeNull();
});
