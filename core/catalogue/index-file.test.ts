// The index of a catalogue: written and read in one spelling, and refused in whatever else somebody writes.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeManifest, manifestText, type PackedFile } from '../pack/manifest';
import { makeSignature } from '../pack/signature';
import { contentPath, readCatalogueAddress } from './address';
import { CatalogueFault } from './fault';
import {
  type CatalogueCourse,
  type CatalogueIndex,
  envelopeText,
  indexText,
  manifestOf,
  readEnvelope,
  readIndex,
} from './index-file';

const hash = 'ab'.repeat(32);
const file = (path: string, bytes = 1): PackedFile => ({ path, bytes, sha256: hash });

function course(id: string, files: PackedFile[] = [file('course.md')]): CatalogueCourse {
  const version = '1.0.0';
  const manifest = bytesToHex(sha256(utf8ToBytes(manifestText(makeManifest(id, version, files)))));
  const texts = [{ language: 'en', title: 'T', summary: 'S' }];
  const lessons = [{ id: 'a', file: '01-a.md', title: 'A' }];
  return { id, version, minutes: 5, texts, lessons, manifest, signature: null, files };
}

const index = (...courses: CatalogueCourse[]): CatalogueIndex => ({
  formatVersion: 1,
  id: '0d9ff7ae-bd8f-4b3c-9a5c-0f3a3a1d7f55',
  name: 'Courses',
  version: 1,
  published: '2026-11-20T12:00:00.000Z',
  expires: '2026-12-20T12:00:00.000Z',
  courses,
});

const signature = makeSignature('cd'.repeat(32), 'ef'.repeat(64));

function kindOf(read: () => unknown): string {
  try {
    read();
    return 'accepted';
  } catch (error) {
    if (error instanceof CatalogueFault) return error.kind;
    throw error;
  }
}

describe('an index', () => {
  test('is read as it was written', () => {
    const made = index(course('a', [file('a.md'), file('b.md')]), course('b'));
    expect(readIndex(indexText(made))).toEqual(made);
    expect(manifestOf(course('a'))).toMatchObject({ id: 'a', version: '1.0.0' });
    expect(readEnvelope(envelopeText(indexText(made), signature))).toEqual({
      signature,
      index: indexText(made),
    });
  });

  const good = indexText(index(course('a')));
  test.each([
    ['no JSON', '{', 'not-a-catalogue'],
    ['null', 'null', 'not-a-catalogue'],
    ['another spelling', ` ${good}`, 'tangled'],
    ['one more key', good.replace('"id"', '"more":1,"id"'), 'not-a-catalogue'],
    ['a key twice', good.replace('"minutes"', '"minutes":9,"minutes"'), 'tangled'],
    ['a newer format', good.replace('"formatVersion":1', '"formatVersion":2'), 'newer-format'],
    ['a version of nothing', good.replace('"version":1', '"version":0'), 'not-a-catalogue'],
    ['half a version', good.replace('"version":1', '"version":1.5'), 'not-a-catalogue'],
    ['a version past counting', good.replace('"version":1', '"version":1e300'), 'not-a-catalogue'],
    ['a day that is none', good.replace('2026-12-20T', '2026-13-20T'), 'not-a-catalogue'],
    ['a local time', good.replace('.000Z","courses', '.000+02:00","courses'), 'not-a-catalogue'],
    ['no text', good.replace(/"texts":\[[^\]]*\]/, '"texts":[]'), 'not-a-catalogue'],
    [
      'an id that is a path',
      good.replace('"a","version":"1', '"../a","version":"1'),
      'not-a-catalogue',
    ],
    ['an id that is a device', indexText(index(course('nul'))), 'tangled'],
    ['a hash that is none', good.replace(hash, hash.toUpperCase()), 'not-a-catalogue'],
    ['a manifest of something else', good.replace('"bytes":1', '"bytes":2'), 'tangled'],
    ['a course twice', indexText(index(course('a'), course('a'))), 'tangled'],
    ['another order', indexText(index(course('b'), course('a'))), 'tangled'],
    ['a path upwards', indexText(index(course('a', [file('../a')]))), 'tangled'],
    ['two names that are one', indexText(index(course('a', [file('A'), file('a')]))), 'tangled'],
    ['a file beyond all size', indexText(index(course('a', [file('a', 2 ** 52)]))), 'tangled'],
  ])('with %s is refused', (_, text, kind) => {
    expect(kindOf(() => readIndex(text))).toBe(kind);
  });

  test.each([
    ['nothing', '', 'not-a-catalogue'],
    ['a list', '[]', 'not-a-catalogue'],
    ['no signature', JSON.stringify({ index: good }), 'not-a-catalogue'],
    [
      'a signature of another form',
      JSON.stringify({ signature: 1, index: good }),
      'signature-wrong',
    ],
    ['one more key', JSON.stringify({ signature, index: good, more: 1 }), 'not-a-catalogue'],
    ['an index that is no text', JSON.stringify({ signature, index: {} }), 'not-a-catalogue'],
    [
      'a key that is not its own',
      JSON.stringify({ signature: { ...signature, keyId: '0'.repeat(32) }, index: good }),
      'signature-wrong',
    ],
  ])('in a file with %s is refused', (_, text, kind) => {
    expect(kindOf(() => readEnvelope(text))).toBe(kind);
  });

  test('of any JSON at all is taken or refused by name, never more', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(kindOf(() => readEnvelope(text))).toMatch(/^(not-a-catalogue|signature-wrong)$/);
        expect(kindOf(() => readIndex(text))).toMatch(/^(not-a-catalogue|newer-format)$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('whose values are anything is taken or refused by name, and paths stay inside', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('..', '../../x', '/etc/passwd', 'C:\\x', 'con', 'a/../b', '__proto__', ''),
      fc.double(),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const keys = ['id', 'version', 'minutes', 'texts', 'lessons', 'manifest', 'signature', 'files'];
    fc.assert(
      fc.property(fc.constantFrom(...keys), odd, odd, (key, value, path) => {
        const changed = { ...course('a', [{ ...file('a'), path: path as string }]) };
        const text = `${JSON.stringify({ ...index(), courses: [{ ...changed, [key]: value }] })}\n`;
        let read: CatalogueIndex | undefined;
        const kind = kindOf(() => {
          read = readIndex(text);
        });
        expect(kind).toMatch(/^(accepted|not-a-catalogue|tangled)$/);
        for (const { id, files } of read?.courses ?? []) {
          for (const name of [id, ...files.map((each) => each.path)]) {
            expect(name).not.toMatch(/(^|\/)\.|^\/|[\\:]|^$/);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an address', () => {
  test.each([
    ['https://a.example', { kind: 'web', url: 'https://a.example/' }],
    [' https://a.example/b/catalogue.json ', { kind: 'web', url: 'https://a.example/b/' }],
    ['https://a.example:8443/b', { kind: 'web', url: 'https://a.example:8443/b/' }],
    ['http://localhost:8080/', { kind: 'web', url: 'http://localhost:8080/' }],
    ['http://127.0.0.1:1/x/', { kind: 'web', url: 'http://127.0.0.1:1/x/' }],
    ['http://[::1]/', { kind: 'web', url: 'http://[::1]/' }],
    ['\\\\server\\share\\courses', { kind: 'folder', path: '\\\\server\\share\\courses' }],
    ['S:\\courses', { kind: 'folder', path: 'S:\\courses' }],
    ['/mnt/courses', { kind: 'folder', path: '/mnt/courses' }],
    ['http://a.example/', null],
    ['http://127.0.0.1.evil.example/', null],
    ['http://localhost.evil.example/', null],
    ['https://user:pass@a.example/', null],
    ['https://a.example/?x=1', null],
    ['https://a.example/#x', null],
    ['ftp://a.example/', null],
    ['javascript:alert(1)', null],
    ['//a.example/', null],
    ['courses', null],
    ['', null],
  ])('%j', (written, address) => {
    expect(readCatalogueAddress(written)).toEqual(address);
  });

  test('names files so that no course decides where they lie', () => {
    expect(contentPath(hash)).toBe(`files/ab/${hash}.bin`);
  });
});
