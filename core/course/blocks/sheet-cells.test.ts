// Names of cells, there and back.
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  cellId,
  cellName,
  cellNamed,
  cellParts,
  columnName,
  sortedCells,
} from './sheet-cells';

const sheet = (name: string, columns: number, rows: number) => ({
  name,
  head: Array.from({ length: columns }),
  rows: Array.from({ length: rows }),
});
const one = [sheet('', 3, 2)];
const two = [sheet('Payments', 3, 2), sheet('Old data', 30, 1)];

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [27, 'AB'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %d is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

describe('a cell by its name', () => {
  test.each<[string, Cell]>([
    ['A2', [0, 0, 0]],
    ['c3', [0, 1, 2]],
    [' $B$2 ', [0, 0, 1]],
    ['Payments!B3', [0, 1, 1]],
    ['old data!AD2', [1, 0, 29]],
    ["'Old data'!a2", [1, 0, 0]],
  ])('%s', (name, cell) => {
    expect(cellNamed(two, name)).toEqual(cell);
  });

  test.each([
    '',
    'B',
    '3',
    'B1',
    'B0',
    'D2',
    'B4',
    'B3 please',
    '!B3',
    'Nowhere!B3',
    'B-3',
    'AAAA2',
  ])('“%s” is none', (name) => {
    expect(cellNamed(two, name)).toBe(undefined);
  });

  test('without a sheet it is on the one at hand', () => {
    expect(cellNamed(two, 'Z2', 1)).toEqual([1, 0, 25]);
    expect(cellNamed(two, 'Z2', 0)).toBe(undefined);
  });

  test('comes back, with its sheet where there is more than one', () => {
    expect(cellName(one, [0, 1, 2])).toBe('C3');
    expect(cellName(two, [1, 0, 29])).toBe('Old data!AD2');
    for (const cell of [
      [0, 0, 0],
      [0, 1, 2],
      [1, 0, 29],
    ] satisfies Cell[]) {
      expect(cellNamed(two, cellName(two, cell))).toEqual(cell);
    }
  });

  test('has an id without white space', () => {
    expect(cellId([1, 0, 29])).toBe('2!AD2');
  });
});

test('cells stand in the order of the file, and each has a number of its own', () => {
  const cells: Cell[] = [
    [1, 0, 1],
    [0, 1, 0],
    [0, 0, 2],
    [1, 0, 0],
  ];
  expect(sortedCells(cells)).toEqual([
    [0, 0, 2],
    [0, 1, 0],
    [1, 0, 0],
    [1, 0, 1],
  ]);
  expect(sortedCells(cells).map(cellParts(two))).toEqual([2, 3, 6, 7]);
});
