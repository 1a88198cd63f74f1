// A catalogue from end to end: switched on, trusted, installed from, updated by what changed, pinned, switched off.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { contentPath } from '../../../../core/catalogue/address';
import { catalogueLimits } from '../../../../core/catalogue/limits';
import { keyIdOf, keyText } from '../../../../core/pack/signature';
import { readPolicy } from '../../../../core/policy/policy';
import { CatalogueDesk, newKey } from '../../../../tests/unit/support/catalogue-desk';
import { lessonText } from '../../../../tests/unit/support/course-files';
import { bytesBelow, temporaryFolder, until } from '../../../../tests/unit/support/folders';
import { deskCourse } from '../../../../tests/unit/support/pack-desk';
import { WebFault } from '../../sync/web';
import { catalogueRules } from './rules';

const film = Buffer.alloc(catalogueLimits.pieceBytes * 2 + 77, 'film');
const course = (version: string, more: Record<string, string | Buffer> = {}) => ({
  ...deskCourse(version),
  ...more,
});

/** A computer that trusts a catalogue with one course. */
async function trusting(more = {}, ...given: ConstructorParameters<typeof CatalogueDesk>[1][]) {
  const desk = new CatalogueDesk(temporaryFolder(), given[0] ?? []);
  await desk.pack('desk', '1.0.0', course('1.0.0', more), desk.key.signPack);
  await desk.publish();
  await desk.trust();
  return desk;
}

/** As long as files are compared, it is not known. */
const compared = (desk: CatalogueDesk) =>
  until(() => desk.offer().toFetch !== null, 'the comparison');

describe('a catalogue', () => {
  test('is off, and then nobody is asked for anything', async () => {
    const desk = new CatalogueDesk(temporaryFolder());
    expect(desk.view()).toEqual({
      ...{ address: null, isManaged: false, isChecking: false, checkedAt: null, failure: null },
      ...{ question: null, lost: null, contents: null, work: null, waiting: [], outcomes: [] },
    });
    await desk.catalogue.check();
    expect(desk.view().failure).toBeNull();
    expect(desk.catalogue.origins()).toEqual([]);
    expect(desk.asked).toEqual([]);
  });

  test('asks whose key it is before it offers anything, and is then taken', async () => {
    const desk = new CatalogueDesk(temporaryFolder());
    await desk.pack('desk', '1.0.0', course('1.0.0'), desk.key.signPack);
    await desk.publish();
    await desk.catalogue.set('https://courses.example/catalogue/catalogue.json');
    const keyId = keyIdOf(desk.key.publicKey);
    expect(desk.view()).toMatchObject({
      address: desk.address,
      contents: null,
      question: {
        because: 'first',
        catalogue: 'Courses of the city',
        signer: { state: 'unknown', keyId },
        before: null,
      },
    });
    expect(() => desk.catalogue.trust('0'.repeat(32))).toThrow('not-possible');
    expect(() => desk.catalogue.get(['desk'])).toThrow('not-found');
    desk.catalogue.trust(keyId);
    expect(desk.view().question).toBeNull();
    expect(desk.view().contents).toMatchObject({ name: 'Courses of the city', version: 1 });
    expect(desk.offer()).toMatchObject({
      title: 'Title of desk',
      languages: ['en', 'es'],
      lessons: ['First'],
      state: 'new',
      here: null,
      signer: { state: 'unknown', keyId },
    });
  });

  test('installs a course, which is then there with its record', async () => {
    const desk = await trusting();
    expect(desk.offer().toFetch).toBe(desk.offer().bytes);
    expect(await desk.get()).toBe('installed 1.0.0');
    expect(desk.sent).toBe(desk.offer().bytes);
    expect(desk.library.find('desk')?.course.problems).toEqual([]);
    expect(desk.packs.added('desk')).toMatchObject({ signer: { state: 'unknown' }, edited: [] });
    await compared(desk);
    expect(desk.offer()).toMatchObject({ state: 'same', toFetch: 0, here: { removable: true } });
    expect(() => desk.catalogue.get(['desk'])).toThrow('not-possible');
    expect(readdirSync(join(desk.data, 'catalogue', 'files'))).toEqual([]);
    expect(readdirSync(join(desk.data, 'packs', 'staging'))).toEqual([]);
  });

  test('fetches of an update only the files that changed', async () => {
    const desk = await trusting({ 'assets/film.bin': film });
    await desk.get();
    const second = `${lessonText('Second')}\nNew words.\n`;
    await desk.pack(
      'desk',
      '1.1.0',
      course('1.1.0', { 'assets/film.bin': film, '02-second.md': second }),
    );
    await desk.publish();
    expect(await desk.check()).toBe('taken');
    await compared(desk);
    const offer = desk.offer();
    expect(offer).toMatchObject({
      state: 'update',
      version: '1.1.0',
      here: { version: '1.0.0', edited: 0, signer: { state: 'unknown' } },
      changes: {
        lessons: [{ title: 'Second', change: 'new' }],
        files: { new: 1, gone: 0, changed: 2 },
      },
    });
    expect(offer.toFetch).toBeLessThan(2000);
    expect(await desk.get()).toBe('installed 1.1.0');
    expect(desk.sent).toBe(offer.toFetch);
    expect(desk.asked).toHaveLength(3);
    expect(readFileSync(join(desk.own, 'desk', 'assets', 'film.bin')).equals(film)).toBe(true);
  });

  test('takes what a shipped course has in common with it from there', async () => {
    const shipped = temporaryFolder();
    const root = join(shipped, 'desk');
    for (const [path, content] of Object.entries(course('0.9.0', { 'assets/film.bin': film }))) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const desk = await trusting({ 'assets/film.bin': film }, [{ kind: 'shipped', path: shipped }]);
    await compared(desk);
    expect(desk.offer()).toMatchObject({ state: 'update', here: { removable: false } });
    expect(desk.offer().toFetch).toBeLessThan(2000);
    expect(await desk.get()).toBe('installed 1.0.0');
    expect(desk.sent).toBeLessThan(2000);
    expect(desk.library.find('desk')?.root).toBe(join(desk.own, 'desk'));
  });

  test('a course that cannot be read is tried once, and the others are compared', async () => {
    const shipped = temporaryFolder();
    for (const id of ['desk', 'other']) {
      mkdirSync(join(shipped, id));
      for (const [path, content] of Object.entries(deskCourse('0.9.0', id))) {
        mkdirSync(join(shipped, id, path, '..'), { recursive: true });
        writeFileSync(join(shipped, id, path), content);
      }
    }
    const desk = new CatalogueDesk(temporaryFolder(), [{ kind: 'shipped', path: shipped }]);
    for (const id of ['desk', 'other']) {
      await desk.pack(id, '1.0.0', deskCourse('1.0.0', id));
    }
    await desk.publish();
    rmSync(join(shipped, 'desk'), { recursive: true });
    await desk.trust();
    await until(() => desk.offer('other').toFetch !== null, 'the comparison of the other one');
    // Each look at the page would begin it anew.
    for (let look = 0; look < 5; look++) {
      expect(desk.offer('desk')).toMatchObject({ state: 'update', toFetch: null });
      await setImmediate();
    }
    expect(desk.log).toEqual([expect.stringMatching(/^desk could not be compared: /)]);
  });

  test('keeps what was changed by hand, and says where', async () => {
    const desk = await trusting();
    await desk.get();
    writeFileSync(join(desk.own, 'desk', '01-first.md'), lessonText('Mine'));
    desk.library.reload(join(desk.own, 'desk'));
    await desk.pack('desk', '1.1.0', course('1.1.0'));
    await desk.publish();
    await desk.check();
    await compared(desk);
    expect(desk.offer()).toMatchObject({ state: 'update', here: { edited: 1 } });
    expect(await desk.get()).toBe('installed 1.1.0');
    const [outcome] = desk.view().outcomes;
    const kept = outcome?.at === 'installed' ? (outcome.keptAt ?? '') : '';
    expect(readFileSync(join(kept, '01-first.md'), 'utf8')).toContain('title: Mine');
  });

  test('leaves a newer version alone', async () => {
    const desk = await trusting();
    await desk.get();
    const file = join(desk.own, 'desk', 'course.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('1.0.0', '9.0.0'));
    desk.library.reload(join(desk.own, 'desk'));
    await compared(desk);
    expect(desk.offer().state).toBe('newer-here');
    expect(() => desk.catalogue.get(['desk'])).toThrow('not-possible');
  });

  test('remembers the key, what was seen and what is pinned over a restart, and without the network', async () => {
    const desk = await trusting();
    await desk.get();
    desk.catalogue.pin('desk', true);
    desk.start();
    desk.lie = () => {
      throw new WebFault('offline', 'no cable');
    };
    expect(await desk.check()).toBe('offline');
    expect(desk.offer()).toMatchObject({ state: 'same', pinned: true });
    expect(desk.view().contents?.name).toBe('Courses of the city');
    desk.catalogue.pin('desk', false);
    expect(desk.offer().pinned).toBe(false);
  });

  test('whose memory is damaged is off and trusts nobody, keeps what was there, and takes no older one', async () => {
    const desk = await trusting();
    await desk.get();
    const first = desk.published();
    desk.now = new Date('2026-11-21T12:00:00Z');
    await desk.publish();
    expect(await desk.check()).toBe('taken');
    const folder = join(desk.data, 'catalogue');
    writeFileSync(join(folder, 'memory.json'), '{"address": "https://courses');
    desk.start();
    const asked = desk.asked.length;
    const { lost, ...view } = desk.view();
    expect(view).toMatchObject({ address: null, contents: null, question: null });
    expect(lost?.at).toBe('2026-11-21T12:00:00.000Z');
    expect(readFileSync(lost?.file ?? '', 'utf8')).toBe('{"address": "https://courses');
    expect(desk.asked).toHaveLength(asked);
    expect(desk.library.find('desk')).toBeDefined();

    // Over another start it is the same; and then it is set up anew.
    desk.start();
    expect(desk.view().lost).toEqual(lost);
    desk.catalogue.acknowledge();
    expect(desk.view().lost).toBeNull();
    const now = desk.published();
    desk.replaceIndex(first);
    await desk.catalogue.set(desk.address);
    expect(desk.view()).toMatchObject({ failure: { kind: 'rolled-back' }, question: null });
    desk.replaceIndex(now);
    expect(await desk.check()).toBe('first');
    desk.catalogue.trust(keyIdOf(desk.key.publicKey));
    expect(desk.view().contents?.version).toBe(2);
    expect(readdirSync(folder).filter((name) => name.startsWith('memory.'))).toHaveLength(2);
  });

  test('is not sent again as long as it is the same', async () => {
    const desk = await trusting();
    desk.sent = 0;
    expect(await desk.check()).toBe('taken');
    expect(desk.sent).toBe(0);
    expect(desk.view().contents?.version).toBe(1);
  });

  test('is switched off: courses stay, everything else goes, and the newest seen is not forgotten', async () => {
    const desk = await trusting();
    await desk.get();
    const old = desk.published();
    await desk.publish();
    await desk.check();
    desk.catalogue.forget();
    expect(desk.view()).toMatchObject({ address: null, contents: null, question: null });
    expect(desk.library.find('desk')).toBeDefined();
    expect(
      [...bytesBelow(join(desk.data, 'catalogue')).keys()].map((path) =>
        path.slice(desk.data.length + 1),
      ),
    ).toEqual([join('catalogue', 'memory.json')]);
    desk.replaceIndex(old);
    await desk.catalogue.set(desk.address);
    expect(desk.view()).toMatchObject({ failure: { kind: 'rolled-back' }, question: null });
  });

  test('from a folder works the same', async () => {
    const desk = new CatalogueDesk(temporaryFolder());
    await desk.pack('desk', '1.0.0', course('1.0.0', { 'assets/film.bin': film }));
    await desk.publish();
    await desk.trust(desk.site);
    expect(await desk.get()).toBe('installed 1.0.0');
    expect(desk.asked).toEqual([]);
    rmSync(desk.content(desk.index().courses[0]?.files[0]?.sha256 ?? ''));
    rmSync(join(desk.own, 'desk'), { recursive: true });
    desk.library.load();
    expect(await desk.get()).toBe('file-missing');
    rmSync(desk.site, { recursive: true });
    expect(await desk.check()).toBe('folder-gone');
    expect(await desk.get()).toBe('folder-gone');
    mkdirSync(desk.site);
    expect(await desk.check()).toBe('not-a-catalogue');
  });

  test('takes only addresses that are safe', () => {
    const desk = new CatalogueDesk(temporaryFolder());
    for (const odd of [
      '',
      'courses',
      'http://courses.example/',
      'ftp://a/',
      'https://a:b@c/',
      'https://a/?b',
      'javascript:1',
      '../x',
    ]) {
      expect(() => desk.catalogue.set(odd), odd).toThrow('bad-input');
    }
    expect(desk.view().address).toBeNull();
  });
});

describe('an organisation decides', () => {
  const decided = (policy: object) =>
    new CatalogueDesk(
      temporaryFolder(),
      [],
      catalogueRules(
        readPolicy({ state: 'read', file: '/etc/policy.json', text: JSON.stringify(policy) }),
      ),
    );
  const CatalogueAddress = 'https://courses.example/catalogue/';

  test('about the address: nobody changes it, and the key is asked about', async () => {
    const desk = decided({ CatalogueAddress });
    await desk.pack('desk', '1.0.0', course('1.0.0'));
    await desk.publish();
    expect(() => desk.catalogue.set('https://other.example/')).toThrow('not-possible');
    expect(() => desk.catalogue.forget()).toThrow('not-possible');
    expect(await desk.check()).toBe('first');
    expect(desk.view()).toMatchObject({ address: desk.address, isManaged: true });
  });

  test('where people begin: they may switch it off or go elsewhere, and that stays', async () => {
    const desk = decided({ recommended: { CatalogueAddress } });
    await desk.pack('desk', '1.0.0', course('1.0.0'));
    await desk.publish();
    expect(desk.view()).toMatchObject({ address: desk.address, isManaged: false });
    expect(desk.asked).toEqual([]);
    expect(await desk.check()).toBe('first');
    desk.catalogue.trust(keyIdOf(desk.key.publicKey));
    desk.start();
    expect(desk.offer().state).toBe('new');
    await desk.catalogue.set('https://other.example/');
    desk.start();
    expect(desk.view().address).toBe('https://other.example/');
    desk.catalogue.forget();
    desk.start();
    expect(desk.view()).toMatchObject({ address: null, contents: null });
    expect(desk.catalogue.origins()).toEqual([]);
  });

  test('about the keys: one of them is taken without a question, another never', async () => {
    const key = newKey();
    const CatalogueSigners = [{ name: 'Training unit', key: keyText(key.publicKey) }];
    const desk = decided({ CatalogueAddress, CatalogueSigners });
    await desk.pack('desk', '1.0.0', course('1.0.0'));
    await desk.publish();
    expect(await desk.check()).toBe('other-key');
    expect(desk.view()).toMatchObject({ question: null, contents: null });
    rmSync(desk.site, { recursive: true });
    await desk.publish(30, key);
    expect(await desk.check()).toBe('taken');
    expect(desk.view().contents?.signer).toMatchObject({ state: 'known', name: 'Training unit' });
    expect(await desk.get()).toBe('installed 1.0.0');
  });

  test.each([
    ['a list of keys that cannot be read', { CatalogueSigners: [{ name: 'Unit', key: 'no key' }] }],
    ['a list without any', { CatalogueSigners: [] }],
    ['only known signers, and none of them known', { UnsignedPacks: 'forbid' }],
  ])('%s: nobody is trusted, and no person is asked', async (_, policy) => {
    const desk = decided({ CatalogueAddress, ...policy });
    await desk.pack('desk', '1.0.0', course('1.0.0'));
    await desk.publish();
    expect(await desk.check()).toBe('other-key');
    expect(desk.view()).toMatchObject({ question: null, contents: null });
  });

  test('that no courses are brought in: then from no address of one’s own either', () => {
    const desk = decided({ CourseImport: 'forbid' });
    expect(() => desk.catalogue.set(CatalogueAddress)).toThrow('not-possible');
    expect(desk.view()).toMatchObject({ address: null, isManaged: true });
    expect(desk.catalogue.origins()).toEqual([]);
  });
});

describe('a download', () => {
  test('goes on where the line broke, by parts and by the state of the file', async () => {
    const desk = await trusting({ 'assets/film.bin': film });
    let parts = 0;
    desk.lie = ({ headers }) => {
      if (headers.range !== undefined && ++parts > 1) throw new WebFault('offline', 'cable');
      return undefined;
    };
    expect(await desk.get()).toBe('offline');
    expect(desk.library.find('desk')).toBeUndefined();
    desk.start();
    expect(desk.offer().toFetch).toBeLessThanOrEqual(
      film.length - catalogueLimits.pieceBytes + 2000,
    );
    desk.lie = () => undefined;
    expect(await desk.get()).toBe('installed 1.0.0');
    const ranges = desk.asked.flatMap(({ headers }) => (headers.range ? [headers] : []));
    expect(ranges.map(({ range }) => range)).toEqual([
      `bytes=${catalogueLimits.pieceBytes}-${catalogueLimits.pieceBytes * 2 - 1}`,
      `bytes=${catalogueLimits.pieceBytes * 2}-${film.length - 1}`,
    ]);
    expect(ranges.every((headers) => /^"/.test(headers['if-range'] ?? ''))).toBe(true);
    expect(desk.sent).toBeLessThan(film.length - catalogueLimits.pieceBytes + 2000);
  });

  test('overcomes a line that breaks again and again, as long as something comes', async () => {
    const desk = await trusting({ 'assets/film.bin': film });
    const asked = new Set<string>();
    desk.lie = ({ url, headers }) => {
      const first = `${url} ${headers.range}`;
      if (asked.has(first)) return undefined;
      asked.add(first);
      throw new WebFault('broken-off', 'once for each');
    };
    expect(await desk.get()).toBe('installed 1.0.0');
    desk.lie = () => {
      throw new WebFault('broken-off', 'for ever');
    };
    await desk.pack('desk', '2.0.0', course('2.0.0'));
    await desk.publish();
    expect(await desk.check()).toBe('broken-off');
  });

  test('begins anew when the file is another one, or the server knows no parts', async () => {
    for (const knowsParts of [true, false]) {
      const desk = await trusting({ 'assets/film.bin': film });
      let parts = 0;
      desk.lie = ({ headers }) => {
        if (headers.range !== undefined && ++parts > 1) throw new WebFault('offline', 'cable');
        return undefined;
      };
      await desk.get();
      desk.lie = (request, path) => {
        const { range } = request.headers;
        if (range === undefined) return undefined;
        // After the change the state has another name: the server sends all.
        return knowsParts
          ? undefined
          : { status: 200, headers: {}, body: readFileSync(join(desk.site, path)) };
      };
      const { sha256 } = desk
        .index()
        .courses[0]?.files.find(({ path }) => path.endsWith('film.bin')) ?? { sha256: '' };
      writeFileSync(join(desk.data, 'catalogue', 'files', `${sha256}.tag`), '"of old"');
      expect(await desk.get()).toBe('installed 1.0.0');
      expect(readFileSync(join(desk.own, 'desk', 'assets', 'film.bin')).equals(film)).toBe(true);
    }
  });

  test('whose kept part is damaged is fetched once more', async () => {
    const desk = await trusting({ 'assets/film.bin': film });
    const { sha256 } = desk
      .index()
      .courses[0]?.files.find(({ path }) => path.endsWith('film.bin')) ?? { sha256: '' };
    mkdirSync(join(desk.data, 'catalogue', 'files'), { recursive: true });
    for (const part of [
      Buffer.alloc(500, 'x'),
      Buffer.alloc(film.length, 'x'),
      Buffer.alloc(film.length + 1),
    ]) {
      writeFileSync(join(desk.data, 'catalogue', 'files', `${sha256}.part`), part);
      expect(await desk.get(), `${part.length}`).toBe('installed 1.0.0');
      desk.packs.remove('desk');
    }
  });

  test('that the disk has spoilt since is named as that, and fetched anew by the next try', async () => {
    const desk = await trusting({ 'assets/film.bin': film });
    const { sha256 } = desk
      .index()
      .courses[0]?.files.find(({ path }) => path.endsWith('film.bin')) ?? { sha256: '' };
    const files = join(desk.data, 'catalogue', 'files');
    mkdirSync(files, { recursive: true });
    writeFileSync(join(files, sha256), Buffer.alloc(film.length, 'x'));
    expect(await desk.get()).toBe('download-damaged');
    expect(desk.view().outcomes).toMatchObject([
      { failure: { of: 'catalogue', values: { file: 'assets/film.bin' } } },
    ]);
    expect(desk.library.find('desk')).toBeUndefined();
    expect(await desk.get()).toBe('installed 1.0.0');
    expect(readFileSync(join(desk.own, 'desk', 'assets', 'film.bin')).equals(film)).toBe(true);
  });

  test('is stopped: nothing is installed, what came stays for the next time', async () => {
    const desk = await trusting({ 'assets/film.bin': film });
    let parts = 0;
    desk.lie = ({ headers }) => {
      if (headers.range !== undefined && ++parts === 2) void desk.catalogue.stop();
      return undefined;
    };
    expect(await desk.get()).toBe('stopped');
    expect(desk.view()).toMatchObject({ work: null, waiting: [], outcomes: [] });
    expect(desk.library.find('desk')).toBeUndefined();
    expect(existsSync(join(desk.own, 'desk'))).toBe(false);
    desk.lie = () => undefined;
    expect(await desk.get()).toBe('installed 1.0.0');
    expect(desk.sent).toBeLessThan(film.length);
  });

  test.each([
    ['that is not there', 404, 'file-missing'],
    ['that a proxy keeps', 407, 'proxy-sign-in'],
    ['that is elsewhere', 302, 'redirected'],
    ['of a server in trouble', 503, 'refused'],
    ['that is shorter', 200, 'file-wrong'],
  ])('of a file %s is said, and changes nothing', async (_, status, kind) => {
    const desk = await trusting();
    desk.lie = () => ({
      status,
      headers: { location: 'https://portal.example/' },
      body: new Uint8Array(1),
    });
    expect(await desk.get()).toBe(kind);
    expect(desk.library.find('desk')).toBeUndefined();
    expect(readdirSync(join(desk.data, 'packs', 'staging'))).toEqual([]);
  });

  test.each([
    [
      'a range of another file',
      { status: 206, headers: { 'content-range': 'bytes 0-1/2' }, body: new Uint8Array(2) },
    ],
    [
      'a part too long',
      { status: 206, headers: {}, body: new Uint8Array(catalogueLimits.pieceBytes + 1) },
    ],
    ['no such range', { status: 416, headers: {}, body: new Uint8Array() }],
  ])('is refused with %s', async (_, reply) => {
    const desk = await trusting({ 'assets/film.bin': film });
    desk.lie = ({ headers }) => (headers.range === undefined ? undefined : reply);
    expect(await desk.get()).toBe('file-wrong');
  });

  test.each([
    [200, '<!doctype html><title>Sign in</title>', 'not-a-catalogue'],
    [404, '', 'not-a-catalogue'],
    [302, '', 'redirected'],
    [500, '', 'refused'],
  ])('of the index that answers %d %j is no catalogue', async (status, body, kind) => {
    const desk = await trusting();
    desk.lie = () => ({ status, headers: {}, body: Buffer.from(body) });
    expect(await desk.check()).toBe(kind);
    expect(desk.view().contents?.version).toBe(1);
  });

  test('is named after its content, whatever the course calls it', async () => {
    const desk = await trusting();
    await desk.get();
    const names = desk.index().courses[0]?.files.map(({ sha256 }) => contentPath(sha256));
    expect(desk.asked.map(({ url }) => url.slice(desk.address.length)).sort()).toEqual(
      [...new Set(names)].sort(),
    );
  });
});
