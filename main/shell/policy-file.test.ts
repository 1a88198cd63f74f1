// Which policy files are believed: only those that nobody but the administrator can have written.
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { largestPolicyFile } from '../../core/policy/source';
import { temporaryFolder } from '../../tests/unit/support/folders';
import { type Guard, readPolicyFile } from './policy-file';

const uid = process.getuid?.() ?? 0;
const isUnix = process.platform !== 'win32';

/** A machine of its own, whose administrator is whoever runs the tests. */
function machine() {
  const root = temporaryFolder();
  const file = join(root, 'etc', 'deskwise', 'policy.json');
  mkdirSync(dirname(file), { recursive: true });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'etc'), 0o755);
  chmodSync(dirname(file), 0o755);
  writeFileSync(file, '{"Studio":"off"}', { mode: 0o644 });
  const guard: Guard = { by: 'owner', owner: uid, from: root };
  return { root, file, guard, read: (reading = readPolicyFile) => reading(file, guard) };
}

/** What somebody without rights could have done, and which file or folder is named for it. */
const attacks: [
  name: string,
  attack: (desk: ReturnType<typeof machine>) => unknown,
  reason: string,
][] = [
  [
    'the file belongs to somebody else',
    ({ guard }) => ({ ...guard, owner: uid + 1 }) as Guard,
    'owner',
  ],
  ['its group may write to it', ({ file }) => chmodSync(file, 0o664), 'writable'],
  ['everybody may write to it', ({ file }) => chmodSync(file, 0o646), 'writable'],
  ['everybody may write to its folder', ({ file }) => chmodSync(dirname(file), 0o777), 'writable'],
  [
    '… also with the bit that keeps others’ files',
    ({ file }) => chmodSync(dirname(file), 0o1777),
    'writable',
  ],
  [
    'everybody may write to a folder above',
    ({ root }) => chmodSync(join(root, 'etc'), 0o757),
    'writable',
  ],
  [
    'it is a link to a file that lies where everybody may write',
    ({ root, file }) => {
      mkdirSync(join(root, 'open'));
      chmodSync(join(root, 'open'), 0o777);
      renameSync(file, join(root, 'open', 'policy.json'));
      symlinkSync(join(root, 'open', 'policy.json'), file);
    },
    'writable',
  ],
  [
    'everybody may write where a link to its folder lies',
    ({ root }) => {
      mkdirSync(join(root, 'open'));
      renameSync(join(root, 'etc'), join(root, 'open', 'real'));
      chmodSync(join(root, 'open'), 0o777);
      symlinkSync(join(root, 'open', 'real'), join(root, 'etc'));
    },
    'writable',
  ],
  [
    'it is a folder',
    ({ file }) => {
      rmSync(file);
      mkdirSync(file);
    },
    'not-a-file',
  ],
];

describe.runIf(isUnix)('on Linux and macOS', () => {
  test('a file of the administrator is read', () => {
    const { file, read } = machine();
    expect(read()).toEqual({ state: 'read', file, text: '{"Studio":"off"}' });
  });

  test('no file, and no folder for one, is no policy', () => {
    const { file, read } = machine();
    rmSync(file);
    expect(read()).toEqual({ state: 'none', file });
    rmSync(dirname(file), { recursive: true });
    expect(read()).toEqual({ state: 'none', file });
  });

  test.each(attacks)('not believed: %s', (_, attack, reason) => {
    const desk = machine();
    const guard = (attack(desk) ?? desk.guard) as Guard;
    expect(readPolicyFile(desk.file, guard)).toMatchObject({ state: 'untrusted', reason });
  });

  test('a file that is far too large is not read, and not forgotten', () => {
    const { file, read } = machine();
    writeFileSync(file, ' '.repeat(largestPolicyFile + 1));
    expect(read()).toEqual({ state: 'unreadable', file, reason: 'too-large' });
  });

  test('links in a circle hide something: that is not “no policy”', () => {
    const { file, read } = machine();
    rmSync(file);
    symlinkSync(file, file);
    expect(read()).toEqual({ state: 'unreadable', file, reason: 'access' });
  });

  test('the checks above find a reader that looks neither at owners nor at rights', async () => {
    vi.resetModules();
    vi.doMock('node:fs', async (original) => {
      const fs = await original<typeof import('node:fs')>();
      const believed = (stat: import('node:fs').Stats) =>
        Object.assign(stat, { uid, mode: 0o100644 });
      return {
        ...fs,
        statSync: (path: string) => believed(fs.statSync(path)),
        fstatSync: (handle: number) => believed(fs.fstatSync(handle)),
      };
    });
    const { readPolicyFile: blind } = await import('./policy-file');
    vi.doUnmock('node:fs');
    const caught = attacks.filter(([, attack, reason]) => {
      const desk = machine();
      const guard = (attack(desk) ?? desk.guard) as Guard;
      const owned = { ...guard, owner: uid } as Guard;
      return reason !== 'not-a-file' && blind(desk.file, owned).state === 'read';
    });
    expect(caught).toHaveLength(attacks.length - 1);
  });
});

test('on Windows, only what lies in the folder for programs is believed', () => {
  const { root, file } = machine();
  const below = (...folders: string[]): Guard => ({ by: 'place', folders });
  expect(readPolicyFile(file, below(join(root, 'ETC')))).toMatchObject({ state: 'read' });
  expect(readPolicyFile(file, below(join(root, 'et')))).toMatchObject({ reason: 'place' });
  expect(readPolicyFile(file, below(`${root}${sep}etc2`))).toMatchObject({ reason: 'place' });
  expect(readPolicyFile(file, below())).toMatchObject({ state: 'untrusted', reason: 'place' });
});
