// The team view's database: whatever the order, the repeats and what is taken back, the counts are the same.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import {
  finished,
  type TeamStatement,
  voiding,
} from '../../../../tests/unit/support/team-statements';
import { noReading, openTeamStore, type TeamStore } from './team-store';

/** Everything that figures are made of, in an order that does not depend on how it came in. */
function aggregates(store: TeamStore): string {
  const names = new Map(store.figures.courses().map(({ id, course }) => [id, course]));
  const coverage = store.figures
    .coverage()
    .map(([course, unit, month, finished]) => [names.get(course), unit, month, finished].join())
    .sort();
  const mandatory = ['one', 'two'].map((course) => ({ course, due: null }));
  const people = store.figures.people(
    { course: null, units: null, state: 'all', today: '2026-11-20' },
    mandatory,
    0,
    1000,
  );
  return JSON.stringify([coverage, store.units(), people], null, 1);
}

const roster = ['ada', 'ben', 'cem'].map((account, at) => ({
  ...{ account, name: account.toUpperCase(), group: '' },
  unit: at < 2 ? 'Archive' : 'Front desk',
}));

function filled(batches: readonly (readonly unknown[])[], before = true): TeamStore {
  const store = openTeamStore(temporaryFolder());
  const place = () => {
    store.setRoster(roster, '2026-11-20T08:00:00.000Z');
    while (store.placeStep());
  };
  if (before) place();
  for (const batch of batches) store.takeStatements(batch, noReading(), false);
  if (!before) place();
  return store;
}

const id = (at: number): string => `01900000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** Few ids, people and courses, so that they meet; some of one id say different things. */
const statement: fc.Arbitrary<TeamStatement> = fc
  .record({
    id: fc.nat(11).map(id),
    account: fc.constantFrom('ada', 'ben', 'cem', 'dee', 'Ada'),
    course: fc.constantFrom('one', 'two'),
    day: fc.integer({ min: 1, max: 28 }),
    success: fc.constantFrom(true, false, undefined),
    voids: fc.option(fc.nat(11).map(id)),
  })
  .map(({ voids, day, ...rest }) => {
    const at = `2026-${String(1 + (day % 11)).padStart(2, '0')}-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    return voids === null
      ? finished({ ...rest, at })
      : voiding({ id: id(100 + day), account: rest.account, voided: voids });
  });

const lots = fc
  .tuple(fc.array(statement, { maxLength: 24 }), fc.infiniteStream(fc.nat()), fc.boolean())
  .map(([all, numbers, before]) => {
    const drawn = all.flatMap((each) =>
      (numbers.next().value as number) % 3 === 0 ? [each, each] : [each],
    );
    const shuffled = drawn
      .map((each) => ({ each, at: numbers.next().value as number }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each);
    return { all, shuffled, before };
  });

describe('what is counted', () => {
  test('is the same in any order, with repeats, and whatever is taken back before it comes', () => {
    fc.assert(
      fc.property(lots, ({ all, shuffled, before }) => {
        const one = filled([all]);
        const other = filled(
          shuffled.map((each) => [each]),
          before,
        );
        expect(aggregates(other)).toBe(aggregates(one));
        one.close();
        other.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('is what a plain count of the facts gives', () => {
    fc.assert(
      fc.property(lots, ({ shuffled }) => {
        const folder = temporaryFolder();
        const store = openTeamStore(folder);
        store.takeStatements(shuffled, noReading(), false);
        store.setRoster(roster, '2026-11-20T08:00:00.000Z');
        while (store.placeStep());
        const counted = store.figures
          .coverage()
          .map((row) => row.join())
          .sort();
        store.close();
        const db = new Database(`${folder}/team.db`);
        const plain = db
          .prepare(`
            SELECT course, unit, month, count(*) FROM (
              SELECT member, course, min(day) AS day, max(person.unit) AS unit,
                (strftime('%Y', min(day) * 86400, 'unixepoch') - 1970) * 12
                  + strftime('%m', min(day) * 86400, 'unixepoch') - 1 AS month
              FROM fact JOIN person ON person.id = fact.person
              WHERE kind = 1 AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.id = fact.id
                AND who IN ('', home_page || char(10) || account))
              GROUP BY member, course)
            GROUP BY course, unit, month`)
          .raw()
          .all() as number[][];
        db.close();
        expect(counted).toEqual(plain.map((row) => row.join()).sort());
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('what is taken back', () => {
  const one = finished({
    id: id(1),
    account: 'ada',
    course: 'one',
    at: '2026-03-02T00:00:00.000Z',
  });

  test('is no longer counted, when its own person takes it back', () => {
    const store = filled([[one], [voiding({ id: id(2), account: 'ada', voided: id(1) })]]);
    expect(store.figures.coverage()).toEqual([]);
    store.close();
  });

  test('stays counted when somebody else says so, unless the store itself vouches for it', () => {
    const stranger = voiding({ id: id(2), account: 'ben', voided: id(1) });
    const store = filled([[one, stranger]]);
    expect(store.figures.coverage()).toHaveLength(1);
    store.takeStatements([stranger], noReading(), true);
    expect(store.figures.coverage()).toEqual([]);
    store.close();
  });
});

describe('the list of people', () => {
  test('moves the counts of everybody when it changes, and those it does not know are counted apart', () => {
    const of = (account: string, at: number) =>
      finished({ id: id(at), account, course: 'one', at: '2026-03-02T00:00:00.000Z' });
    const store = filled([[of('ada', 1), of('ben', 2), of('dee', 3)]]);
    expect(store.units()).toEqual([
      { unit: 1, name: 'Archive', people: 2 },
      { unit: 2, name: 'Front desk', people: 1 },
      { unit: 0, name: '', people: 1 },
    ]);
    expect(store.figures.coverage().map(([, unit, , finished]) => [unit, finished])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    store.setRoster(
      [{ account: 'DEE', name: 'Dee', unit: 'Front desk', group: '' }],
      '2026-11-21T08:00:00.000Z',
    );
    while (store.placeStep());
    expect(store.figures.coverage().map(([, unit, , finished]) => [unit, finished])).toEqual([
      [0, 2],
      [2, 1],
    ]);
    store.close();
  });

  test('makes one person of two accounts that it calls the same', () => {
    const store = openTeamStore(temporaryFolder());
    const day = (account: string, at: number, date: string) =>
      finished({ id: id(at), account, course: 'one', at: `${date}T00:00:00.000Z` });
    store.takeStatements(
      [day('ada', 1, '2026-05-02'), day('ADA', 2, '2026-03-02')],
      noReading(),
      false,
    );
    expect(store.figures.coverage().map((row) => row[3])).toEqual([1, 1]);
    store.setRoster(roster, '2026-11-20T08:00:00.000Z');
    while (store.placeStep());
    const { rows } = store.figures.people(
      { course: 'one', units: null, state: 'done', today: '2026-11-20' },
      [{ course: 'one', due: null }],
      0,
      10,
    );
    expect(rows.map(({ name }) => name)).toEqual(['ADA']);
    expect(store.figures.coverage().map((row) => row[3])).toEqual([1]);
    store.close();
  });

  test('goes on where it was broken off', () => {
    const folder = temporaryFolder();
    const first = openTeamStore(folder);
    first.takeStatements(
      [finished({ id: id(1), account: 'ada', course: 'one', at: '2026-03-02T00:00:00.000Z' })],
      noReading(),
      false,
    );
    first.setRoster(roster, '2026-11-20T08:00:00.000Z');
    first.close();
    const second = openTeamStore(folder);
    expect(second.sources.note('placed')).toBe('0');
    while (second.placeStep());
    expect(second.figures.coverage().map(([, unit]) => unit)).toEqual([1]);
    second.close();
  });
});

test('answers to a course are those of the first people who answered there, not elsewhere', () => {
  const store = openTeamStore(temporaryFolder());
  const answered = (at: number, course: string) => ({
    id: id(at),
    account: { homePage: 'https://id.example', name: `p-${at}` },
    titles: {},
    what: {
      ...{ kind: 'answer' as const, course, lesson: 'a', item: 'b', revision: '1', share: 1 },
      at: '2026-03-02T00:00:00.000Z',
      answer: [at],
    },
  });
  const facts = [answered(1, 'one'), answered(2, 'two'), answered(3, 'two')];
  store.takeFacts(facts, noReading(), '');
  expect(store.figures.answers('two', 1).map(({ answer }) => answer)).toEqual(['[2]']);
  expect(store.figures.answers('two', 2).map(({ answer }) => answer)).toEqual(['[2]', '[3]']);
  store.close();
});

test('a name for a course comes from the statements, the same whichever came first', () => {
  const titled = (at: number, title: string) =>
    finished({ id: id(at), account: 'ada', course: 'one', at: '2026-03-02T00:00:00.000Z', title });
  const both = [titled(1, 'First'), titled(2, 'Erst')];
  for (const order of [both, [...both].reverse()]) {
    const store = filled([order]);
    expect(store.figures.courses()[0]?.titles).toEqual({ en: 'Erst' });
    store.close();
  }
});
