// Bringing in a real folder: what lies on the disk at the end, what stays in memory, and that stopping leaves nothing.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportView } from '../../../core/views';
import { writeFiles } from '../../../tests/unit/support/course-files';
import { bytesBelow, temporaryFolder, until } from '../../../tests/unit/support/folders';
import { Harness } from '../../../tests/unit/support/service';
import { type Imports, type ImportsOptions, openImports } from './imports';

/** Twenty pages in each of a hundred folders, with links between them and a picture each. */
const pages = 2000;
const wordsInPage = 2000;

function writePages(folder: string): void {
  const words = 'word '.repeat(wordsInPage);
  for (let page = 0; page < pages; page++) {
    const path = join(folder, `part-${page % 100}`, `page-${page}.md`);
    mkdirSync(dirname(path), { recursive: true });
    const next = (page + 1) % pages;
    writeFileSync(
      path,
      `# Page ${page}\n\n[next](../part-${next % 100}/page-${next}.md#more) ![p](../img/${page % 50}.png)\n\n## More\n\n${words}\n`,
    );
  }
  mkdirSync(join(folder, 'img'));
  for (let at = 0; at < 50; at++) writeFileSync(join(folder, 'img', `${at}.png`), `picture ${at}`);
}

let source: string;
beforeAll(() => {
  source = join(temporaryFolder(), 'Big folder');
  mkdirSync(source);
  writePages(source);
});

interface Desk {
  imports: Imports;
  into: string;
  /** Each view that a screen would have been told of. */
  seen: ImportView[];
  done: number;
}

function desk(change: Partial<ImportsOptions> = {}): Desk {
  const into = join(temporaryFolder(), 'courses');
  const found: Desk = {
    into,
    seen: [],
    done: 0,
    imports: openImports({
      into,
      isTaken: () => false,
      isForbidden: () => false,
      // Each page is told, so that nothing hangs on how fast it goes.
      progressMilliseconds: 0,
      onProgress: () => void found.seen.push(found.imports.view()),
      onDone: () => void found.done++,
      log: (words, error) => {
        throw new Error(words, { cause: error });
      },
      ...change,
    }),
  };
  return found;
}

const namesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).sort() : [];

describe('a folder of two thousand pages', () => {
  test('comes in whole, with progress, and others get their turn', async () => {
    const found = desk();
    const { imports, into, seen } = found;
    imports.start(source);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await imports.idle();
    clearInterval(timer);
    expect(imports.view()).toEqual({
      state: 'done',
      name: 'Big folder',
      courses: ['big-folder'],
      counts: { kept: pages, changed: 0, 'left-out': 0 },
    });
    expect(namesIn(into)).toEqual(['big-folder']);
    const course = join(into, 'big-folder');
    const files = bytesBelow(course);
    expect(files.size).toBe(pages + 50 + 1);
    expect(files.get(join(course, 'assets', '7.png'))?.toString()).toBe('picture 7');
    const lesson = files.get(join(course, '0001-page-0.md'))?.toString() ?? '';
    expect(lesson).toContain('[next](0021-page-1.md#more) ![p](assets/0.png)');
    expect(lesson).toContain('minutes: 11');
    expect(turns).toBeGreaterThan(2);
    const shares = seen.flatMap((view) =>
      view.state === 'running' && view.of > 0 ? [view.done / view.of] : [],
    );
    expect(shares.length).toBeGreaterThanOrEqual(2 * pages);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(seen.at(-1)?.state).toBe('done');
    expect(found.done).toBe(1);
    // A part at a time; beyond the end there is nothing.
    expect(imports.report(0, 2)).toMatchObject({
      total: pages,
      entries: [{ message: 'page' }, { message: 'page' }],
    });
    expect(imports.report(pages, 10).entries).toEqual([]);
  });

  test('never holds more than a part of the texts', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const whole = pages * wordsInPage * 'word '.length;
    const samples: number[] = [];
    let calls = 0;
    const { imports } = desk({
      onProgress: () => {
        if (++calls % 500 === 0) samples.push(heap());
      },
    });
    const before = heap();
    imports.start(source);
    await imports.idle();
    expect(samples.length).toBeGreaterThan(1);
    expect(Math.max(...samples) - before).toBeLessThan(whole * 0.75);
  });

  test.each([
    ['at once', 0],
    ['while pages are looked at', 0.2],
    ['while lessons are written', 0.8],
  ])('stopped %s, nothing of it stays, and it can begin again', async (_, share) => {
    let isStopped = false;
    const { imports, into } = desk({
      onProgress: () => {
        const view = imports.view();
        if (view.state !== 'running' || isStopped) return;
        if (share > 0 && (view.of === 0 || view.done / view.of < share)) return;
        isStopped = true;
        imports.cancel();
      },
    });
    imports.start(source);
    if (share === 0) imports.cancel();
    await imports.idle();
    expect(imports.view()).toEqual({ state: 'cancelled', name: 'Big folder' });
    expect(namesIn(into)).toEqual([]);
    isStopped = true;
    writeFiles(join(into, '..', 'small'), { 'a.md': '# A\n\nx\n' });
    imports.start(join(into, '..', 'small'));
    await imports.idle();
    expect(namesIn(into)).toEqual(['small']);
  });
});

describe('what lies in the folder', () => {
  const bring = async (
    files: Record<string, string | Buffer>,
    prepare: (folder: string) => void = () => {},
  ) => {
    const folder = join(temporaryFolder(), 'given');
    writeFiles(folder, files);
    prepare(folder);
    const found = desk();
    found.imports.start(folder);
    await found.imports.idle();
    const texts = [...(existsSync(found.into) ? bytesBelow(found.into) : [])].map(
      ([path, bytes]): [string, string] => [
        path.slice(found.into.length + 1).replaceAll('\\', '/'),
        bytes.toString(),
      ],
    );
    return { ...found, texts: new Map(texts), entries: found.imports.report(0, 1000).entries };
  };

  test('links are not followed, hidden folders and those of programs not looked into', async () => {
    const secret = join(temporaryFolder(), 'secret');
    writeFiles(secret, { 'plan.md': '# Secret plan\n\nx\n', 'pic.png': 'secret' });
    const { texts, entries } = await bring(
      {
        'a.md': '# A\n\n[s](linked.md) [t](folder/plan.md) ![p](pic.png)\n',
        'b.md': '# B\n\nx\n',
        '.git/c.md': '# C\n\nx\n',
        'node_modules/d/README.md': '# D\n\nx\n',
      },
      (folder) => {
        symlinkSync(join(secret, 'plan.md'), join(folder, 'linked.md'));
        symlinkSync(secret, join(folder, 'folder'));
        symlinkSync(join(secret, 'pic.png'), join(folder, 'pic.png'));
      },
    );
    expect([...texts.keys()].sort()).toEqual(['given/01-a.md', 'given/02-b.md', 'given/course.md']);
    expect(texts.get('given/01-a.md')).toMatch(/\n\ns t\n$/);
    expect(entries.filter(({ what }) => what === 'left-out').map(({ message }) => message)).toEqual(
      ['link-missing', 'link-missing', 'picture-missing'],
    );
  });

  test('pages that are no UTF-8, and pictures that are too large', async () => {
    const { texts, entries } = await bring(
      {
        'a.md': '# A\n\n![p](big.png)\n',
        'b.md': '# B\n\nx\n',
        'latin.md': Buffer.from('# Caf\xe9\n\nx\n', 'latin1'),
        'big.png': '',
      },
      (folder) => truncateSync(join(folder, 'big.png'), 21 * 1024 * 1024),
    );
    expect([...texts.keys()].sort()).toEqual(['given/01-a.md', 'given/02-b.md', 'given/course.md']);
    expect(
      entries
        .filter(({ what }) => what === 'left-out')
        .map(({ file, message }) => `${file} ${message}`),
    ).toEqual(['latin.md page-unreadable', 'a.md asset-too-large', ' unused']);
  });

  test('a name that is taken gets a number', async () => {
    const folder = join(temporaryFolder(), 'given');
    writeFiles(folder, { 'a.md': '# A\n\nx\n', 'b.md': '# B\n\nx\n' });
    const { imports, into } = desk({ isTaken: (id) => id === 'given' });
    writeFiles(into, { 'given-2/course.md': 'mine' });
    imports.start(folder);
    await imports.idle();
    expect(imports.view()).toMatchObject({ state: 'done', courses: ['given-3'] });
    expect(namesIn(into)).toEqual(['given-2', 'given-3']);
    expect(
      bytesBelow(join(into, 'given-2'))
        .get(join(into, 'given-2', 'course.md'))
        ?.toString(),
    ).toBe('mine');
  });

  test('a folder without pages changes nothing, and says so', async () => {
    const { imports, into } = await bring({ 'a.txt': 'x' });
    expect(imports.view()).toMatchObject({ state: 'failed', error: { kind: 'bad-file' } });
    expect(namesIn(into)).toEqual([]);
  });

  test('what a stopped computer left behind goes with the next import', async () => {
    const folder = join(temporaryFolder(), 'given');
    writeFiles(folder, { 'a.md': '# A\n\nx\n' });
    const { imports, into } = desk();
    writeFiles(into, { '.import-old/x/course.md': 'half' });
    imports.start(folder);
    await imports.idle();
    expect(namesIn(into)).toEqual(['given']);
  });

  test('where nothing can be written, nothing changes and the reason is told', async () => {
    const folder = join(temporaryFolder(), 'given');
    writeFiles(folder, { 'a.md': '# A\n\nx\n' });
    const { imports, into } = desk();
    writeFileSync(into, 'a file in the way');
    imports.start(folder);
    await imports.idle();
    expect(imports.view()).toMatchObject({ state: 'failed', error: { kind: 'not-writable' } });
    expect(readFileSync(into, 'utf8')).toBe('a file in the way');
  });
});

describe('over the contract', () => {
  const withOwnFolder = () => {
    const own = temporaryFolder();
    return { own, desk: new Harness({ courses: [{ kind: 'own', path: own }] }) };
  };

  test('the course is in the library when it is done', async () => {
    const { desk: harness } = withOwnFolder();
    const folder = join(temporaryFolder(), 'Hand book');
    writeFiles(folder, {
      'README.md': '# The handbook\n\nAll of it, in short.\n',
      'one.md': '# One\n\nx\n',
      'two.md': '# Two\n\ny\n',
    });
    expect(harness.ask('import.read', {})).toEqual({ state: 'none' });
    const { imports } = harness.service;
    imports.start(folder);
    expect(() => imports.start(folder)).toThrow('not-possible');
    await until(() => harness.ask('import.read', {}).state === 'done', 'the import');
    const learner = harness.learner();
    const { courses } = harness.ask('library.read', { learner, language: 'en' });
    expect(courses.map(({ id, title, errors }) => [id, title, errors])).toEqual([
      ['hand-book', 'The handbook', 0],
    ]);
    expect(harness.lesson(learner, 'hand-book', 'one')).toMatchObject({ title: 'One' });
    expect(harness.ask('import.report', { from: 0, count: 10 })).toMatchObject({ total: 3 });
  });

  test('what is no folder is refused', () => {
    const { desk: harness } = withOwnFolder();
    const file = join(temporaryFolder(), 'a.md');
    writeFileSync(file, 'x');
    const { imports } = harness.service;
    expect(() => imports.start(file)).toThrow('not-found');
    expect(() => imports.start(join(file, 'gone'))).toThrow('not-found');
    expect(() => imports.start('courses')).toThrow('bad-input');
    expect(harness.ask('import.cancel', {})).toBeNull();
    expect(harness.ask('import.read', {})).toEqual({ state: 'none' });
  });

  test('without a folder of one’s own there is nowhere to put it', () => {
    expect(() => new Harness().service.imports.start(temporaryFolder())).toThrow('not-possible');
  });
});
