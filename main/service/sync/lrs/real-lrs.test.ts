// Against a real learning record store: two devices of one person, repeats, conflicts, refusals.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lrs, startLrs } from '../../../../tests/lrs/start.mjs';
import { nodeWeb } from '../../../../tests/unit/support/node-web';
import { MemoryInbox, MemoryOutbox } from '../../../../tests/unit/support/sync-queue';
import type { Waiting } from '../queue';
import { LrsProvider } from './provider';

let lrs: Lrs;
// It is fetched the first time.
beforeAll(async () => {
  lrs = await startLrs();
}, 600_000);
afterAll(() => lrs?.close());

const endpoint = () => lrs.endpoint;
let made = 0;

function statement(name: string, change: object = {}): Waiting {
  const id = `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  const whole = {
    id,
    timestamp: '2026-11-20T08:00:00.000Z',
    actor: { objectType: 'Agent', account: { homePage: 'https://id.example', name } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: { objectType: 'Activity', id: 'https://deskwise.org/xapi/courses/desk' },
    result: { success: true, score: { scaled: 0.5 }, duration: 'PT4.2S', response: 'ä[,]ß' },
    context: {
      registration: '01900000-0000-7000-8000-00000000aaaa',
      contextActivities: { grouping: [{ id: 'https://deskwise.org/xapi/courses/desk' }] },
      language: 'de',
      extensions: { 'https://deskwise.org/xapi/extensions/event': { type: 'x', answer: [1] } },
    },
    ...change,
  };
  return { id, json: JSON.stringify(whole) };
}

function device(name: string, statements: readonly Waiting[] = [], at = endpoint()) {
  const outbox = new MemoryOutbox(statements);
  const inbox = new MemoryInbox();
  const target = {
    endpoint: at,
    signIn: { kind: 'basic', secret: 'key:secret' } as const,
    people: () => [{ homePage: 'https://id.example', name }],
  };
  const around = { web: nodeWeb, outbox, inbox, now: () => Date.now(), random: () => 0 };
  const begin = () => new LrsProvider(target, around);
  let provider = begin();
  return {
    outbox,
    inbox,
    again: () => {
      provider = begin();
    },
    async sync() {
      for (;;) {
        const state = await provider.step(new AbortController().signal);
        if (state.kind !== 'sending' && state.kind !== 'receiving') return state;
      }
    },
  };
}

test('what one device sends, another one gets, whole and once', async () => {
  const sent = Array.from({ length: 2000 }, () => statement('two devices'));
  const others = Array.from({ length: 100 }, () => statement('somebody else'));
  const first = device('two devices', sent);
  const other = device('somebody else', others);
  expect((await first.sync()).kind).toBe('up-to-date');
  await other.sync();
  expect(first.outbox.counts()).toEqual({ waiting: 0, delivered: 2000, setAside: 0 });

  const second = device('two devices');
  expect((await second.sync()).kind).toBe('up-to-date');
  expect([...second.inbox.statements.keys()].sort()).toEqual(sent.map(({ id }) => id).sort());
  const [one] = sent;
  expect(second.inbox.statements.get(one?.id ?? '')).toMatchObject(JSON.parse(one?.json ?? ''));

  const more = Array.from({ length: 120 }, () => statement('two devices'));
  for (const each of more) first.outbox.add(each);
  await first.sync();
  second.again();
  await second.sync();
  expect(second.inbox.statements.size).toBe(2120);
  expect(second.inbox.refused).toEqual([]);
});

test('what was sent before, and its reply lost, is delivered', async () => {
  const statements = Array.from({ length: 60 }, () => statement('again'));
  await device('again', statements).sync();
  const restored = device('again', statements);
  await restored.sync();
  expect(restored.outbox.counts()).toEqual({ waiting: 0, delivered: 60, setAside: 0 });
  expect(restored.inbox.statements.size).toBe(60);
});

test('what is no statement, and what says something else there, is set aside: exactly that', async () => {
  const taken = statement('poison');
  await device('poison', [taken]).sync();
  const other = { ...taken, json: taken.json.replace('"success":true', '"success":false') };
  const poison = [
    statement('poison', { verb: { id: 'no address' } }),
    statement('poison', { actor: {} }),
  ];
  const good = Array.from({ length: 130 }, () => statement('poison'));
  const [first, second] = poison;
  if (!first || !second) throw new Error('two are made above');
  const all = [
    ...good.slice(0, 20),
    first,
    ...good.slice(20, 70),
    other,
    second,
    ...good.slice(70),
  ];
  const one = device('poison', all);
  await one.sync();
  expect(one.outbox.counts()).toEqual({ waiting: 0, delivered: 130, setAside: 3 });
  expect([...one.outbox.aside].map(([id, { reason }]) => [id, reason])).toEqual([
    [first.id, 'refused'],
    [other.id, 'different-there'],
    [second.id, 'refused'],
  ]);
  // It says why, for whoever looks into it.
  expect(one.outbox.aside.get(first.id)?.detail).toContain('verb.id');
});

test('an address beside the store is not the store', async () => {
  const one = device('wrong', [statement('wrong')], endpoint().replace('/xAPI', '/somewhere'));
  expect(await one.sync()).toEqual({ kind: 'problem', problem: 'not-an-lrs' });
  expect(one.outbox.counts().waiting).toBe(1);
});

test('where nobody answers, it waits', async () => {
  const one = device('nobody', [statement('nobody')], 'http://127.0.0.1:9/xapi');
  expect(await one.sync()).toMatchObject({ kind: 'waiting', why: 'trouble' });
  expect(one.outbox.counts().waiting).toBe(1);
});
