// Puts tables that lie in files of their own into the sheets that are about them.
import Papa from 'papaparse';
import { withTable } from './blocks/sheet';
import type { Item } from './item';
import { inlineText } from './plain-text';
import type { Problem } from './problem';
import { shortHashOf } from './revision';

/** Rows of cells, by the path of the file in the course. */
export type Tables = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The rows of a table in CSV; whatever separates its cells. Empty rows are none. */
export const tableRows = (text: string): string[][] =>
  Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;

/** Where the table of a sheet lies, relative to its language; undefined for all other items. */
export function tableOf(item: Item): string | undefined {
  if (item.kind !== 'sheet' || !item.content.from) return undefined;
  const { source } = item.content.from.file;
  return source.to === 'file' ? source.path : undefined;
}

/** The item with its table; none when it has nothing that could be found in it. */
export function withTables(
  item: Item,
  rows: readonly (readonly string[])[] | undefined,
  add: (rule: Problem['rule'], line: number, values: Problem['values']) => void,
): Item[] {
  if (item.kind !== 'sheet' || !item.content.from) return [item];
  // That the file is not there is said where references are checked.
  if (!rows) return [];
  const { content, unknown } = withTable(item.content, rows);
  for (const { name, line } of unknown) add('sheet-cell-unknown', line, { text: name });
  if (content.right.length === 0) return [];
  const words = content.sheets.flatMap(({ head, rows: all }) =>
    [head, ...all.map(({ cells }) => cells)].map((cells) => cells.map(inlineText).join(' | ')),
  );
  return [{ ...item, content, revision: shortHashOf([item.revision, ...words].join('\n')) }];
}
