// Summaries of blocks that nobody grades: the answer kept in each, and each card's history.

import type { CardState, KeptState } from '../../../core/learning/kept-state';
import type { RecallGrade } from '../../../core/learning/recall-grades';
import type { Db } from './database';
import type { Place } from './events';

interface KeptRow {
  course: string;
  lesson: string;
  block: string;
  revision: string;
  answer: string;
  at: string;
}

interface CardRow {
  card: string;
  seen: number;
  last_grade: string;
  last_at: string;
}

/** Where a block of a person stands. */
export interface KeptPlace {
  person: string;
  course: string;
  lesson: string;
  block: string;
}

const toKept = ({ revision, answer, at }: KeptRow): KeptState => ({
  revision,
  answer: JSON.parse(answer) as unknown,
  at,
});

const toCard = ({ seen, last_grade, last_at }: CardRow): CardState => ({
  seen,
  grade: last_grade as RecallGrade,
  at: last_at,
});

/** Names a block of one person. */
export const blockKey = (course: string, lesson: string, block: string): string =>
  JSON.stringify([course, lesson, block]);

export function keptTables(db: Db) {
  const keptColumns = 'course, lesson, block, revision, answer, at';
  const cardColumns = 'card, seen, last_grade, last_at';
  const one = db.prepare<[string, string, string, string], KeptRow>(
    `SELECT ${keptColumns} FROM kept_state
     WHERE person = ? AND course = ? AND lesson = ? AND block = ?`,
  );
  const all = db.prepare<[string], KeptRow>(
    `SELECT ${keptColumns} FROM kept_state WHERE person = ?`,
  );
  const put = db.prepare(
    `INSERT OR REPLACE INTO kept_state (person, ${keptColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const cards = db.prepare<[string, string, string, string], CardRow>(
    `SELECT ${cardColumns} FROM card_state
     WHERE person = ? AND course = ? AND lesson = ? AND block = ?`,
  );
  const putCard = db.prepare(
    `INSERT OR REPLACE INTO card_state (person, course, lesson, block, ${cardColumns})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const tables = ['kept_state', 'card_state'];
  const clearPlace = tables.map((table) =>
    db.prepare<[string, string, string, string]>(
      `DELETE FROM ${table} WHERE person = ? AND course = ? AND lesson = ? AND block = ?`,
    ),
  );
  const clearPerson = tables.map((table) =>
    db.prepare<[string]>(`DELETE FROM ${table} WHERE person = ?`),
  );
  return {
    find({ person, course, lesson, block }: KeptPlace): KeptState | undefined {
      const row = one.get(person, course, lesson, block);
      return row && toKept(row);
    },
    /** All that a person has kept, by `blockKey`. */
    ofPerson: (person: string): Map<string, KeptState> =>
      new Map(
        all
          .all(person)
          .map((row) => [blockKey(row.course, row.lesson, row.block), toKept(row)] as const),
      ),
    put({ person, course, lesson, block }: KeptPlace, { revision, answer, at }: KeptState): void {
      put.run(person, course, lesson, block, revision, JSON.stringify(answer), at);
    },
    /** The cards of a block that were seen, by their keys. */
    cards: ({ person, course, lesson, block }: KeptPlace): Map<string, CardState> =>
      new Map(
        cards.all(person, course, lesson, block).map((row) => [row.card, toCard(row)] as const),
      ),
    putCard(
      { person, course, lesson, block }: KeptPlace,
      card: string,
      { seen, grade, at }: CardState,
    ): void {
      putCard.run(person, course, lesson, block, card, seen, grade, at);
    },
    clearPlace(person: string, { course, lesson, block }: Place): void {
      for (const each of clearPlace) each.run(person, course, lesson, block);
    },
    clearPerson(person: string): void {
      for (const each of clearPerson) each.run(person);
    },
  };
}
