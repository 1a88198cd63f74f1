// A table as a file: CSV as spreadsheets open it, or a workbook.
import Papa from 'papaparse';
import writeExcelFile from 'write-excel-file/node';
import type { TableFormat } from '../../core/table-formats';

type Cell = string | number | null;

/**
 * The first row names the columns. Words that a spreadsheet would take for a formula come with a sign
 * before them in CSV; in a workbook words are words.
 */
export async function tableFile(
  rows: readonly (readonly Cell[])[],
  format: TableFormat,
): Promise<Uint8Array> {
  if (format === 'csv') {
    const text = Papa.unparse(rows as unknown[][], { escapeFormulae: true, newline: '\r\n' });
    // Without the mark, spreadsheets take it for the old encoding of the country.
    return new TextEncoder().encode(`\uFEFF${text}\r\n`);
  }
  const [head = [], ...body] = rows;
  const data = [
    head.map((value) => ({
      value: String(value ?? ''),
      type: String,
      fontWeight: 'bold' as const,
    })),
    ...body.map((row) =>
      row.map((value) =>
        typeof value === 'string' ? { value: wordsForWorkbook(value), type: String } : value,
      ),
    ),
  ];
  return await writeExcelFile(data, { stickyRowsCount: 1 }).toBuffer();
}

/** XML holds no control characters. */
const wordsForWorkbook = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  words.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
