// Saved tables: what a spreadsheet makes of them, whatever the words in them are.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { tableFile } from './table-file';

const evil = '=HYPERLINK("https://evil.test","x")';

test('CSV is UTF-8 with a mark, and no word is a formula', async () => {
  const bytes = await tableFile(
    [
      ['Name', 'People'],
      [evil, 5],
      ['Ünit, "A"', null],
    ],
    'csv',
  );
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text).toBe(
    '\uFEFFName,People\r\n"\'=HYPERLINK(""https://evil.test"",""x"")",5\r\n"Ünit, ""A""",\r\n',
  );
});

test('a workbook holds words as words and numbers as numbers', async () => {
  const bytes = await tableFile(
    [
      ['Name', 'People'],
      [evil, 5],
      ['a\u0000b', null],
    ],
    'xlsx',
  );
  const files = unzipSync(bytes);
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<v>5</v>');
  const all = Object.values(files)
    .map((each) => strFromU8(each))
    .join('');
  expect(all).toContain('=HYPERLINK(');
  expect(all).toContain('>ab<');
});
