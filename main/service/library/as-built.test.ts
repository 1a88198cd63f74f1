// Shipped courses at a start: taken as they were built, and looked at afterwards.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lessonText, smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder, until } from '../../../tests/unit/support/folders';
import { openParseCache } from '../store/parse-cache';
import type { CourseFolder } from './folders';
import { Library } from './library';
import { prepareShipped } from './prepare-shipped';

/** An app that was built with two courses. */
function built() {
  const folder = temporaryFolder();
  const courses = join(folder, 'courses');
  writeFiles(courses, {
    ...smallCourse('01-one', 'one'),
    ...smallCourse('02-two', 'two'),
    'paths.yml': pathTo('one/first'),
  });
  const prepared = join(folder, 'prepared');
  prepareShipped(courses, prepared);
  const starts = (kind: CourseFolder['kind'] = 'shipped') => {
    const cache = openParseCache(join(folder, 'cache'), prepared);
    const library = new Library([{ kind, path: courses }], cache);
    onTestFinished(async () => {
      await library.close();
      cache.close();
    });
    return library;
  };
  return { courses, starts };
}

const pathTo = (lesson: string): string =>
  `- id: basics\n  title: { en: Basics }\n  summary: { en: For all. }\n  lessons:\n    - at: ${lesson}\n      why: { en: A start. }\n`;

const ids = (library: Library): string[] => library.all().map(({ course }) => course.id);
const titleIn = (library: Library, id: string): string | undefined =>
  library.find(id)?.course.texts[0].lessons[0]?.matter.title;

test('a start does not look at them, but at all others', () => {
  const { courses, starts } = built();
  const asRead = starts('machine');
  const taken = starts();
  expect(ids(taken)).toEqual(['one', 'two']);
  expect(taken.allPaths()).toEqual(asRead.allPaths());
  expect(taken.all().map(({ fingerprint }) => fingerprint)).toEqual(
    asRead.all().map(({ fingerprint }) => fingerprint),
  );
  expect(taken.all().map(({ course }) => course)).toEqual(asRead.all().map(({ course }) => course));
  rmSync(courses, { recursive: true });
  expect(ids(starts())).toEqual(['one', 'two']);
  expect(ids(starts('machine'))).toEqual([]);
});

test('what somebody changed in them since is seen once the watch begins', async () => {
  const { courses, starts } = built();
  writeFileSync(join(courses, '01-one', '01-first.md'), lessonText('Changed'));
  writeFiles(courses, { ...smallCourse('03-three', 'three'), 'paths.yml': pathTo('two/first') });
  const library = starts();
  expect(titleIn(library, 'one')).not.toBe('Changed');
  const onChange = vi.fn();
  await library.watch(onChange);
  await until(() => titleIn(library, 'one') === 'Changed', 'the changed lesson');
  expect(ids(library)).toEqual(['one', 'two', 'three']);
  expect(library.allPaths().map(({ lessons }) => lessons[0]?.at)).toEqual(['two/first']);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('where they are as they were built, nobody is told anything, and later changes are seen', async () => {
  const { courses, starts } = built();
  const library = starts();
  const onChange = vi.fn();
  await library.watch(onChange);
  writeFiles(courses, smallCourse('03-three', 'three'));
  await until(() => ids(library).length === 3, 'the new course');
  writeFileSync(join(courses, '01-one', '01-first.md'), lessonText('Edited'));
  await until(() => titleIn(library, 'one') === 'Edited', 'the edited lesson');
  expect(ids(library)).toEqual(['one', 'two', 'three']);
});

test('once they are gone, so are they from the library', async () => {
  const { courses, starts } = built();
  const library = starts();
  rmSync(courses, { recursive: true });
  await library.watch(() => {});
  await until(() => library.all().length === 0, 'the empty library');
});
