// Packs that somebody cut off, damaged, or made to do harm: each is refused by its name, and nothing else happens.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { PackFault, packFaults } from '../../../../core/pack/fault';
import { packLimits } from '../../../../core/pack/limits';
import { type Manifest, manifestText } from '../../../../core/pack/manifest';
import { courseText, lessonText } from '../../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import {
  deskCourse,
  entriesOf,
  type Files,
  manifestOf,
  newSigner,
  PackDesk,
  sha256,
} from '../../../../tests/unit/support/pack-desk';
import { type RawEntry, rawZip } from '../../../../tests/unit/support/raw-zip';
import type { Unpacked } from './read-entry';
import { unpack } from './unpack';

const files = deskCourse('2.0.0');
const manifest = manifestOf(files, 'desk', '2.0.0');
const good = entriesOf(files, manifest);
const goodZip = rawZip(good);

/** The good pack with one entry changed. */
const withEntry = (name: string, change: Partial<RawEntry>): Buffer =>
  rawZip(good.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
const withMore = (...more: RawEntry[]): Buffer => rawZip([...good, ...more]);
const withManifest = (text: string): Buffer => withEntry('pack.json', { content: text });
/** A whole pack of other files, its manifest in order. */
const packOf = (other: Files, id = 'desk', version = '2.0.0'): Buffer =>
  rawZip(entriesOf(other, manifestOf(other, id, version)));
const changedManifest = (change: Partial<Manifest>): Buffer =>
  withManifest(manifestText({ ...manifest, ...change }));

const badNames = [
  '../evil.md',
  '../../../../tmp/evil.md',
  'a/../../evil.md',
  '/etc/evil.md',
  'C:/evil.md',
  'c:evil.md',
  '..\\evil.md',
  '\\\\server\\share\\evil.md',
  './evil.md',
  '.bashrc',
  '.pack/pack.json',
  'assets/.hidden',
  'assets//double.md',
  'con',
  'CON.md',
  'assets/nul.svg',
  'aux.tar.gz',
  'COM1.md',
  'lpt9',
  'evil.md.',
  'evil.md ',
  ' evil.md',
  'folder./evil.md',
  'evil.md:stream',
  'evil.md::$DATA',
  'ev\u0000il.md',
  'ev\u0007il.md',
  'ev\nil.md',
  'ev|il.md',
  'ev*il.md',
  'ev?il.md',
  'ev"il.md',
  'ev<il>.md',
  'dm.\u202Eevil',
  'ev\u200Bil.md',
  'cafe\u0301.md',
  'Course.md',
  'COURSE.MD',
  'assets',
  'assets/desk.svg/inside.md',
  'Assets/other.svg',
  `${'deep/'.repeat(20)}evil.md`,
  `${'long'.repeat(60)}.md`,
  'pack.sig/x',
  'PACK.JSON',
];

const kindsOfFile = {
  link: 0o120777,
  folder: 0o40755,
  pipe: 0o10644,
  socket: 0o140644,
  device: 0o20644,
  disk: 0o60644,
};

const brokenCourses: Record<string, Files> = {
  'no course.md': { '01-first.md': lessonText('First') },
  'no lessons': { 'course.md': courseText('desk', '2.0.0') },
  'front matter that is none': { ...files, 'course.md': '---\ntitle: [\n---\n' },
  'no front matter': { ...files, 'course.md': 'Words.' },
  'a lesson that is no UTF-8': {
    ...files,
    '02-b.md': Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1'),
  },
  'a lesson with broken front matter': { ...files, '02-b.md': '---\ntitle: [\n---\n' },
  'a block nobody knows': { ...files, '02-b.md': lessonText('B').replace('choice', 'choices') },
  'a block that is not closed': { ...files, '02-b.md': lessonText('B').replace(/:::\n*$/, '') },
  'a question without an id': { ...files, '02-b.md': lessonText('B').replace(' #one', '') },
  'an answer without feedback': { ...files, '02-b.md': lessonText('B').replace('  > Yes.\n', '') },
  'two lessons of one id': { ...files, '02-first.md': lessonText('First again') },
  'a lesson that is too large': {
    ...files,
    '02-b.md': lessonText('B') + ' '.repeat(2 * 1024 * 1024),
  },
  'a picture that is not there': {
    ...files,
    '02-b.md': `${lessonText('B')}\n![No](assets/no.svg)\n`,
  },
};

/** As old tools encrypt: twelve bytes of salt before the content. */
const locked = (path: string): Buffer =>
  Buffer.concat([Buffer.alloc(12), Buffer.from(files[path] ?? '')]);

type Case = [name: string, pack: Buffer, kind: string];

function malformed(): Case[] {
  const cases: Case[] = [];
  const add = (name: string, pack: Buffer, kind: string) => cases.push([name, pack, kind]);
  for (const name of badNames) {
    const refused = 'name|collision|not-a-pack|manifest-wrong|file-missing|file-extra|reserved';
    add(`a file ${JSON.stringify(name)}`, packOf({ ...files, [name]: 'evil' }), refused);
    add(`a file ${JSON.stringify(name)} besides`, withMore({ name, content: 'evil' }), refused);
  }
  for (let part = 0; part < 60; part++) {
    const at = Math.floor((goodZip.length * part) / 60);
    add(`cut off at ${at}`, goodZip.subarray(0, at), 'not-a-pack');
  }
  for (const method of [
    1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 16, 18, 19, 20, 93, 94, 95, 96, 97, 98, 99,
  ]) {
    add(`packed by method ${method}`, withEntry('course.md', { method }), 'method');
  }
  for (const [what, mode] of Object.entries(kindsOfFile)) {
    add(`a ${what}`, withMore({ name: 'extra', content: '/etc/passwd', mode }), 'not-a-file');
    add(`a ${what} in the place of a file`, withEntry('assets/desk.svg', { mode }), 'not-a-file');
    add(`a ${what} in the place of the manifest`, withEntry('pack.json', { mode }), 'not-a-file');
  }
  for (const { path } of manifest.files) {
    add(`without ${path}`, rawZip(good.filter(({ name }) => name !== path)), 'file-missing');
    add(`${path} twice`, withMore({ name: path, content: files[path] ?? '' }), 'collision');
    add(`${path} encrypted`, withEntry(path, { flags: 0x801, packed: locked(path) }), 'encrypted');
    add(
      `${path} strongly encrypted`,
      withEntry(path, { flags: 0x841, packed: locked(path) }),
      'encrypted',
    );
    add(`other words in ${path}`, withEntry(path, { content: `${files[path]}x` }), 'file-wrong');
    add(
      `one letter less in ${path}`,
      withEntry(path, { content: String(files[path]).slice(1) }),
      'file-wrong',
    );
    const turned = Buffer.from(files[path] ?? '');
    turned[0] = (turned[0] ?? 0) ^ 1;
    add(`one bit in ${path}`, withEntry(path, { content: turned }), 'file-wrong');
    add(
      `another name before ${path}`,
      withEntry(path, { localName: path.replace(/.$/, 'x') }),
      'tangled',
    );
    add(`another method before ${path}`, withEntry(path, { localMethod: 8 }), 'tangled');
    add(
      `the bytes of ${path} in two files`,
      withMore({
        name: 'copy.md',
        content: files[path] ?? '',
        contentOf: good.findIndex(({ name }) => name === path),
      }),
      'tangled',
    );
    add(`${path} larger in the table`, withEntry(path, { unpackedSize: 9999 }), 'not-a-pack');
    add(
      `${path} beyond the end`,
      withEntry(path, { unpackedSize: 99_999, packedSize: 99_999 }),
      'not-a-pack|tangled',
    );
    add(
      `${path} deflated badly`,
      withEntry(path, { method: 8, packed: Buffer.from('no deflated data') }),
      'file-wrong',
    );
    add(
      `${path} deflated and cut off`,
      withEntry(path, {
        method: 8,
        packed: deflateRawSync(Buffer.from(files[path] ?? '')).subarray(0, -4),
      }),
      'file-wrong',
    );
    add(
      `a hash of ${path} that is wrong`,
      changedManifest({
        files: manifest.files.map((each) =>
          each.path === path ? { ...each, sha256: 'ab'.repeat(32) } : each,
        ),
      }),
      'file-wrong',
    );
    add(
      `a size of ${path} that is wrong`,
      changedManifest({
        files: manifest.files.map((each) => (each.path === path ? { ...each, bytes: 1 } : each)),
      }),
      'file-wrong',
    );
    add(
      `${path} not in the manifest`,
      changedManifest({ files: manifest.files.filter((each) => each.path !== path) }),
      'file-extra',
    );
  }
  const text = manifestText(manifest);
  for (const [what, other, kind] of [
    ['empty', '', 'manifest-wrong'],
    ['no JSON', 'pack', 'manifest-wrong'],
    ['a list', '[]\n', 'manifest-wrong'],
    ['null', 'null\n', 'manifest-wrong'],
    ['a prototype', '{"__proto__": {"id": "desk"}}\n', 'manifest-wrong'],
    ['nested without end', '['.repeat(50_000), 'manifest-wrong'],
    ['with other spaces', text.replaceAll(' ', ''), 'manifest-wrong'],
    ['with a byte order mark', `\uFEFF${text}`, 'manifest-wrong'],
    ['cut off', text.slice(0, -20), 'manifest-wrong'],
    ['with a key more', text.replace('{', '{ "run": "evil",'), 'manifest-wrong'],
    ['of a newer format', text.replace('"formatVersion": 1', '"formatVersion": 2'), 'newer-format'],
    [
      'of an old format',
      text.replace('"formatVersion": 1', '"formatVersion": 0'),
      'manifest-wrong',
    ],
    [
      'of a format in words',
      text.replace('"formatVersion": 1', '"formatVersion": "1"'),
      'manifest-wrong',
    ],
    ['of another version', text.replace('2.0.0', '3.0.0'), 'other-course'],
    ['of another course', text.replace('"desk"', '"tax"'), 'other-course'],
    ['of a course upwards', text.replace('"desk"', '".."'), 'manifest-wrong'],
    ['of a course in a folder', text.replace('"desk"', '"a/b"'), 'manifest-wrong'],
    ['of a device', text.replace('"desk"', '"con"'), 'manifest-wrong'],
    ['of no version', text.replace('2.0.0', ''), 'manifest-wrong'],
  ] as const) {
    add(`a manifest ${what}`, withManifest(other), kind);
  }
  add('without a manifest', rawZip(good.slice(1)), 'manifest-missing');
  add(
    'a manifest in a folder',
    rawZip(good.map((entry) => ({ ...entry, name: `desk/${entry.name}` }))),
    'manifest-missing',
  );
  const signature = newSigner().signatureText(text);
  for (const [what, other] of [
    ['empty', ''],
    ['no JSON', 'signed'],
    ['null', 'null\n'],
    ['of other words', newSigner().signatureText(`${text} `)],
    [
      'with the key of another',
      signature.replace(
        /"keyId":"\w+","publicKey":"\w+"/,
        newSigner()
          .signatureText(text)
          .match(/"keyId":"\w+","publicKey":"\w+"/)?.[0] ?? '',
      ),
    ],
    ['with a key id that is not of the key', signature.replace(/"keyId":"\w{4}/, '"keyId":"0000')],
    [
      'of nothing but zeros',
      signature.replace(/"signature":"\w+"/, `"signature":"${'0'.repeat(128)}"`),
    ],
    ['with an algorithm', signature.replace('{', '{"alg":"none",')],
    ['larger than any', signature.padEnd(2000, ' ')],
  ] as const) {
    add(
      `a signature ${what}`,
      withMore({ name: 'pack.sig', content: other }),
      'signature-wrong|too-large',
    );
  }
  // What another tool packed may hold the right files; signed it must be what was signed, to the byte.
  add(
    'signed, and packed by another tool',
    withMore({ name: 'pack.sig', content: signature }),
    'altered',
  );
  for (const [what, course] of Object.entries(brokenCourses))
    add(what, packOf(course), 'course-broken|other-course');
  add('older than what is there', packOf(deskCourse('0.9.0'), 'desk', '0.9.0'), 'older');
  for (const [what, bytes] of [
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(5000)],
    ['words', Buffer.from('A course, I promise. '.repeat(500))],
    ['a gzip file', gzipSync('course')],
    ['the start of a zip', Buffer.from('PK\u0003\u0004')],
    ['the end of a zip', goodZip.subarray(-22)],
    ['an empty zip', rawZip([])],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ] as const) {
    add(what, bytes, 'not-a-pack|manifest-missing');
  }
  add('more entries than the table has', rawZip(good, { count: 60 }), 'not-a-pack');
  add('fewer entries than the table has', rawZip(good, { count: 2 }), 'file-missing|not-a-pack');
  add('a table beyond the end', rawZip(good, { directoryOffset: 9_999_999 }), 'not-a-pack');
  add('a table in the middle of the files', rawZip(good, { directoryOffset: 10 }), 'not-a-pack');
  add(
    'an extra field that is longer than it is',
    withEntry('course.md', { extra: Buffer.from([1, 0, 255, 255]) }),
    'not-a-pack',
  );
  return cases;
}

const cases = malformed();

describe('malformed packs', () => {
  let desk: PackDesk;
  beforeAll(async () => {
    desk = new PackDesk();
    await desk.install(desk.file(rawZip(entriesOf(deskCourse()))));
  });

  test('there are more than 300 kinds', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThan(300);
  });

  test('the pack that each was made from is good', async () => {
    expect(await new PackDesk().open(desk.file(goodZip))).toMatchObject({ at: 'ready' });
  });

  test.each(cases)('%s', async (_, pack, kind) => {
    const file = desk.file(pack);
    const before = desk.everything();
    const view = await desk.open(file);
    if (view.at !== 'refused') throw new Error(`it was ${view.at}`);
    expect(kind.split('|')).toContain(view.failure.kind);
    expect(packFaults).toContain(view.failure.kind);
    expect(desk.everything()).toEqual(before);
    expect(desk.staged()).toEqual([]);
    const installed = desk.library.find('desk');
    expect(installed?.course.version).toBe('1.0.0');
    if (!installed) throw new Error('the installed course is gone');
    expect(desk.library.open(installed).texts[0].lessons[0]?.items).toHaveLength(1);
    expect(desk.log).toEqual([]);
  });

  test('a folder, and a file that is not there', async () => {
    const folder = join(desk.folder, 'folder.course');
    mkdirSync(folder, { recursive: true });
    for (const file of [folder, join(desk.folder, 'nowhere.course')]) {
      const view = await desk.open(file);
      expect(view).toMatchObject({ at: 'refused' });
      if (view.at === 'refused') expect(['unreadable', 'not-a-pack']).toContain(view.failure.kind);
    }
  });
});

describe('bombs', () => {
  const zeros = (bytes: number) => Buffer.alloc(bytes);
  const mega = 1024 * 1024;
  const small = deflateRawSync(zeros(30 * mega));
  const bomb = (bytes: number): RawEntry => ({
    name: 'bomb.bin',
    method: 8,
    packed: small,
    unpackedSize: bytes,
  });
  const listed = (...more: Manifest['files']): RawEntry => ({
    name: 'pack.json',
    content: manifestText({
      ...manifest,
      files: [...manifest.files, ...more].sort((a, b) => (a.path < b.path ? -1 : 1)),
    }),
  });
  const file = (path: string, bytes: number) => ({ path, bytes, sha256: sha256('') });
  const rest = good.slice(1);
  /** Little enough for each file to be let through alone. */
  const crumb = deflateRawSync(zeros(mega));
  const crumbs = (count: number, name = (n: number) => `crumb-${n}.bin`): RawEntry[] =>
    Array.from({ length: count }, (_, n) => ({
      name: name(n),
      method: 8,
      packed: crumb,
      unpackedSize: mega,
    }));

  const shapes: [string, () => Buffer, kind: string][] = [
    [
      'a file of zeros, said to be large',
      () => rawZip([listed(file('bomb.bin', 30 * mega)), ...rest, bomb(30 * mega)]),
      'bomb',
    ],
    [
      'a file of zeros, said to be small',
      () => rawZip([listed(file('bomb.bin', 1000)), ...rest, bomb(1000)]),
      'file-wrong',
    ],
    [
      'a file of zeros that the manifest says is small',
      () => rawZip([listed(file('bomb.bin', 1000)), ...rest, bomb(30 * mega)]),
      'bomb',
    ],
    [
      'a file larger than any may be',
      () => rawZip([listed(file('bomb.bin', 600 * mega)), ...rest, bomb(600 * mega)]),
      'too-large',
    ],
    [
      'a file of four thousand million bytes',
      () => rawZip([listed(file('bomb.bin', 0xfffffffe)), ...rest, bomb(0xfffffffe)]),
      'too-large|manifest-wrong',
    ],
    [
      'a manifest of zeros',
      () => rawZip([{ name: 'pack.json', method: 8, packed: small, unpackedSize: 30 * mega }]),
      'bomb',
    ],
    [
      'a manifest of zeros, said to be small',
      () => rawZip([{ name: 'pack.json', method: 8, packed: small, unpackedSize: 500 }]),
      'file-wrong',
    ],
    [
      'a signature of zeros, said to be small',
      () => rawZip([...good, { name: 'pack.sig', method: 8, packed: small, unpackedSize: 500 }]),
      'file-wrong|signature-wrong',
    ],
    [
      'many files of few zeros',
      () =>
        rawZip([
          listed(...Array.from({ length: 300 }, (_, n) => file(`crumb-${n}.bin`, mega))),
          ...rest,
          ...crumbs(300),
        ]),
      'bomb',
    ],
    [
      'many files of the same bytes',
      () =>
        rawZip([
          ...good,
          ...crumbs(1),
          ...crumbs(250, (n) => `again-${n}.bin`).map((entry) => ({
            ...entry,
            contentOf: good.length,
          })),
        ]),
      'tangled|bomb',
    ],
    [
      'more files than a pack may have',
      () => rawZip(Array.from({ length: packLimits.entries + 1 }, (_, n) => ({ name: `${n}` }))),
      'too-many',
    ],
    [
      'a table that says it has more files than fit',
      () => rawZip(good, { count: 65_000 }),
      'too-many',
    ],
    [
      'words of more megabytes than can be read',
      () => rawZip([listed(file('bomb.md', packLimits.textBytes + 1)), ...rest]),
      'text-too-large',
    ],
    [
      'a manifest within a manifest, without end',
      () => rawZip([{ name: 'pack.json', content: '{"files":'.repeat(100_000) }]),
      'manifest-wrong',
    ],
  ];

  test.each(shapes)('%s', async (_, make, kind) => {
    const desk = new PackDesk();
    const staging = temporaryFolder();
    const unpacked: Unpacked = { bytes: 0 };
    const pack = make();
    const before = desk.everything();
    const work = { signal: new AbortController().signal, report: () => {} };
    const failure = await unpack(desk.file(pack), staging, work, unpacked).then(
      () => null,
      (error: unknown) => error,
    );
    if (!(failure instanceof PackFault)) throw failure ?? new Error('it was taken in');
    expect(kind.split('|')).toContain(failure.kind);
    // All that ever came out: less than a picture.
    expect(unpacked.bytes).toBeLessThan(mega);
    expect(desk.library.all()).toEqual([]);
    expect([...desk.everything().keys()].length).toBe(before.size + 1);
  });
});

describe('a signed pack', () => {
  test('with one bit turned is never taken for what was signed', async () => {
    const flips = 1000;
    const there = new PackDesk();
    there.author('desk', files);
    const signer = newSigner();
    const bytes = readFileSync(await there.write('desk', signer.sign));
    const desk = new PackDesk();
    desk.packs.know(signer.publicKey, 'Known');
    expect(await desk.look(desk.file(bytes))).toMatchObject({ signer: { state: 'known' } });
    const step = (bytes.length * 8) / flips;
    expect(step).toBeGreaterThan(1);
    const accepted: string[] = [];
    const target = desk.file(Buffer.alloc(0));
    for (let n = 0; n < flips; n++) {
      // Spread over the whole file: heads, names, contents, table, end.
      const bit = Math.floor(n * step);
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(target, turned);
      const view = await desk.open(target);
      if (view.at !== 'refused' || view.failure.kind === 'unexpected')
        accepted.push(`${bit}: ${view.at}`);
    }
    expect(accepted).toEqual([]);
    expect(desk.log).toEqual([]);
    expect(desk.library.all()).toEqual([]);
  }, 300_000);

  test('with bytes before, between or behind is refused', async () => {
    const there = new PackDesk();
    there.author('desk', files);
    const bytes = readFileSync(await there.write('desk', newSigner().sign));
    const desk = new PackDesk();
    const comment = Buffer.from(bytes);
    comment.writeUInt16LE(4, bytes.length - 2);
    for (const other of [
      Buffer.concat([Buffer.from('#!/bin/sh\n'), bytes]),
      Buffer.concat([bytes, Buffer.from('more')]),
      Buffer.concat([comment, Buffer.from('more')]),
    ]) {
      expect(await desk.open(desk.file(other))).toMatchObject({ at: 'refused' });
    }
  });
});
