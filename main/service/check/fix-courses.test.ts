// How files are mended on disk: as a whole, only where they change, and nothing is left behind.
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import { bytesBelow, temporaryFolder } from '../../../tests/unit/support/folders';
import { fixCourse as fixes } from './fix-courses';

const fixCourse = (root: string, folder: string) => [...fixes(root, folder)];

const withoutId = (title: string): string => lessonText(title).replace(' #one', '');

function course(files: Record<string, string | Buffer> = {}): string {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'c/course.md': courseText('c'),
    'c/01-first.md': withoutId('First'),
    'c/02-second.md': lessonText('Second'),
    ...files,
  });
  return folder;
}

const names = (folder: string): string[] => readdirSync(folder, { recursive: true }) as string[];

test('what was written is told, what was right is not touched, and the second time all is', () => {
  const folder = course({ 'c/es/course.md': courseText('c', '1.0.0', 'authors: [A] ') });
  const before = names(folder);
  const old = new Date('2020-01-01');
  utimesSync(join(folder, 'c/02-second.md'), old, old);
  expect(fixCourse(join(folder, 'c'), folder)).toEqual([
    { file: 'c/01-first.md', ids: [{ line: 8, id: 'which' }], lines: 0, finalNewline: false },
    { file: 'c/es/course.md', ids: [], lines: 1, finalNewline: false },
  ]);
  expect(names(folder)).toEqual(before);
  expect(readFileSync(join(folder, 'c/01-first.md'), 'utf8')).toBe(
    lessonText('First').replace('#one', '#which'),
  );
  expect(statSync(join(folder, 'c/02-second.md')).mtime).toEqual(old);

  const mended = bytesBelow(folder);
  expect(fixCourse(join(folder, 'c'), folder)).toEqual([]);
  expect(bytesBelow(folder)).toEqual(mended);
});

test('a translation gets the ids that its source has just been given; its hash stays', () => {
  const spanish = withoutId('Primera').replace('objectives', 'source: "0000"\nobjectives');
  const folder = course({
    'c/es/course.md': courseText('c').replace('language: en', 'language: es'),
    'c/es/01-first.md': spanish.replace('Which?', '¿Cuál?'),
  });
  fixCourse(join(folder, 'c'), folder);
  const text = readFileSync(join(folder, 'c/es/01-first.md'), 'utf8');
  expect(text).toContain('::: choice #which\n¿Cuál?');
  expect(text).toContain('source: "0000"\n');
});

test('only the texts of the course are mended', () => {
  const files = {
    'c/README.md': 'a ',
    'c/assets/a.md': 'a ',
    'c/assets/a.svg': '<svg/> ',
    'c/deep/er/a.md': 'a ',
    'c/03-latin.md': Buffer.from('---\ntitle: Caf\xe9 \n---\n', 'latin1'),
    'facts.yml': '[] ',
  };
  const folder = course({ ...files, 'c/01-first.md': lessonText('First') });
  const before = bytesBelow(folder);
  expect(fixCourse(join(folder, 'c'), folder)).toEqual([]);
  expect(bytesBelow(folder)).toEqual(before);
});

test.skipIf(process.platform === 'win32')('a file keeps its permissions', () => {
  const folder = course();
  chmodSync(join(folder, 'c/01-first.md'), 0o640);
  fixCourse(join(folder, 'c'), folder);
  expect(statSync(join(folder, 'c/01-first.md')).mode & 0o777).toBe(0o640);
});
