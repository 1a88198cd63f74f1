// What can still be read in a damaged file of the team view: where its figures came from, and what is mandatory.
import Database from 'better-sqlite3';
import { removeCopies } from '../database';
import { removeDatabase } from '../throw-away';
import { type Source, type SourceRow, sourceOf } from './sources';
import { fileIn } from './team-store';

export interface Salvage {
  sources: Source[];
  mandatory: { course: string; due: string | null }[];
}

/** Each table for itself; empty where it cannot be read. The file must not be open. */
export function salvage(dataFolder: string): Salvage {
  let db: Database.Database;
  try {
    db = new Database(fileIn(dataFolder), { fileMustExist: true });
  } catch {
    return { sources: [], mandatory: [] };
  }
  const rows = <Row, Of>(sql: string, of: (row: Row) => Of): Of[] => {
    try {
      return db.prepare<[], Row>(sql).all().map(of);
    } catch {
      return [];
    }
  };
  try {
    db.pragma('trusted_schema = 0');
    return {
      // Files that were handed in lie nowhere that could be read again.
      sources: rows(
        "SELECT id, kind, place, settings, read_at, failed FROM source WHERE kind IN ('folder', 'lrs')",
        (row: SourceRow) => sourceOf(row),
      ),
      mandatory: rows(
        'SELECT course, due FROM mandatory',
        (row: { course: string; due: string | null }) => row,
      ),
    };
  } catch {
    return { sources: [], mandatory: [] };
  } finally {
    db.close();
  }
}

/** Everything about everybody, for good. The file must not be open. */
export function eraseTeamFile(dataFolder: string): void {
  removeDatabase(fileIn(dataFolder));
  removeCopies(fileIn(dataFolder));
}
