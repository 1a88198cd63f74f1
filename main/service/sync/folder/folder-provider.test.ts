import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ada, ben, Desk, statementOf } from '../../../../tests/unit/support/folder-desk';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { disk, type Files } from './files';
import { personKey } from './layout';
import { lineOf } from './line';

const upToDate = { kind: 'up-to-date', at: '2026-11-29T12:00:00.000Z' };
const gone = { kind: 'problem', problem: 'folder-gone' };

const folderOf = (folder: string, actor = ada) => join(folder, 'deskwise', '1', personKey(actor));

function filesOf(folder: string, desk: Desk): string[] {
  const theirs = folderOf(folder, desk.people[0]);
  return readdirSync(theirs)
    .filter((name) => name.startsWith(desk.device))
    .sort()
    .map((name) => join(theirs, name));
}

function onlyFileOf(folder: string, desk: Desk): string {
  const [file, ...others] = filesOf(folder, desk);
  if (!file || others.length > 0) throw new Error(`${others.length + 1} files, not one`);
  return file;
}

const idsIn = (desk: Desk) => [...desk.inbox.statements.keys()].sort();
const idsOf = (statements: readonly { id: string }[]) => statements.map(({ id }) => id).sort();

test('what one desk sends, the other desks of that person have, and nobody else', async () => {
  const folder = temporaryFolder();
  const [one, two, other] = [new Desk(folder), new Desk(folder), new Desk(folder, [ben])];
  const [ofOne, ofTwo] = [one.answer(3), two.answer(2)];
  other.answer(4);
  for (const desk of [one, two, other, one, two, other])
    expect(await desk.settle()).toEqual(upToDate);
  expect(idsIn(one)).toEqual(idsOf(ofTwo));
  expect(idsIn(two)).toEqual(idsOf(ofOne));
  expect(idsIn(other)).toEqual([]);
  for (const { id, json } of ofOne) expect(JSON.stringify(two.inbox.statements.get(id))).toBe(json);
});

test('many statements go in steps that say how far they are, into segments of a bounded size', async () => {
  const folder = temporaryFolder();
  const desk = new Desk(folder);
  desk.answer(3000);
  expect(await desk.step()).toEqual({ kind: 'sending', sent: 200, total: 3000 });
  expect(await desk.settle()).toEqual(upToDate);
  const sizes = filesOf(folder, desk).map((file) => statSync(file).size);
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1024 * 1024);
  const second = new Desk(folder);
  expect(await second.step()).toMatchObject({ kind: 'receiving' });
  await second.settle();
  expect(idsIn(second)).toHaveLength(3000);
});

test('started anew, a desk goes on in the same file and reads nothing twice', async () => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder), new Desk(folder)];
  one.answer(2);
  await one.settle();
  await two.settle();
  one.restart();
  two.restart();
  one.answer(1);
  await one.settle();
  await two.settle();
  expect(two.inbox.statements.size).toBe(3);
  onlyFileOf(folder, one);
  await two.settle();
  expect(two.provider.findings).toMatchObject({ read: 0, unchanged: 1 });
});

test('a folder that went away is told, and all goes on when it is back; nothing is lost', async () => {
  const folder = join(temporaryFolder(), 'share');
  mkdirSync(folder);
  const [one, two] = [new Desk(folder), new Desk(folder)];
  one.answer(2);
  await one.settle();
  renameSync(folder, `${folder}-away`);
  one.answer(2);
  expect(await one.settle()).toEqual(gone);
  expect(await two.settle()).toEqual(gone);
  expect(one.outbox.counts()).toEqual({ waiting: 2, delivered: 2, setAside: 0 });
  expect(existsSync(folder)).toBe(false);
  renameSync(`${folder}-away`, folder);
  expect(await one.settle()).toEqual(upToDate);
  expect(await two.settle()).toEqual(upToDate);
  expect(two.inbox.statements.size).toBe(4);
});

test('the empty place of a stick that was pulled out is not written to', async () => {
  const folder = join(temporaryFolder(), 'stick');
  mkdirSync(folder);
  const desk = new Desk(folder);
  desk.answer(1);
  await desk.settle();
  renameSync(folder, `${folder}-out`);
  mkdirSync(folder);
  desk.answer(1);
  desk.restart();
  expect(await desk.settle()).toEqual(gone);
  expect(readdirSync(folder)).toEqual([]);
  // The person says: use this one. Then it gets all there ever was.
  desk.inbox.keepCursor('');
  desk.restart();
  expect(await desk.settle()).toEqual(upToDate);
  const second = new Desk(folder);
  await second.settle();
  expect(second.inbox.statements.size).toBe(2);
});

function refusing(code: string, isOn = () => true): Files {
  const refuse = () => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    ...disk,
    openToAppend: (path, as) => (isOn() ? refuse() : disk.openToAppend(path, as)),
  };
}

test.each([
  ['EROFS', { kind: 'problem', problem: 'folder-read-only' }],
  ['ENOSPC', { kind: 'problem', problem: 'folder-full' }],
  ['EDQUOT', { kind: 'problem', problem: 'folder-full' }],
  ['EBUSY', { kind: 'waiting', until: '2026-11-29T12:00:01.500Z', why: 'trouble' }],
])(
  'a folder that answers %s to writing is read all the same, and written once it may be',
  async (code, state) => {
    const folder = temporaryFolder();
    const other = new Desk(folder);
    other.answer(3);
    await other.settle();
    let isOn = true;
    const desk = new Desk(
      folder,
      [ada],
      refusing(code, () => isOn),
    );
    desk.answer(2);
    expect(await desk.settle()).toEqual(state);
    expect(desk.inbox.statements.size).toBe(3);
    expect(desk.outbox.counts()).toEqual({ waiting: 2, delivered: 0, setAside: 0 });
    isOn = false;
    expect(await desk.settle()).toEqual(upToDate);
    expect(desk.outbox.counts()).toEqual({ waiting: 0, delivered: 2, setAside: 0 });
  },
);

test('a file that someone holds open is waited for; one that is refused for good is read-only', async () => {
  const desk = new Desk(temporaryFolder(), [ada], refusing('EPERM'));
  desk.answer(1);
  const kinds: string[] = [];
  for (let tries = 0; tries < 5; tries++) kinds.push((await desk.settle()).kind);
  expect(kinds).toEqual(['waiting', 'waiting', 'waiting', 'problem', 'problem']);
});

test('the pauses grow up to a quarter of an hour', async () => {
  const desk = new Desk(temporaryFolder(), [ada], refusing('EIO'));
  desk.answer(1);
  const pauses: number[] = [];
  for (let tries = 0; tries < 14; tries++) {
    const state = await desk.settle();
    if (state.kind === 'waiting') pauses.push(Date.parse(state.until) - Date.parse(upToDate.at));
  }
  expect(pauses.slice(0, 4)).toEqual([1500, 2500, 4500, 8500]);
  expect(pauses.at(-1)).toBe(450_500);
});

test('the last line is waited for while it is on its way, and then read once', async () => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder), new Desk(folder)];
  one.answer(3);
  await one.settle();
  const file = onlyFileOf(folder, one);
  const whole = readFileSync(file);
  truncateSync(file, whole.length - 20);
  await two.settle();
  expect(two.inbox.statements.size).toBe(2);
  expect(two.provider.findings.damaged).toBe(0);
  writeFileSync(file, whole);
  await two.settle();
  expect(two.inbox.statements.size).toBe(3);
});

test('a torn line in the middle is counted, what follows is read, and its writer writes it again', async () => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder), new Desk(folder)];
  const sent = one.answer(5);
  await one.settle();
  const file = onlyFileOf(folder, one);
  const bytes = readFileSync(file);
  bytes.fill('x', 1500, 1700);
  writeFileSync(file, bytes);
  await two.settle();
  expect(two.inbox.statements.size).toBeLessThan(5);
  expect(two.inbox.statements.size).toBeGreaterThan(2);
  expect(two.provider.findings.damaged).toBeGreaterThan(0);
  await one.settle();
  expect(filesOf(folder, one)).toHaveLength(2);
  await two.settle();
  expect(idsIn(two)).toEqual(idsOf(sent));
});

test.each([
  ['became shorter', (file: string) => truncateSync(file, 100)],
  ['is gone', (file: string) => rmSync(file)],
  ['came back empty', (file: string) => writeFileSync(file, '')],
  [
    'was replaced by another one of its length',
    (file: string) => writeFileSync(file, 'y'.repeat(statSync(file).size)),
  ],
])('a file that %s is written again by its device, even after a start', async (_, spoil) => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  const sent = one.answer(30);
  await one.settle();
  spoil(onlyFileOf(folder, one));
  one.restart();
  expect(await one.settle()).toEqual(upToDate);
  const two = new Desk(folder);
  await two.settle();
  expect(idsIn(two)).toEqual(idsOf(sent));
});

test('the whole folder of a person emptied while the app runs is filled again', async () => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  const sent = one.answer(500);
  await one.settle();
  rmSync(folderOf(folder), { recursive: true });
  sent.push(...one.answer(1));
  for (let tries = 0; tries < 3; tries++) await one.settle();
  const two = new Desk(folder);
  await two.settle();
  expect(idsIn(two)).toEqual(idsOf(sent));
});

test.each([
  (name: string) => `${name} (conflicted copy 2026-11-29 101112).jsonl`,
  (name: string) => `${name} (Ada's conflicted copy 2026-11-29).jsonl`,
  (name: string) => `${name} (in Konflikt stehende Kopie von Ada 2026-11-29).jsonl`,
  (name: string) => `${name}.sync-conflict-20261129-101112-ABCDEFG.jsonl`,
  (name: string) => `${name}_conflict-20261129-101112.jsonl`,
  (name: string) => `${name}-DESK-4711.jsonl`,
  (name: string) => `${name} (1).jsonl`,
  (name: string) => `${name} 2.JSONL`,
])('a conflict copy is one source more: %s', async (conflictName) => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder), new Desk(folder)];
  one.answer(2);
  await one.settle();
  const file = onlyFileOf(folder, one);
  const copy = conflictName(file.replace(/\.jsonl$/, ''));
  copyFileSync(file, copy);
  const only = statementOf(ada, 'only in the copy');
  appendFileSync(copy, lineOf(only.json));
  await two.settle();
  expect(two.inbox.statements.size).toBe(3);
  expect(two.inbox.refused).toEqual([]);
  one.answer(1);
  await one.settle();
  await two.settle();
  expect(two.inbox.statements.size).toBe(4);
});

test('two computers with the same device id (a copied disk image) lose nothing', async () => {
  const folder = temporaryFolder();
  const [one, twin] = [new Desk(folder), new Desk(folder)];
  Object.assign(twin, { device: one.device });
  twin.restart();
  const sent: { id: string }[] = [];
  for (let round = 0; round < 5; round++) {
    sent.push(...one.answer(2), ...twin.answer(3));
    await one.settle();
    await twin.settle();
    await one.settle();
  }
  const third = new Desk(folder);
  await third.settle();
  expect(idsIn(third)).toEqual(idsOf(sent));
});

test('a file that was made at its full length and filled later is read once it is filled', async () => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder), new Desk(folder)];
  one.answer(4);
  await one.settle();
  const file = onlyFileOf(folder, one);
  const { mtime } = statSync(file);
  const whole = readFileSync(file);
  writeFileSync(file, Buffer.alloc(whole.length));
  utimesSync(file, mtime, mtime);
  await two.settle();
  expect(two.inbox.statements.size).toBe(0);
  writeFileSync(file, whole);
  utimesSync(file, mtime, mtime);
  await two.settle();
  expect(two.inbox.statements.size).toBe(4);
});

test('what is not ours is left alone: links, pipes, folders, long lines, other words, other people', async () => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder), new Desk(folder)];
  one.answer(2);
  await one.settle();
  const theirs = folderOf(folder);
  const secret = join(temporaryFolder(), 'secret.jsonl');
  writeFileSync(secret, lineOf(statementOf(ada, 'behind a link').json));
  symlinkSync(secret, join(theirs, 'link.jsonl'));
  symlinkSync('/dev/zero', join(theirs, 'zero.jsonl'));
  execFileSync('mkfifo', [join(theirs, 'pipe.jsonl')]);
  mkdirSync(join(theirs, 'folder.jsonl'));
  symlinkSync(theirs, join(folder, 'deskwise', '1', 'f'.repeat(32)));
  writeFileSync(join(theirs, 'sparse.jsonl'), '');
  truncateSync(join(theirs, 'sparse.jsonl'), 80 * 1024 * 1024);
  const after = statementOf(ada, 'after a long line');
  const long = Buffer.concat([
    Buffer.alloc(3 * 1024 * 1024, 'a'),
    Buffer.from('\n'),
    lineOf(after.json),
  ]);
  writeFileSync(join(theirs, 'long.jsonl'), long);
  writeFileSync(join(theirs, 'notes.txt'), lineOf(statementOf(ada, 'in a text').json));
  writeFileSync(join(theirs, '.syncthing.one.jsonl'), lineOf(statementOf(ada, 'on its way').json));
  writeFileSync(join(theirs, 'one.jsonl.nextcloud'), ' ');
  const odd = ['null', '[]', '7', '"text"', '{"actor":{"account":{"__proto__":1}}}', 'no json'];
  writeFileSync(
    join(theirs, 'odd.jsonl'),
    Buffer.concat([...odd.map(lineOf), lineOf(statementOf(ben, 'about Ben').json)]),
  );
  expect(await two.settle()).toEqual(upToDate);
  expect(two.inbox.statements.size).toBe(3);
  expect(two.inbox.statements.has(after.id)).toBe(true);
  expect(two.provider.findings).toMatchObject({ leftAlone: 5, later: 1, foreign: 2, damaged: 1 });
});

test('a device with a hostile file under its next name goes on beside it', async () => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  const theirs = folderOf(folder);
  mkdirSync(theirs, { recursive: true });
  const victim = join(temporaryFolder(), 'victim.txt');
  writeFileSync(victim, 'mine');
  symlinkSync(victim, join(theirs, `${one.device}.0001.jsonl`));
  writeFileSync(join(theirs, `${one.device}.99999999999.jsonl`), 'no line\n');
  const sent = one.answer(2);
  await one.settle();
  expect(readFileSync(victim, 'utf8')).toBe('mine');
  const two = new Desk(folder);
  await two.settle();
  expect(idsIn(two)).toEqual(idsOf(sent));
});

test('a statement that can stand in no line is set aside with its reason, the others go', async () => {
  const desk = new Desk(temporaryFolder());
  desk.outbox.add({ id: 'a', json: '{"id":"a"}' });
  desk.outbox.add(statementOf(ada, 'x'.repeat(300_000), 'b'));
  desk.outbox.add({ id: 'c', json: JSON.stringify(JSON.parse(statementOf(ada).json), null, 2) });
  desk.answer(1);
  expect(await desk.settle()).toEqual(upToDate);
  expect([...desk.outbox.aside].map(([id, { reason }]) => [id, reason])).toEqual([
    ['a', 'unreadable'],
    ['b', 'too-large'],
    ['c', 'unreadable'],
  ]);
  expect(desk.outbox.counts().delivered).toBe(1);
});

test('a step that is stopped stops, and nothing is lost or counted twice', async () => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder), new Desk(folder)];
  one.answer(900);
  await one.settle();
  const stopped = new AbortController();
  stopped.abort();
  expect(await two.provider.step(stopped.signal)).toEqual({ kind: 'paused' });
  await two.settle();
  expect(two.inbox.statements.size).toBe(900);
});
