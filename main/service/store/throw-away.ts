// Files that only save time: a damaged or foreign one is replaced, and none is missed.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** With what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

/** What `open` makes of the file, if need be of a new one; undefined where nothing can be written. */
export function openThrowAway<Opened>(
  file: string,
  open: (file: string) => Opened,
): Opened | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return open(file);
  } catch {
    try {
      removeDatabase(file);
      return open(file);
    } catch {
      return undefined;
    }
  }
}

/** Leaves a closed file so that it can be opened where nothing may be written. */
export function makeReadOnly(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.exec('VACUUM');
  db.close();
}
