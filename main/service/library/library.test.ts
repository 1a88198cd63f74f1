import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../core/course/limits';
import type { Problem } from '../../../core/course/problem';
import {
  courseText,
  lessonText,
  madeFrom,
  smallCourse,
  writeFiles,
} from '../../../tests/unit/support/course-files';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { noCache, wholeCourses } from '../../../tests/unit/support/service';
import { openParseCache, type ParseCache } from '../store/parse-cache';
import type { CourseFolder } from './folders';
import { Library, type LibraryCourse } from './library';

const shipped = (path: string): CourseFolder => ({ kind: 'shipped', path });
const own = (path: string): CourseFolder => ({ kind: 'own', path });

function folderWith(files: Record<string, string | Buffer>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

/** The library of folders, at a fixed day. */
const libraryOf = (
  folders: readonly CourseFolder[],
  cache: ParseCache = noCache,
  day = '2026-11-20',
): Library => new Library(folders, cache, () => new Date(`${day}T12:00:00Z`));

const idsIn = (library: Library): string[] => library.all().map(({ course }) => course.id);

const problemsOf = (library: Library, id: string): Problem[] =>
  library.find(id)?.course.problems ?? [];

/** Rule and file of each problem. */
const namesOf = (problems: readonly Problem[]): string[] =>
  problems.map(({ rule, file }) => `${rule} ${file}`);

describe('which courses there are', () => {
  test('the fixtures have no problems', () => {
    const library = libraryOf([shipped(fixtureCourses())]);
    expect(idsIn(library)).toEqual(['safe-desk', 'far-post']);
    expect(namesOf(problemsOf(library, 'safe-desk'))).toEqual([
      // On purpose: see the tests of languages.
      'translation-stale es/02-words.md',
    ]);
    expect(problemsOf(library, 'far-post')).toEqual([]);
  });

  test('courses of a folder go by their numbers, lessons too, folder after folder', () => {
    const first = folderWith({
      ...smallCourse('10-ten', 'ten'),
      ...smallCourse('2-two', 'two'),
      ...smallCourse('01-one', 'one'),
      '01-one/10-last.md': lessonText('Last'),
      '01-one/9-before.md': lessonText('Before'),
    });
    const second = folderWith(smallCourse('00-zero', 'zero'));
    const library = libraryOf([shipped(first), own(second)]);
    expect(idsIn(library)).toEqual(['one', 'two', 'ten', 'zero']);
    expect(library.find('one')?.course.texts[0].lessons.map(({ id }) => id)).toEqual([
      'first',
      'before',
      'last',
    ]);
  });

  test('only folders with Markdown are courses; hidden ones and files are passed over', () => {
    const folder = folderWith({
      ...smallCourse('01-one', 'one'),
      'pictures/desk.svg': '<svg/>',
      '.git/readme.md': 'hidden',
      'notes.md': 'beside the courses',
      '01-one/.draft.md': 'hidden',
      '01-one/glossary.md': 'no lesson',
      '01-one/README.md': 'no lesson',
    });
    const library = libraryOf([shipped(folder)]);
    expect(idsIn(library)).toEqual(['one']);
    expect(library.find('one')?.course.texts[0].lessons).toHaveLength(1);
    expect(library.find('one')?.course.files).toEqual([
      '01-first.md',
      'README.md',
      'course.md',
      'glossary.md',
    ]);
  });

  test.each([
    ['1.10.0', '1.9.0', 'shipped'],
    ['1.9.0', '1.10.0', 'own'],
    ['1.0.0', '1.0.0-draft.2', 'shipped'],
    ['1.0.0', '1.0.0', 'own'],
  ])('of shipped %s and own %s the %s one is taken', (a, b, expected) => {
    const folders = [
      shipped(folderWith(smallCourse('01-same', 'same', a))),
      own(folderWith(smallCourse('07-same', 'same', b))),
    ] as const;
    const library = libraryOf(folders);
    const root = library.find('same')?.root ?? '';
    expect(folders.find(({ path }) => root.startsWith(path))?.kind).toBe(expected);
    expect(problemsOf(library, 'same')).toEqual([]);
    expect(library.all()).toHaveLength(1);
  });

  test('a copy without a readable version does not push out a good one', () => {
    const broken = folderWith({ '01-same/course.md': courseText('same', 'soon') });
    const library = libraryOf([
      shipped(folderWith(smallCourse('01-same', 'same', '1.0.0'))),
      own(broken),
    ]);
    expect(library.find('same')?.course.version).toBe('1.0.0');
  });

  test('two with the same id in one folder: the first is kept and says so', () => {
    const folder = folderWith({
      ...smallCourse('01-a', 'same'),
      ...smallCourse('02-b', 'same', '9.0.0'),
    });
    const library = libraryOf([shipped(folder)]);
    expect(library.find('same')?.root).toBe(join(folder, '01-a'));
    expect(problemsOf(library, 'same')).toEqual([
      {
        rule: 'course-id-double',
        file: 'course.md',
        line: 1,
        column: 1,
        values: { id: 'same', other: join(folder, '02-b') },
      },
    ]);
  });

  test('a double in one folder is no mistake of the newer course in another', () => {
    const doubles = { ...smallCourse('01-a', 'same'), ...smallCourse('02-b', 'same') };
    const newer = folderWith(smallCourse('01-c', 'same', '2.0.0'));
    const library = libraryOf([shipped(folderWith(doubles)), own(newer)]);
    expect(library.find('same')?.course.version).toBe('2.0.0');
    expect(problemsOf(library, 'same')).toEqual([]);
  });

  test('a folder named by hand may be a course itself; one that is missing is told', () => {
    const folder = folderWith(smallCourse('mine', 'mine'));
    const missing = join(folder, 'nowhere');
    expect(idsIn(libraryOf([{ kind: 'extra', path: join(folder, 'mine') }]))).toEqual(['mine']);
    const library = libraryOf([shipped(missing), own(missing), { kind: 'extra', path: missing }]);
    expect(library.all()).toEqual([]);
    expect(library.unreadableFolders).toEqual([missing]);
  });

  test('a file in the place of a folder is told, and the other folders are read', () => {
    const file = join(folderWith({ courses: 'a file' }), 'courses');
    const library = libraryOf([own(file), shipped(folderWith(smallCourse('01-one', 'one')))]);
    expect(idsIn(library)).toEqual(['one']);
    expect(library.unreadableFolders).toEqual([file]);
  });
});

describe('a broken course or lesson does not hide the others', () => {
  const latin1 = Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1');

  test('a course without course.md, one that cannot be read and one without lessons', () => {
    const folder = folderWith({
      '01-no-course/01-first.md': lessonText('First'),
      '02-latin/course.md': latin1,
      '02-latin/01-first.md': lessonText('First'),
      '03-empty/course.md': courseText('empty'),
      '04-yaml/course.md': '---\ntitle: [\n---\n',
      ...smallCourse('05-good', 'good'),
    });
    const library = libraryOf([shipped(folder)]);
    expect(idsIn(library)).toEqual(['no-course', 'latin', 'empty', 'yaml', 'good']);
    expect(namesOf(problemsOf(library, 'no-course'))).toEqual(['course-file-missing course.md']);
    expect(namesOf(problemsOf(library, 'latin'))).toEqual(['file-not-utf8 course.md']);
    expect(library.find('latin')?.course.texts[0].lessons[0]?.matter.title).toBe('First');
    expect(namesOf(problemsOf(library, 'empty'))).toEqual(['course-without-lessons course.md']);
    expect(namesOf(problemsOf(library, 'yaml'))).toContain('matter-yaml course.md');
    expect(problemsOf(library, 'good')).toEqual([]);
  });

  test('a lesson that is not UTF-8 keeps its place and says why it is empty', () => {
    const folder = folderWith({
      ...smallCourse('01-one', 'one'),
      '01-one/02-second.md': latin1,
      '01-one/03-third.md': lessonText('Third'),
    });
    const library = libraryOf([shipped(folder)]);
    const lessons = library.find('one')?.course.texts[0].lessons ?? [];
    expect(lessons.map(({ id, broken }) => [id, broken])).toEqual([
      ['first', false],
      ['second', true],
      ['third', false],
    ]);
    expect(namesOf(problemsOf(library, 'one'))).toEqual(['file-not-utf8 02-second.md']);
  });

  test('a folder called like a lesson is none', () => {
    const folder = folderWith({
      ...smallCourse('01-one', 'one'),
      '01-one/02-x.md/note.txt': 'a folder',
    });
    const library = libraryOf([shipped(folder)]);
    expect(library.find('one')?.course.texts[0].lessons).toHaveLength(1);
    expect(problemsOf(library, 'one')).toEqual([]);
  });

  test('a lesson and a picture that are too large, to the byte', () => {
    const folder = folderWith({
      ...smallCourse('01-one', 'one'),
      '01-one/02-just.md': lessonText('Just'),
      '01-one/03-large.md': lessonText('Large'),
      '01-one/assets/just.png': '',
      '01-one/assets/large.png': '',
      '01-one/assets/large.mp4': '',
    });
    const sized = (path: string, bytes: number) =>
      truncateSync(join(folder, '01-one', path), bytes);
    const spaces = ' '.repeat(limits.lessonBytes - lessonText('Just').length);
    writeFileSync(join(folder, '01-one', '02-just.md'), lessonText('Just') + spaces);
    sized('03-large.md', limits.lessonBytes + 1);
    sized('assets/just.png', limits.imageBytes);
    sized('assets/large.png', limits.imageBytes + 1);
    sized('assets/large.mp4', limits.imageBytes + 1);
    const library = libraryOf([shipped(folder)]);
    expect(
      problemsOf(library, 'one').map(({ rule, file, values }) => [rule, file, values]),
    ).toEqual([
      ['file-too-large', '03-large.md', { limit: '2 MB' }],
      ['file-too-large', 'assets/large.png', { limit: '20 MB' }],
    ]);
    expect(library.find('one')?.course.texts[0].lessons.map(({ broken }) => broken)).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('a course of too many files', () => {
    const folder = folderWith(smallCourse('01-one', 'one'));
    mkdirSync(join(folder, '01-one', 'many'));
    for (let n = 0; n <= limits.courseFiles; n++) {
      writeFileSync(join(folder, '01-one', 'many', `${n}.txt`), '');
    }
    const library = libraryOf([shipped(folder)]);
    expect(namesOf(problemsOf(library, 'one'))).toEqual(['too-many-files .']);
  });

  test.skipIf(process.platform === 'win32')('what is linked to is not part of a course', () => {
    const outside = folderWith({
      ...smallCourse('far', 'far'),
      'secret.md': lessonText('Secret'),
      'secret.svg': '<svg/>',
    });
    const folder = folderWith({
      ...smallCourse('01-one', 'one'),
      '01-one/assets/real.svg': '<svg/>',
    });
    const link = (to: string, from: string) => symlinkSync(join(outside, to), join(folder, from));
    link('secret.md', '01-one/02-linked.md');
    link('secret.svg', '01-one/assets/linked.svg');
    link('far', '01-one/es');
    link('far', '02-linked');
    link('nowhere', '01-one/03-dangling.md');
    const library = libraryOf([shipped(folder)]);
    expect(idsIn(library)).toEqual(['one']);
    expect(library.find('one')?.course.files).toEqual([
      '01-first.md',
      'assets/real.svg',
      'course.md',
    ]);
  });
});

describe('what only the whole library knows', () => {
  const fact = (id: string): string =>
    `- id: ${id}\n  text: So it is.\n  source: A book\n  read: 2026-11-01\n  jurisdiction: INT\n`;
  const first = lessonText('First', 'facts: [K-1, K-9]');
  const naming = (facts: string) => ({
    'facts.yml': facts,
    '01-one/course.md': courseText('one', '1.0.0', 'facts: [K-1, K-8]'),
    '01-one/01-first.md': first,
    '01-one/es/course.md': courseText('one', '1.0.0').replace('language: en', 'language: es'),
    '01-one/es/01-first.md': madeFrom(first, lessonText('Primera', 'facts: [K-7]')),
    ...smallCourse('02-two', 'two'),
  });

  test('facts that are not in the list, in the course, its lessons and their translations', () => {
    const library = libraryOf([shipped(folderWith(naming(fact('K-1'))))]);
    expect(
      problemsOf(library, 'one').map(({ rule, file, values }) => [rule, file, values.id]),
    ).toEqual([
      ['fact-unknown', '01-first.md', 'K-9'],
      ['fact-unknown', 'course.md', 'K-8'],
      ['fact-unknown', 'es/01-first.md', 'K-7'],
    ]);
    expect(problemsOf(library, 'two')).toEqual([]);
    expect(
      problemsOf(
        libraryOf([shipped(folderWith(naming(['K-1', 'K-7', 'K-8', 'K-9'].map(fact).join(''))))]),
        'one',
      ),
    ).toEqual([]);
  });

  test.each([
    ['no YAML', '- id: [', /^Flow sequence/],
    ['no list', 'id: K-1', /expected array/],
    ['an entry without a source', `${fact('K-1')}- id: K-2\n  text: So.\n`, /^entry 2, source$/],
    ['an entry that is a word', `${fact('K-1')}- K-2\n`, /^entry 2$/],
  ])('a list that cannot be used is told by the courses that name facts: %s', (_, list, reason) => {
    const library = libraryOf([shipped(folderWith(naming(list)))]);
    expect(problemsOf(library, 'one')).toEqual([
      expect.objectContaining({
        rule: 'file-unreadable',
        file: '../facts.yml',
        values: { reason: expect.stringMatching(reason) },
      }),
    ]);
    expect(problemsOf(library, 'two')).toEqual([]);
  });

  test('without a list nothing is known about facts', () => {
    const { 'facts.yml': _, ...courses } = naming('');
    expect(problemsOf(libraryOf([own(folderWith(courses))]), 'one')).toEqual([]);
  });

  test('a prerequisite that no folder has', () => {
    const second = folderWith({
      '01-b/course.md': courseText('b', '1.0.0', 'prerequisites: [a, c]'),
      '01-b/01-first.md': lessonText('First'),
    });
    const library = libraryOf([own(second), shipped(folderWith(smallCourse('01-a', 'a')))]);
    expect(problemsOf(library, 'b').map(({ rule, values }) => [rule, values])).toEqual([
      ['prerequisite-unknown', { id: 'c' }],
    ]);
  });

  test.each([
    ['2027-11-01', []],
    ['2027-11-03', ['review-overdue course.md']],
  ])('facts checked on 2026-11-01, seen on %s', (day, expected) => {
    const folder = folderWith({
      '01-a/course.md': courseText('a', '1.0.0', 'reviewed: 2026-11-01'),
      '01-a/01-first.md': lessonText('First'),
    });
    expect(namesOf(problemsOf(libraryOf([shipped(folder)], noCache, day), 'a'))).toEqual(expected);
  });
});

describe('what was parsed once', () => {
  /** Stamps say when something was read: not compared. */
  const stamped = (courses: LibraryCourse[], like: LibraryCourse[]): LibraryCourse[] =>
    courses.map((each, at) => ({ ...each, stamp: like[at]?.stamp ?? 0 }));

  /** Counts what the cache did not have, but for what it only notes of files. */
  function counting(folder: string) {
    const cache = openParseCache(folder);
    const parsed: string[] = [];
    const counted: ParseCache = {
      ...cache,
      get: (key, parse) =>
        cache.get(key, () => {
          const name = key.split('/').slice(1, -1).join('/');
          if (name !== 'trace') parsed.push(name);
          return parse();
        }),
    };
    return { cache: counted, parsed };
  }

  test('is not parsed at the next start; only what changed is', () => {
    const courses = fixtureCourses();
    const folder = temporaryFolder();
    const first = counting(folder);
    const before = libraryOf([shipped(courses)], first.cache);
    const whole = wholeCourses(before);
    first.cache.close();
    // Nine texts and the lists of facts and paths; two outlines.
    expect(first.parsed).toHaveLength(13);

    const second = counting(folder);
    const after = libraryOf([shipped(courses)], second.cache);
    // As JSON: what comes out of the cache has no undefined.
    expect(JSON.stringify(after.all())).toBe(JSON.stringify(stamped(before.all(), after.all())));
    expect(JSON.stringify(wholeCourses(after).map(({ course }) => course))).toBe(
      JSON.stringify(whole.map(({ course }) => course)),
    );
    expect(second.parsed).toEqual([]);
    second.cache.sweep();
    second.cache.close();

    writeFileSync(join(courses, '01-safe-desk', '10-last.md'), lessonText('Another'));
    const third = counting(folder);
    wholeCourses(libraryOf([shipped(courses)], third.cache));
    third.cache.close();
    expect(third.parsed).toEqual(['outline/01-safe-desk', '10-last.md']);
  });

  test('stays, though nobody opened its course, when the cache is swept', () => {
    const courses = fixtureCourses();
    const folder = temporaryFolder();
    for (const round of ['fill', 'only look', 'open']) {
      const { cache, parsed } = counting(folder);
      const library = libraryOf([shipped(courses)], cache);
      if (round === 'open') wholeCourses(library);
      cache.sweep();
      cache.close();
      if (round !== 'fill') expect(parsed).toEqual([]);
    }
  });

  test('is read whole only for a course that is opened, and again once one of its files changed', () => {
    const courses = folderWith(smallCourse('01-one', 'one'));
    const library = libraryOf([shipped(courses)]);
    const [found] = library.all();
    if (!found) expect.unreachable();
    expect(found.course.texts[0].lessons[0]).not.toHaveProperty('prose');
    const whole = library.open(found);
    expect(whole.texts[0].lessons[0]?.prose.length).toBeGreaterThan(0);
    expect(library.open(found).texts).toBe(whole.texts);
  });

  test('the same text under another name is another result', () => {
    const courses = folderWith({
      ...smallCourse('01-one', 'one'),
      '01-one/02-second.md': lessonText('First of one'),
    });
    const { cache } = counting(temporaryFolder());
    const lessons = libraryOf([shipped(courses)], cache).find('one')?.course.texts[0].lessons;
    cache.close();
    expect(lessons?.map(({ file }) => file)).toEqual(['01-first.md', '02-second.md']);
  });
});
