// Which files of a course are read at a start: none, once they were seen as they lie there.
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { openParseCache } from '../store/parse-cache';
import { clockSlackMilliseconds, readOutline } from './read-course';

const read: string[] = [];
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readFileSync = (...args: Parameters<typeof fs.readFileSync>) => {
    read.push(basename(String(args[0])));
    return fs.readFileSync(...args);
  };
  return { ...fs, readFileSync };
});

/** As if so much time had passed since the files were written. */
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => void vi.useRealTimers());

/** A course folder, and a function that reads its outline as a new start of the app does. */
function course() {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'course.md': courseText('desk'),
    '01-first.md': lessonText('First'),
  });
  const cacheFolder = temporaryFolder();
  const titles = (): string[] => {
    read.length = 0;
    const cache = openParseCache(cacheFolder);
    const { outline } = readOutline(folder, cache);
    cache.sweep();
    cache.close();
    return outline.texts[0].lessons.map(({ matter }) => matter.title);
  };
  return { folder, titles };
}

test('a course that lies there as before is not read again', () => {
  const { titles } = course();
  later(60_000);
  expect(titles()).toEqual(['First']);
  expect(read.sort()).toEqual(['01-first.md', 'course.md']);
  for (const _ of ['the second start', 'the third']) {
    expect(titles()).toEqual(['First']);
    expect(read).toEqual([]);
  }
});

test('a changed lesson is read, also one of the same length', () => {
  const { folder, titles } = course();
  later(60_000);
  titles();
  writeFileSync(join(folder, '01-first.md'), lessonText('Forth'));
  later(60_000);
  expect(titles()).toEqual(['Forth']);
});

test('what was written a moment ago is read again: another change could bear the same time', () => {
  const { titles } = course();
  titles();
  titles();
  expect(read).toHaveLength(2);
  later(clockSlackMilliseconds * 2);
  titles();
  titles();
  expect(read).toEqual([]);
});
