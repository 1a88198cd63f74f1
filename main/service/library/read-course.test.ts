// What happens when a file goes away between the look into the folder and the reading.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { noCache } from '../../../tests/unit/support/service';
import { readCourse } from './read-course';

/** What somebody does to the folder just before a file of this name is read. */
const meanwhile = vi.hoisted(() => ({ name: '', act: () => {} }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    readFileSync: ((path: string, ...rest: never[]) => {
      if (meanwhile.name !== '' && String(path).endsWith(meanwhile.name)) meanwhile.act();
      return fs.readFileSync(path, ...rest);
    }) as typeof fs.readFileSync,
  };
});

test('a lesson that is gone before it could be read keeps its place', () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'course.md': courseText('one'),
    '01-first.md': lessonText('First'),
    '02-second.md': lessonText('Second'),
    '03-third.md': lessonText('Third'),
  });
  meanwhile.name = '01-first.md';
  meanwhile.act = () => rmSync(join(folder, '02-second.md'));
  const course = readCourse(folder, noCache);
  expect(course.problems).toEqual([
    {
      rule: 'file-unreadable',
      file: '02-second.md',
      line: 1,
      column: 1,
      values: { reason: 'ENOENT' },
    },
  ]);
  expect(course.texts[0].lessons.map(({ broken }) => broken)).toEqual([false, true, false]);
});
