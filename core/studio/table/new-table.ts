// A table that nobody has written in yet, and the cells of one that was copied elsewhere.
import { tableAt } from './find-tables';
import { hasHeading } from './grid';

/** An empty table of so many columns, with a heading and so many rows below it; without a line end. */
export function emptyTable(columns: number, rows: number): string {
  const line = (cell: string): string => `|${`${cell}|`.repeat(columns)}`;
  return [line('  '), line(' --- '), ...Array.from({ length: rows }, () => line('  '))].join('\n');
}

/** The cells of the first table in a piece of Markdown; null where there is none. */
export function cellsIn(markdown: string): string[][] | null {
  const lines = markdown.split('\n');
  for (let line = 1; line <= lines.length; line++) {
    const grid = tableAt(markdown, line);
    if (grid) return hasHeading(grid) ? grid.rows : grid.rows.slice(1);
  }
  return null;
}
