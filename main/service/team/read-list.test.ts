// A list of people as it lies on the disk: what cannot be read rightly is refused as a whole, and why is said.
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { readList } from './read-list';

const saved = (bytes: Uint8Array | string): string => {
  const file = join(temporaryFolder(), 'list.csv');
  writeFileSync(file, bytes);
  return file;
};

const text = 'Konto;Name;Einheit\nada;Ada Größe;Straßenbau\n';

test('is read in UTF-8, with a mark at its beginning or without', async () => {
  const { rows } = await readList(saved(text));
  expect(rows).toEqual([{ account: 'ada', name: 'Ada Größe', unit: 'Straßenbau', group: '' }]);
  expect((await readList(saved(`\uFEFF${text}`))).rows).toEqual(rows);
});

test.each([
  ['of one byte each', 'latin1'],
  ['of two bytes each', 'utf16le'],
] as const)('is refused in signs %s: names would be wrong', async (_, encoding) => {
  const mark = encoding === 'utf16le' ? '\uFEFF' : '';
  expect(await readList(saved(Buffer.from(mark + text, encoding)))).toEqual({
    rows: [],
    mistakes: [{ kind: 'not-utf-8', line: 1, detail: '' }],
  });
});

test('is refused where it is larger than any list, without being read', async () => {
  const file = saved(text);
  truncateSync(file, 50_000_001);
  expect((await readList(file)).mistakes).toEqual([{ kind: 'too-large', line: 1, detail: '' }]);
});
