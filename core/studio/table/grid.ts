// A table as its author sees it: cells in rows and columns, and what may be asked to change.
import type { TableAlign } from '../../course/prose';

export interface TableGrid {
  /** Of the heading row and of the last row, from 1. */
  line: number;
  lastLine: number;
  /** One for each column. */
  align: TableAlign[];
  /**
   * The first row is the heading. Each has as many cells as there are columns: what is not written is
   * ''. A cell is Markdown of one line, with bars as they are meant (`|`, not `\|`).
   */
  rows: string[][];
}

export type ColumnChange =
  | { change: 'add-column'; at: number }
  | { change: 'remove-column'; at: number }
  | { change: 'move-column'; from: number; to: number };

/** Rows and columns count from 0; row 0 is the heading. `to` is the place it has afterwards. */
export type TableChange =
  | { change: 'cell'; row: number; column: number; text: string }
  /** A piece of another table, from this cell on; rows and columns that are missing are added. */
  | { change: 'cells'; row: number; column: number; cells: readonly (readonly string[])[] }
  | { change: 'add-row'; at: number }
  | { change: 'remove-row'; at: number }
  | { change: 'move-row'; from: number; to: number }
  | ColumnChange
  | { change: 'align'; column: number; align: TableAlign }
  /** Without a heading its row stays empty, and the words in it become the first row below. */
  | { change: 'heading'; has: boolean };

/** What can be written in a cell: one line, without white space around it. */
export const cellText = (typed: string): string => typed.replace(/\s*[\r\n]+\s*/g, ' ').trim();

export const hasHeading = ({ rows }: TableGrid): boolean =>
  (rows[0] ?? []).some((cell) => cell !== '');

/** A list with one of its things at another place. */
export function withMoved<Thing>(things: readonly Thing[], from: number, to: number): Thing[] {
  const moved = [...things];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}
