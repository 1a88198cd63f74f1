// Where the facts come from, how far each source was read, and what was noted about the whole.
import type { SourceFailure, SourceView } from '../../../../core/team/views';
import type { Db } from '../database';

export interface Source extends SourceView {
  /** How to sign in, of a learning record store. */
  settings: unknown;
}

export interface SourceRow {
  id: string;
  kind: string;
  place: string;
  settings: string;
  read_at: string | null;
  failed: string | null;
}

export const sourceOf = ({ id, kind, place, settings, read_at, failed }: SourceRow): Source => ({
  id,
  kind: kind as Source['kind'],
  place,
  settings: JSON.parse(settings) as unknown,
  readAt: read_at,
  failed: failed === null ? null : (JSON.parse(failed) as SourceFailure),
});

export function sourceTable(db: Db) {
  const columns = 'id, kind, place, settings, read_at, failed';
  const all = db.prepare<[], SourceRow>(`SELECT ${columns} FROM source ORDER BY kind, place`);
  const find = db.prepare<[string], SourceRow>(`SELECT ${columns} FROM source WHERE id = ?`);
  const findPlace = db.prepare<[string, string], SourceRow>(
    `SELECT ${columns} FROM source WHERE kind = ? AND place = ?`,
  );
  const add = db.prepare<[string, string, string, string]>(
    'INSERT INTO source (id, kind, place, settings) VALUES (?, ?, ?, ?)',
  );
  const setSettings = db.prepare<[string, string]>('UPDATE source SET settings = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM source WHERE id = ?');
  const cursor = db.prepare<[string], { cursor: string | null }>(
    'SELECT cursor FROM source WHERE id = ?',
  );
  const setCursor = db.prepare<[string, string]>('UPDATE source SET cursor = ? WHERE id = ?');
  const setEnd = db.prepare<[string | null, string | null, string]>(
    'UPDATE source SET read_at = coalesce(?, read_at), failed = ? WHERE id = ?',
  );
  const meta = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const setMeta = db.prepare<[string, string]>('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const dropMeta = db.prepare<[string]>('DELETE FROM meta WHERE key = ?');

  return {
    all: () => all.all().map(sourceOf),
    find: (id: string) => {
      const row = find.get(id);
      return row && sourceOf(row);
    },
    /** The one of this place; a new one under `id` where there is none. */
    have(id: string, kind: Source['kind'], place: string, settings: unknown): Source {
      const known = findPlace.get(kind, place);
      if (known) setSettings.run(JSON.stringify(settings), known.id);
      else add.run(id, kind, place, JSON.stringify(settings));
      return sourceOf(findPlace.get(kind, place) as SourceRow);
    },
    remove: (id: string) => void remove.run(id),
    cursor: (id: string) => cursor.get(id)?.cursor ?? null,
    keepCursor: (id: string, value: string) => void setCursor.run(value, id),
    /** `readAt` null where reading did not come to its end. */
    ended: (id: string, readAt: string | null, failed: SourceFailure | null) =>
      void setEnd.run(readAt, failed && JSON.stringify(failed), id),
    note: (key: string) => meta.get(key)?.value ?? null,
    setNote: (key: string, value: string | null) =>
      void (value === null ? dropMeta.run(key) : setMeta.run(key, value)),
  };
}
