import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyIdOf } from '../../../../core/pack/signature';
import {
  courseText,
  lessonText,
  smallCourse,
  writeFiles,
} from '../../../../tests/unit/support/course-files';
import {
  bytesBelow,
  shippedCourses,
  temporaryFolder,
} from '../../../../tests/unit/support/folders';
import {
  deskCourse,
  entriesOf,
  type Files,
  manifestOf,
  newSigner,
  PackDesk,
  sha256,
} from '../../../../tests/unit/support/pack-desk';
import { rawZip } from '../../../../tests/unit/support/raw-zip';

/** Files of a course folder by their paths in it; what a pack leaves beside them too. */
const filesIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    [...bytesBelow(root)].map(([path, bytes]) => [path.slice(root.length + 1), sha256(bytes)]),
  );

const packed = (files: Files): Buffer => rawZip(entriesOf(files));

/** A pack made elsewhere, of a course written there. */
async function packOf(files: Files, id = 'desk', signer?: ReturnType<typeof newSigner>) {
  const elsewhere = new PackDesk();
  elsewhere.author(id, files);
  return readFileSync(await elsewhere.write(id, signer?.sign));
}

describe('a course goes from one computer to another', () => {
  test('packed, taken in, and packed again it is the same, byte for byte', async () => {
    const name = fc
      .stringMatching(/^[a-z0-9é]{1,8}$/)
      .filter((each) => !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(each));
    const asset = fc.tuple(name, fc.uint8Array({ maxLength: 3000 }));
    const signer = newSigner();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(asset, { maxLength: 6, selector: ([each]) => each }),
        fc.uniqueArray(name, { minLength: 1, maxLength: 4, selector: (each) => each }),
        fc.boolean(),
        async (assets, titles, isSigned) => {
          const files: Files = { 'course.md': courseText('desk', '2.1.0') };
          for (const [at, title] of titles.entries()) {
            files[`0${at + 1}-l${at}.md`] = lessonText(`T ${title}`);
          }
          for (const [path, content] of assets) files[`assets/${path}.bin`] = Buffer.from(content);
          const bytes = await packOf(files, 'desk', isSigned ? signer : undefined);
          const here = new PackDesk();
          await here.install(here.file(bytes));
          const again = readFileSync(await here.write('desk', isSigned ? signer.sign : undefined));
          expect(again.equals(bytes)).toBe(true);
          const installed = filesIn(join(here.own, 'desk'));
          for (const [path, content] of Object.entries(files)) {
            expect(installed[path]).toBe(sha256(content));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('the bytes of a pack depend on nothing but the course', async () => {
    // A change of these is a change of the format: packs signed before could not be proven.
    expect(sha256(await packOf(deskCourse()))).toMatchInlineSnapshot(
      `"9b7f64c005d9c991d8753aa66bd4c3e02ebc9145c3b5cff24356e44a73f623b3"`,
    );
  });

  test('a shipped course can be packed and taken in', async () => {
    const [name] = readdirSync(shippedCourses).filter((each) =>
      existsSync(join(shippedCourses, each, 'course.md')),
    );
    const there = new PackDesk();
    cpSync(join(shippedCourses, name as string), join(there.own, name as string), {
      recursive: true,
    });
    there.library.reload(join(there.own, name as string));
    const [course] = there.library.all();
    const here = new PackDesk();
    const file = await there.write(course?.course.id ?? '');
    const pack = await here.look(file);
    expect(pack).toMatchObject({ installed: null, signer: { state: 'none' } });
    expect(pack.lessons).toBe(course?.course.texts[0].lessons.length);
    here.packs.install(pack.job);
    expect(here.library.find(pack.id)?.course.problems).toEqual(
      course?.course.problems.filter(({ rule }) => rule !== 'fact-unknown'),
    );
  });

  test('what a pack of another tool holds is taken in as well', async () => {
    const desk = new PackDesk();
    const entries = entriesOf(deskCourse()).map((entry) => ({ ...entry, method: 8 }));
    const file = desk.file(rawZip([{ name: 'assets/', content: '', mode: 0o40755 }, ...entries]));
    expect(await desk.install(file)).toMatchObject({
      at: 'installed',
      course: 'desk',
      updated: false,
    });
    expect(desk.library.find('desk')?.course.texts.map(({ language }) => language)).toEqual([
      'en',
      'es',
    ]);
  });
});

describe('before anything happens', () => {
  test('one sees what is in it, and nothing but staging was written', async () => {
    const desk = new PackDesk();
    const file = desk.file(packed(deskCourse()));
    const before = desk.everything();
    const { job: _, ...pack } = await desk.look(file);
    expect(pack).toEqual({
      id: 'desk',
      version: '1.0.0',
      title: 'Title of desk',
      summary: 'A course for tests.',
      language: 'en',
      languages: ['en', 'es'],
      level: 'basic',
      authors: [],
      license: null,
      minutes: 5,
      lessons: 1,
      files: 5,
      bytes: Object.values(deskCourse()).reduce((sum, each) => sum + each.length, 0),
      signer: { state: 'none' },
      installed: null,
      changes: {
        lessons: [
          { id: 'first', title: 'First', change: 'new', items: { new: 1, gone: 0, changed: 0 } },
        ],
        files: { new: 5, gone: 0, changed: 0 },
      },
    });
    expect(desk.everything()).toEqual(before);
    desk.packs.dismiss();
    expect(desk.packs.read().reading).toEqual({ at: 'none' });
    expect(desk.staged()).toEqual([]);
    expect(desk.everything()).toEqual(before);
    expect(desk.library.all()).toEqual([]);
  });

  test('it shows that it reads; cancelled, it leaves nothing and says no more', async () => {
    const desk = new PackDesk();
    const file = desk.file(
      packed({ ...deskCourse(), 'assets/film.bin': Buffer.alloc(900_000, 1) }),
    );
    const opening = desk.packs.open(file);
    expect(desk.packs.read().reading).toMatchObject({ at: 'reading', file: '1.course' });
    desk.packs.dismiss();
    await opening;
    expect(desk.packs.read().reading).toEqual({ at: 'none' });
    expect(desk.staged()).toEqual([]);
  });

  test('a second pack takes the place of the first', async () => {
    const desk = new PackDesk();
    const both = [deskCourse(), deskCourse('1.0.0', 'other')].map((files, at) =>
      desk.packs.open(desk.file(at === 0 ? packed(files) : rawZip(entriesOf(files, undefined)))),
    );
    await Promise.all(both);
    const { reading: shown } = desk.packs.read();
    // The second one says it is `desk` and is not: only it was looked at to the end.
    expect(shown).toMatchObject({
      at: 'refused',
      file: '2.course',
      failure: { kind: 'other-course' },
    });
  });
});

describe('an update', () => {
  const changed = (): Files => ({
    ...deskCourse('1.1.0'),
    '01-first.md': String(deskCourse()['01-first.md']).replace('- [ ] That', '- [ ] That one'),
    'es/01-first.md': String(deskCourse()['es/01-first.md']).replace('- [ ] That', '- [ ] Ese'),
    '02-second.md': lessonText('Second'),
  });

  test('says what it changes, takes the place of the old version, which is kept until the next start', async () => {
    const desk = new PackDesk();
    await desk.install(desk.file(packed(deskCourse())));
    const pack = await desk.look(
      desk.file(rawZip(entriesOf(changed(), manifestOf(changed(), 'desk', '1.1.0')))),
    );
    expect(pack.installed).toEqual({ version: '1.0.0', is: 'older', signer: null, edited: [] });
    expect(pack.changes.lessons).toEqual([
      { id: 'first', title: 'First', change: 'changed', items: { new: 0, gone: 0, changed: 1 } },
      { id: 'second', title: 'Second', change: 'new', items: { new: 1, gone: 0, changed: 0 } },
    ]);
    desk.packs.install(pack.job);
    expect(desk.packs.read().reading).toMatchObject({
      at: 'installed',
      version: '1.1.0',
      updated: true,
      keptAt: null,
    });
    expect(desk.library.find('desk')?.course.version).toBe('1.1.0');
    expect(readdirSync(desk.own)).toEqual(['desk']);
    expect(readdirSync(join(desk.data, 'packs', 'replaced'))).toHaveLength(1);
    desk.start();
    expect(readdirSync(join(desk.data, 'packs', 'replaced'))).toEqual([]);
    expect(desk.library.find('desk')?.course.version).toBe('1.1.0');
  });

  test('of a course that is here exactly so is none', async () => {
    const desk = new PackDesk();
    const file = desk.file(packed(deskCourse()));
    await desk.install(file);
    const pack = await desk.look(file);
    expect(pack.installed?.is).toBe('same');
    expect(() => desk.packs.install(pack.job)).toThrow('not-possible');
  });

  test('to an older version is refused', async () => {
    const shipped = temporaryFolder();
    writeFiles(shipped, smallCourse('desk', 'desk', '1.10.0'));
    const desk = new PackDesk([{ kind: 'shipped', path: shipped }]);
    expect(await desk.open(desk.file(packed(deskCourse())))).toMatchObject({
      at: 'refused',
      failure: { kind: 'older', values: { have: '1.10.0' } },
    });
    expect(desk.staged()).toEqual([]);
  });

  test('keeps aside for good what somebody changed by hand', async () => {
    const desk = new PackDesk();
    await desk.install(desk.file(packed(deskCourse())));
    const mine = join(desk.own, 'desk', '01-first.md');
    writeFileSync(mine, `${readFileSync(mine, 'utf8')}\nMy own words.\n`);
    const newer = await packOf(deskCourse('2.0.0'));
    const pack = await desk.look(desk.file(newer));
    expect(pack.installed?.edited).toEqual(['01-first.md']);
    desk.packs.install(pack.job);
    desk.start();
    const view = desk.packs.read();
    expect(view.reading.at).toBe('none');
    const [aside = ''] = readdirSync(join(desk.data, 'packs', 'edited'));
    expect(
      readFileSync(join(desk.data, 'packs', 'edited', aside, 'course', '01-first.md'), 'utf8'),
    ).toContain('My own words.');
  });

  test('keeps aside for good a course that is being written here, wherever its folder is', async () => {
    const desk = new PackDesk();
    desk.author('07-my-draft', { ...deskCourse('0.9.0'), 'notes/idea.txt': 'mine' });
    const pack = await desk.look(desk.file(packed(deskCourse())));
    expect(pack.installed).toMatchObject({ version: '0.9.0', is: 'older' });
    expect(pack.installed?.edited).toContain('notes/idea.txt');
    desk.packs.install(pack.job);
    expect(readdirSync(desk.own)).toEqual(['07-my-draft']);
    const { reading: shown } = desk.packs.read();
    const keptAt = shown.at === 'installed' ? shown.keptAt : null;
    expect(readFileSync(join(keptAt ?? '', 'notes', 'idea.txt'), 'utf8')).toBe('mine');
  });

  test('a folder that has the name and is another course stays', async () => {
    const desk = new PackDesk();
    desk.author('desk', deskCourse('1.0.0', 'other'));
    await desk.install(desk.file(packed(deskCourse())));
    expect(readdirSync(desk.own).sort()).toEqual(['desk', 'desk-2']);
    expect(
      desk.library
        .all()
        .map(({ course }) => course.id)
        .sort(),
    ).toEqual(['desk', 'other']);
  });
});

describe('who signed it', () => {
  test('nobody, somebody unknown, somebody known from then on', async () => {
    const signer = newSigner();
    const desk = new PackDesk();
    const file = desk.file(await packOf(deskCourse(), 'desk', signer));
    const pack = await desk.look(file);
    const keyId = keyIdOf(signer.publicKey);
    expect(pack.signer).toEqual({ state: 'unknown', keyId });
    desk.packs.trust(pack.job, 'Digital Skills Unit');
    const known = { state: 'known', keyId, name: 'Digital Skills Unit' };
    expect(desk.packs.read().reading).toMatchObject({ at: 'ready', pack: { signer: known } });
    desk.start();
    expect((await desk.look(file)).signer).toEqual(known);
    desk.packs.forget(keyId);
    expect(desk.packs.read().reading).toMatchObject({
      pack: { signer: { state: 'unknown', keyId } },
    });
  });

  test('an update that another one or nobody signed says so', async () => {
    const signer = newSigner();
    const desk = new PackDesk();
    await desk.install(desk.file(await packOf(deskCourse(), 'desk', signer)));
    const unknown = { state: 'unknown', keyId: keyIdOf(signer.publicKey) };
    const newer = deskCourse('1.1.0');
    for (const other of [undefined, newSigner()]) {
      const { installed } = await desk.look(desk.file(await packOf(newer, 'desk', other)));
      expect(installed?.signer).toEqual(unknown);
    }
    const { installed } = await desk.look(desk.file(await packOf(newer, 'desk', signer)));
    expect(installed?.signer).toBeNull();
  });
});

describe('taking a course away', () => {
  test('brings back the shipped one, and is undone by nothing but the pack', async () => {
    const shipped = temporaryFolder();
    writeFiles(shipped, smallCourse('desk', 'desk', '0.5.0'));
    const desk = new PackDesk([{ kind: 'shipped', path: shipped }]);
    const file = desk.file(packed(deskCourse()));
    expect(desk.packs.added('desk')).toBeNull();
    await desk.install(file);
    expect(desk.packs.added('desk')).toEqual({
      signer: { state: 'none' },
      edited: [],
      below: '0.5.0',
    });
    expect(desk.packs.remove('desk')).toEqual({ keptAt: null });
    expect(desk.library.find('desk')?.course.version).toBe('0.5.0');
    expect(readdirSync(desk.own)).toEqual([]);
    expect(() => desk.packs.remove('desk')).toThrow('not-found');
    await desk.install(file);
    expect(desk.library.find('desk')?.course.version).toBe('1.0.0');
  });

  test('does not bring back at the next start what an update had replaced', async () => {
    const desk = new PackDesk();
    await desk.install(desk.file(packed(deskCourse())));
    await desk.install(desk.file(await packOf(deskCourse('1.1.0'))));
    desk.packs.remove('desk');
    desk.start();
    expect(readdirSync(desk.own)).toEqual([]);
    expect(desk.library.all()).toEqual([]);
  });

  test('a course that no pack brought is not taken away', () => {
    const desk = new PackDesk();
    desk.author('desk', deskCourse());
    expect(desk.packs.added('desk')).toBeNull();
    expect(() => desk.packs.remove('desk')).toThrow('not-found');
    expect(desk.library.find('desk')).toBeDefined();
  });

  test('what was changed by hand is kept for good', async () => {
    const desk = new PackDesk();
    await desk.install(desk.file(packed(deskCourse())));
    writeFileSync(join(desk.own, 'desk', 'mine.txt'), 'mine');
    expect(desk.packs.added('desk')?.edited).toEqual(['mine.txt']);
    const { keptAt } = desk.packs.remove('desk');
    desk.start();
    expect(readFileSync(join(keptAt ?? '', 'mine.txt'), 'utf8')).toBe('mine');
  });
});

describe('a pack that cannot be written', () => {
  const failing = async (desk: PackDesk, file: string, course = 'desk') => {
    await desk.packs.write(course, file, async () => null);
    const view = desk.packs.read().writing;
    if (view.at !== 'failed') throw new Error(view.at);
    return view.failure;
  };

  test('leaves no file: a course with mistakes, a name that cannot travel, no folder, no course', async () => {
    const desk = new PackDesk();
    const target = join(desk.folder, 'out', 'x.course');
    mkdirSync(join(desk.folder, 'out'));
    desk.author('broken', { ...deskCourse('1.0.0', 'broken'), '02-b.md': '---\ntitle: [\n---\n' });
    expect(await failing(desk, target, 'broken')).toMatchObject({
      kind: 'course-broken',
      values: { file: '02-b.md', count: expect.any(Number) },
    });
    desk.author('desk', { ...deskCourse(), 'assets/aux.svg': '<svg/>' });
    expect(await failing(desk, target)).toEqual({
      kind: 'name',
      values: { name: 'assets/aux.svg', fault: 'device' },
    });
    rmSync(join(desk.own, 'desk', 'assets', 'aux.svg'));
    expect(await failing(desk, join(desk.folder, 'nowhere', 'x.course'))).toMatchObject({
      kind: 'not-writable',
    });
    expect(await failing(desk, target, 'no-such')).toMatchObject({ kind: 'unreadable' });
    await desk.packs.write('desk', target, async () => {
      throw new Error('the key ring is shut');
    });
    expect(desk.packs.read().writing).toMatchObject({ at: 'failed' });
    expect(readdirSync(join(desk.folder, 'out'))).toEqual([]);
  });

  test('one that is stopped leaves no file, and what stood there stays', async () => {
    const desk = new PackDesk();
    desk.author('desk', deskCourse());
    const target = desk.file(Buffer.from('before'));
    const writing = desk.packs.write('desk', target, async () => {
      desk.packs.stop();
      return null;
    });
    await writing;
    expect(desk.packs.read().writing).toEqual({ at: 'none' });
    expect(readFileSync(target, 'utf8')).toBe('before');
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
