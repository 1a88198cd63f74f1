// Which cell a key leads to: the arrows where the cursor has nowhere to go in its own cell, and Enter.

export interface Cell {
  row: number;
  column: number;
}

/** Where the cursor stands in the words of its cell. */
export interface CursorInCell {
  isAtStart: boolean;
  isAtEnd: boolean;
  /** Words that wrap have lines to go to first. */
  isOneLine: boolean;
  /** Which way the words of the cell run, and which way the columns. */
  words: 'ltr' | 'rtl';
  columns: 'ltr' | 'rtl';
}

interface Pressed {
  key: string;
  shiftKey: boolean;
}

/** Null where the key means something within the cell. A row below the last one is still to be made. */
export function cellBeside(
  { key, shiftKey }: Pressed,
  { row, column }: Cell,
  cursor: CursorInCell,
): Cell | null {
  const { isAtStart, isAtEnd, isOneLine, words, columns } = cursor;
  const onwards = (by: 1 | -1): Cell => ({ row, column: column + (columns === 'ltr' ? by : -by) });
  if (key === 'Enter') return { row: row + (shiftKey ? -1 : 1), column };
  if (shiftKey) return null;
  switch (key) {
    case 'ArrowUp':
      return isOneLine || isAtStart ? { row: row - 1, column } : null;
    case 'ArrowDown':
      return isOneLine || isAtEnd ? { row: row + 1, column } : null;
    case 'ArrowRight':
      return (words === 'ltr' ? isAtEnd : isAtStart) ? onwards(1) : null;
    case 'ArrowLeft':
      return (words === 'ltr' ? isAtStart : isAtEnd) ? onwards(-1) : null;
    default:
      return null;
  }
}

export const isIn = (rows: readonly (readonly unknown[])[], { row, column }: Cell): boolean =>
  column >= 0 && column < (rows[row]?.length ?? 0);
