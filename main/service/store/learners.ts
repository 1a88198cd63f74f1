// Learners: the profiles on this computer.
import { type Settings, settings as settingsSchema } from '../../../core/settings';
import type { LearnerView } from '../../../core/views';
import type { Db } from './database';

interface Row {
  id: string;
  name: string;
  settings: string;
  created_at: string;
}

/** Settings of a later version may hold values unknown here: each falls back on its own. */
function readSettings(json: string): Settings {
  const stored = JSON.parse(json) as Record<string, unknown>;
  const kept = Object.entries(stored).filter(
    ([key, value]) =>
      key in settingsSchema.shape &&
      settingsSchema.shape[key as keyof Settings].safeParse(value).success,
  );
  return settingsSchema.parse(Object.fromEntries(kept));
}

const toLearner = (row: Row): LearnerView => ({
  id: row.id,
  name: row.name,
  settings: readSettings(row.settings),
  createdAt: row.created_at,
});

export function learnerTable(db: Db) {
  const columns = 'id, name, settings, created_at';
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM learner ORDER BY opened_at DESC, id`);
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM learner WHERE id = ?`);
  const insert = db.prepare<[string, string, string, string, string]>(
    `INSERT INTO learner (id, name, settings, created_at, opened_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  );
  const update = db.prepare<[string, string, string]>(
    'UPDATE learner SET name = ?, settings = ? WHERE id = ?',
  );
  const open = db.prepare<[string, string]>('UPDATE learner SET opened_at = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM learner WHERE id = ?');

  return {
    /** The one opened last comes first. */
    all: (): LearnerView[] => all.all().map(toLearner),
    find(id: string): LearnerView | undefined {
      const row = one.get(id);
      return row && toLearner(row);
    },
    add(id: string, name: string, settings: Settings, at: string): void {
      insert.run(id, name, JSON.stringify(settings), at, at);
    },
    change(id: string, name: string, settings: Settings): void {
      update.run(name, JSON.stringify(settings), id);
    },
    open(id: string, at: string): void {
      open.run(at, id);
    },
    /** Takes everything of the learner along: events, states, drafts, places. */
    erase(id: string): void {
      remove.run(id);
    },
  };
}
