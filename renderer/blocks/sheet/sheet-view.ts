// A sheet as data: which rows are seen and in which order, what a selection adds up to, where keys lead.
import { foldText, readNumbers } from '../../../core/course/blocks/gap-text';
import type { Sheet, SheetAnswer, SheetShown } from '../../../core/course/blocks/sheet';
import { type Cell, isCell, sameCell, sortedCells } from '../../../core/course/blocks/sheet-cells';
import { inlineText } from '../../../core/course/plain-text';
import type { Inline } from '../../../core/course/prose';
import type { Verdict } from '../../../core/views';
import { rightParts } from '../item-view';

/** How a sheet is looked at: no part of the answer. */
export interface Look {
  sort: { column: number; down: boolean } | null;
  /** What the cells of each column must hold; empty for all. */
  filters: readonly string[];
}

export const plainLook: Look = { sort: null, filters: [] };

export const begin = ({ sheets }: SheetShown, saved: SheetAnswer | null): SheetAnswer =>
  sortedCells((saved ?? []).filter((cell) => isCell(sheets, cell)));

/** The marks as a whole are the one part: it is missing until a cell is marked. */
export const missing = (_shown: SheetShown, answer: SheetAnswer): number[] =>
  answer.length === 0 ? [0] : [];

export const toggled = (answer: SheetAnswer, cell: Cell): SheetAnswer => {
  const others = answer.filter((each) => !sameCell(each, cell));
  return others.length < answer.length ? others : sortedCells([...answer, cell]);
};

export type Count =
  | { type: 'some'; right: number; marked: number }
  /** Everything marked is right, but that is not everything. */
  | { type: 'incomplete' };

export function countOf(verdict: Verdict<'sheet'>): Count | null {
  const marked = verdict.answer?.length ?? 0;
  if (verdict.right || marked === 0) return null;
  const right = rightParts(verdict);
  return right === marked ? { type: 'incomplete' } : { type: 'some', right, marked };
}

export const cellText = (sheet: Sheet, row: number, column: number): string =>
  inlineText(sheet.rows[row]?.cells[column] ?? []).trim();

/** More than fits in a cell on one line. */
export const isLong = (words: readonly Inline[]): boolean => inlineText(words).length > 24;

/** The mark between whole numbers and parts, as the language writes it: a point or a comma. */
export function decimalMark(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

/** `1,200` is a thousand two hundred in English, and one and a fifth in Spanish. */
export function numberIn(text: string, mark: string): number | null {
  const readings = readNumbers(text);
  const [only] = readings;
  if (only === undefined) return null;
  if (readings.length === 1) return only;
  const bySize = readings.sort((a, b) => Math.abs(a) - Math.abs(b));
  const written = text.replace(/[^.,]/g, '').at(-1);
  return (written === mark ? bySize[0] : bySize.at(-1)) ?? null;
}

const comparison = /^(<=|>=|<|>|=)\s*(.+)$/;

/** True for a cell that a filter lets through: `> 100`, or words that stand in it. */
export function fits(text: string, filter: string, mark: string): boolean {
  const wanted = filter.trim();
  if (wanted === '') return true;
  const [, sign = '', than = ''] = comparison.exec(wanted) ?? [];
  const limit = sign === '' ? null : numberIn(than, mark);
  if (limit === null) {
    const words = foldText(sign === '=' ? than : wanted);
    return sign === '=' ? foldText(text) === words : foldText(text).includes(words);
  }
  const value = numberIn(text, mark);
  if (value === null) return false;
  if (sign === '<') return value < limit;
  if (sign === '>') return value > limit;
  if (sign === '<=') return value <= limit;
  return sign === '>=' ? value >= limit : value === limit;
}

/** Places of the rows that are seen, in the order they are seen in. */
export function seenRows(
  sheet: Sheet,
  { sort, filters }: Look,
  showHidden: boolean,
  language: string,
): number[] {
  const mark = decimalMark(language);
  const rows = sheet.rows.flatMap(({ hidden }, row) => {
    if (hidden && !showHidden) return [];
    const isSeen = sheet.head.every((_, column) =>
      fits(cellText(sheet, row, column), filters[column] ?? '', mark),
    );
    return isSeen ? [row] : [];
  });
  if (!sort) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => {
    const text = cellText(sheet, row, sort.column);
    return { row, text, value: numberIn(text, mark) };
  });
  const way = sort.down ? -1 : 1;
  return keyed
    .sort((a, b) => {
      // Empty cells come last, whichever way; numbers before words.
      if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '');
      if (a.value !== null && b.value !== null) return way * (a.value - b.value);
      if (a.value !== null || b.value !== null) return way * (a.value === null ? 1 : -1);
      return way * compare(a.text, b.text);
    })
    .map(({ row }) => row);
}

/** Up, then down, then as it was. */
export function nextSort(sort: Look['sort'], column: number): Look['sort'] {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}

export interface Summary {
  /** Cells with something in them. */
  count: number;
  /** Of the numbers among them; null when there are none. */
  sum: number | null;
  average: number | null;
}

export function summaryOf(texts: readonly string[], language: string): Summary {
  const mark = decimalMark(language);
  const filled = texts.filter((text) => text !== '');
  const numbers = filled.map((text) => numberIn(text, mark)).filter((value) => value !== null);
  // Sums of money in cents would otherwise end in …0000001.
  const sum = Number(numbers.reduce((total, value) => total + value, 0).toPrecision(12));
  const some = numbers.length > 0;
  return {
    count: filled.length,
    sum: some ? sum : null,
    average: some ? sum / numbers.length : null,
  };
}

/** A place in what is seen: row and column on screen. */
export interface Spot {
  row: number;
  column: number;
}

/** Where a key leads from a spot; undefined for keys that do not move. */
export function spotForKey(
  { row, column }: Spot,
  key: string,
  withControl: boolean,
  size: { rows: number; columns: number },
  isRightToLeft: boolean,
): Spot | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const within = (spot: Spot): Spot => ({
    row: Math.min(last.row, Math.max(0, spot.row)),
    column: Math.min(last.column, Math.max(0, spot.column)),
  });
  const onwards = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case 'ArrowUp':
      return within({ row: withControl ? 0 : row - 1, column });
    case 'ArrowDown':
      return within({ row: withControl ? last.row : row + 1, column });
    case onwards:
      return within({ row, column: withControl ? last.column : column + 1 });
    case back:
      return within({ row, column: withControl ? 0 : column - 1 });
    case 'Home':
      return within({ row: withControl ? 0 : row, column: 0 });
    case 'End':
      return within({ row: withControl ? last.row : row, column: last.column });
    case 'PageUp':
      return within({ row: row - 10, column });
    case 'PageDown':
      return within({ row: row + 10, column });
    default:
      return undefined;
  }
}

/** The spots of a rectangle between two corners. */
export function isBetween({ row, column }: Spot, a: Spot, b: Spot): boolean {
  const between = (value: number, one: number, other: number): boolean =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return between(row, a.row, b.row) && between(column, a.column, b.column);
}

/** How a cell stands once the right answer is due. */
export type CellState = 'found' | 'missed' | 'wrong' | 'other';

export function cellState(cell: Cell, given: SheetAnswer | null, key: SheetAnswer): CellState {
  const isGiven = given?.some((each) => sameCell(each, cell)) ?? false;
  if (key.some((each) => sameCell(each, cell))) return isGiven ? 'found' : 'missed';
  return isGiven ? 'wrong' : 'other';
}
