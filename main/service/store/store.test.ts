import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ItemEvent, isItemEvent, type LearningEvent } from '../../../core/learning/events';
import { itemKey } from '../../../core/learning/item-key';
import { applyItemEvent, untouchedItem } from '../../../core/learning/item-state';
import { settings } from '../../../core/settings';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { uuid } from '../../../tests/unit/support/service';
import { openStore, type Store } from './store';

const at = '2026-11-20T08:00:00.000Z';
const ada = uuid();
const ben = uuid();

function storeIn(folder: string, learners: readonly string[] = []): Store {
  const store = openStore(folder);
  for (const id of learners) store.learners.add(id, `Name of ${id}`, settings.parse({}), at);
  return store;
}

/** A store with two learners, closed when the test ends. */
function freshStore(): Store {
  const store = storeIn(temporaryFolder(), [ada, ben]);
  onTestFinished(() => store.close());
  return store;
}

/** Changes the closed database by hand, as no operation would. */
function byHand<Result>(folder: string, work: (db: Database.Database) => Result): Result {
  const db = new Database(join(folder, 'learn.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const stamp = { learner: ada, device: uuid(), at, course: 'desk', version: '1.0.0', lesson: 'one' };
const opened = (more: Partial<typeof stamp> = {}): LearningEvent => ({
  type: 'lesson.opened',
  id: uuid(),
  ...stamp,
  ...more,
});
const answered = (more: object = {}): Extract<ItemEvent, { type: 'item.answered' }> => ({
  type: 'item.answered',
  id: uuid(),
  ...stamp,
  item: 'leaving',
  revision: 'r1',
  attempt: 1,
  answer: [2],
  share: 1,
  possible: 2,
  hintCost: 0,
  final: true,
  sure: null,
  seconds: null,
  language: 'en',
  pass: 80,
  ...more,
});

describe('events', () => {
  test('come back as they were recorded, in their order', () => {
    const store = freshStore();
    const events = [opened(), answered({ answer: ['é — ‮', null, 3] }), opened({ lesson: 'two' })];
    store.record(...events);
    expect(store.events.ofLearner(ada)).toEqual(events);
    expect(store.events.count()).toBe(3);
  });

  test('are there after closing and opening again', () => {
    const folder = temporaryFolder();
    const store = storeIn(folder, [ada]);
    const event = answered();
    store.record(event);
    const { device } = store;
    store.close();
    const again = storeIn(folder);
    onTestFinished(() => again.close());
    expect(again.events.ofLearner(ada)).toEqual([event]);
    expect(again.states.item(ada, 'desk', 'one', 'leaving')?.share).toBe(1);
    expect(again.device).toBe(device);
  });

  test('cannot be changed afterwards, not even by hand', () => {
    const folder = temporaryFolder();
    const store = storeIn(folder, [ada]);
    store.record(answered());
    store.close();
    byHand(folder, (db) => {
      expect(() => db.exec("UPDATE event SET at = '2020-01-01'")).toThrow('never changed');
      expect(db.prepare('SELECT at FROM event').pluck().get()).toBe(at);
    });
  });

  test('the same id twice is one event, whatever else it says', () => {
    const store = freshStore();
    const event = answered({ share: 0, final: false });
    store.record(event);
    const before = store.states.item(ada, 'desk', 'one', 'leaving');
    store.record(event);
    store.record(event, { ...event, share: 1, final: true });
    expect(store.events.count()).toBe(1);
    expect(store.states.item(ada, 'desk', 'one', 'leaving')).toEqual(before);
    expect(before).toMatchObject({ tries: 1, share: 0 });
  });

  test('one that cannot be stored takes those recorded with it along', () => {
    const store = freshStore();
    expect(() => store.record(opened(), opened({ learner: uuid() }))).toThrow();
    expect(store.events.count()).toBe(0);
    expect(store.states.ofLearner(ada)('desk').lessons.size).toBe(0);
  });
});

describe('learners', () => {
  test('do not see each other’s events, states, drafts and places', () => {
    const store = freshStore();
    store.record(opened(), answered());
    store.drafts.put(ada, 'desk', 'one', 'signs', { revision: 'r1', attempt: 1, answer: [0] });
    store.places.put(ada, 'desk', 'one', { line: 40, offset: 0.5 }, at);
    store.record(opened({ learner: ben }), answered({ learner: ben, share: 0, final: false }));

    expect(store.events.ofLearner(ben).map((event) => event.learner)).toEqual([ben, ben]);
    expect(store.states.item(ada, 'desk', 'one', 'leaving')?.share).toBe(1);
    expect(store.states.item(ben, 'desk', 'one', 'leaving')?.share).toBe(0);
    expect(store.drafts.ofLesson(ben, 'desk', 'one').size).toBe(0);
    expect(store.places.ofLesson(ben, 'desk', 'one')).toBe(null);

    store.erase(ada);
    expect(store.learners.all().map(({ id }) => id)).toEqual([ben]);
    expect(store.events.ofLearner(ada)).toEqual([]);
    expect(store.drafts.ofLesson(ada, 'desk', 'one').size).toBe(0);
    expect(store.places.latest(ada)).toEqual([]);
    expect(store.states.ofLearner(ada)('desk').items.size).toBe(0);
    expect(store.events.ofLearner(ben)).toHaveLength(2);
    expect(store.states.item(ben, 'desk', 'one', 'leaving')?.share).toBe(0);
  });

  test('the one opened last comes first', () => {
    const store = freshStore();
    store.learners.open(ben, '2026-11-20T09:00:00.000Z');
    expect(store.learners.all()[0]?.id).toBe(ben);
    store.learners.open(ada, '2026-11-20T10:00:00.000Z');
    expect(store.learners.all()[0]?.id).toBe(ada);
  });

  test('settings of a later version fall back one by one', () => {
    const folder = temporaryFolder();
    storeIn(folder, [ada]).close();
    const stored = { language: 'es', theme: 'sepia', textSize: 150, motion: 7, font: 'large' };
    byHand(folder, (db) => {
      db.prepare('UPDATE learner SET settings = ?').run(JSON.stringify(stored));
    });
    const store = storeIn(folder);
    onTestFinished(() => store.close());
    expect(store.learners.find(ada)?.settings).toEqual({
      language: 'es',
      theme: 'system',
      textSize: 150,
      motion: 'system',
      trainers: false,
      team: false,
      path: null,
      library: 'cards',
    });
  });
});

describe('drafts and places', () => {
  test('a draft is replaced by the next one and can be taken back', () => {
    const store = freshStore();
    const draft = { revision: 'r1', attempt: 1, answer: ['half a w', null] };
    store.drafts.put(ada, 'desk', 'one', 'lock-words', { ...draft, answer: ['ha', null] });
    store.drafts.put(ada, 'desk', 'one', 'lock-words', draft);
    store.drafts.put(ada, 'desk', 'one', 'signs', { ...draft, answer: [1] });
    expect(store.drafts.ofLesson(ada, 'desk', 'one').get('lock-words')).toEqual(draft);
    store.drafts.remove(ada, 'desk', 'one', 'lock-words');
    expect([...store.drafts.ofLesson(ada, 'desk', 'one').keys()]).toEqual(['signs']);
  });

  test('opening a lesson makes it the last one read and keeps the place in it', () => {
    const store = freshStore();
    store.places.put(ada, 'desk', 'one', { line: 40, offset: 0.25 }, '2026-11-20T08:00:00.000Z');
    store.places.put(ada, 'desk', 'two', { line: 7, offset: 0 }, '2026-11-20T09:00:00.000Z');
    store.places.touch(ada, 'desk', 'one', '2026-11-20T10:00:00.000Z');
    store.places.touch(ada, 'post', 'three', '2026-11-20T07:00:00.000Z');
    expect(store.places.ofLesson(ada, 'desk', 'one')).toEqual({ line: 40, offset: 0.25 });
    expect(store.places.latest(ada)).toEqual([
      { course: 'desk', lesson: 'one' },
      { course: 'desk', lesson: 'two' },
      { course: 'post', lesson: 'three' },
    ]);
  });
});

describe('summaries', () => {
  const id = fc.constantFrom('a', 'b');
  const time = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const common = fc.record({
    learner: fc.constantFrom(ada, ben),
    at: time,
    course: id,
    lesson: id,
    item: id,
    revision: fc.constantFrom('r1', 'r2'),
    attempt: fc.integer({ min: 1, max: 3 }),
    share: fc.constantFrom(0, 1 / 3, 0.5, 1),
    possible: fc.constantFrom(0, 1, 2),
    hintCost: fc.constantFrom(0, 0.5, 3),
    final: fc.boolean(),
    answer: fc.jsonValue(),
    card: fc.constantFrom('k1', 'k2'),
    grade: fc.constantFrom('again' as const, 'easy' as const),
  });
  const event = fc
    .tuple(
      fc.constantFrom(
        'lesson.opened',
        'lesson.finished',
        'item.answered',
        'item.answered',
        'item.hinted',
        'item.revealed',
        'item.restarted',
        'block.kept',
        'card.recalled',
      ),
      common,
      // Now and then one that was sent before.
      fc.nat(3),
    )
    .map(([type, given, repeated]): [LearningEvent, number] => {
      const { item, revision, attempt, card, grade, ...rest } = given;
      const { learner, at: time, course, lesson } = rest;
      const base = { ...stamp, id: uuid(), learner, at: time, course, lesson };
      if (type === 'lesson.opened' || type === 'lesson.finished') {
        return [{ type, ...base }, repeated];
      }
      if (type === 'block.kept') {
        const answer = rest.answer as never;
        return [{ type, ...base, item, revision, answer, private: rest.final }, repeated];
      }
      if (type === 'card.recalled') {
        return [{ type, ...base, item, revision, card, grade, seconds: 1 }, repeated];
      }
      const onItem = { ...base, item, revision, attempt };
      if (type !== 'item.answered') return [{ type, ...onItem } as LearningEvent, repeated];
      return [{ ...answered(), ...onItem, ...rest } as LearningEvent, repeated];
    });

  /** All summaries of both learners, in an order of their own. */
  const summaries = (store: Store): unknown =>
    [ada, ben].flatMap((learner) =>
      ['a', 'b'].map((course) => {
        const { lessons, items } = store.states.ofLearner(learner)(course);
        const sorted = <T>(map: ReadonlyMap<string, T>) =>
          [...map].sort(([a], [b]) => (a < b ? -1 : 1));
        const cards = ['a', 'b'].flatMap((lesson) =>
          ['a', 'b'].map((block) => sorted(store.kept.cards({ learner, course, lesson, block }))),
        );
        const kept = sorted(store.kept.ofLearner(learner));
        return [learner, course, sorted(lessons), sorted(items), kept, cards];
      }),
    );

  test('are the same when they are made anew from the events, in any course of events', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const store = storeIn(temporaryFolder(), [ada, ben]);
        try {
          for (const [each, repeated] of events) {
            store.record(each);
            if (repeated === 0) store.record(each);
          }
          const before = summaries(store);
          store.rebuild();
          expect(summaries(store)).toEqual(before);
          expect(store.events.count()).toBe(events.length);
        } finally {
          store.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('say the same as a fold over the events without a database', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const store = storeIn(temporaryFolder(), [ada, ben]);
        try {
          const all = events.map(([each]) => each);
          store.record(...all);
          const onOne = all.filter(isItemEvent);
          for (const { learner, course, lesson, item } of onOne) {
            const expected = onOne
              .filter((each) =>
                [
                  [each.learner, learner],
                  [each.course, course],
                  [each.lesson, lesson],
                  [each.item, item],
                ].every(([a, b]) => a === b),
              )
              .sort((a, b) => a.attempt - b.attempt || (a.at + a.id < b.at + b.id ? -1 : 1))
              .reduce(applyItemEvent, untouchedItem);
            const read = store.states.item(learner, course, lesson, item);
            // As JSON, where -0 is 0 and nothing is undefined.
            expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(expected)));
            expect(
              store.states.ofLearner(learner)(course).items.get(itemKey(lesson, item)),
            ).toEqual(read);
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  test('keep the newest answer of a block, and the history of each card', () => {
    const store = freshStore();
    const block = { ...stamp, item: 'list', revision: 'r1' };
    const place = { learner: ada, course: 'desk', lesson: 'one', block: 'list' };
    const kept = (answer: number[], more: object = {}): LearningEvent => ({
      ...{ type: 'block.kept', id: uuid(), ...block, answer, private: true },
      ...more,
    });
    const recalled = (card: string, grade: 'again' | 'good', more: object = {}): LearningEvent => ({
      ...{ type: 'card.recalled', id: uuid(), ...block, card, grade, seconds: null },
      ...more,
    });
    const later = '2026-11-21T08:00:00.000Z';
    store.record(kept([0]), kept([0, 1], { at: later }), kept([2], { learner: ben }));
    store.record(
      recalled('a', 'again'),
      recalled('a', 'good', { at: later }),
      recalled('b', 'good'),
    );
    expect(store.kept.find(place)).toEqual({ revision: 'r1', answer: [0, 1], at: later });
    expect([...store.kept.cards(place)]).toEqual([
      ['a', { seen: 2, grade: 'good', at: later }],
      ['b', { seen: 1, grade: 'good', at }],
    ]);
    // None of it counts as a question.
    expect(store.states.ofLearner(ada)('desk').items.size).toBe(0);
    store.erase(ada);
    expect(store.kept.find(place)).toBe(undefined);
    expect(store.kept.cards(place).size).toBe(0);
    expect(store.kept.ofLearner(ben).size).toBe(1);
  });

  test('keep the first time a lesson was opened and finished', () => {
    const store = freshStore();
    const finished = (day: string): LearningEvent => ({
      type: 'lesson.finished',
      id: uuid(),
      ...stamp,
      at: `${day}T08:00:00.000Z`,
    });
    store.record(opened(), opened({ at: '2026-11-21T08:00:00.000Z' }));
    store.record(finished('2026-11-22'), finished('2026-11-23'));
    expect(store.states.ofLearner(ada)('desk').lessons.get('one')).toEqual({
      openedAt: at,
      finishedAt: '2026-11-22T08:00:00.000Z',
    });
  });

  test('that were damaged are right again once they are made anew', () => {
    const folder = temporaryFolder();
    const store = storeIn(folder, [ada, ben]);
    store.record(opened(), answered());
    const right = store.states.ofLearner(ada)('desk');
    store.close();
    byHand(folder, (db) => {
      db.exec('UPDATE item_state SET share = 0, settled = 0; DELETE FROM lesson_state');
      db.prepare("INSERT INTO lesson_state VALUES (?, 'ghost', 'ghost', NULL, NULL)").run(ben);
    });
    const again = storeIn(folder);
    onTestFinished(() => again.close());
    expect(again.states.ofLearner(ada)('desk')).not.toEqual(right);
    again.rebuild();
    expect(again.states.ofLearner(ada)('desk')).toEqual(right);
    expect(again.states.ofLearner(ben)('ghost').lessons.size).toBe(0);
  });
});
