// Packs that somebody cut off, damaged, or made to do harm, each with the kinds it may be refused by.
import { deflateRawSync, gzipSync } from 'node:zlib';
import { packLimits } from '../../../core/pack/limits';
import { type Manifest, manifestText } from '../../../core/pack/manifest';
import { courseText, lessonText } from './course-files';
import {
  deskCourse,
  entriesOf,
  type Files,
  manifestOf,
  newSigner,
  type PackDesk,
  sha256,
} from './pack-desk';
import { type RawEntry, rawZip } from './raw-zip';

export const files = deskCourse('2.0.0');
const manifest = manifestOf(files, 'desk', '2.0.0');
const good = entriesOf(files, manifest);
export const goodZip = rawZip(good);

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

export type Case = [name: string, pack: Buffer, kind: string];

export function malformed(): Case[] {
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

const zeros = (bytes: number) => Buffer.alloc(bytes);
export const mega = 1024 * 1024;
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

/** Made when they are wanted: some are large. */
export const bombs: [string, () => Buffer, kind: string][] = [
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

/**
 * What is wrong with how a desk, on which version 1.0.0 of the course is installed, takes a pack that
 * must be refused; null when nothing is.
 */
export async function breach(desk: PackDesk, pack: Buffer, kinds: string): Promise<string | null> {
  const file = desk.file(pack);
  const before = JSON.stringify([...desk.everything()]);
  const view = await desk.open(file);
  if (view.at !== 'refused') return `it was ${view.at}`;
  const { kind } = view.failure;
  if (!kinds.split('|').includes(kind)) return `it was refused as ${kind}`;
  if (JSON.stringify([...desk.everything()]) !== before) return 'something else was changed';
  if (desk.staged().length > 0) return 'something was left in staging';
  const installed = desk.library.find('desk');
  if (installed?.course.version !== '1.0.0') return 'the installed course is gone';
  if (desk.library.open(installed).texts[0].lessons[0]?.items.length !== 1) {
    return 'the installed course is not whole';
  }
  return desk.log.length > 0 ? `it was logged: ${desk.log.join()}` : null;
}
