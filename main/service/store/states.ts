// Summaries folded from events: where a learner stands in each lesson and item.

import type { CourseState, LessonState } from '../../../core/learning/course-state';
import type { GroupState } from '../../../core/learning/group-state';
import { itemKey } from '../../../core/learning/item-key';
import type { ItemState } from '../../../core/learning/item-state';
import type { Db } from './database';

interface ItemRow {
  course: string;
  lesson: string;
  item: string;
  revision: string;
  attempt: number;
  tries: number;
  hints: number;
  answer: string;
  share: number | null;
  first_share: number | null;
  sure: number | null;
  settled: number;
  counted: number | null;
  answered_at: string | null;
}

interface LessonRow {
  course: string;
  lesson: string;
  opened_at: string | null;
  finished_at: string | null;
}

const toItemState = (row: ItemRow): ItemState => ({
  revision: row.revision,
  attempt: row.attempt,
  tries: row.tries,
  hints: row.hints,
  answer: JSON.parse(row.answer),
  share: row.share,
  firstShare: row.first_share,
  sure: row.sure === null ? null : row.sure === 1,
  settled: row.settled === 1,
  counted: row.counted,
  answeredAt: row.answered_at,
});

interface GroupRow {
  course: string;
  lesson: string;
  block: string;
  attempt: number;
  finished_at: string | null;
  share: number | null;
  passed: number;
  best: number;
}

const toGroupState = (row: GroupRow): GroupState => ({
  attempt: row.attempt,
  finishedAt: row.finished_at,
  share: row.share,
  passed: row.passed === 1,
  best: row.best,
});

const toLessonState = (row: LessonRow): LessonState => ({
  openedAt: row.opened_at,
  finishedAt: row.finished_at,
});

export function stateTables(db: Db) {
  const itemColumns =
    'course, lesson, item, revision, attempt, tries, hints, answer, share, first_share, sure, settled, counted, answered_at';
  const lessonColumns = 'course, lesson, opened_at, finished_at';
  const item = db.prepare<[string, string, string, string], ItemRow>(
    `SELECT ${itemColumns} FROM item_state WHERE learner = ? AND course = ? AND lesson = ? AND item = ?`,
  );
  const items = db.prepare<[string], ItemRow>(
    `SELECT ${itemColumns} FROM item_state WHERE learner = ?`,
  );
  const lessons = db.prepare<[string], LessonRow>(
    `SELECT ${lessonColumns} FROM lesson_state WHERE learner = ?`,
  );
  const lesson = db.prepare<[string, string, string], LessonRow>(
    `SELECT ${lessonColumns} FROM lesson_state WHERE learner = ? AND course = ? AND lesson = ?`,
  );
  const groupColumns = 'course, lesson, block, attempt, finished_at, share, passed, best';
  const group = db.prepare<[string, string, string, string], GroupRow>(
    `SELECT ${groupColumns} FROM group_state WHERE learner = ? AND course = ? AND lesson = ? AND block = ?`,
  );
  const groups = db.prepare<[string], GroupRow>(
    `SELECT ${groupColumns} FROM group_state WHERE learner = ?`,
  );
  const putGroup = db.prepare(
    `INSERT OR REPLACE INTO group_state (learner, ${groupColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putItem = db.prepare(
    `INSERT OR REPLACE INTO item_state (learner, ${itemColumns})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putLesson = db.prepare(
    `INSERT OR REPLACE INTO lesson_state (learner, ${lessonColumns}) VALUES (?, ?, ?, ?, ?)`,
  );

  return {
    item(learner: string, course: string, lessonId: string, itemId: string): ItemState | undefined {
      const row = item.get(learner, course, lessonId, itemId);
      return row && toItemState(row);
    },
    putItem(learner: string, course: string, lessonId: string, itemId: string, s: ItemState): void {
      putItem.run(
        learner,
        course,
        lessonId,
        itemId,
        s.revision,
        s.attempt,
        s.tries,
        s.hints,
        JSON.stringify(s.answer),
        s.share,
        s.firstShare,
        s.sure === null ? null : Number(s.sure),
        s.settled ? 1 : 0,
        s.counted,
        s.answeredAt,
      );
    },
    lesson(learner: string, course: string, lessonId: string): LessonState | undefined {
      const row = lesson.get(learner, course, lessonId);
      return row && toLessonState(row);
    },
    putLesson(learner: string, course: string, lessonId: string, state: LessonState): void {
      putLesson.run(learner, course, lessonId, state.openedAt, state.finishedAt);
    },
    group(learner: string, course: string, lessonId: string, id: string): GroupState | undefined {
      const row = group.get(learner, course, lessonId, id);
      return row && toGroupState(row);
    },
    putGroup(learner: string, course: string, lessonId: string, id: string, s: GroupState): void {
      const { attempt, finishedAt, share, passed, best } = s;
      putGroup.run(learner, course, lessonId, id, attempt, finishedAt, share, passed ? 1 : 0, best);
    },
    /** All courses of a learner at once: Home shows them all. */
    ofLearner(learner: string): (course: string) => CourseState {
      const courses = new Map<
        string,
        {
          lessons: Map<string, LessonState>;
          items: Map<string, ItemState>;
          groups: Map<string, GroupState>;
          seed: string;
        }
      >();
      const of = (course: string) => {
        const found = courses.get(course) ?? {
          lessons: new Map(),
          items: new Map(),
          groups: new Map(),
          seed: `${learner}/${course}`,
        };
        courses.set(course, found);
        return found;
      };
      for (const row of lessons.all(learner))
        of(row.course).lessons.set(row.lesson, toLessonState(row));
      for (const row of items.all(learner)) {
        of(row.course).items.set(itemKey(row.lesson, row.item), toItemState(row));
      }
      for (const row of groups.all(learner)) {
        of(row.course).groups.set(itemKey(row.lesson, row.block), toGroupState(row));
      }
      return of;
    },
    clear(): void {
      db.exec('DELETE FROM item_state; DELETE FROM lesson_state; DELETE FROM group_state;');
    },
  };
}
