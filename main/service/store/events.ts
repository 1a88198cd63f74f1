// The append-only log of learning events.
import type { LearningEvent } from '../../../core/learning/events';
import type { Db } from './database';

export function eventTable(db: Db) {
  const insert = db.prepare<
    [string, string, string, string, string, string, string | null, string]
  >(
    `INSERT INTO event (id, learner, type, at, course, lesson, item, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const has = db.prepare<[string], { id: string }>('SELECT id FROM event WHERE id = ?');
  const all = db.prepare<[], { body: string }>('SELECT body FROM event ORDER BY position');
  const ofLearner = db.prepare<[string], { body: string }>(
    'SELECT body FROM event WHERE learner = ? ORDER BY position',
  );
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event');
  const read = (row: { body: string }): LearningEvent => JSON.parse(row.body) as LearningEvent;

  return {
    /** False when the event was there before: the same event twice is one event. */
    append(event: LearningEvent): boolean {
      const { id, learner, type, at, course } = event;
      const lesson = 'lesson' in event ? event.lesson : '';
      const item = 'item' in event ? event.item : null;
      const body = JSON.stringify(event);
      return insert.run(id, learner, type, at, course, lesson, item, body).changes === 1;
    },
    has: (id: string): boolean => has.get(id) !== undefined,
    /** In the order in which they arrived; read one by one, as there may be very many. */
    *all(): Generator<LearningEvent> {
      for (const row of all.iterate()) yield read(row);
    },
    ofLearner: (learner: string): LearningEvent[] => ofLearner.all(learner).map(read),
    count: (): number => count.get()?.n ?? 0,
  };
}
