// The index of the search: in step with the courses whatever happens to them, and to itself.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { noCache } from '../../../tests/unit/support/service';
import { openSearchIndex } from '../store/search-index';
import { makeReadOnly } from '../store/throw-away';
import { Library } from './library';
import { LibrarySearch } from './library-search';

interface Run {
  library: Library;
  search: LibrarySearch;
  log: string[];
}

/** A start of the service on these courses, with the index in that folder. */
function start(courses: string, index: string, shipped?: string): Run {
  const log: string[] = [];
  const library = new Library([{ kind: 'own', path: courses }], noCache);
  const search = new LibrarySearch(
    library,
    () => openSearchIndex(index, shipped),
    (words) => void log.push(words),
  );
  return { library, search, log };
}

/** How many steps it takes until the index is as the library is. */
function finish({ search }: Run): number {
  let steps = 0;
  while (search.step()) steps++;
  return steps;
}

const coursesFound = ({ search }: Run, words: string): string[] =>
  [...new Set(search.find(words, 'en').places.map(({ course }) => course))].sort();

const course = (id: string, word: string): Record<string, string> => ({
  [`${id}/course.md`]: courseText(id),
  [`${id}/01-first.md`]: lessonText(`Lesson about ${word}`),
});

/** A folder with three courses, each about a word of its own and one that all have. */
function three(): string {
  const folder = temporaryFolder();
  for (const id of ['alpha', 'beta', 'gamma']) writeFiles(folder, course(id, `${id}word`));
  return folder;
}

describe('only what changed is read again', () => {
  test('nothing at the second start, one course after an edit, none of one that is gone', () => {
    const courses = three();
    const index = temporaryFolder();
    const first = start(courses, index);
    expect(first.search.isReady).toBe(false);
    expect(finish(first)).toBe(3);
    expect(first.search.isReady).toBe(true);
    expect(coursesFound(first, 'lesson about')).toEqual(['alpha', 'beta', 'gamma']);
    first.search.close();

    const second = start(courses, index);
    expect(second.search.isReady).toBe(true);
    expect(coursesFound(second, 'betaword')).toEqual(['beta']);
    expect(finish(second)).toBe(0);
    second.search.close();

    writeFiles(courses, course('beta', 'deltaword'));
    rmSync(join(courses, 'alpha'), { recursive: true });
    const third = start(courses, index);
    expect(finish(third)).toBe(2);
    expect(coursesFound(third, 'deltaword')).toEqual(['beta']);
    expect(coursesFound(third, 'betaword')).toEqual([]);
    expect(coursesFound(third, 'lesson about')).toEqual(['beta', 'gamma']);
    third.search.close();
  });

  test('nothing that is in the index that came with the app; that one is left as it is', () => {
    const courses = three();
    const shipped = temporaryFolder();
    const built = start(courses, shipped);
    finish(built);
    built.search.close();
    const file = join(shipped, 'search.db');
    makeReadOnly(file);
    const before = readFileSync(file);

    writeFiles(courses, course('beta', 'deltaword'));
    const index = join(temporaryFolder(), 'cache');
    for (const steps of [1, 0]) {
      const run = start(courses, index, shipped);
      expect(finish(run)).toBe(steps);
      expect(coursesFound(run, 'lesson about')).toEqual(['alpha', 'beta', 'gamma']);
      expect(coursesFound(run, 'deltaword')).toEqual(['beta']);
      run.search.close();
    }
    expect(readFileSync(file)).toEqual(before);

    writeFileSync(file, 'no database '.repeat(999));
    const damaged = start(courses, temporaryFolder(), shipped);
    expect(finish(damaged)).toBe(3);
    expect(coursesFound(damaged, 'lesson about')).toEqual(['alpha', 'beta', 'gamma']);
    damaged.search.close();
  });

  test('what was taken in before the end is not taken in again', () => {
    const courses = three();
    const index = temporaryFolder();
    const killed = start(courses, index);
    killed.search.step();
    // Nothing is closed in order: the files are as a killed process leaves them.
    const left = temporaryFolder();
    for (const ending of ['', '-wal']) {
      writeFileSync(
        join(left, `search.db${ending}`),
        readFileSync(join(index, `search.db${ending}`)),
      );
    }
    killed.search.close();
    const again = start(courses, left);
    expect(finish(again)).toBe(2);
    expect(coursesFound(again, 'lesson about')).toEqual(['alpha', 'beta', 'gamma']);
    expect(again.log).toEqual([]);
    again.search.close();
  });

  test('courses that somebody learns stay at hand', () => {
    const courses = three();
    for (const id of ['delta', 'epsilon']) writeFiles(courses, course(id, id));
    const run = start(courses, temporaryFolder());
    const found = run.library.find('alpha');
    if (!found) throw new Error('the course is missing');
    const { texts } = run.library.open(found);
    finish(run);
    expect(run.library.open(found).texts).toBe(texts);
    run.search.close();
  });
});

test('follows the library, and says when it is done', async () => {
  const courses = three();
  const run = start(courses, temporaryFolder());
  await new Promise<void>((settle) => run.search.follow(settle));
  expect(coursesFound(run, 'gammaword')).toEqual(['gamma']);
  writeFiles(courses, course('zeta', 'zetaword'));
  run.library.load();
  await new Promise<void>((settle) => run.search.follow(settle));
  expect(coursesFound(run, 'zetaword')).toEqual(['zeta']);
  run.search.close();
});

describe('the file may be thrown away at any time', () => {
  const spoilers: Record<string, (file: string) => void> = {
    'it is no database': (file) => writeFileSync(file, 'no database at all'.repeat(500)),
    'it is cut off': (file) => writeFileSync(file, readFileSync(file).subarray(0, 6000)),
    'pages in it are damaged': (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0x5a, 8192, bytes.length - 4096);
      writeFileSync(file, bytes);
    },
    'it is of another version': (file) => {
      const db = new Database(file);
      db.pragma('user_version = 1');
      db.close();
    },
    'it is empty': (file) => writeFileSync(file, ''),
    'it is gone': (file) => rmSync(file),
  };

  test.each(Object.keys(spoilers))('%s', (name) => {
    const courses = three();
    const index = temporaryFolder();
    const first = start(courses, index);
    finish(first);
    first.search.close();
    spoilers[name]?.(join(index, 'search.db'));
    const second = start(courses, index);
    coursesFound(second, 'alphaword');
    finish(second);
    expect(coursesFound(second, 'alphaword')).toEqual(['alpha']);
    expect(coursesFound(second, 'lesson about')).toEqual(['alpha', 'beta', 'gamma']);
    expect(second.search.isReady).toBe(true);
    second.search.close();
  });

  test('where nothing can be written, all is found all the same', () => {
    const folder = temporaryFolder();
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file where the folder would be');
    const run = start(three(), blocked);
    expect(finish(run)).toBe(3);
    expect(coursesFound(run, 'betaword')).toEqual(['beta']);
    run.search.close();
  });
});

/** All that an index holds, without the numbers of its rows. */
function contentOf(index: string): unknown {
  const db = new Database(join(index, 'search.db'), { readonly: true });
  const all = (sql: string) => db.prepare(sql).all();
  const content = [
    all('SELECT * FROM course ORDER BY id'),
    all(`SELECT course, language, lesson, lesson_title, kind, key, title, passages FROM place
      ORDER BY course, language, lesson, kind, key, passages`),
    all('SELECT term, doc, cnt FROM vocabulary ORDER BY term'),
    all('SELECT word FROM form ORDER BY word'),
    all('SELECT count(*) AS forms FROM inside'),
  ];
  db.close();
  return content;
}

test('after any edits it is what a new index would be', () => {
  const ids = fc.constantFrom('alpha', 'beta', 'gamma');
  const file = fc.constantFrom('01-first.md', '02-second.md', 'es/01-first.md', 'glossary.md');
  const word = fc.constantFrom(
    'lighthouse',
    'Über',
    'كلمة',
    'contraseñas',
    'a',
    '# x',
    '::: order',
  );
  const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
  const edit = fc.oneof(
    fc.record({ does: fc.constant('write' as const), id: ids, file, words }),
    fc.record({ does: fc.constant('remove' as const), id: ids, file }),
    fc.record({ does: fc.constant('drop' as const), id: ids }),
    fc.record({ does: fc.constant('restart' as const) }),
  );
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const courses = three();
      const index = temporaryFolder();
      let run = start(courses, index);
      finish(run);
      for (const each of edits) {
        if (each.does === 'write') {
          const { id, words: written } = each;
          const content =
            each.file === 'glossary.md' ? `## ${written} term\n\nMeans.\n` : lessonText(`T ${id}`);
          writeFiles(courses, {
            [`${id}/course.md`]: courseText(id),
            [`${id}/es/course.md`]: courseText(id).replace('language: en', 'language: es'),
            [`${id}/${each.file}`]: `${content}\n${written}\n`,
          });
        } else if (each.does === 'remove') {
          rmSync(join(courses, each.id, each.file), { force: true });
        } else if (each.does === 'drop') {
          rmSync(join(courses, each.id), { recursive: true, force: true });
        }
        run.search.close();
        run = start(courses, index);
        // A restart may come before all is taken in.
        if (each.does === 'restart') run.search.step();
        else finish(run);
      }
      finish(run);
      run.search.close();
      const fresh = temporaryFolder();
      const other = start(courses, fresh);
      finish(other);
      other.search.close();
      expect(contentOf(index)).toEqual(contentOf(fresh));
    }),
    { numRuns: 12 },
  );
});
