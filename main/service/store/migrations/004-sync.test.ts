// Real rows of version 3 come through: events in their order, and summaries that follow from them.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { answered, kept, recalled } from '../../../../tests/learning-events';
import { temporaryFolder } from '../../../../tests/unit/support/folders';
import { openDatabase } from '../database';
import { openStore } from '../store';
import { migrations } from '.';

const [first, last] = [answered(0), answered(1)];
const { learner } = first;
const group = {
  type: 'test.finished',
  ...{ id: '01900000-0000-7000-8000-cccccccccccc', learner, device: first.device, at: last.at },
  ...{ course: 'phishing', version: '1.0.0', lesson: 'first', group: 'check', attempt: 2 },
  ...{ points: 3, possible: 4, pass: 70, placement: false },
};
const lesson = {
  ...group,
  type: 'lesson.opened',
  id: '01900000-0000-7000-8000-dddddddddddd',
  group: undefined,
};

/** A database as version 3 left it; the last answer arrived first, as it would from a clock put back. */
function ofVersion3(): string {
  const folder = temporaryFolder();
  const db = openDatabase(join(folder, 'learn.db'), migrations.slice(0, 3));
  db.prepare('INSERT INTO learner VALUES (?, ?, ?, ?, ?)').run(learner, 'Ada', '{}', '', '');
  db.prepare("INSERT INTO meta VALUES ('device', ?)").run(first.device);
  const add = db.prepare(
    `INSERT INTO event (id, learner, type, at, course, lesson, item, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const event of [last, first, group, kept([1]), recalled('good'), lesson]) {
    const { id, type, at, course } = event;
    const item = 'item' in event ? event.item : null;
    const body = JSON.stringify(event);
    add.run(id, learner, type, at, course, event.lesson, item, body);
  }
  db.prepare("INSERT INTO lesson_state VALUES (?, 'ghost', 'ghost', NULL, NULL)").run(learner);
  db.close();
  return folder;
}

test('events keep their order of arrival, and everything follows from them anew', () => {
  const folder = ofVersion3();
  const store = openStore(folder);
  expect(store.device).toBe(first.device);
  expect(
    store.events
      .ofLearner(learner)
      .map(({ id }) => id)
      .slice(0, 3),
  ).toEqual([...[last.id, first.id, group.id]]);
  const state = store.states.ofCourse(learner, 'phishing');
  // In the order of their times: wrong first, then right.
  expect(state.items.get('first/one')).toMatchObject({ tries: 2, share: 1, firstShare: 0 });
  expect(state.groups.get('first/check')).toMatchObject({ attempt: 2, passed: true, best: 0.75 });
  expect(state.lessons.get('first')?.openedAt).toBe(last.at);
  const block = { learner, course: 'phishing', lesson: 'first', block: 'one' };
  expect(store.kept.find(block)?.answer).toEqual([1]);
  expect(store.kept.cards(block).get('a-card')).toMatchObject({ seen: 1, grade: 'good' });
  expect(store.states.ofCourse(learner, 'ghost').lessons.size).toBe(0);
  store.close();
  const db = new Database(join(folder, 'learn.db'));
  expect(db.prepare('SELECT block, attempt FROM event WHERE id = ?').get(group.id)).toEqual({
    block: 'check',
    attempt: 2,
  });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  // Made anew once, not at each start.
  expect(db.prepare("SELECT 1 FROM meta WHERE key = 'summaries'").get()).toBe(undefined);
  db.close();
});
