// Cells that were copied from a spreadsheet, a web page or another table, as Markdown of one line each.
import Papa from 'papaparse';
import { cellText } from '../../../core/studio/table/grid';
import { cellsIn } from '../../../core/studio/table/new-table';
import { markdownOf } from '../editor/paste';

/** Null where it is no more than one cell: then it is text, and goes where the cursor is. */
export function copiedCells(html: string, plain: string): string[][] | null {
  const cells = cellsOfHtml(html) ?? cellsOfPlain(html, plain);
  return cells && (cells.length > 1 || (cells[0]?.length ?? 0) > 1) ? cells : null;
}

function cellsOfHtml(html: string): string[][] | null {
  if (!/<t[dh]\b/i.test(html)) return null;
  const markdown = markdownOf(html);
  return markdown === undefined ? null : cellsIn(markdown);
}

/** Cells stand behind tabs; one with a tab or a line of its own stands between quotation marks. */
function cellsOfPlain(html: string, plain: string): string[][] | null {
  // Paragraphs of a text are no rows.
  if (!plain.includes('\t') && html !== '') return null;
  const lines = plain.replace(/(?:\r\n?|\n)$/, '');
  if (!/[\t\r\n]/.test(lines)) return null;
  const { data } = Papa.parse<string[]>(lines, { delimiter: '\t' });
  return data.map((row) => row.map(cellText));
}
