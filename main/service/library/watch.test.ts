import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  courseText,
  lessonText,
  smallCourse,
  writeFiles,
} from '../../../tests/unit/support/course-files';
import { temporaryFolder, until } from '../../../tests/unit/support/folders';
import { noCache } from '../../../tests/unit/support/service';
import type { CourseFolder } from './folders';
import { Library } from './library';

/** Until the files just written are older than the reading that follows. */
const untilOlder = () => new Promise((resume) => setTimeout(resume, 50));

/** A library that is being watched, over a folder with two courses. */
async function watched(more: (folder: string) => readonly CourseFolder[] = () => []) {
  const folder = temporaryFolder();
  writeFiles(folder, {
    ...smallCourse('courses/01-one', 'one'),
    ...smallCourse('courses/02-two', 'two'),
    'courses/01-one/assets/desk.svg': '<svg/>',
  });
  const courses = join(folder, 'courses');
  await untilOlder();
  const library = new Library([{ kind: 'shipped', path: courses }, ...more(folder)], noCache);
  onTestFinished(() => library.close());
  const onChange = vi.fn();
  await library.watch(onChange);
  return { library, folder, courses, onChange };
}

const titleIn = (library: Library, id: string): string | undefined =>
  library.find(id)?.course.texts[0].lessons[0]?.matter.title;

test('an edited lesson is seen, and only its course gets a new stamp', async () => {
  const { library, courses, onChange } = await watched();
  const [one, two] = [library.find('one')?.stamp, library.find('two')?.stamp];
  writeFileSync(join(courses, '01-one', '01-first.md'), lessonText('Edited'));
  await until(() => titleIn(library, 'one') === 'Edited', 'the edited lesson');
  expect(onChange).toHaveBeenCalled();
  expect(library.find('one')?.stamp).not.toBe(one);
  expect(library.find('two')?.stamp).toBe(two);
});

test('so is one that was edited after it was read and before the watch began', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, smallCourse('courses/01-one', 'one'));
  const courses = join(folder, 'courses');
  const library = new Library([{ kind: 'shipped', path: courses }], noCache);
  onTestFinished(() => library.close());
  writeFileSync(join(courses, '01-one', '01-first.md'), lessonText('In between'));
  const onChange = vi.fn();
  await library.watch(onChange);
  await until(() => titleIn(library, 'one') === 'In between', 'the edited lesson');
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('what nobody touched is no news', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, smallCourse('courses/01-one', 'one'));
  await untilOlder();
  const library = new Library([{ kind: 'shipped', path: join(folder, 'courses') }], noCache);
  const onChange = vi.fn();
  await library.watch(onChange);
  await new Promise((resume) => setTimeout(resume, 400));
  await library.close();
  expect(onChange).not.toHaveBeenCalled();
});

test('so is one that an editor writes beside the old one and renames', async () => {
  const { library, courses } = await watched();
  const file = join(courses, '01-one', '01-first.md');
  writeFileSync(`${file}.tmp`, lessonText('Renamed'));
  renameSync(`${file}.tmp`, file);
  await until(() => titleIn(library, 'one') === 'Renamed', 'the renamed lesson');
  expect(library.find('one')?.course.problems).toEqual([]);
});

test('a changed picture gives its course a new stamp', async () => {
  const { library, courses } = await watched();
  const [one, two] = [library.find('one')?.stamp, library.find('two')?.stamp];
  writeFileSync(join(courses, '01-one', 'assets', 'desk.svg'), '<svg><title>New</title></svg>');
  await until(() => library.find('one')?.stamp !== one, 'a new stamp');
  expect(library.find('two')?.stamp).toBe(two);
});

test('a course that is added, deleted and added again', async () => {
  const { library, courses } = await watched();
  const ids = () => library.all().map(({ course }) => course.id);
  writeFiles(courses, smallCourse('03-three', 'three'));
  await until(() => titleIn(library, 'three') === 'First of three', 'the added course');
  expect(ids()).toEqual(['one', 'two', 'three']);
  rmSync(join(courses, '01-one'), { recursive: true });
  await until(() => library.find('one') === undefined, 'the deleted course to go');
  expect(ids()).toEqual(['two', 'three']);
  writeFiles(courses, smallCourse('01-one', 'one', '2.0.0'));
  await until(() => library.find('one')?.course.version === '2.0.0', 'the course to come back');
  expect(titleIn(library, 'one')).toBe('First of one 2.0.0');
});

test('a changed list of facts is seen though no course changed', async () => {
  const { library, courses } = await watched();
  writeFiles(courses, { '02-two/course.md': courseText('two', '1.0.1', 'facts: [K-1]') });
  await until(() => library.find('two')?.course.version === '1.0.1', 'the course with a fact');
  expect(library.find('two')?.course.problems).toEqual([]);
  writeFiles(courses, { 'facts.yml': '[]' });
  await until(() => library.find('two')?.course.problems.length === 1, 'the list without the fact');
});

test('the person’s own folder is there to be found, and what is put there is seen', async () => {
  const { library, folder } = await watched((at) => [
    { kind: 'own', path: join(at, 'data', 'own') },
  ]);
  const own = join(folder, 'data', 'own');
  expect(existsSync(own)).toBe(true);
  writeFiles(own, smallCourse('mine', 'mine'));
  await until(() => titleIn(library, 'mine') !== undefined, 'the own course');
});

test('a folder that appears after the start is seen, with what is put there later', async () => {
  const { library, folder } = await watched((at) => [
    { kind: 'machine', path: join(at, 'not', 'yet', 'courses') },
  ]);
  const machine = join(folder, 'not', 'yet', 'courses');
  expect(existsSync(machine)).toBe(false);
  writeFiles(machine, smallCourse('from-it', 'from-it'));
  await until(() => library.find('from-it') !== undefined, 'the new folder');
  writeFiles(machine, { 'from-it/01-first.md': lessonText('Later') });
  await until(() => titleIn(library, 'from-it') === 'Later', 'the later lesson');
});

test('an edit that breaks a lesson leaves the rest of the library standing', async () => {
  const { library, courses } = await watched();
  writeFileSync(join(courses, '01-one', '01-first.md'), Buffer.from('caf\xe9', 'latin1'));
  await until(() => library.find('one')?.course.problems.length === 1, 'the problem');
  expect(library.find('one')?.course.problems[0]?.rule).toBe('file-not-utf8');
  expect(titleIn(library, 'two')).toBe('First of two');
});

test('once closed, nothing is read any more', async () => {
  const { library, courses, onChange } = await watched();
  // Closed after the change was seen, before it was read.
  const change = new Promise((seen) => {
    const watcher = watch(courses, { ignoreInitial: true }).on('all', seen);
    onTestFinished(() => watcher.close());
    watcher.once('ready', () => {
      writeFileSync(join(courses, '01-one', '01-first.md'), lessonText('Too late'));
    });
  });
  await change;
  await library.close();
  const other = new Library([{ kind: 'shipped', path: courses }], noCache);
  const seen = vi.fn();
  await other.watch(seen);
  writeFileSync(join(courses, '02-two', '01-first.md'), lessonText('Seen'));
  await until(() => seen.mock.calls.length > 0, 'the other library to see it');
  await other.close();
  expect(onChange).not.toHaveBeenCalled();
  expect(titleIn(library, 'one')).toBe('First of one');
});
