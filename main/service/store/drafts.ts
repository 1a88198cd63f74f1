// What is not an event: half answers, and where a learner stopped reading.
import type { Draft } from '../../../core/learning/draft';
import type { Place } from '../../../core/views';
import type { Db } from './database';

export interface LastPlace {
  course: string;
  lesson: string;
}

export function draftTable(db: Db) {
  const of = db.prepare<
    [string, string, string],
    { item: string; revision: string; attempt: number; answer: string }
  >(
    'SELECT item, revision, attempt, answer FROM draft WHERE learner = ? AND course = ? AND lesson = ?',
  );
  const put = db.prepare(
    `INSERT OR REPLACE INTO draft (learner, course, lesson, item, revision, attempt, answer)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare<[string, string, string, string]>(
    'DELETE FROM draft WHERE learner = ? AND course = ? AND lesson = ? AND item = ?',
  );
  const ofLearner = db.prepare<
    [string],
    { course: string; lesson: string; item: string; answer: string }
  >('SELECT course, lesson, item, answer FROM draft WHERE learner = ?');
  return {
    ofLearner: (learner: string) =>
      ofLearner.all(learner).map((row) => ({ ...row, answer: JSON.parse(row.answer) as unknown })),
    /** By item id. */
    ofLesson(learner: string, course: string, lesson: string): Map<string, Draft> {
      return new Map(
        of
          .all(learner, course, lesson)
          .map(({ item, revision, attempt, answer }) => [
            item,
            { revision, attempt, answer: JSON.parse(answer) },
          ]),
      );
    },
    put(learner: string, course: string, lesson: string, item: string, draft: Draft): void {
      const { revision, attempt, answer } = draft;
      put.run(learner, course, lesson, item, revision, attempt, JSON.stringify(answer));
    },
    remove(learner: string, course: string, lesson: string, item: string): void {
      remove.run(learner, course, lesson, item);
    },
  };
}

export function placeTable(db: Db) {
  const one = db.prepare<[string, string, string], { line: number; part: number }>(
    'SELECT line, part FROM place WHERE learner = ? AND course = ? AND lesson = ?',
  );
  const latest = db.prepare<[string], LastPlace>(
    'SELECT course, lesson FROM place WHERE learner = ? ORDER BY at DESC',
  );
  const put = db.prepare(
    `INSERT OR REPLACE INTO place (learner, course, lesson, line, part, at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const touch = db.prepare(
    `INSERT INTO place (learner, course, lesson, line, part, at) VALUES (?, ?, ?, 1, 0, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at`,
  );
  return {
    ofLesson(learner: string, course: string, lesson: string): Place | null {
      const row = one.get(learner, course, lesson);
      return row ? { line: row.line, offset: row.part } : null;
    },
    /** Lessons by when they were last read, newest first. */
    latest: (learner: string): LastPlace[] => latest.all(learner),
    put(learner: string, course: string, lesson: string, place: Place, at: string): void {
      put.run(learner, course, lesson, place.line, place.offset, at);
    },
    /** The lesson was opened: it is the last one read, wherever reading stopped. */
    touch(learner: string, course: string, lesson: string, at: string): void {
      touch.run(learner, course, lesson, at);
    },
  };
}
