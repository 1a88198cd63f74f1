// A disk that refuses: the file stays as it was, nothing is left beside it, and the person is told.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import { bytesBelow, temporaryFolder } from '../../../tests/unit/support/folders';
import { checkCourses } from '../check-courses';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync = (from: string, to: string): void => {
    if (to.endsWith('02-second.md')) throw Object.assign(new Error('refused'), { code: 'EPERM' });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

test('what was written before the refusal is told too', () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'c/course.md': courseText('c'),
    'c/01-first.md': `${lessonText('First')} `,
    'c/02-second.md': `${lessonText('Second')} `,
    'c/03-third.md': `${lessonText('Third')} `,
  });
  const before = bytesBelow(folder);
  expect(checkCourses(['c', '--fix'], folder, new Date())).toEqual({
    status: 2,
    output: '',
    mistake: 'c/02-second.md cannot be written (EPERM).\nc/01-first.md was written before.\n',
  });
  const after = bytesBelow(folder);
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(after.get(join(folder, 'c/02-second.md'))).toEqual(
    before.get(join(folder, 'c/02-second.md')),
  );
  expect(readdirSync(join(folder, 'c')).filter((name) => name.startsWith('.'))).toEqual([]);
});
