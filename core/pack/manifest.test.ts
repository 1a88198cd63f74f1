import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackFault } from './fault';
import { packLimits } from './limits';
import { type Manifest, makeManifest, manifestText, readManifest } from './manifest';
import {
  keyIdOf,
  keyText,
  makeSignature,
  readKeyText,
  readSignature,
  signatureText,
} from './signature';

const hash = 'ab'.repeat(32);
const file = (path: string, bytes = 1) => ({ path, bytes, sha256: hash });
const manifest = (...files: Manifest['files']) => makeManifest('desk', '1.0.0', files);

function kindOf(read: () => unknown): string {
  try {
    read();
    return 'accepted';
  } catch (error) {
    if (error instanceof PackFault) return error.kind;
    throw error;
  }
}

describe('a manifest', () => {
  test('is read as it was written, in the order of its paths', () => {
    const name = fc
      .stringMatching(/^[a-z0-9]{1,12}\.md$/)
      .filter((each) => !/^(con|prn|aux|nul|com\d|lpt\d)\./.test(each));
    const files = fc.uniqueArray(name, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(files, (names) => {
        const made = manifest(...names.map((each) => file(each)));
        expect(readManifest(manifestText(made))).toEqual(made);
        expect(made.files.map(({ path }) => path)).toEqual([...names].sort());
      }),
    );
  });

  const good = manifestText(manifest(file('a.md'), file('course.md')));
  test.each([
    ['no JSON', '{', 'manifest-wrong'],
    ['null', 'null\n', 'manifest-wrong'],
    ['another spelling', good.replaceAll('\n', ''), 'manifest-wrong'],
    ['one more key', good.replace('"id"', '"more": 1, "id"'), 'manifest-wrong'],
    ['a key twice', good.replace('"version"', '"id": "desk",\n "version"'), 'manifest-wrong'],
    ['a newer format', good.replace('"formatVersion": 1', '"formatVersion": 2'), 'newer-format'],
    ['an id that is a path', good.replace('"desk"', '"../desk"'), 'manifest-wrong'],
    ['an id that is a device', good.replace('"desk"', '"nul"'), 'manifest-wrong'],
    ['a version that is none', good.replace('1.0.0', '1/0'), 'manifest-wrong'],
    ['a hash that is none', good.replace('abab', 'xyxy'), 'manifest-wrong'],
    ['less than nothing', good.replace('"bytes": 1', '"bytes": -1'), 'manifest-wrong'],
    ['half a byte', good.replace('"bytes": 1', '"bytes": 0.5'), 'manifest-wrong'],
    ['no files', manifestText(manifest()), 'manifest-wrong'],
    ['another order', good.replace('a.md', 'z.md'), 'manifest-wrong'],
    ['a file twice', good.replace('course.md', 'a.md'), 'manifest-wrong'],
    ['a path upwards', manifestText(manifest(file('../a'))), 'name'],
    ['two names that are one', manifestText(manifest(file('A'), file('a'))), 'collision'],
    ['a large file', manifestText(manifest(file('a', packLimits.fileBytes + 1))), 'too-large'],
    [
      'many large files',
      manifestText(
        manifest(...['a', 'b', 'c', 'd', 'e'].map((each) => file(each, packLimits.fileBytes))),
      ),
      'too-large',
    ],
    [
      'too many words',
      manifestText(manifest(file('a.md', packLimits.textBytes + 1))),
      'text-too-large',
    ],
  ])('with %s is refused', (_, text, kind) => {
    expect(kindOf(() => readManifest(text))).toBe(kind);
  });
});

describe('a signature', () => {
  const publicKey = 'cd'.repeat(32);
  const good = signatureText(makeSignature(publicKey, 'ef'.repeat(64)));

  test('is read as it was written', () => {
    expect(readSignature(good)).toEqual({
      keyId: keyIdOf(publicKey),
      publicKey,
      signature: 'ef'.repeat(64),
    });
  });

  test.each([
    ['no JSON', '{'],
    ['spaces', `${good} `],
    ['an algorithm', good.replace('{', '{"algorithm":"none",')],
    ['the id of another key', good.replace(keyIdOf(publicKey), 'ab'.repeat(16))],
    ['large letters', good.replace('efef', 'EFEF')],
    ['too few digits', good.replace('efef', '')],
  ])('with %s is wrong', (_, text) => {
    expect(kindOf(() => readSignature(text))).toBe('signature-wrong');
  });

  test('a key is read from its text, however it was broken into lines', () => {
    expect(readKeyText(keyText(publicKey))).toBe(publicKey);
    expect(
      readKeyText(` Deskwise-Key:\n${publicKey.slice(0, 32)}\r\n ${publicKey.slice(32)} `),
    ).toBe(publicKey);
    expect(readKeyText(publicKey.toUpperCase())).toBe(publicKey);
    for (const text of ['', 'deskwise-key:', keyIdOf(publicKey), `${publicKey}00`]) {
      expect(readKeyText(text)).toBeNull();
    }
  });
});
