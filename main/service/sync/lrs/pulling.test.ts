// Fetching from a store: nothing is missed, whatever was stored at the same time, shown late, or paged wrongly.
import { describe, expect, test } from 'vitest';
import { ScriptedLrs, type Statement } from '../../../../tests/unit/support/scripted-lrs';
import { MemoryInbox, MemoryOutbox } from '../../../../tests/unit/support/sync-queue';
import { twin } from '../../../../tests/unit/support/twin';
import { VirtualClock } from '../../../../tests/unit/support/virtual-clock';
import { type Web, WebFault } from '../web';
import { LrsProvider, newsEvery } from './provider';

const person = { homePage: 'https://id.example', name: 'somebody' };

const numbered = (number: number, stored?: string): Statement => ({
  id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  actor: { objectType: 'Agent', account: person },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
  object: { id: 'https://deskwise.org/xapi/items/1' },
  ...(stored && { stored }),
});

type Script = Partial<ConstructorParameters<typeof ScriptedLrs>[0]>;

function desk(script: Script = {}, provider = LrsProvider) {
  const clock = new VirtualClock();
  const lrs = new ScriptedLrs({ clock, ...script });
  const inbox = new MemoryInbox();
  const around = { outbox: new MemoryOutbox(), inbox, now: () => clock.now(), random: () => 0.5 };
  const begin = (web: Web = lrs.web) =>
    new provider(
      {
        endpoint: lrs.endpoint,
        signIn: { kind: 'basic', secret: 'lrs' },
        people: () => [person],
      },
      { ...around, web },
    );
  let one = begin();
  const step = async () => {
    const stepped = one.step(new AbortController().signal);
    let isDone = false;
    void stepped.finally(() => {
      isDone = true;
    });
    await clock.runUntil(() => isDone);
    return stepped;
  };
  return {
    ...{ clock, lrs, inbox, step },
    restart: (web?: Web) => {
      one = begin(web);
    },
    /** Steps until nothing is left to fetch; fails where that never comes. */
    async fetchAll() {
      for (let steps = 0; steps < 2000; steps++) {
        const state = await step();
        if (state.kind !== 'receiving') return state;
      }
      throw new Error('it never ends');
    },
    async later(milliseconds = newsEvery) {
      await clock.runUntil(() => false, clock.now());
      void clock.wait(milliseconds);
      await clock.runUntil(() => false);
    },
  };
}

/** A thousand statements, seven at each time, over two minutes. */
const many = Array.from({ length: 1001 }, (_, number) => {
  const stored = Date.parse('2026-11-19T08:00:00.000Z') + Math.floor(number / 7) * 1000;
  return numbered(number, new Date(stored).toISOString());
});

describe('what others sent', () => {
  test.each<[string, Script]>([
    ['in pages that a store names', { pageLimit: 10 }],
    ['in pages that a store names wrongly', { pageLimit: 10, breaksMore: true }],
    [
      'in wrongly named pages, hardly larger than what was stored at once',
      { pageLimit: 8, breaksMore: true },
    ],
    ['at once', {}],
  ])('comes whole and once, %s', async (_, script) => {
    const { lrs, inbox, fetchAll } = desk(script);
    for (const each of many) lrs.put(each);
    expect(await fetchAll()).toEqual({ kind: 'up-to-date', at: '2026-11-20T08:00:00.000Z' });
    expect([...inbox.statements.keys()].sort()).toEqual(many.map(({ id }) => id).sort());
    expect(inbox.refused).toEqual([]);
  });

  test('is never said to be whole where a store gives no way to the rest', async () => {
    const { lrs, inbox, fetchAll } = desk({ pageLimit: 6, breaksMore: true });
    for (const each of many) lrs.put(each);
    expect(await fetchAll()).toMatchObject({ kind: 'waiting', why: 'trouble' });
    expect(inbox.statements.size).toBeGreaterThan(0);
  });

  test('asks for one person’s own statements, the earliest first, and only that', async () => {
    const { lrs, fetchAll } = desk();
    await fetchAll();
    const { url = '', headers = {}, secret } = lrs.requests.at(-1) ?? {};
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      agent: JSON.stringify({ objectType: 'Agent', account: person }),
      related_agents: 'false',
      related_activities: 'false',
      ascending: 'true',
      limit: '250',
    });
    expect([headers['x-experience-api-version'], secret]).toEqual(['1.0.3', 'lrs']);
  });

  test('goes on where it ended, also after a restart', async () => {
    const { lrs, inbox, fetchAll, later, restart } = desk();
    for (const each of many.slice(0, 500)) lrs.put(each);
    await fetchAll();
    await later();
    for (const each of many.slice(500)) lrs.put(each);
    restart();
    lrs.requests.length = 0;
    await fetchAll();
    expect(inbox.statements.size).toBe(many.length);
    // Only what is new, and what was stored together with the newest.
    expect(new URL(lrs.requests.at(-1)?.url ?? '').searchParams.get('since')).toBe(
      '2026-11-19T08:01:10.999Z',
    );
  });

  test('a step between does not ask again', async () => {
    const { lrs, step, fetchAll } = desk();
    await fetchAll();
    const before = lrs.requests.length;
    expect((await step()).kind).toBe('up-to-date');
    expect(lrs.requests.length).toBe(before);
  });

  test('a page too large to be taken is asked for in parts', async () => {
    const { lrs, inbox, fetchAll, restart } = desk();
    for (const each of many) lrs.put(each);
    const narrow: Web = async (request, signal) => {
      const reply = await lrs.web(request, signal);
      if (reply.body.length > 20_000) throw new WebFault('too-large', 'too much');
      return reply;
    };
    restart(narrow);
    await fetchAll();
    expect(inbox.statements.size).toBe(many.length);
  });

  test('a cursor that cannot be read begins anew, and one of another store is left alone', async () => {
    const { lrs, inbox, fetchAll } = desk();
    for (const each of many) lrs.put(each);
    inbox.keepCursor('{"torn');
    await fetchAll();
    expect(inbox.statements.size).toBe(many.length);
  });
});

const lateSince = {
  file: 'lrs/cursor.ts',
  protection: 'Math.floor(Date.parse(stored)) - 1',
  instead: 'Math.floor(Date.parse(stored))',
};
const trustsNewest = {
  file: 'lrs/cursor.ts',
  protection: 'Math.min(Date.parse(newest), vouched)',
  instead: 'Date.parse(newest)',
};

/** One more with a time that has been fetched already. */
async function storedAtTheSameTime(provider?: typeof LrsProvider): Promise<number> {
  const { lrs, inbox, fetchAll, later } = desk({}, provider);
  lrs.put(numbered(1, '2026-11-19T08:00:00.000Z'));
  await fetchAll();
  lrs.put(numbered(2, '2026-11-19T08:00:00.000Z'));
  await later();
  await fetchAll();
  return inbox.statements.size;
}

/** What one server of a store wrote down first is shown after what another one wrote down later. */
async function shownLate(provider?: typeof LrsProvider): Promise<number> {
  const { clock, lrs, inbox, fetchAll, later } = desk({}, provider);
  const written = new Date(clock.now() - 5000).toISOString();
  lrs.put(numbered(1));
  await fetchAll();
  lrs.put(numbered(2, written));
  await later();
  await fetchAll();
  return inbox.statements.size;
}

describe('nothing is missed', () => {
  test('that was stored at the very time of the last one', async () => {
    expect(await storedAtTheSameTime()).toBe(2);
  });
  test('that is shown late', async () => {
    expect(await shownLate()).toBe(2);
  });
  test('and the broken twins miss it', async () => {
    type Module = { LrsProvider: typeof LrsProvider };
    const late = await twin<Module>('lrs/provider.ts', lateSince);
    expect(await storedAtTheSameTime(late.LrsProvider)).toBe(1);
    const trusting = await twin<Module>('lrs/provider.ts', trustsNewest);
    expect(await shownLate(trusting.LrsProvider)).toBe(1);
  });
});
