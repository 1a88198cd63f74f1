// Ten thousand statements over a network that fails in every way it can: none lost, none twice, none changed.
import { v5 as uuidv5 } from 'uuid';
import { describe, expect, test } from 'vitest';
import {
  type Fault,
  faults,
  ScriptedLrs,
  type Statement,
} from '../../../../tests/unit/support/scripted-lrs';
import { MemoryInbox, MemoryOutbox } from '../../../../tests/unit/support/sync-queue';
import { twin } from '../../../../tests/unit/support/twin';
import { seeded, VirtualClock } from '../../../../tests/unit/support/virtual-clock';
import type { Waiting } from '../queue';
import { Runner } from '../runner';
import { LrsProvider } from './provider';

type Module = { LrsProvider: typeof LrsProvider };

const namespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
const idOf = (number: number): string => uuidv5(`statement ${number}`, namespace);

function statement(number: number): Waiting {
  const id = idOf(number);
  // Not as JSON.stringify would write it: what was frozen is sent, not what it means.
  const json = `{"id":"${id}", "actor":{"account":{"homePage":"https://id.example","name":"ä${number}"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/answered"},"object":{"id":"https://deskwise.org/xapi/items/${number}"},"result":{"score":{"scaled":1.0}}}`;
  return { id, json };
}

interface Day {
  seed: number;
  count: number;
  /** How often something goes wrong, from 0 to 1, until half of it is there. */
  rate: number;
  kinds?: readonly Fault[];
  /** One in so many is never taken, and one in so many is there already and says something else. */
  poison?: number;
  refusesRepeats?: boolean;
  /** How often the computer is switched off in the middle of it. */
  ends?: number;
  provider?: typeof LrsProvider;
}

/** What came of it. */
interface Outcome {
  lost: number;
  twice: number;
  changed: number;
  /** Ids that were set aside and should not have been, or the other way round. */
  wronglyAside: number;
  waiting: number;
  /** Simulated seconds from the last fault to the empty queue. */
  seconds: number;
  met: ReadonlySet<Fault>;
}

async function live(day: Day): Promise<Outcome> {
  const { seed, count, rate, kinds = faults, poison = 0, ends = 5, provider = LrsProvider } = day;
  const random = seeded(seed);
  const clock = new VirtualClock();
  const all = Array.from({ length: count }, (_, number) => statement(number));
  const outbox = new MemoryOutbox(all);
  const refuses = new Set<string>();
  const different = new Set<string>();
  for (const { id } of poison > 0 ? all : []) {
    const drawn = random();
    if (drawn < poison / 2) refuses.add(id);
    else if (drawn < poison) different.add(id);
  }
  const met = new Set<Fault>();
  let calmSince: number | null = null;
  let lastFaults = 3;
  const deck: Fault[] = [];
  const lrs = new ScriptedLrs({
    clock,
    refuses,
    refusesRepeats: day.refusesRepeats ?? false,
    latency: () => 20 + random() * 60,
    fault: () => {
      if (calmSince !== null) return null;
      // It ends while the computer stays away for its longest.
      if (outbox.counts().waiting <= count / 2 && --lastFaults === 0) calmSince = clock.now();
      if (lastFaults < 3) return 'drop';
      if (random() >= rate) return null;
      // Dealt like cards, so that each kind comes.
      if (deck.length === 0) deck.push(...kinds);
      const [fault = null] = deck.splice(Math.floor(random() * deck.length), 1);
      if (fault) met.add(fault);
      return fault;
    },
  });
  for (const id of different)
    lrs.put({ id, verb: { id: 'http://adlnet.gov/expapi/verbs/passed' } });

  let emptyAt: number | null = null;
  let waiting = count;
  const begin = (): Runner => {
    const around = {
      web: lrs.web,
      outbox,
      inbox: new MemoryInbox(),
      now: () => clock.now(),
      random,
    };
    const target = {
      endpoint: lrs.endpoint,
      signIn: { kind: 'basic', secret: 'lrs' } as const,
      people: () => [],
    };
    const runner = new Runner(
      new provider(target, around),
      clock,
      random,
      (state) => {
        // Somebody sits there and signs in again.
        if (state.kind === 'sign-in-needed') clock.after(3000, () => runner.retry());
        waiting = outbox.counts().waiting;
        if (waiting === 0) emptyAt ??= clock.now();
      },
      (error) => {
        throw error;
      },
    );
    runner.start();
    return runner;
  };
  let runner = begin();
  for (let life = 0; life < ends; life++) {
    await clock.runUntil(() => waiting === 0, clock.now() + 20_000 + random() * 40_000);
    void runner.stop();
    runner = begin();
  }
  await clock.runUntil(() => waiting === 0, clock.now() + 48 * 3_600_000);
  void runner.stop();

  const frozen = new Map(all.map(({ id, json }) => [id, json]));
  const isAside = (id: string): boolean => refuses.has(id) || different.has(id);
  const right = lrs.bodies.filter((body) => {
    const ids = (JSON.parse(body) as Statement[]).map(({ id }) => id);
    return body === `[${ids.map((id) => frozen.get(id)).join(',')}]`;
  });
  return {
    lost: all.filter(({ id }) => !lrs.held.has(id) && !isAside(id)).length,
    twice: [...lrs.held.keys()].filter((id) => !frozen.has(id)).length,
    changed: lrs.bodies.length - right.length,
    wronglyAside: all.filter(({ id }) => outbox.aside.has(id) !== isAside(id)).length,
    waiting: outbox.counts().waiting,
    seconds: ((emptyAt ?? Number.POSITIVE_INFINITY) - (calmSince ?? 0)) / 1000,
    met,
  };
}

const clean = { lost: 0, twice: 0, changed: 0, wronglyAside: 0, waiting: 0 };

describe('ten thousand statements, three in ten requests go wrong', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))('seed %i', async (seed) => {
    const outcome = await live({ seed, count: 10_000, rate: 0.3, refusesRepeats: seed % 2 === 0 });
    expect(outcome).toMatchObject(clean);
    expect(outcome.seconds).toBeLessThanOrEqual(60);
    expect(outcome.met.size).toBe(faults.length);
  });
});

describe('one statement in a hundred cannot be taken', () => {
  test.each([1, 2, 3])('seed %i: exactly those are set aside', async (seed) => {
    const day = { seed, count: 10_000, rate: 0.3, poison: 0.01, refusesRepeats: seed === 2 };
    const outcome = await live(day);
    expect(outcome).toMatchObject(clean);
  });
});

describe('broken twins are caught', () => {
  const twins: Record<string, [Parameters<typeof twin>[1], Partial<Day>]> = {
    'a status is believed': [
      {
        file: 'lrs/sending.ts',
        protection: 'if (!areThese(jsonOf(reply), batch)) throw troubleOf(reply);',
        instead: '',
      },
      {},
    ],
    'ids are counted, not compared': [
      {
        file: 'lrs/sending.ts',
        protection: 'return batch.every(({ id }) => named.has(id.toLowerCase()));',
        instead: 'return named.size > 0;',
      },
      {},
    ],
    'an old event gets a new id': [
      {
        file: 'lrs/sending.ts',
        protection: 'if (reply.status === 409) await this.compare(only, signal);',
        instead: `if (reply.status === 409) {
          const id = crypto.randomUUID();
          this.outbox.delivered([only.id], this.at());
          (this.outbox as never as { add(each: Waiting): void }).add({
            id,
            json: only.json.replace(only.id, id),
          });
        }`,
      },
      { refusesRepeats: true },
    ],
    'what is there is not compared': [
      {
        file: 'lrs/sending.ts',
        protection: 'isSameStatement(JSON.parse(ours.json), there)',
        instead: 'false',
      },
      { refusesRepeats: true },
    ],
    'what is there is taken for the same': [
      {
        file: 'lrs/sending.ts',
        protection: 'isSameStatement(JSON.parse(ours.json), there)',
        instead: 'true',
      },
      { poison: 0.01 },
    ],
    'a refused batch is set aside whole': [
      {
        file: 'lrs/sending.ts',
        protection: 'return batch.length > 1 ? [half, batch.length - half] : [1];',
        instead: `if (kind === 'refused') {
          for (const each of batch) this.outbox.setAside(each.id, 'refused', '');
          return [];
        }
        return batch.length > 1 ? [half, batch.length - half] : [1];`,
      },
      { poison: 0.01 },
    ],
    'a proxy that refuses is taken for the store': [
      {
        file: 'lrs/sending.ts',
        protection: '.includes(reply.status) && isFromStore(reply)',
        instead: '.includes(reply.status)',
      },
      { kinds: ['proxy-400', 'drop'], rate: 0.6 },
    ],
    'statements are written anew': [
      {
        file: 'lrs/sending.ts',
        protection: 'batch.map((each) => each.json)',
        instead: 'batch.map((each) => JSON.stringify(JSON.parse(each.json)))',
      },
      {},
    ],
    'failures are never forgotten': [
      {
        file: 'lrs/provider.ts',
        protection: 'this.failures = 0;\n      return',
        instead: 'return',
      },
      { count: 10_000, ends: 0 },
    ],
  };
  test.each(Object.entries(twins))('%s', async (_, [broken, day]) => {
    const { LrsProvider: provider } = await twin<Module>('lrs/provider.ts', broken);
    const whole = { seed: 1, count: 2000, rate: 0.3, ...day };
    const { seconds, met, ...counts } = await live(whole);
    expect({ ...counts, inTime: seconds <= 60 }).toEqual({ ...clean, inTime: true });
    const outcome = await live({ ...whole, provider });
    const { seconds: its, met: itsMet, ...itsCounts } = outcome;
    expect({ ...itsCounts, inTime: its <= 60 }).not.toEqual({ ...clean, inTime: true });
  });
});
