import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LearningEvent } from '../../../core/learning/events';
import { settings } from '../../../core/settings';
import type { Level } from '../../../core/sync/level';
import { extensions } from '../../../core/xapi/iris';
import type { Statement } from '../../../core/xapi/statement';
import { aliasStatement, statementOf } from '../../../core/xapi/statement-of';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { uuid } from '../../../tests/unit/support/service';
import { openStore, type Store } from './store';
import type { SwitchOn } from './sync';

const at = '2026-11-20T08:00:00.000Z';
const now = () => new Date('2026-11-21T08:00:00.000Z');
const words = { about: () => null, platform: 'Deskwise 1.0.0', now };
const account = { homePage: 'https://agency.example', name: 'somebody' };
const ada = uuid();
const ben = uuid();
/** Ada's profile on another computer. */
const elsewhere = uuid();

function freshStore(folder = temporaryFolder()): Store {
  const store = openStore(folder, words);
  for (const id of [ada, ben]) store.learners.add(id, `Name of ${id}`, settings.parse({}), at);
  onTestFinished(() => store.close());
  return store;
}

const stamp = { learner: ada, device: uuid(), at, course: 'desk', version: '1.0.0' };
const opened = (more: object = {}): LearningEvent =>
  ({ type: 'lesson.opened', id: uuid(), ...stamp, lesson: 'one', ...more }) as LearningEvent;
const finishedLesson = (more: object = {}): LearningEvent =>
  ({ type: 'lesson.finished', id: uuid(), ...stamp, lesson: 'one', ...more }) as LearningEvent;
const finished = (more: object = {}): LearningEvent =>
  ({
    type: 'course.finished',
    id: uuid(),
    ...stamp,
    ...{ points: 3, possible: 4, pass: 80, passed: false },
    ...more,
  }) as LearningEvent;

/** Switches a target on and gives its name. */
function switchOn(store: Store, more: Partial<SwitchOn> = {}): string {
  const id = uuid();
  const on = {
    id,
    learner: ada,
    kind: 'lrs' as const,
    settings: {},
    account,
    level: 'detail' as Level,
  };
  store.sync.switchOn({ ...on, past: false, ...more });
  return id;
}

const waitingIn = (store: Store, target: string): string[] =>
  store.sync
    .outbox(target)
    .waiting(1000, 1e9)
    .map(({ id }) => id);

const statementsIn = (store: Store, target: string): Statement[] =>
  store.sync
    .outbox(target)
    .waiting(1000, 1e9)
    .map(({ json }) => JSON.parse(json) as Statement);

const from = (event: LearningEvent, who = account): unknown =>
  JSON.parse(
    JSON.stringify(
      statementOf(event, { account: who, level: 'detail', platform: '', now: now(), about: null }),
    ),
  );

describe('the outbox', () => {
  test('has nothing to send while no target is on', () => {
    const store = freshStore();
    store.record(opened());
    expect(store.sync.targets()).toEqual([]);
    switchOn(store);
    expect(store.sync.targets().map(({ id }) => waitingIn(store, id))).toEqual([[]]);
  });

  test('freezes what its level sends, in the order of what was done', () => {
    const store = freshStore();
    const [low, middle, high] = (['completion', 'score', 'detail'] as const).map((level) =>
      switchOn(store, { level }),
    ) as [string, string, string];
    const events = [opened(), finishedLesson(), finished()];
    const [first, second, third] = events.map(({ id }) => id);
    store.record(...events);
    store.record(opened({ learner: ben }));
    expect(waitingIn(store, high)).toEqual([first, second, third]);
    expect(waitingIn(store, middle)).toEqual([second, third]);
    expect(waitingIn(store, low)).toEqual([third]);
  });

  test('takes the statement back with the event that could not be stored', () => {
    const store = freshStore();
    const target = switchOn(store);
    expect(() => store.record(opened(), opened({ learner: uuid() }))).toThrow();
    expect(waitingIn(store, target)).toEqual([]);
  });

  test('gives no more than was asked for, but always one', () => {
    const store = freshStore();
    const target = switchOn(store);
    store.record(opened(), opened(), opened());
    const outbox = store.sync.outbox(target);
    const [first, second] = outbox.waiting(9, 1e9).map(({ json }) => Buffer.byteLength(json));
    expect(outbox.waiting(2, 1e9)).toHaveLength(2);
    expect(outbox.waiting(9, 0)).toHaveLength(1);
    expect(outbox.waiting(9, (first ?? 0) + (second ?? 0))).toHaveLength(2);
    expect(outbox.waiting(9, (first ?? 0) + (second ?? 0) - 1)).toHaveLength(1);
  });

  test('keeps the very characters, over a restart too, and cannot be changed by hand', () => {
    const folder = temporaryFolder();
    const store = freshStore(folder);
    const target = switchOn(store);
    store.record(opened());
    const [before] = store.sync.outbox(target).waiting(1, 1);
    store.close();
    const db = new Database(join(folder, 'learn.db'));
    expect(() => db.exec("UPDATE outbox_text SET json = '{}'")).toThrow('never changed');
    db.close();
    const again = openStore(folder, { ...words, platform: 'Deskwise 9', now: () => new Date(0) });
    onTestFinished(() => again.close());
    expect(again.sync.outbox(target).waiting(1, 1)).toEqual([before]);
  });

  test('counts what waits, what arrived and what was set aside, and tells it', () => {
    const store = freshStore();
    const target = switchOn(store);
    const events = [opened(), opened(), opened()];
    const [first, second, third] = events.map(({ id }) => id) as [string, string, string];
    store.record(...events);
    const outbox = store.sync.outbox(target);
    outbox.delivered([first], at);
    outbox.setAside(second, 'refused', '400: no such verb');
    expect(outbox.counts()).toEqual({ waiting: 1, delivered: 1, setAside: 1 });
    expect(waitingIn(store, target)).toEqual([third]);
    const told = store.sync.ledger(target, null, 10);
    expect(told.map(({ id, state }) => [id, state])).toEqual([
      [third, 'waiting'],
      [second, 'aside'],
      [first, 'delivered'],
    ]);
    expect(store.sync.ledger(target, told[1]?.position ?? null, 10)).toEqual([told[2]]);
    expect(store.sync.setAside(target, 10)).toMatchObject([
      { id: second, reason: 'refused', detail: '400: no such verb' },
    ]);
    // What arrived cannot be set aside afterwards.
    outbox.setAside(first, 'refused', '');
    expect(outbox.counts()).toEqual({ waiting: 1, delivered: 1, setAside: 1 });
  });
});

describe('a target', () => {
  test('is sent the past in parts, once the learner agreed, and each of it once', () => {
    const store = freshStore();
    const events = Array.from({ length: 5 }, () => opened());
    store.record(...events);
    const target = switchOn(store, { past: true });
    const later = opened();
    store.record(later);
    expect(waitingIn(store, target)).toEqual([later.id]);
    let parts = 0;
    while (store.sync.sendPast(target, 2)) parts++;
    expect(parts).toBe(3);
    const all = [later, ...events].map(({ id }) => id);
    expect(waitingIn(store, target)).toEqual(all);
    store.sync.sendPastAgain(target);
    while (store.sync.sendPast(target, 100));
    expect(waitingIn(store, target)).toEqual(all);
  });

  test('is shown beforehand what it would be sent', () => {
    const store = freshStore();
    store.record(opened(), finished(), opened());
    const shown = store.sync.preview(ada, { account, level: 'completion' }, 0, 2);
    expect(shown.statements.map(({ object }) => object)).toMatchObject([
      { id: 'https://deskwise.org/xapi/courses/desk' },
    ]);
    const rest = store.sync.preview(ada, { account, level: 'completion' }, shown.next ?? 0, 2);
    expect(rest).toEqual({ statements: [], next: null });
    const target = switchOn(store, { level: 'completion', past: true });
    store.sync.sendPast(target, 100);
    expect(statementsIn(store, target)).toEqual(shown.statements);
  });

  test('at a lower level is not sent what waits above it', () => {
    const store = freshStore();
    const target = switchOn(store);
    const [lesson, course] = [finishedLesson(), finished()];
    store.record(opened(), lesson, course);
    store.sync.changeLevel(target, 'completion');
    expect(statementsIn(store, target)).toMatchObject([
      { id: course.id, result: { completion: true, success: false } },
    ]);
    expect(JSON.stringify(statementsIn(store, target))).not.toContain('score');
    store.sync.changeLevel(target, 'detail');
    store.record(opened());
    expect(waitingIn(store, target)).toHaveLength(2);
    expect(JSON.stringify(statementsIn(store, target)[0])).not.toContain('score');
  });

  test('at the highest level is told who is who, also what was said before it rose', () => {
    const store = freshStore();
    const target = switchOn(store, { level: 'score' });
    store.sync.join(ada, ben);
    expect(waitingIn(store, target)).toEqual([]);
    store.sync.changeLevel(target, 'detail');
    const verbs = () => statementsIn(store, target).map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs()).toEqual(['joined']);
    store.sync.changeLevel(target, 'score');
    expect(verbs()).toEqual([]);
  });

  test('that is paused goes on collecting; one that is stopped forgets what waits', () => {
    const store = freshStore();
    const target = switchOn(store);
    store.record(opened());
    store.sync.outbox(target).delivered(waitingIn(store, target), at);
    store.sync.pause(target, true);
    store.record(opened());
    expect(store.sync.target(target)?.state).toBe('paused');
    expect(waitingIn(store, target)).toHaveLength(1);
    store.sync.stop(target);
    store.record(opened());
    store.sync.pause(target, false);
    expect(store.sync.target(target)?.state).toBe('stopped');
    expect(store.sync.outbox(target).counts()).toEqual({ waiting: 0, delivered: 1, setAside: 0 });
  });

  test('is asked to take back what arrived, though less is allowed meanwhile', () => {
    const store = freshStore();
    const target = switchOn(store);
    const event = opened();
    store.record(event);
    store.sync.outbox(target).delivered([event.id], at);
    store.sync.stop(target);
    store.sync.voidDelivered(target);
    store.sync.changeLevel(target, 'completion');
    expect(statementsIn(store, target).map(({ object }) => object.id)).toEqual([event.id]);
    // Until somebody gives that up.
    store.sync.stop(target);
    expect(waitingIn(store, target)).toEqual([]);
  });

  test('is asked to void what arrived, once', () => {
    const store = freshStore();
    const target = switchOn(store);
    const [first, second] = [opened(), opened()];
    store.record(first, second);
    const outbox = store.sync.outbox(target);
    outbox.delivered([first.id], at);
    expect(store.sync.voidDelivered(target)).toBe(1);
    expect(store.sync.voidDelivered(target)).toBe(0);
    const [, voiding] = statementsIn(store, target);
    expect(voiding).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: first.id },
    });
    outbox.delivered([voiding?.id ?? ''], at);
    // What voids cannot be voided.
    expect(store.sync.voidDelivered(target)).toBe(0);
    const told = store.sync.ledger(target, null, 10).map(({ id, voided }) => [id, voided]);
    expect(told).toEqual([
      [voiding?.id, false],
      [second.id, false],
      [first.id, true],
    ]);
  });
});

describe('the inbox', () => {
  const other = { learner: elsewhere, device: uuid() };

  test('takes in what the same person did elsewhere, and nothing twice', () => {
    const store = freshStore();
    const target = switchOn(store);
    const inbox = store.sync.inbox(target);
    const events = [opened(other), finishedLesson(other)];
    expect(inbox.take(events.map((each) => from(each)))).toEqual({
      taken: 2,
      known: 0,
      refused: 0,
    });
    expect(inbox.take(events.map((each) => from(each)))).toEqual({
      taken: 0,
      known: 2,
      refused: 0,
    });
    expect(store.states.ofCourse(ada, 'desk').lessons.get('one')).toEqual({
      openedAt: at,
      finishedAt: at,
    });
    // What came from there is not sent back there.
    expect(waitingIn(store, target)).toEqual([]);
    expect(store.states.ofCourse(ben, 'desk').lessons.size).toBe(0);
  });

  test('knows its own statements when they come back', () => {
    const store = freshStore();
    const target = switchOn(store);
    store.record(opened());
    const back = statementsIn(store, target).map((each) => ({
      ...each,
      stored: at,
      version: '1.0.3',
      authority: { objectType: 'Agent', mbox: 'mailto:lrs@agency.example' },
    }));
    expect(store.sync.inbox(target).take(back)).toEqual({ taken: 0, known: 1, refused: 0 });
  });

  test('sets aside what says something else under a known id', () => {
    const store = freshStore();
    const target = switchOn(store);
    const inbox = store.sync.inbox(target);
    const event = opened(other);
    inbox.take([from(event)]);
    const before = store.events.ofHome(ada);
    expect(inbox.take([from({ ...event, lesson: 'two' } as LearningEvent)])).toEqual({
      ...{ taken: 0, known: 0, refused: 1 },
    });
    expect(store.events.ofHome(ada)).toEqual(before);
    expect(store.sync.inboxAside(target)).toMatchObject([{ id: event.id }]);
  });

  test('refuses what is another account’s, and what would touch another profile', () => {
    const store = freshStore();
    const target = switchOn(store);
    const inbox = store.sync.inbox(target);
    const foreign = [
      from(opened(other), { ...account, name: 'somebody else' }),
      from(opened(other), { ...account, homePage: 'https://other.example' }),
      from(opened({ learner: ben })),
      JSON.parse(
        JSON.stringify(
          aliasStatement(
            { id: uuid(), at, device: uuid(), kind: 'join', learner: ada, other: ben },
            { account, level: 'detail', now: now() },
          ),
        ),
      ),
    ];
    expect(inbox.take(foreign)).toEqual({ taken: 0, known: 0, refused: 4 });
    expect(store.events.count()).toBe(0);
    expect(store.sync.identities(ada).map(({ learner }) => learner)).toEqual([ada]);
    expect(store.sync.identities(ben).map(({ learner }) => learner)).toEqual([ben]);
  });

  test('refuses an answer to a block whose answers are the learner’s alone', () => {
    const block = (isPrivate: boolean) => ({
      course: {},
      lesson: null,
      block: { words: {}, kind: 'reflect', interaction: null, isPrivate },
    });
    const kept = { type: 'block.kept', ...stamp, ...other, lesson: 'one', item: 'thought' };
    const event = { ...kept, id: uuid(), revision: 'r', answer: 'forged', private: false };
    const statement = JSON.parse(
      JSON.stringify(
        statementOf(event as LearningEvent, {
          ...{ account, level: 'detail', platform: '', now: now(), about: block(false) },
        }),
      ),
    );
    const refusals = [true, false].map((isPrivate) => {
      const store = openStore(temporaryFolder(), { ...words, about: () => block(isPrivate) });
      onTestFinished(() => store.close());
      store.learners.add(ada, 'Ada', settings.parse({}), at);
      return store.sync.inbox(switchOn(store)).take([statement]).refused;
    });
    expect(refusals).toEqual([1, 0]);
  });

  test('survives what somebody made up, and takes the rest', () => {
    const store = freshStore();
    const inbox = store.sync.inbox(switchOn(store));
    const good = from(opened(other)) as Statement;
    const bad = (json: string): unknown => ({
      ...good,
      context: { extensions: { [extensions.event]: json } },
    });
    const statements = [
      ...[null, 7, [], {}, bad('{'), bad('{"__proto__":{"type":"lesson.opened"}}')],
      bad(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
      bad(JSON.stringify({ ...opened(other), at: '2026-13-45' })),
    ];
    expect(inbox.take([...statements, good])).toEqual({ taken: 1, known: 0, refused: 8 });
  });

  test('takes what a wrong clock dated in the future, and sends it on with a date of today', () => {
    const store = freshStore();
    const [target, second] = [switchOn(store), switchOn(store, { kind: 'folder' })];
    const future = opened({ ...other, at: '2031-01-01T00:00:00.000Z' });
    expect(store.sync.inbox(target).take([from(future)]).taken).toBe(1);
    expect(store.states.ofCourse(ada, 'desk').lessons.get('one')?.openedAt).toBe(future.at);
    expect(statementsIn(store, second)).toMatchObject([
      { id: future.id, timestamp: now().toISOString() },
    ]);
  });

  test('passes on to the other targets, where it may have arrived in other words', () => {
    const store = freshStore();
    const [first, second] = [switchOn(store), switchOn(store, { kind: 'folder' })];
    const event = opened(other);
    store.sync.inbox(first).take([from(event)]);
    expect(waitingIn(store, first)).toEqual([]);
    expect(waitingIn(store, second)).toEqual([event.id]);
    store.sync.outbox(second).setAside(event.id, 'different-there', '');
    expect(store.sync.outbox(second).counts()).toMatchObject({ delivered: 1, setAside: 0 });
    const own = opened();
    store.record(own);
    store.sync.outbox(second).setAside(own.id, 'different-there', '');
    expect(store.sync.outbox(second).counts()).toMatchObject({ delivered: 1, setAside: 1 });
  });

  test('passes on who is who as well, whoever the split makes of them', () => {
    const store = freshStore();
    const [first, second] = [switchOn(store), switchOn(store, { kind: 'folder' })];
    store.sync.inbox(first).take([from(opened(other))]);
    const who = { device: uuid(), learner: ada, other: elsewhere };
    const records = (['split', 'join'] as const).map((kind) => ({ id: uuid(), at, kind, ...who }));
    const told = records.map((each) =>
      aliasStatement(each, { account, level: 'detail', now: now() }),
    );
    store.sync.inbox(first).take(JSON.parse(JSON.stringify(told)));
    expect(waitingIn(store, first)).toEqual([]);
    expect(waitingIn(store, second).slice(1)).toEqual(records.map(({ id }) => id));
    store.sync.outbox(second).setAside(records[0]?.id ?? '', 'different-there', '');
    expect(store.sync.outbox(second).counts()).toMatchObject({ delivered: 1, setAside: 0 });
  });

  test('goes on where it stopped, and from the start after an update that understands more', () => {
    const folder = temporaryFolder();
    const store = freshStore(folder);
    const target = switchOn(store);
    const inbox = store.sync.inbox(target);
    expect(inbox.cursor()).toBe(null);
    inbox.keepCursor('page 7');
    expect(inbox.cursor()).toBe('page 7');
    store.close();
    const db = new Database(join(folder, 'learn.db'));
    db.exec('UPDATE target SET cursor_version = cursor_version - 1');
    db.close();
    const again = openStore(folder, words);
    onTestFinished(() => again.close());
    expect(again.sync.inbox(target).cursor()).toBe(null);
  });
});

describe('one person', () => {
  const done = (learner: string, lesson: string) => finishedLesson({ learner, lesson });
  const lessonsOf = (store: Store, learner: string): string[] =>
    [...store.states.ofCourse(learner, 'desk').lessons.keys()].sort();

  test('may have two profiles here: joined they stand at the same place, split each at its own', () => {
    const store = freshStore();
    const target = switchOn(store);
    store.record(done(ada, 'one'), done(ben, 'two'));
    store.sync.join(ada, ben);
    expect(lessonsOf(store, ada)).toEqual(['one', 'two']);
    expect(lessonsOf(store, ben)).toEqual(['one', 'two']);
    store.record(done(ben, 'three'));
    expect(lessonsOf(store, ada)).toEqual(['one', 'three', 'two']);
    store.sync.split(ada, ben);
    expect(lessonsOf(store, ada)).toEqual(['one']);
    expect(lessonsOf(store, ben)).toEqual(['three', 'two']);
    // The other devices of the person hear of both.
    const verbs = statementsIn(store, target).map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs).toEqual(['completed', 'joined', 'completed', 'completed', 'split']);
    // Only what was done before stays as it was: events are never written anew.
    expect(store.events.ofLearner(ben).map((each) => each.learner)).toEqual([ben, ben]);
  });

  test('sends what the other did, and not what its own learner kept back', () => {
    const store = freshStore();
    const [own, others] = [done(ada, 'one'), done(ben, 'two')];
    store.record(own, others);
    const target = switchOn(store, { past: false });
    store.sync.join(ada, ben);
    expect(store.sync.sendPast(target, 100)).toBe(false);
    const told = statementsIn(store, target);
    expect(told.map(({ verb }) => verb.id.split('/').at(-1))).toEqual(['joined', 'completed']);
    expect(waitingIn(store, target)).toContain(others.id);
    expect(waitingIn(store, target)).not.toContain(own.id);
  });

  test('is told to other devices, so that they know as well', () => {
    const here = freshStore();
    const target = switchOn(here);
    here.sync.inbox(target).take([from(done(elsewhere, 'two'))]);
    here.record(done(ada, 'one'));
    expect(lessonsOf(here, ada)).toEqual(['one', 'two']);
    here.sync.split(ada, elsewhere);
    expect(lessonsOf(here, ada)).toEqual(['one']);

    const folder = temporaryFolder();
    const there = openStore(folder, words);
    onTestFinished(() => there.close());
    there.learners.add(elsewhere, 'Ada', settings.parse({}), at);
    const its = switchOn(there, { learner: elsewhere });
    there.record(done(elsewhere, 'two'));
    const [event, split] = statementsIn(here, target);
    there.sync.inbox(its).take([event]);
    expect(lessonsOf(there, elsewhere)).toEqual(['one', 'two']);
    there.sync.inbox(its).take([split]);
    expect(lessonsOf(there, elsewhere)).toEqual(['two']);
  });

  test('keeps whom a wrong one brought along', () => {
    const store = freshStore();
    const carl = uuid();
    store.learners.add(carl, 'Carl', settings.parse({}), at);
    store.sync.join(ada, ben);
    store.sync.join(ben, carl);
    store.sync.split(ada, ben);
    expect(store.sync.identities(ada).map(({ learner }) => learner)).toEqual([ada, carl].sort());
  });
});

test('a device has another name after a restore, and its old events stay its old ones', () => {
  const store = freshStore();
  const before = store.device;
  store.record(opened({ device: before }));
  const after = store.renewDevice();
  expect(after).not.toBe(before);
  expect(store.device).toBe(after);
  expect(store.events.ofLearner(ada)[0]?.device).toBe(before);
});
