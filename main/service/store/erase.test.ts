import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { settings } from '../../../core/settings';
import { statementOf } from '../../../core/xapi/statement-of';
import { temporaryFolder, wordsBelow } from '../../../tests/unit/support/folders';
import { Harness, uuid } from '../../../tests/unit/support/service';
import { openDatabase } from './database';
import { migrations } from './migrations';
import { openStore } from './store';

const typed = 'the-word-nobody-else-would-type';
const half = 'half-of-an-answer-never-sent';
const thought = 'a-thought-that-is-nobodys-business';
const course = 'safe-desk';
const lesson = 'locks';

/** A data folder in which a learner has left traces everywhere; another learner stays. */
function learnedIn(): { folder: string; traces: string[]; learner: string; kept: string } {
  const folder = temporaryFolder();
  const desk = new Harness({ data: folder });
  const name = 'Xanthippe Querfeldein-Umlautübung';
  const learner = desk.learner(name);
  const kept = desk.learner('Ben');
  const on = { learner, language: 'en', course, lesson };
  desk.ask('lesson.open', { ...on, event: uuid() });
  const answer = [0, '7', typed];
  for (let round = 0; round < 30; round++) {
    const blanks = { ...on, item: 'lock-words' };
    desk.ask('item.answer', { ...blanks, event: uuid(), answer, seconds: 4 });
    desk.ask('item.restart', { ...blanks, event: uuid() });
    desk.ask('draft.save', { ...blanks, answer: [null, null, `${half} ${round}`] });
  }
  const reflect = { ...on, lesson: 'last', item: 'last-thought' };
  desk.ask('kept.save', { ...reflect, event: uuid(), answer: thought });
  desk.ask('draft.save', { ...reflect, answer: `${thought}, and more` });
  desk.ask('place.save', { ...on, line: 40, offset: 0.5 });
  desk.ask('learners.change', { learner, name: `${name} the second` });
  desk.ask('learners.change', { learner, name });
  desk.ask('lesson.open', { ...on, learner: kept, event: uuid() });
  desk.close();
  return { folder, traces: [name, 'Xanthippe', typed, half, thought, learner], learner, kept };
}

describe('erasing a learner', () => {
  test('leaves no byte of the name, the answers and the id in any file', () => {
    const { folder, traces, learner, kept } = learnedIn();
    // Else the search below would prove nothing.
    expect(wordsBelow(folder, traces)).toEqual(traces);
    const desk = new Harness({ data: folder });
    desk.ask('learners.erase', { learner });
    // Already now: the power may fail before the app is closed.
    expect(wordsBelow(folder, traces)).toEqual([]);
    expect(desk.failure('home.read', { learner, language: 'en' })).toBe('not-found');
    expect(desk.service.store().events.ofLearner(kept)).toHaveLength(1);
    desk.close();
    expect(wordsBelow(folder, traces)).toEqual([]);
    expect(wordsBelow(folder, [kept])).toEqual([kept]);
  });

  test('takes along what was to be sent, what was sent, and what came from their other devices', () => {
    const { folder, traces, learner, kept } = learnedIn();
    const store = openStore(folder);
    const account = { homePage: 'https://agency.example', name: 'pseudonym-of-xanthippe' };
    const elsewhere = uuid();
    const [target, other] = [uuid(), uuid()];
    const on = { kind: 'lrs' as const, settings: { at: 'lrs.agency.example' }, past: true };
    store.sync.switchOn({ ...on, id: target, learner, account, level: 'detail' });
    while (store.sync.sendPast(target, 50));
    const [sent] = store.sync.outbox(target).waiting(1, 1e9);
    store.sync.outbox(target).delivered([sent?.id ?? ''], '2026-11-20T08:00:00.000Z');
    const event = {
      type: 'lesson.opened' as const,
      ...{ id: uuid(), learner: elsewhere, device: uuid(), at: '2026-11-20T08:00:00.000Z' },
      ...{ course, version: '1.0.0', lesson },
    };
    const setting = {
      account,
      level: 'detail' as const,
      platform: '',
      now: new Date(),
      about: null,
    };
    const inbox = store.sync.inbox(target);
    inbox.take([event, { ...event, lesson: 'another' }].map((each) => statementOf(each, setting)));
    expect(store.sync.inboxAside(target)).toHaveLength(1);
    // Joined with somebody who stays, whose own target was told so.
    const benAccount = { ...account, name: 'ben' };
    store.sync.switchOn({ ...on, id: other, learner: kept, account: benAccount, level: 'detail' });
    store.sync.inbox(other).keepCursor('page 9');
    store.sync.join(kept, learner);
    const all = [...traces, account.name, elsewhere];
    store.transact(() => {});
    expect(wordsBelow(folder, all)).toEqual(all);
    store.erase(learner);
    expect(wordsBelow(folder, all)).toEqual([]);
    expect(store.sync.identities(kept).map((each) => each.learner)).toEqual([kept]);
    expect(store.states.ofCourse(kept, course).lessons.size).toBe(1);
    expect(store.states.ofCourse(kept, course).items.size).toBe(0);
    // What was theirs too comes back from there.
    expect(store.sync.inbox(other).cursor()).toBe(null);
    store.rebuild();
    expect(store.states.ofCourse(kept, course).lessons.size).toBe(1);
    store.close();
    expect(wordsBelow(folder, all)).toEqual([]);
  });

  test('takes along what came in about them by the target of somebody who stays, and lies aside', () => {
    const { folder, learner, kept } = learnedIn();
    const store = openStore(folder);
    const account = { homePage: 'https://agency.example', name: 'ben' };
    const target = uuid();
    const settings = { at: 'lrs.agency.example' };
    const on = { id: target, kind: 'lrs' as const, settings, past: false };
    store.sync.switchOn({ ...on, learner: kept, account, level: 'detail' });
    store.sync.join(kept, learner);
    const setting = { account, level: 'detail' as const, platform: '', now: new Date() };
    const inWords = (whose: string, words: string) => {
      const [event] = store.events.ofLearner(whose);
      if (!event) throw new Error('nothing was done');
      return statementOf({ ...event, version: words }, { ...setting, about: null });
    };
    // Something else is known under the ids of both.
    const told = [inWords(learner, '9.8.7-theirs'), inWords(kept, '9.8.6-of-ben')];
    expect(store.sync.inbox(target).take(told)).toMatchObject({ refused: 2 });
    expect(store.sync.inboxAside(target)).toHaveLength(2);
    store.close();
    // The row of the learner alone takes none of it along: the target is that of somebody else.
    const copy = join(temporaryFolder(), 'learn.db');
    cpSync(join(folder, 'learn.db'), copy);
    const broken = new Database(copy);
    broken.pragma('foreign_keys = ON');
    broken.prepare('DELETE FROM learner WHERE id = ?').run(learner);
    expect(broken.prepare('SELECT count(*) FROM inbox_aside').pluck().get()).toBe(2);
    broken.close();

    expect(wordsBelow(folder, ['9.8.7-theirs', learner])).toHaveLength(2);
    const again = openStore(folder);
    again.erase(learner);
    expect(wordsBelow(folder, ['9.8.7-theirs', learner])).toEqual([]);
    expect(again.sync.inboxAside(target).map(({ json }) => json)).toEqual([
      expect.stringContaining('9.8.6-of-ben'),
    ]);
    again.close();
  });

  test('takes along copies made before an update', () => {
    const { folder, traces, learner } = learnedIn();
    const file = join(folder, 'learn.db');
    // Made as an update of the app makes it; then the update is taken back.
    openDatabase(file, [...migrations, 'SELECT 1']).close();
    cpSync(`${file}.before-version-${migrations.length + 1}`, file);
    const store = openStore(folder);
    store.erase(learner);
    store.close();
    expect(wordsBelow(folder, traces)).toEqual([]);
  });

  test('takes along what was deleted before and still lies in the file', () => {
    const { folder, traces, learner } = learnedIn();
    const db = new Database(join(folder, 'learn.db'));
    db.pragma('secure_delete = OFF');
    db.exec('DELETE FROM draft');
    db.close();
    expect(wordsBelow(folder, [half])).toEqual([half]);
    const store = openStore(folder);
    store.erase(learner);
    store.close();
    expect(wordsBelow(folder, traces)).toEqual([]);
  });

  test('without blanking and rewriting, the same search finds traces', () => {
    const { folder, traces, learner } = learnedIn();
    const broken = new Database(join(folder, 'learn.db'));
    broken.pragma('secure_delete = OFF');
    broken.pragma('foreign_keys = ON');
    broken.prepare('DELETE FROM learner WHERE id = ?').run(learner);
    expect(
      broken.prepare('SELECT count(*) FROM event WHERE learner = ?').pluck().get(learner),
    ).toBe(0);
    broken.close();
    expect(wordsBelow(folder, traces)).not.toEqual([]);
  });

  test('while the log is not folded into the file, the same search finds traces', () => {
    const folder = temporaryFolder();
    const db = openDatabase(join(folder, 'learn.db'), migrations);
    const learner = uuid();
    db.prepare('INSERT INTO learner VALUES (?, ?, ?, ?, ?)').run(
      learner,
      'Xanthippe',
      JSON.stringify(settings.parse({})),
      '',
      '',
    );
    db.prepare('DELETE FROM learner').run();
    expect(wordsBelow(folder, ['Xanthippe'])).toEqual(['Xanthippe']);
    db.close();
  });
});
