// Any interleaving of any events over any devices, in any order, with repeats, ends in the same state.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearningEvent } from '../../../core/learning/events';
import { settings } from '../../../core/settings';
import type { AliasRecord } from '../../../core/sync/alias';
import type { About } from '../../../core/xapi/about';
import { aliasStatement, statementOf } from '../../../core/xapi/statement-of';
import { anyEvent, ids, smallWorld } from '../../../tests/event-arbitraries';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { stateDump } from '../../../tests/unit/support/state-dump';
import { openInMemory } from './database';
import { eventTable } from './events';
import { keptTables } from './kept';
import { learnerTable } from './learners';
import { migrations } from './migrations';
import { stateTables } from './states';
import { openStore, type Store } from './store';
import { summaries } from './summaries';

const account = { homePage: 'https://agency.example', name: 'somebody' };
const now = () => new Date('2026-06-01T00:00:00.000Z');
const about: About = {
  course: {},
  lesson: null,
  block: { words: {}, kind: 'poll', interaction: null, isPrivate: false },
};
const words = { about: () => about, platform: 'Deskwise', now };
const setting = { account, level: 'detail' as const, platform: 'Deskwise', now: now(), about };
const target = ids(5, 1)[0] as string;

/** Something that happened: where, and what. */
type Deed = { event: LearningEvent } | { alias: AliasRecord };

const { learners, devices } = smallWorld;

const event: fc.Arbitrary<Deed> = anyEvent(smallWorld).map((each) => ({
  // What is private never leaves its device, so it cannot be the same everywhere.
  event: each.type === 'block.kept' ? { ...each, private: false } : each,
}));

const alias: fc.Arbitrary<Deed> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    at: fc
      .integer({ min: smallWorld.from, max: smallWorld.to })
      .map((ms) => new Date(ms).toISOString()),
    device: fc.constantFrom(...devices),
    kind: fc.constantFrom('join' as const, 'split' as const),
    learner: fc.constantFrom(...learners),
    other: fc.constantFrom(...learners),
  })
  .filter(({ learner, other }) => learner !== other)
  .map((each) => ({ alias: each }));

const statementFor = (deed: Deed): unknown =>
  JSON.parse(
    JSON.stringify(
      'event' in deed ? statementOf(deed.event, setting) : aliasStatement(deed.alias, setting),
    ),
  );

/** A device of one learner, to which everything comes in batches. */
function deviceOf(learner: string): { store: Store; file: string } {
  const folder = temporaryFolder();
  const store = openStore(folder, words);
  store.learners.add(learner, 'Ada', settings.parse({}), '2026-01-01T00:00:00.000Z');
  const on = { id: target, learner, kind: 'lrs' as const, settings: {}, account };
  store.sync.switchOn({ ...on, level: 'detail', past: false });
  return { store, file: join(folder, 'learn.db') };
}

/** Each batch, some of it twice; what is the learner's own is recorded, the rest comes in. */
function play(learner: string, deeds: readonly Deed[], sizes: readonly number[]): string {
  const { store, file } = deviceOf(learner);
  const inbox = store.sync.inbox(target);
  let at = 0;
  for (let turn = 0; at < deeds.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    const batch = deeds.slice(at, at + size);
    at += size;
    const [first] = batch;
    const isOwn = first && 'event' in first && first.event.learner === learner;
    if (size === 1 && isOwn) store.record(first.event);
    else inbox.take(batch.map(statementFor));
    if (size > 2) inbox.take(batch.map(statementFor));
  }
  // Whoever did nothing is known on their own device only.
  inbox.take(deeds.map(statementFor));
  const afterwards = dumpOf(store, file);
  const again = openStore(join(file, '..'), words);
  again.rebuild();
  expect(dumpOf(again, file)).toBe(afterwards);
  return afterwards;
}

function dumpOf(store: Store, file: string): string {
  store.close();
  return stateDump(file);
}

/** All learners did something, so that every device knows of each. */
const firsts: Deed[] = learners.map((learner, at) => ({
  event: {
    type: 'lesson.opened',
    id: ids(6, at + 1).at(-1) as string,
    learner,
    device: devices[0] as string,
    at: new Date(smallWorld.from).toISOString(),
    course: 'a',
    version: '1.0.0',
    lesson: 'a',
  },
}));

const history = fc
  .array(fc.oneof({ weight: 12, arbitrary: event }, { weight: 1, arbitrary: alias }), {
    maxLength: 40,
  })
  .map((deeds) => [...firsts, ...deeds]);
const shuffled = <Each>(all: readonly Each[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length });
const sizes = fc.array(fc.constantFrom(1, 1, 2, 5, 50), { minLength: 1, maxLength: 4 });

/** The summaries of one person alone; `isLast` in the place of the look at what came before. */
function foldInMemory(all: readonly LearningEvent[], isLast?: () => boolean): string {
  const db = openInMemory(migrations);
  const [learner] = learners as [string];
  learnerTable(db).add(learner, 'Ada', settings.parse({}), '');
  const real = eventTable(db);
  const events = isLast ? { ...real, isLast } : real;
  const states = stateTables(db);
  const kept = keptTables(db);
  const folded = summaries({ events, states, kept });
  for (const each of all) {
    const own = { ...each, learner };
    events.append(own, null);
    folded.add(learner, own);
  }
  const courses = smallWorld.names.map((course) => states.ofCourse(learner, course));
  const blocks = smallWorld.names.flatMap((course) =>
    smallWorld.names.flatMap((lesson) =>
      smallWorld.names.map((block) => kept.cards({ person: learner, course, lesson, block })),
    ),
  );
  const sorted = (map: ReadonlyMap<string, unknown>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = [...courses.flatMap(({ lessons, items, groups }) => [lessons, items, groups])];
  const out = JSON.stringify([...rows, kept.ofPerson(learner), ...blocks].map(sorted));
  db.close();
  return out;
}

describe('a person with several devices', () => {
  test('stands at the same place on each, whatever order everything comes in', () => {
    fc.assert(
      fc.property(
        history.chain((deeds) =>
          fc.tuple(fc.constant(deeds), ...learners.map(() => fc.tuple(shuffled(deeds), sizes))),
        ),
        ([, ...devicesOf]) => {
          const dumps = devicesOf.map(([deeds, batches], at) =>
            play(learners[at] as string, deeds, batches),
          );
          expect(new Set(dumps).size).toBe(1);
        },
      ),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test('would not, if events counted in the order of arrival', () => {
    const everyOrder = (isLast?: () => boolean) =>
      fc.property(
        fc
          .array(anyEvent(smallWorld), { maxLength: 30 })
          .chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([all, other]) => foldInMemory(all, isLast) === foldInMemory(other, isLast),
      );
    fc.assert(everyOrder(), { numRuns: 50, endOnFailure: true });
    const arrival = fc.check(
      everyOrder(() => true),
      { numRuns: 200, endOnFailure: true },
    );
    expect(arrival.failed).toBe(true);
  });

  test('would not, if joins and splits held as they are heard of', () => {
    const [a, b] = learners as [string, string];
    const says = (kind: 'join' | 'split', n: number): Deed => ({
      alias: {
        id: ids(8, n).at(-1) as string,
        at: new Date(smallWorld.from + n).toISOString(),
        device: devices[0] as string,
        ...{ kind, learner: a, other: b },
      },
    });
    const splitLast = [...firsts, says('join', 1), says('split', 2)];
    const joinLast = [...firsts, says('split', 1), says('join', 2)];
    const states = [splitLast, [...splitLast].reverse(), joinLast, [...joinLast].reverse()].map(
      (each) => play(a, each, [1]),
    );
    expect(states[0]).toBe(states[1]);
    expect(states[2]).toBe(states[3]);
    expect(states[0]).not.toBe(states[2]);
  });
});
