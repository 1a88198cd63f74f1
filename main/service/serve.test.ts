import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contract, type Told } from '../../core/contract';
import { smallCourse, writeFiles } from '../../tests/unit/support/course-files';
import { temporaryFolder } from '../../tests/unit/support/folders';
import { Harness, uuid } from '../../tests/unit/support/service';
import type { Service } from './operations/service';
import { answer, type Port, serve } from './serve';
import { openStore, type Store } from './store/store';

/** A service at one end of a channel; what it tells at the other. Node's ports hand over bare data. */
function served(desk = new Harness()) {
  const { port1, port2 } = new MessageChannel();
  const port: Port = {
    postMessage: (message) => port1.postMessage(message),
    on: (_, listener) => port1.on('message', (data) => listener({ data })),
    start: () => port1.start(),
  };
  const window = serve(desk.service, () => {}, port);
  const told: Told[] = [];
  port2.on('message', (message: Told) => told.push(message));
  onTestFinished(() => port1.close());
  let last = 0;
  /** Sends, and waits until all of it has been answered. */
  const send = async (...messages: unknown[]): Promise<Told[]> => {
    told.length = 0;
    for (const message of messages) port2.postMessage(message);
    const id = --last;
    port2.postMessage({ id, name: 'storage.read', input: {} });
    while (!told.some((each) => 'id' in each && each.id === id)) await once(port2, 'message');
    return told.filter((each) => !('id' in each) || each.id !== id);
  };
  return { desk, window, send };
}

const idsOf = (told: readonly Told[]) => told.map((each) => ('id' in each ? each.id : 'changed'));

describe('over a port', () => {
  test('each reply carries the id of what was asked', async () => {
    const { send } = served();
    const ask = { name: 'learners.list', input: {} };
    const told = await send({ ...ask, id: 7 }, { ...ask, id: 3 }, { ...ask, id: 0.5 });
    expect(told).toEqual(
      [7, 3, 0.5].map((id) => ({ id, reply: { ok: true, value: { learners: [], last: null } } })),
    );
  });

  test('what changed is told after the reply to a write, and after nothing else', async () => {
    const { send, desk } = served();
    const learner = uuid();
    const create = {
      id: 1,
      name: 'learners.create',
      input: { id: learner, name: 'A', settings: {} },
    };
    expect(await send(create)).toEqual([
      { id: 1, reply: { ok: true, value: expect.objectContaining({ id: learner }) } },
      { changed: ['learners'] },
    ]);
    const where = { learner, language: 'en', course: 'safe-desk', lesson: 'locks' };
    const onItem = { ...where, item: 'leaving' };
    const told = await send(
      { id: 2, name: 'lesson.read', input: where },
      { id: 3, name: 'lesson.open', input: { ...where, event: uuid() } },
      { id: 4, name: 'item.hint', input: { ...onItem, event: uuid() } },
      // Refused: nothing was written.
      { id: 5, name: 'item.hint', input: { ...onItem, item: 'signs', event: uuid() } },
      { id: 6, name: 'item.hint', input: {} },
      { id: 7, name: 'draft.save', input: { ...onItem, answer: [1] } },
      { id: 8, name: 'place.save', input: { ...where, line: 3, offset: 0 } },
      { id: 9, name: 'learners.erase', input: { learner } },
    );
    expect(idsOf(told)).toEqual([2, 3, 'changed', 4, 'changed', 5, 6, 7, 8, 9, 'changed']);
    expect(told.filter((each) => 'changed' in each)).toEqual([
      { changed: ['progress'] },
      { changed: ['progress'] },
      { changed: contract['learners.erase'].writes },
    ]);
    expect(desk.ask('learners.list', {}).learners).toEqual([]);
  });

  test('what others changed is told too', async () => {
    const { send, window } = served();
    window.changed(['library']);
    expect(await send()).toEqual([{ changed: ['library'] }]);
  });

  test('what is no question is passed over, and the next one is answered', async () => {
    const { send } = served();
    const told = await send(
      undefined,
      null,
      'learners.list',
      42,
      [],
      {},
      { name: 'learners.list', input: {} },
      { id: '1', name: 'learners.list', input: {} },
      { id: Number.NaN, name: 'learners.list', input: {} },
      { id: 1, name: ['learners.list'], input: {} },
      { id: 1, input: {} },
      { id: 2, name: 'learners.list', input: {} },
    );
    expect(idsOf(told)).toEqual([2]);
  });

  test('what no operation takes is answered with its error', async () => {
    const { send } = served();
    const told = await send(
      { id: 1, name: 'no.such', input: {} },
      { id: 2, name: 'app.read', input: {} },
      { id: 3, name: 'learners.list', input: 'nothing' },
      { id: 4, name: 'learners.list', input: null },
    );
    expect(told.map((each) => 'reply' in each && !each.reply.ok && each.reply.error.kind)).toEqual(
      Array(4).fill('bad-input'),
    );
  });

  test('two windows have each their own answers', async () => {
    const desk = new Harness();
    const [one, two] = [served(desk), served(desk)];
    const create = { name: 'learners.create', input: { id: uuid(), name: 'A', settings: {} } };
    expect(idsOf(await one.send({ id: 1, ...create }))).toEqual([1, 'changed']);
    expect(await two.send()).toEqual([]);
    const [listed] = await two.send({ id: 5, name: 'learners.list', input: {} });
    expect(listed).toMatchObject({ id: 5, reply: { value: { learners: [{ name: 'A' }] } } });
  });
});

describe('what went wrong', () => {
  /** A service whose store cannot be opened for a reason of its own. */
  const failing = (thrown: unknown) => {
    const log: unknown[] = [];
    const service: Service = {
      ...new Harness().service,
      store: () => {
        throw thrown;
      },
    };
    const reply = answer(service, (words, error) => log.push(words, error), {
      id: 1,
      name: 'learners.list',
      input: {},
    });
    return { reply, log };
  };

  test('a fault of the program: its words stand in the log and nowhere else', () => {
    const error = new TypeError('the name Ada has no length');
    const { reply, log } = failing(error);
    expect(reply).toEqual({ ok: false, error: { kind: 'unexpected', values: {} } });
    expect(log).toEqual(['learners.list failed', error]);
  });

  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_CORRUPT', 'data-damaged'],
    ['SQLITE_READONLY', 'not-writable'],
  ])('%s is told as %s', (code, kind) => {
    const { reply } = failing(Object.assign(new Error('database says no'), { code }));
    expect(reply).toMatchObject({ ok: false, error: { kind } });
    expect(JSON.stringify(reply)).not.toContain('says no');
  });

  test.each([null, undefined, 'a word', 7])('even if %j is thrown', (thrown) => {
    expect(failing(thrown).reply).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
  });

  test('a database of a newer version is told at each question, until it can be opened', () => {
    const data = temporaryFolder();
    const file = join(data, 'learn.db');
    const newer = new Database(file);
    newer.pragma('user_version = 99');
    newer.close();
    let store: Store | undefined;
    const service: Service = {
      ...new Harness().service,
      store: () => {
        store ??= openStore(data);
        return store;
      },
    };
    onTestFinished(() => store?.close());
    const list = () => answer(service, () => {}, { id: 1, name: 'learners.list', input: {} });
    for (let n = 0; n < 2; n++) {
      expect(list()).toEqual({ ok: false, error: { kind: 'data-newer', values: { file } } });
    }
    writeFileSync(file, '');
    expect(list()).toMatchObject({ ok: true });
  });
});

test('what authors ask is answered over the same port, in the order it was asked', async () => {
  const own = temporaryFolder();
  writeFiles(own, smallCourse('mine', 'mine'));
  const { desk, send } = served(new Harness({ courses: [{ kind: 'own', path: own }] }));
  const on = { folder: 'mine', file: '01-first.md' };
  const { version: base } = desk.ask('studio.read', on);
  const told = await send(
    { id: 1, name: 'studio.save', input: { ...on, text: 'one', base } },
    { id: 2, name: 'studio.read', input: on },
    { id: 3, name: 'studio.nothing', input: {} },
  );
  while (told.length < 3) told.push(...(await send()));
  const replies = new Map(told.map((each) => ('id' in each ? [each.id, each.reply] : [0, null])));
  expect(replies.get(1)).toMatchObject({ ok: true, value: { outcome: 'saved' } });
  expect(replies.get(2)).toMatchObject({ ok: true, value: { text: 'one' } });
  expect(replies.get(3)).toMatchObject({ ok: false, error: { kind: 'bad-input' } });
});
