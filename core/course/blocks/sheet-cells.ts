// Cells of a spreadsheet and their names: B3 is the second column of the second row below the head.
export interface CellNames {
  /** Empty for a sheet without a name. */
  name: string;
  head: readonly unknown[];
  rows: readonly unknown[];
}

/** Sheet, row below the head, column; all from 0, as in the file. */
export type Cell = [sheet: number, row: number, column: number];

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** The head is row 1. */
export const rowNumber = (row: number): number => row + 2;

/** `B3`, or `Payments!B3` where there is more than one sheet. */
export function cellName(sheets: readonly CellNames[], [sheet, row, column]: Cell): string {
  const name = `${columnName(column)}${rowNumber(row)}`;
  return sheets.length > 1 ? `${sheets[sheet]?.name ?? ''}!${name}` : name;
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const namePattern = /^(?:(.*)!)?\s*\$?([a-z]{1,3})\$?(\d{1,6})\s*$/i;

/** Sheets by their names, to look many cells up. */
export const sheetPlaces = (sheets: readonly CellNames[]): ReadonlyMap<string, number> =>
  new Map(sheets.map(({ name }, at): [string, number] => [fold(name), at]).reverse());

/** The cell of that name; without a sheet it is one of `here`. Undefined when there is none. */
export function cellNamed(
  sheets: readonly CellNames[],
  written: string,
  here = 0,
  places = sheetPlaces(sheets),
): Cell | undefined {
  const [, of, letters = '', digits = ''] = namePattern.exec(written.trim()) ?? [];
  if (letters === '') return undefined;
  const wanted = of === undefined ? undefined : fold(of.replace(/^'(.*)'$/, '$1'));
  const sheet = wanted === undefined ? here : (places.get(wanted) ?? -1);
  const column =
    [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 2;
  const cell: Cell = [sheet, row, column];
  return isCell(sheets, cell) ? cell : undefined;
}

export function isCell(sheets: readonly CellNames[], [sheet, row, column]: Cell): boolean {
  const found = sheets[sheet];
  if (!found) return false;
  return row >= 0 && row < found.rows.length && column >= 0 && column < found.head.length;
}

export const sameCell = (a: Cell, b: Cell): boolean =>
  a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

/** Without white space or commas, as statements want it: `1!B3`. */
export const cellId = ([sheet, row, column]: Cell): string =>
  `${sheet + 1}!${columnName(column)}${rowNumber(row)}`;

export const hasCell = (cells: readonly Cell[], cell: Cell): boolean =>
  cells.some((each) => sameCell(each, cell));

/** Sheet by sheet, row by row. */
export const sortedCells = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);

/** One number for each cell, through all sheets. */
export function cellParts(sheets: readonly CellNames[]): (cell: Cell) => number {
  let cells = 0;
  const before = sheets.map(({ head, rows }) => {
    const first = cells;
    cells += head.length * rows.length;
    return first;
  });
  return ([sheet, row, column]) =>
    (before[sheet] ?? 0) + row * (sheets[sheet]?.head.length ?? 0) + column;
}
