import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ada, ben, Desk, statementOf } from '../../../../tests/unit/support/folder-desk';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { FolderGone } from './faults';
import { disk, type Files } from './files';
import { personKey } from './layout';
import { lineOf } from './line';
import { Places } from './place';
import { noFindings, readFolder } from './read-folder';

async function pass(folder: string, places: Places, files?: Files) {
  const findings = noFindings();
  const statements: { id: string; person: string }[] = [];
  const source = { folder, places, findings, ...(files && { files }) };
  for await (const part of readFolder(source)) {
    for (const each of part.statements)
      statements.push({ id: (each as { id: string }).id, person: part.person });
    if (part.place) places.set(part.file, part.place);
  }
  return { statements, findings };
}

test('a team reads everybody, by person, and then only what is new', async () => {
  const folder = temporaryFolder();
  const [one, two] = [new Desk(folder, [ada]), new Desk(folder, [ben])];
  one.answer(3);
  two.answer(2);
  await one.settle();
  await two.settle();
  const places = new Places();
  const first = await pass(folder, places);
  expect(first.statements.filter(({ person }) => person === personKey(ada))).toHaveLength(3);
  expect(first.statements.filter(({ person }) => person === personKey(ben))).toHaveLength(2);
  const [answer] = two.answer(1);
  await two.settle();
  const later = new Places(JSON.parse(JSON.stringify(places)));
  const second = await pass(folder, later);
  expect(second.statements).toEqual([{ id: answer?.id, person: personKey(ben) }]);
  expect(second.findings).toMatchObject({ read: 1, unchanged: 1 });
});

test('what is remembered may be anything: then all is read again', async () => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  one.answer(3);
  await one.settle();
  for (const odd of [null, 7, [['x']], [['a', -1, 0, 0, 0, 0, 0]], { __proto__: [] }])
    expect((await pass(folder, new Places(odd))).statements).toHaveLength(3);
});

test('a folder that is not there, or goes away in the middle, forgets nothing', async () => {
  const folder = join(temporaryFolder(), 'share');
  await expect(pass(folder, new Places())).rejects.toBeInstanceOf(FolderGone);
  mkdirSync(folder);
  const one = new Desk(folder);
  one.answer(1);
  await one.settle();
  const places = new Places();
  await pass(folder, places);
  const leaving: Files = {
    ...disk,
    async *list(path) {
      if (path.endsWith(personKey(ada))) renameSync(folder, `${folder}-away`);
      yield* disk.list(path);
    },
  };
  await expect(pass(folder, places, leaving)).rejects.toBeInstanceOf(FolderGone);
  renameSync(`${folder}-away`, folder);
  expect((await pass(folder, places)).findings).toMatchObject({ unchanged: 1, vanished: [] });
});

test('a person whose folder cannot be listed for now is not taken for gone', async () => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  one.answer(1);
  await one.settle();
  const places = new Places();
  await pass(folder, places);
  const locked: Files = {
    ...disk,
    look: async (path) => {
      if (path.endsWith(personKey(ada))) throw Object.assign(new Error(), { code: 'EACCES' });
      return disk.look(path);
    },
  };
  const { findings } = await pass(folder, places, locked);
  expect(findings).toMatchObject({ later: 1, vanished: [] });
  expect([...places.entries()]).toHaveLength(1);
});

test('a file that cannot be read yet is left for the next pass, the others are read', async () => {
  const folder = temporaryFolder();
  const desks = Array.from({ length: 3 }, () => new Desk(folder));
  for (const desk of desks) {
    desk.answer(1);
    await desk.settle();
  }
  const [absent = ''] = readdirSync(join(folder, 'deskwise', '1', personKey(ada)));
  // As a cloud drive answers for a file it has not downloaded, without a network.
  let isOnline = false;
  const cloud: Files = {
    ...disk,
    openToRead: async (path) => {
      if (!isOnline && path.endsWith(absent)) throw Object.assign(new Error(), { code: 'UNKNOWN' });
      return disk.openToRead(path);
    },
  };
  const places = new Places();
  const first = await pass(folder, places, cloud);
  expect(first.statements).toHaveLength(2);
  expect(first.findings).toMatchObject({ read: 2, later: 1 });
  isOnline = true;
  expect((await pass(folder, places, cloud)).statements).toHaveLength(1);
});

test('what is torn for good is looked at ever less often', async () => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  one.answer(1);
  await one.settle();
  const torn = join(folder, 'deskwise', '1', personKey(ada), 'torn.jsonl');
  writeFileSync(torn, Buffer.concat([Buffer.from('torn\n'), lineOf(statementOf(ada).json)]));
  const places = new Places();
  const read: number[] = [];
  for (let at = 0; at < 20; at++) {
    const { findings } = await pass(folder, places);
    if (findings.read > 0) read.push(at);
    expect(places.damaged()).toBe(1);
  }
  expect(read).toEqual([0, 1, 2, 4, 8, 16]);
  appendFileSync(torn, lineOf(statementOf(ada).json));
  expect((await pass(folder, places)).findings.read).toBe(1);
  rmSync(torn);
  await pass(folder, places);
  expect(places.damaged()).toBe(0);
});

test('between two steps no file is held open, so that a stick can be taken out', async () => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  one.answer(5000);
  await one.settle();
  let open = 0;
  const counting: Files = {
    ...disk,
    openToRead: async (path) => {
      const reading = await disk.openToRead(path);
      open++;
      return {
        ...reading,
        close: () => {
          open--;
          return reading.close();
        },
      };
    },
  };
  const two = new Desk(folder, undefined, counting);
  for (let steps = 0; two.inbox.statements.size < 5000 && steps < 20; steps++) {
    await two.step();
    expect(open).toBe(0);
  }
  expect(two.inbox.statements.size).toBe(5000);
});

test('a share that lists names in capitals, with times of another age, is read as any other', async () => {
  const folder = temporaryFolder();
  const one = new Desk(folder);
  one.answer(2);
  await one.settle();
  const root = join(folder, 'deskwise', '1');
  const capitals = join(root, personKey(ada).toUpperCase());
  renameSync(join(root, personKey(ada)), capitals);
  const [name = ''] = readdirSync(capitals);
  renameSync(join(capitals, name), join(capitals, name.toUpperCase()));
  const places = new Places();
  const first = await pass(folder, places);
  expect(first.statements.map(({ person }) => person)).toEqual([personKey(ada), personKey(ada)]);
  for (const year of [1980, 2099]) {
    const file = join(capitals, name.toUpperCase());
    appendFileSync(file, lineOf(statementOf(ada).json));
    utimesSync(file, new Date(Date.UTC(year, 0)), new Date(Date.UTC(year, 0)));
    expect((await pass(folder, places)).statements).toHaveLength(1);
  }
});
