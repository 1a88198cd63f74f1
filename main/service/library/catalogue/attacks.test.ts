// The attacks on updates that The Update Framework names, each against us, and against a twin without the protection.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnvelope } from '../../../../core/catalogue/index-file';
import { catalogueLimits } from '../../../../core/catalogue/limits';
import { makeManifest, manifestText } from '../../../../core/pack/manifest';
import { type Removal, twinOf } from '../../../../tests/unit/support/built-twin';
import { program as ours } from '../../../../tests/unit/support/catalogue-attack';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { deskCourse, manifestOf } from '../../../../tests/unit/support/pack-desk';

type Program = typeof ours;

const own = 'main/service/library/catalogue';
const entry = 'tests/unit/support/catalogue-attack.ts';
const judge = `${own}/judge.ts`;

/** A computer that trusts a catalogue of version 2 with one signed course, and has nothing installed. */
async function victim({ CatalogueDesk }: Program) {
  const desk = new CatalogueDesk(temporaryFolder());
  await desk.pack('desk', '1.0.0', deskCourse(), desk.key.signPack);
  await desk.publish();
  const first = desk.published();
  await desk.pack('desk', '1.1.0', deskCourse('1.1.0'), desk.key.signPack);
  await desk.publish();
  await desk.trust();
  return { desk, first };
}

interface Attack {
  name: string;
  /** What ends well for the attacker is `harmed`; everything else names what was said. */
  run: (program: Program) => Promise<string>;
  said: string;
  without: Removal[];
}

const taken = (said: string): string => (said === 'taken' ? 'harmed' : said);

const attacks: Attack[] = [
  {
    name: 'arbitrary software: the index was changed after it was signed',
    async run(program) {
      const { desk } = await victim(program);
      const { signature, index } = readEnvelope(desk.published().toString());
      const changed = index.replace('"version":2', '"version":3');
      desk.replaceIndex(JSON.stringify({ signature, index: changed }));
      return taken(await desk.check());
    },
    said: 'signature-wrong',
    without: [
      {
        file: judge,
        from: 'if (!isSignedBy(signedIndexBytes(bytes), signature))',
        to: 'if (false)',
      },
    ],
  },
  {
    name: 'endless data: an index that does not stop',
    async run(program) {
      const { desk } = await victim(program);
      const index = program.forged({ ...desk.index(), version: 3 }, desk.key);
      desk.replaceIndex(index.padEnd(catalogueLimits.indexBytes + 1, ' '));
      return taken(await desk.check());
    },
    said: 'too-large',
    without: [{ file: judge, from: 'if (file.length > limit)', to: 'if (false)' }],
  },
  {
    name: 'extraneous files: a signed course with one file more than its author signed',
    async run(program) {
      const { desk } = await victim(program);
      const index = desk.index();
      const [course] = index.courses;
      if (!course) throw new Error('no course');
      const more = { path: 'assets/zzz.svg', bytes: 1, sha256: 'ab'.repeat(32) };
      const manifest = makeManifest(course.id, course.version, [...course.files, more]);
      const hash = program.sha256Of(manifestText(manifest));
      const courses = [{ ...course, files: manifest.files, manifest: hash }];
      desk.replaceIndex(program.forged({ ...index, version: 3, courses }, desk.key));
      return taken(await desk.check());
    },
    said: 'tangled',
    without: [
      {
        file: judge,
        from: 'if (course.signature && !isSignedBy(signedBytes(manifest), course.signature))',
        to: 'if (false)',
      },
    ],
  },
  {
    name: 'fast-forward: the highest version there can be, of a catalogue tried out before',
    async run(program) {
      const { desk } = await victim(program);
      const good = desk.published();
      const index = desk.index();
      const stranger = program.newKey();
      desk.replaceIndex(program.forged({ ...index, version: Number.MAX_SAFE_INTEGER }, stranger));
      desk.catalogue.forget();
      await desk.trust();
      desk.catalogue.forget();
      desk.replaceIndex(good);
      await desk.catalogue.set(desk.address);
      return desk.view().failure === null ? 'safe' : 'harmed';
    },
    said: 'safe',
    without: [
      {
        file: judge,
        from: 'seen.find((one) => one.publicKey === publicKey && one.catalogue === index.id)',
        to: 'seen.at(-1)',
      },
    ],
  },
  {
    name: 'indefinite freeze: the same old state is shown for ever',
    async run(program) {
      const { desk } = await victim(program);
      desk.now = new Date('2027-11-20T12:00:00Z');
      if ((await desk.check()) !== 'taken' || !desk.view().contents?.isExpired) return 'not said';
      const said = await desk.get();
      return said.startsWith('installed') ? 'harmed' : said;
    },
    said: 'expired',
    without: [
      {
        file: `${own}/catalogue.ts`,
        from: 'if (isExpired(taken.index, this.around.now()))',
        to: 'if (false)',
      },
    ],
  },
  {
    name: 'malicious mirror: other bytes of the same length',
    async run(program) {
      const { desk } = await victim(program);
      const file = desk.index().courses[0]?.files.find(({ path }) => path === '01-first.md');
      const place = desk.content(file?.sha256 ?? '');
      const text = readFileSync(place, 'utf8').replace('Words of First', 'Evil of First!');
      writeFileSync(place, text);
      const said = await desk.get();
      return said.startsWith('installed') ? 'harmed' : said;
    },
    said: 'file-wrong',
    without: [
      { file: `${own}/downloads.ts`, from: " || hash.digest('hex') !== sha256", to: '' },
      {
        file: `${own}/fetch-course.ts`,
        from: "if (hash.digest('hex') !== sha256)",
        to: 'if (false)',
      },
    ],
  },
  {
    name: 'mix and match: another catalogue of the same signer in its place',
    async run(program) {
      const { desk } = await victim(program);
      const id = '0d9ff7ae-bd8f-4b3c-9a5c-0f3a3a1d7f55';
      desk.replaceIndex(program.forged({ ...desk.index(), id, courses: [] }, desk.key));
      return taken(await desk.check());
    },
    said: 'other-catalogue',
    without: [
      {
        file: judge,
        from: "return trusted.catalogue === index.id ? null : 'other-catalogue';",
        to: 'return null;',
      },
    ],
  },
  {
    name: 'two faces: one version with one content for some, and another for others',
    async run(program) {
      const { desk } = await victim(program);
      desk.replaceIndex(program.forged({ ...desk.index(), courses: [] }, desk.key));
      return taken(await desk.check());
    },
    said: 'two-of-one-version',
    without: [
      { file: judge, from: 'version === last.version && sha256 !== last.sha256', to: 'false' },
    ],
  },
  {
    name: 'rollback: an older index, well signed',
    async run(program) {
      const { desk, first } = await victim(program);
      desk.replaceIndex(first);
      return taken(await desk.check());
    },
    said: 'rolled-back',
    without: [{ file: judge, from: 'if (version < last.version)', to: 'if (false)' }],
  },
  {
    name: 'slow retrieval: a server that never ends',
    async run({ WebSource, waitFor }) {
      let ended = false;
      const limits = { pieceBytes: 1000, requestMilliseconds: 30 };
      const source = new WebSource(
        'https://courses.example/',
        (_, signal) =>
          new Promise((_, refuse) => {
            signal.addEventListener('abort', () => {
              ended = true;
              refuse(signal.reason);
            });
          }),
        limits,
      );
      const asking = source.index(null, new AbortController().signal).then(
        () => 'answered',
        (error: { kind: string }) => error.kind,
      );
      // Long after the limit; it is only waited for where nothing ends.
      return Promise.race([asking, waitFor(3000).then(() => (ended ? 'late' : 'harmed'))]);
    },
    said: 'timeout',
    without: [
      { file: `${own}/web-source.ts`, from: 'AbortSignal.any([signal, late])', to: 'signal' },
    ],
  },
  {
    name: 'a stolen name: the same catalogue, signed by another key',
    async run(program) {
      const { desk } = await victim(program);
      const thief = program.newKey();
      desk.replaceIndex(program.forged({ ...desk.index(), version: 3 }, thief));
      return taken(await desk.check());
    },
    said: 'other-key',
    without: [
      { file: judge, from: "if (!isSame) return 'other-key';", to: 'if (!isSame) return null;' },
    ],
  },
  {
    name: 'wrong software: one course under the name of another',
    async run(program) {
      const { desk } = await victim(program);
      const index = desk.index();
      const [course] = index.courses;
      if (!course) throw new Error('no course');
      const named = { ...course, id: 'payroll', signature: null };
      const manifest = program.sha256Of(
        manifestText(makeManifest('payroll', course.version, course.files)),
      );
      const courses = [{ ...named, manifest }];
      desk.replaceIndex(program.forged({ ...index, version: 3, courses }, desk.key));
      await desk.check();
      const said = await desk.get('payroll');
      return said.startsWith('installed') ? 'harmed' : said;
    },
    said: 'other-course',
    without: [
      {
        file: 'main/service/library/pack/prove-course.ts',
        from: 'if (course.id !== id || course.version !== version)',
        to: 'if (false)',
      },
    ],
  },
];

describe.each(attacks)('$name', ({ run, said, without }) => {
  test('is refused, and said', async () => {
    expect(await run(ours)).toBe(said);
  });

  test('harms the twin without the protection', async () => {
    const twin = await twinOf<{ program: Program }>(entry, without);
    expect(await run(twin.program)).toBe('harmed');
  });
});

test('what a key signs of packs never counts as an index, nor the other way round', () => {
  const key = ours.newKey();
  const text = Buffer.from(manifestText(manifestOf(deskCourse())));
  expect(ours.isSignedBy(ours.signedIndexBytes(text), key.sign(text))).toBe(true);
  expect(ours.isSignedBy(ours.signedBytes(text), key.sign(text))).toBe(false);
});

test('whatever was refused, what was installed and what was offered stay', async () => {
  const { desk, first } = await victim(ours);
  expect(await desk.get()).toBe('installed 1.1.0');
  for (const bad of [first, 'no', desk.published().subarray(0, -9)]) {
    desk.replaceIndex(bad);
    expect(await desk.check()).not.toBe('taken');
    expect(desk.view().contents?.version).toBe(2);
    expect(desk.library.find('desk')?.course.version).toBe('1.1.0');
  }
  // Not only in memory: the kept index is proven again at the next start, and a rolled back one is not taken.
  writeFileSync(join(desk.data, 'catalogue', 'catalogue.json'), first);
  desk.start();
  expect(desk.view().contents).toBeNull();
  rmSync(join(desk.data, 'catalogue', 'memory.json'));
  desk.start();
  expect(desk.view()).toMatchObject({ address: null, contents: null });
});
