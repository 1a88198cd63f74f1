// Each protection of packs has a twin without it, which the checks of the protection must find. The
// same checks find nothing in what we ship.
import { describe, expect, test, vi } from 'vitest';
import {
  recordingFs,
  recordingPromises,
  type Steps,
} from '../../../../tests/unit/support/disk-steps';
import { type Change, pathOf, twinOf } from '../../../../tests/unit/support/module-twins.mjs';

const pack = (name: string): string => `main/service/library/pack/${name}.ts`;
const core = (name: string): string => `core/pack/${name}.ts`;
const out = (file: string, find: string, put = ''): Change => ({ file, find, put });

type Checks = typeof import('../../../../tests/unit/support/pack-checks');

/** What a check finds, with some of the modules in the form of twins. */
async function findings(check: Check, changes: readonly Change[]): Promise<string[]> {
  vi.resetModules();
  const steps: Steps = [];
  vi.doMock('node:fs', async (original) => recordingFs(await original(), steps));
  vi.doMock('node:fs/promises', async (original) => recordingPromises(await original(), steps));
  const files = [...new Set(changes.map(({ file }) => file))];
  for (const file of files) {
    const own = changes.filter((each) => each.file === file);
    vi.doMock(pathOf(file), () => import(twinOf(file, own)));
  }
  try {
    const checks: Checks = await import('../../../../tests/unit/support/pack-checks');
    return await checks[check](steps);
  } finally {
    for (const file of files) vi.doUnmock(pathOf(file));
    vi.doUnmock('node:fs');
    vi.doUnmock('node:fs/promises');
  }
}

type Check = keyof Checks;

/** What is taken out, and the check that must find it. Changes in one row hold each other's place. */
const rows: [protection: string, check: Check, changes: Change[]][] = [
  [
    'names that work everywhere',
    'badNames',
    [out(core('manifest'), 'if (fault) throw', 'if (!path) throw')],
  ],
  [
    'names that are one and the same elsewhere',
    'collisions',
    [out(core('manifest'), 'if (collision) throw', 'if (all < 0 && collision) throw')],
  ],
  [
    'a name twice in the table',
    'collisions',
    [out(pack('zip-entries'), 'if (entries.has(entry.fileName))', 'if (count < 0)')],
  ],
  [
    'plain files only',
    'kindsOfFile',
    [out(pack('zip-entries'), 'if (kind !== 0 &&', 'if (kind < 0 &&')],
  ],
  [
    'encrypted files',
    'kindsOfFile',
    [out(pack('zip-entries'), "if (entry.isEncrypted()) throw new PackFault('encrypted');")],
  ],
  [
    'methods of packing',
    'kindsOfFile',
    [
      out(
        pack('zip-entries'),
        'if (entry.compressionMethod !== stored &&',
        'if (entry.compressionMethod < 0 &&',
      ),
    ],
  ],
  [
    'each file its own bytes, under its own name',
    'tangled',
    [out(pack('zip-entries'), 'await proveLocalHeaders(file, [...entries.values()], work);')],
  ],
  [
    'how many entries',
    'limits',
    [
      out(
        pack('zip-entries'),
        'if (file.entryCount > packLimits.entries)',
        'if (file.entryCount < 0)',
      ),
    ],
  ],
  [
    'how large a file',
    'limits',
    [
      out(
        pack('zip-entries'),
        'if (entry.uncompressedSize > packLimits.fileBytes)',
        'if (kind < 0)',
      ),
      out(core('manifest'), 'if (bytes > packLimits.fileBytes)', 'if (bytes < 0)'),
    ],
  ],
  [
    'how much text',
    'limits',
    [out(core('manifest'), 'if (text > packLimits.textBytes)', 'if (text < 0)')],
  ],
  [
    'the bytes that really come out',
    'actualBytes',
    [
      out(pack('read-entry'), "if (bytes > expected) throw new PackFault('file-wrong', { name });"),
      out(
        pack('read-entry'),
        "if (isBomb(bytes, entry.compressedSize)) throw new PackFault('bomb', { name });",
      ),
      out(pack('zip-entries'), 'validateEntrySizes: true', 'validateEntrySizes: false'),
    ],
  ],
  [
    'how many times larger unpacked',
    'ratio',
    [out(pack('zip-entries'), 'unpacked > packLimits.ratioFreeBytes &&', 'unpacked < 0 &&')],
  ],
  [
    'all files together: how many times larger',
    'ratio',
    [
      out(
        pack('zip-entries'),
        "if (isBomb(bytes, size)) throw new PackFault('bomb', { name: '' });",
      ),
    ],
  ],
  [
    'one spelling of a manifest',
    'manifests',
    [out(core('manifest'), 'if (manifestText(manifest) !== text)', 'if (text.length < 0)')],
  ],
  [
    'nothing besides the manifest',
    'manifests',
    [out(pack('unpack'), 'if (extra !== undefined)', 'if (extra === null)')],
  ],
  [
    'the course that the manifest names',
    'manifests',
    [
      out(
        pack('prove-course'),
        "if (course.id !== id || course.version !== version) throw new PackFault('other-course');",
      ),
    ],
  ],
  [
    'a course that can be learned',
    'courses',
    [out(pack('prove-course'), 'if (first) {', 'if (first && errors.length < 0) {')],
  ],
  [
    'the hash of each file',
    'hashes',
    [out(pack('unpack'), "if (hash.digest('hex') !== sha256)", 'if (done < 0)')],
  ],
  [
    'signatures that hold',
    'signatures',
    [
      out(
        pack('ed25519'),
        'return verify(null, signed,',
        'return signed.length > 0 || verify(null, signed,',
      ),
    ],
  ],
  [
    'a key id that is of the key',
    'signatures',
    [out(core('signature'), 'keyIdOf(result.data.publicKey) !== result.data.keyId', 'false')],
  ],
  [
    'a signature that means a pack',
    'domain',
    [out(core('signature'), 'concatBytes(domain, manifest)', 'concatBytes(manifest)')],
  ],
  [
    'all bytes of a signed pack',
    'signatures',
    [
      out(
        pack('unpack'),
        'if (signature) await proveSameBytes(handle, stat.size, root, manifest, signature, work);',
      ),
    ],
  ],
  [
    'no way back to an older version',
    'rollback',
    [out(pack('packs'), 'compareVersions(have, manifest.version) > 0', 'have === null')],
  ],
  [
    'only staging before the yes',
    'staging',
    [
      out(
        pack('places'),
        "this.staging = join(packs, 'staging');",
        "this.staging = join(packs, 'x');",
      ),
    ],
  ],
  [
    'what was refused leaves staging',
    'staging',
    [out(pack('packs'), 'if (staging !== null) this.places.discard(staging);')],
  ],
  ['what a crash left half-way', 'halfWay', [out(pack('places'), 'takeBack(aside);')]],
  [
    'a way back when the new course cannot come',
    'wayBack',
    [
      out(
        pack('places'),
        '      renameSoon(asideCourse, old.root);\n      throw error;',
        '      throw error;',
      ),
    ],
  ],
  [
    'a note before the old course goes',
    'order',
    [
      out(
        pack('places'),
        'writeFileSync(note, JSON.stringify(old.root), { flush: true });',
        'writeFileSync(note, JSON.stringify(old.root));',
      ),
    ],
  ],
  [
    'renames that are on the disk',
    'order',
    [out(pack('places'), '    syncFolder(dirname(old.root));\n    // Done', '    // Done')],
  ],
  [
    'the note is on the disk before the rename',
    'order',
    [out(pack('places'), '    syncFolder(aside);\n')],
  ],
  [
    'files that are on the disk before they are taken in',
    'order',
    [out(pack('unpack'), '      await handle.sync();\n')],
  ],
  [
    'folders that are on the disk before they are taken in',
    'order',
    [out(pack('unpack'), 'for (const folder of folders) syncFolder(folder);')],
  ],
  [
    'a pack is on the disk before it gets its name',
    'order',
    [out(pack('write-pack'), '      await handle.sync();\n')],
  ],
  [
    'what was changed by hand is kept',
    'edited',
    [out(pack('packs'), 'old !== undefined && isEdited(old)', 'old === null')],
  ],
];

describe('the twins', () => {
  test.each(rows)('without %s: %s finds it', async (_, check, changes) => {
    expect(await findings(check, changes)).not.toEqual([]);
  });
});

describe('what we ship', () => {
  test.each([...new Set(rows.map(([, check]) => check))])('%s finds nothing', async (check) => {
    expect(await findings(check, [])).toEqual([]);
  });
});
