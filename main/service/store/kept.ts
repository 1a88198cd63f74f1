// Summaries of blocks that nobody grades: the answer kept in each, and each card's history.
import type { RecallGrade } from '../../../core/learning/events';
import type { CardState, KeptState } from '../../../core/learning/kept-state';
import type { Db } from './database';

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

/** Where a block stands. */
export interface KeptPlace {
  learner: string;
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

/** Names a block of one learner. */
export const blockKey = (course: string, lesson: string, block: string): string =>
  JSON.stringify([course, lesson, block]);

export function keptTables(db: Db) {
  const keptColumns = 'course, lesson, block, revision, answer, at';
  const cardColumns = 'card, seen, last_grade, last_at';
  const one = db.prepare<[string, string, string, string], KeptRow>(
    `SELECT ${keptColumns} FROM kept_state
     WHERE learner = ? AND course = ? AND lesson = ? AND block = ?`,
  );
  const all = db.prepare<[string], KeptRow>(
    `SELECT ${keptColumns} FROM kept_state WHERE learner = ?`,
  );
  const put = db.prepare(
    `INSERT OR REPLACE INTO kept_state (learner, ${keptColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const cards = db.prepare<[string, string, string, string], CardRow>(
    `SELECT ${cardColumns} FROM card_state
     WHERE learner = ? AND course = ? AND lesson = ? AND block = ?`,
  );
  const putCard = db.prepare(
    `INSERT OR REPLACE INTO card_state (learner, course, lesson, block, ${cardColumns})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    find({ learner, course, lesson, block }: KeptPlace): KeptState | undefined {
      const row = one.get(learner, course, lesson, block);
      return row && toKept(row);
    },
    /** All that a learner has kept, by \`blockKey\`. */
    ofLearner: (learner: string): Map<string, KeptState> =>
      new Map(
        all
          .all(learner)
          .map((row) => [blockKey(row.course, row.lesson, row.block), toKept(row)] as const),
      ),
    put({ learner, course, lesson, block }: KeptPlace, { revision, answer, at }: KeptState): void {
      put.run(learner, course, lesson, block, revision, JSON.stringify(answer), at);
    },
    /** The cards of a block that were seen, by their keys. */
    cards: ({ learner, course, lesson, block }: KeptPlace): Map<string, CardState> =>
      new Map(
        cards.all(learner, course, lesson, block).map((row) => [row.card, toCard(row)] as const),
      ),
    putCard(
      { learner, course, lesson, block }: KeptPlace,
      card: string,
      { seen, grade, at }: CardState,
    ): void {
      putCard.run(learner, course, lesson, block, card, seen, grade, at);
    },
    clear(): void {
      db.exec('DELETE FROM kept_state; DELETE FROM card_state;');
    },
  };
}
