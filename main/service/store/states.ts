// Summaries folded from events: where a learner stands in each lesson and item.

import type { CourseState, LessonState } from '../../../core/learning/course-state';
import type { GroupState } from '../../../core/learning/group-state';
import { itemKey } from '../../../core/learning/item-key';
import type { ItemState } from '../../../core/learning/item-state';
import type { Db } from './database';
import type { Place } from './events';

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

/** A course's state while it is put together. */
interface Gathered extends CourseState {
  lessons: Map<string, LessonState>;
  items: Map<string, ItemState>;
  groups: Map<string, GroupState>;
}

const stateOf = (person: string, course: string): Gathered => ({
  lessons: new Map(),
  items: new Map(),
  groups: new Map(),
  seed: `${person}/${course}`,
});
const putLessonIn = ({ lessons }: Gathered, row: LessonRow) =>
  lessons.set(row.lesson, toLessonState(row));
const putItemIn = ({ items }: Gathered, row: ItemRow) =>
  items.set(itemKey(row.lesson, row.item), toItemState(row));
const putGroupIn = ({ groups }: Gathered, row: GroupRow) =>
  groups.set(itemKey(row.lesson, row.block), toGroupState(row));

export function stateTables(db: Db) {
  const itemColumns =
    'course, lesson, item, revision, attempt, tries, hints, answer, share, first_share, sure, settled, counted, answered_at';
  const lessonColumns = 'course, lesson, opened_at, finished_at';
  const item = db.prepare<[string, string, string, string], ItemRow>(
    `SELECT ${itemColumns} FROM item_state WHERE person = ? AND course = ? AND lesson = ? AND item = ?`,
  );
  const items = db.prepare<[string], ItemRow>(
    `SELECT ${itemColumns} FROM item_state WHERE person = ?`,
  );
  const lessons = db.prepare<[string], LessonRow>(
    `SELECT ${lessonColumns} FROM lesson_state WHERE person = ?`,
  );
  const lesson = db.prepare<[string, string, string], LessonRow>(
    `SELECT ${lessonColumns} FROM lesson_state WHERE person = ? AND course = ? AND lesson = ?`,
  );
  const groupColumns = 'course, lesson, block, attempt, finished_at, share, passed, best';
  const group = db.prepare<[string, string, string, string], GroupRow>(
    `SELECT ${groupColumns} FROM group_state WHERE person = ? AND course = ? AND lesson = ? AND block = ?`,
  );
  const groups = db.prepare<[string], GroupRow>(
    `SELECT ${groupColumns} FROM group_state WHERE person = ?`,
  );
  const lessonsIn = db.prepare<[string, string], LessonRow>(
    `SELECT ${lessonColumns} FROM lesson_state WHERE person = ? AND course = ?`,
  );
  const itemsIn = db.prepare<[string, string], ItemRow>(
    `SELECT ${itemColumns} FROM item_state WHERE person = ? AND course = ?`,
  );
  const groupsIn = db.prepare<[string, string], GroupRow>(
    `SELECT ${groupColumns} FROM group_state WHERE person = ? AND course = ?`,
  );
  const putGroup = db.prepare(
    `INSERT OR REPLACE INTO group_state (person, ${groupColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putItem = db.prepare(
    `INSERT OR REPLACE INTO item_state (person, ${itemColumns})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putLesson = db.prepare(
    `INSERT OR REPLACE INTO lesson_state (person, ${lessonColumns}) VALUES (?, ?, ?, ?, ?)`,
  );

  const inLesson = 'person = ? AND course = ? AND lesson = ?';
  const clearBlock = [
    `DELETE FROM item_state WHERE ${inLesson} AND item = ?`,
    `DELETE FROM group_state WHERE ${inLesson} AND block = ?`,
  ].map((sql) => db.prepare<[string, string, string, string]>(sql));
  const clearLesson = db.prepare<[string, string, string]>(
    `DELETE FROM lesson_state WHERE ${inLesson}`,
  );
  const clearPerson = ['item_state', 'group_state', 'lesson_state'].map((table) =>
    db.prepare<[string]>(`DELETE FROM ${table} WHERE person = ?`),
  );

  return {
    item(person: string, course: string, lessonId: string, itemId: string): ItemState | undefined {
      const row = item.get(person, course, lessonId, itemId);
      return row && toItemState(row);
    },
    putItem(person: string, course: string, lessonId: string, itemId: string, s: ItemState): void {
      putItem.run(
        person,
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
    lesson(person: string, course: string, lessonId: string): LessonState | undefined {
      const row = lesson.get(person, course, lessonId);
      return row && toLessonState(row);
    },
    putLesson(person: string, course: string, lessonId: string, state: LessonState): void {
      putLesson.run(person, course, lessonId, state.openedAt, state.finishedAt);
    },
    group(person: string, course: string, lessonId: string, id: string): GroupState | undefined {
      const row = group.get(person, course, lessonId, id);
      return row && toGroupState(row);
    },
    putGroup(person: string, course: string, lessonId: string, id: string, s: GroupState): void {
      const { attempt, finishedAt, share, passed, best } = s;
      putGroup.run(person, course, lessonId, id, attempt, finishedAt, share, passed ? 1 : 0, best);
    },
    /** One course of a person. What a pool draws is the person's, so that it is the same everywhere. */
    ofCourse(person: string, course: string): CourseState {
      const state = stateOf(person, course);
      for (const row of lessonsIn.all(person, course)) putLessonIn(state, row);
      for (const row of itemsIn.all(person, course)) putItemIn(state, row);
      for (const row of groupsIn.all(person, course)) putGroupIn(state, row);
      return state;
    },
    /** All courses of a person at once: Home shows them all. */
    ofPerson(person: string): (course: string) => CourseState {
      const courses = new Map<string, Gathered>();
      const of = (course: string): Gathered => {
        const found = courses.get(course) ?? stateOf(person, course);
        courses.set(course, found);
        return found;
      };
      for (const row of lessons.all(person)) putLessonIn(of(row.course), row);
      for (const row of items.all(person)) putItemIn(of(row.course), row);
      for (const row of groups.all(person)) putGroupIn(of(row.course), row);
      return of;
    },
    clearPlace(person: string, { course, lesson, block }: Place): void {
      for (const each of clearBlock) each.run(person, course, lesson, block);
      if (block === '') clearLesson.run(person, course, lesson);
    },
    clearPerson(person: string): void {
      for (const each of clearPerson) each.run(person);
    },
  };
}
