// The append-only log of learning events.
import type { CourseEvent, LearningEvent } from '../../../core/learning/events';
import type { Db } from './database';

/** Where an event counts: all that happened on one block, or to one lesson as a whole (block ''). */
export interface Place {
  course: string;
  lesson: string;
  block: string;
}

/** An event as it lies in the log. */
export interface Logged {
  position: number;
  event: LearningEvent;
  /** The target it came from; null where it happened here. */
  via: string | null;
}

export function placeOf(event: LearningEvent): Place {
  const { course } = event;
  if (!('lesson' in event)) return { course, lesson: '', block: '' };
  const { lesson } = event;
  if ('group' in event) return { course, lesson, block: event.group };
  return { course, lesson, block: 'item' in event ? event.item : '' };
}

const attemptOf = (event: LearningEvent): number => ('attempt' in event ? event.attempt : 1);

type Strings<Count extends number, Found extends string[] = []> = Found['length'] extends Count
  ? Found
  : Strings<Count, [...Found, string]>;

export function eventTable(db: Db) {
  const insert = db.prepare<[...Strings<7>, number, string | null, string]>(
    `INSERT INTO event (id, learner, type, at, course, lesson, block, attempt, via, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const one = db.prepare<[string], { body: string }>('SELECT body FROM event WHERE id = ?');
  const has = db.prepare<[string], { id: string }>('SELECT id FROM event WHERE id = ?');
  const ofLearner = db.prepare<[string], { body: string }>(
    'SELECT body FROM event WHERE learner = ? ORDER BY position',
  );
  const ofHome = db.prepare<[string], { body: string }>(
    `SELECT body FROM event WHERE learner IN (SELECT learner FROM identity WHERE home = ?)
     ORDER BY position`,
  );
  const ofPerson = '(SELECT learner FROM identity WHERE person = ?)';
  const atPlace = `learner IN ${ofPerson} AND course = ? AND lesson = ? AND block = ?`;
  const later = db.prepare<[...Strings<4>, number, string, string], { later: number }>(
    `SELECT 1 AS later FROM event WHERE ${atPlace} AND (attempt, at, id) > (?, ?, ?) LIMIT 1`,
  );
  const inOrder = db.prepare<Strings<4>, { body: string }>(
    `SELECT body FROM event WHERE ${atPlace} ORDER BY attempt, at, id`,
  );
  const places = db.prepare<[string], Place>(
    `SELECT DISTINCT course, lesson, block FROM event WHERE learner IN ${ofPerson}`,
  );
  const finished = db.prepare<[string, string], { body: string }>(
    `SELECT body FROM event
     WHERE type = 'course.finished' AND learner IN ${ofPerson} AND course = ?`,
  );
  const after = db.prepare<
    [number, string, number],
    { position: number; body: string; via: string | null }
  >(
    `SELECT position, body, via FROM event
     WHERE position > ? AND +learner IN ${ofPerson} ORDER BY position LIMIT ?`,
  );
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event');
  const extent = db.prepare<[string], { entries: number; last: string | null }>(
    'SELECT count(*) AS entries, max(at) AS last FROM event WHERE learner = ?',
  );
  const read = (row: { body: string }): LearningEvent => JSON.parse(row.body) as LearningEvent;

  return {
    /**
     * False when the event was there before: the same event twice is one event. `via` names the
     * target it came from.
     */
    append(event: LearningEvent, via: string | null): boolean {
      const { id, learner, type, at } = event;
      const { course, lesson, block } = placeOf(event);
      const attempt = attemptOf(event);
      const body = JSON.stringify(event);
      const row = [id, learner, type, at, course, lesson, block, attempt, via, body] as const;
      return insert.run(...row).changes === 1;
    },
    has: (id: string): boolean => has.get(id) !== undefined,
    find(id: string): LearningEvent | undefined {
      const row = one.get(id);
      return row && read(row);
    },
    /** In the order in which they arrived. */
    ofLearner: (learner: string): LearningEvent[] => ofLearner.all(learner).map(read),
    /** Those of a profile and those that came to it from elsewhere, in the order in which they arrived. */
    ofHome: (home: string): LearningEvent[] => ofHome.all(home).map(read),
    /** Whether nothing at its place comes after an event that is in the log. */
    isLast(person: string, event: LearningEvent): boolean {
      const { course, lesson, block } = placeOf(event);
      const { at, id } = event;
      return !later.get(person, course, lesson, block, attemptOf(event), at, id);
    },
    /**
     * All that happened at a place, in the order in which it counts: by attempt, then time, then id. A
     * later attempt follows from the earlier one, whatever the clocks of two computers say.
     */
    inOrder: (person: string, { course, lesson, block }: Place): LearningEvent[] =>
      inOrder.all(person, course, lesson, block).map(read),
    /** Every place where a person did something. */
    places: (person: string): Place[] => places.all(person),
    /** How often a person finished a course: once, and once more when it became passed. */
    finished: (person: string, course: string): CourseEvent[] =>
      finished.all(person, course).map((row) => read(row) as CourseEvent),
    /** A person's events behind a position of the log, in the order in which they arrived. */
    after: (person: string, position: number, limit: number): Logged[] =>
      after
        .all(position, person, limit)
        .map((row) => ({ position: row.position, event: read(row), via: row.via })),
    count: (): number => count.get()?.n ?? 0,
    /** How much a learner did, and when last. */
    extent: (learner: string): { entries: number; last: string | null } =>
      extent.get(learner) ?? { entries: 0, last: null },
  };
}
