// Sheets whose table lies in a file of its own: read with the course, and anew when the file changes.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inlineText } from '../../../core/course/plain-text';
import { courseText, madeFrom, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { noCache } from '../../../tests/unit/support/service';
import { readCourse } from './read-course';

const lesson = (cells: string) =>
  `---\ntitle: T\nobjectives: [Look]\n---\n\n::: sheet #pay {src=assets/pay.csv}\nMark it.\n\n${cells}\n\n> [!WHY] So.\n:::\n`;
const cells = '- [x] C3\n  > Twice.\n- [ ] A2\n  > Fine.';
const csv = 'Supplier,Invoice,Amount\r\n"Paper, and more",12,240\r\n\r\nGardens,13,"1,310.50"\r\n';

function read(files: Record<string, string>) {
  const folder = temporaryFolder();
  writeFiles(folder, { 'c/course.md': courseText('c'), ...files });
  return readCourse(join(folder, 'c'), noCache);
}
const itemOf = (course: ReturnType<typeof read>, text = 0) => {
  const item = course.texts[text]?.lessons[0]?.items[0];
  return item?.kind === 'sheet' ? item : undefined;
};

test('has the cells of the file, its head first, empty lines left out', () => {
  const course = read({ 'c/01-a.md': lesson(cells), 'c/assets/pay.csv': csv });
  expect(course.problems).toEqual([]);
  const content = itemOf(course)?.content;
  expect(content?.sheets[0]?.head.map(inlineText)).toEqual(['Supplier', 'Invoice', 'Amount']);
  expect(content?.sheets[0]?.rows.map((row) => row.cells.map(inlineText))).toEqual([
    ['Paper, and more', '12', '240'],
    ['Gardens', '13', '1,310.50'],
  ]);
  expect(content?.sheets[0]?.align).toEqual([null, 'end', 'end']);
  expect(content?.right).toEqual([[0, 1, 2]]);
  expect(content?.notes).toHaveLength(2);
});

test('another table makes another question', () => {
  const one = read({ 'c/01-a.md': lesson(cells), 'c/assets/pay.csv': csv });
  const other = read({ 'c/01-a.md': lesson(cells), 'c/assets/pay.csv': csv.replace('240', '24') });
  expect(itemOf(one)?.revision).not.toBe(itemOf(other)?.revision);
});

test('a translation has a table of its own, or that of its source', () => {
  const course = read({
    'c/01-a.md': lesson(cells),
    'c/assets/pay.csv': csv,
    'c/es/course.md': courseText('c').replace('language: en', 'language: es'),
    'c/es/01-a.md': madeFrom(lesson(cells), lesson(cells)),
    'c/es/assets/pay.csv': csv.replace('Supplier', 'Proveedor'),
  });
  expect(course.problems).toEqual([]);
  expect(inlineText(itemOf(course, 1)?.content.sheets[0]?.head[0] ?? [])).toBe('Proveedor');
});

test('what is missing is said, and nobody is asked', () => {
  const lost = read({ 'c/01-a.md': lesson(cells) });
  expect(lost.problems.map(({ rule }) => rule)).toEqual(['asset-missing']);
  expect(itemOf(lost)).toBe(undefined);
  const beyond = read({
    'c/01-a.md': lesson('- [x] D9\n  > Nowhere.'),
    'c/assets/pay.csv': csv,
  });
  expect(beyond.problems).toMatchObject([
    { rule: 'sheet-cell-unknown', file: '01-a.md', line: 9, values: { text: 'D9' } },
  ]);
  expect(itemOf(beyond)).toBe(undefined);
});

test('a long table is cut, and that is said', () => {
  const rows = Array.from({ length: 1200 }, (_, at) => `a,b,${at}`).join('\n');
  const course = read({ 'c/01-a.md': lesson(cells), 'c/assets/pay.csv': rows });
  expect(course.problems).toMatchObject([{ rule: 'file-too-large', file: 'assets/pay.csv' }]);
  expect(itemOf(course)?.content.sheets[0]?.rows).toHaveLength(999);
});
