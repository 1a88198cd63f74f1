import { appendFileSync, copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ada, ben, Desk, statementOf } from '../../../../tests/unit/support/folder-desk';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { disk, type Files } from './files';
import { personKey } from './layout';
import { lineOf } from './line';
import { Places } from './place';
import { noFindings, readFolder } from './read-folder';

const theirs = (folder: string) => join(folder, 'deskwise', '1', personKey(ada));
const namesIn = (folder: string) => readdirSync(theirs(folder)).sort();

/** Writes two statements into a segment of its own, as after a start from a copied database. */
async function segment(desk: Desk): Promise<void> {
  const cursor = JSON.parse(desk.inbox.cursor() ?? '{"there":true,"suspects":[]}');
  desk.inbox.keepCursor(JSON.stringify({ ...cursor, places: [] }));
  desk.restart();
  desk.answer(2);
  await desk.step();
}

async function segments(desk: Desk, count: number): Promise<void> {
  desk.answer(2);
  await desk.step();
  for (let at = 1; at < count; at++) await segment(desk);
}

async function idsIn(folder: string): Promise<string[]> {
  const reader = new Desk(folder);
  await reader.settle();
  expect(reader.inbox.refused).toEqual([]);
  return [...reader.inbox.statements.keys()].sort();
}

const idsOf = (desk: Desk) => [...desk.outbox.all.keys()].sort();

test('eight old segments become one, with every line as it was, and writing goes on', async () => {
  const folder = temporaryFolder();
  const desk = new Desk(folder);
  await segments(desk, 8);
  expect(namesIn(folder)).toHaveLength(8);
  await segment(desk);
  await desk.settle();
  expect(namesIn(folder)).toEqual([`${desk.device}.0009.jsonl`, `${desk.device}.0010.jsonl`]);
  expect(await idsIn(folder)).toEqual(idsOf(desk));
  const lines = namesIn(folder).flatMap((name) =>
    readFileSync(join(theirs(folder), name), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  const written = [...desk.outbox.all.values()].map(({ json }) => String(lineOf(json)).trimEnd());
  expect(lines.sort()).toEqual(written.sort());
  desk.answer(3);
  await desk.settle();
  desk.restart();
  desk.answer(3);
  await desk.settle();
  expect(await idsIn(folder)).toEqual(idsOf(desk));
});

test('conflict copies of its own are put together too, those of others are left alone', async () => {
  const folder = temporaryFolder();
  const [desk, other] = [new Desk(folder), new Desk(folder)];
  other.answer(2);
  await other.settle();
  await segments(desk, 7);
  for (const name of namesIn(folder)) {
    const copy = join(theirs(folder), name.replace('.jsonl', ' (conflicted copy 2026).jsonl'));
    copyFileSync(join(theirs(folder), name), copy);
  }
  await desk.settle();
  expect(namesIn(folder).filter((name) => name.startsWith(other.device))).toHaveLength(2);
  expect(namesIn(folder).filter((name) => name.startsWith(desk.device)).length).toBeLessThan(4);
  expect(await idsIn(folder)).toEqual([...idsOf(desk), ...idsOf(other)].sort());
});

test('a desk that reads meanwhile gets everything and nothing twice', async () => {
  const folder = temporaryFolder();
  const desk = new Desk(folder);
  await segments(desk, 8);
  const places = new Places();
  const ids: string[] = [];
  const findings = noFindings();
  const take = (statements: object[]) =>
    ids.push(...statements.map((each) => (each as { id: string }).id));
  for (let pass = 0; pass < 2; pass++) {
    let isFirst = true;
    for await (const part of readFolder({ folder, places, findings })) {
      take(part.statements);
      if (part.place) places.set(part.file, part.place);
      // The others of the list are put together while it reads the first.
      if (isFirst && pass === 0) {
        await segment(desk);
        await desk.settle();
      }
      isFirst = false;
    }
  }
  expect([...new Set(ids)].sort()).toEqual(idsOf(desk));
  const reader = new Desk(folder);
  await reader.settle();
  await segments(desk, 9);
  await desk.settle();
  await reader.settle();
  expect([...reader.inbox.statements.keys()].sort()).toEqual(idsOf(desk));
});

/** Stops for good at the n-th call, as a process does that is killed there. */
function stopping(calls: number): { files: Files; stopped: () => boolean } {
  let left = calls;
  const tick = () => {
    if (--left < 0) throw Object.assign(new Error('killed'), { code: 'EIO' });
  };
  const after = async <Of>(work: () => Promise<Of>): Promise<Of> => {
    tick();
    return work();
  };
  const files: Files = {
    ...disk,
    openToRead: (path) => after(() => disk.openToRead(path)),
    openToAppend: async (path, as) => {
      tick();
      const appending = await disk.openToAppend(path, as);
      return {
        ...appending,
        append: async (bytes) => {
          if (left < 1) await appending.append(bytes.subarray(0, bytes.length / 2));
          tick();
          return appending.append(bytes);
        },
        flush: async () => after(() => appending.flush()),
        cut: async (size) => after(() => appending.cut(size)),
      };
    },
    flushFolder: async (path) => after(() => disk.flushFolder(path)),
    remove: async (path) => after(() => disk.remove(path)),
  };
  return { files, stopped: () => left < 0 };
}

test('stopped at each point of it, all statements lie there, and the next start tidies up', async () => {
  for (let calls = 0; ; calls++) {
    const folder = temporaryFolder();
    const desk = new Desk(folder);
    await segments(desk, 9);
    const { files, stopped } = stopping(calls);
    const dying = new Desk(folder, undefined, files);
    Object.assign(dying, { device: desk.device });
    dying.restart();
    await dying.settle();
    expect(await idsIn(folder)).toEqual(idsOf(desk));
    const again = new Desk(folder);
    Object.assign(again, { device: desk.device });
    again.restart();
    await again.settle();
    expect(await idsIn(folder)).toEqual(idsOf(desk));
    expect(namesIn(folder).length).toBeLessThan(9);
    if (!stopped()) break;
  }
});

test('an old segment that others write in, or that is torn, loses nothing by it', async () => {
  const folder = temporaryFolder();
  const desk = new Desk(folder);
  await segments(desk, 9);
  const [first = '', second = ''] = namesIn(folder);
  const foreign = statementOf(ben, 'about somebody else');
  const half = lineOf(statementOf(ada, 'half').json).subarray(0, 50);
  appendFileSync(join(theirs(folder), first), lineOf(foreign.json));
  appendFileSync(join(theirs(folder), second), half);
  await desk.settle();
  expect(namesIn(folder).length).toBeLessThan(4);
  expect(await idsIn(folder)).toEqual(idsOf(desk));
});

test('what was put together and is large is not carried anew each time', async () => {
  const folder = temporaryFolder();
  const desk = new Desk(folder);
  desk.answer(16_000);
  await desk.settle();
  const sizes = namesIn(folder).map((name) => statSync(join(theirs(folder), name)).size);
  expect(Math.max(...sizes)).toBeGreaterThan(4 * 1024 * 1024);
  const large = namesIn(folder).find(
    (name) => statSync(join(theirs(folder), name)).size > 4 * 1024 * 1024,
  );
  for (let at = 0; at < 9; at++) await segment(desk);
  await desk.settle();
  expect(namesIn(folder)).toContain(large);
  expect(namesIn(folder).length).toBeLessThan(8);
});
