// Opens a SQLite file the safe way: pragmas set and read back, migrations run, newer files refused.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { OperationError } from '../../../core/errors';
import { isOnNetwork } from './network-path';

export type Db = Database.Database;

/** What must hold, as SQLite answers it. FULL: NORMAL loses acknowledged answers when power fails. */
const pragmas = {
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  mmap_size: 0,
} as const;

/** What stands behind the name of a file in that of its copy from before an update. */
const copyEnding = '.before-version-';

const readPragma = (db: Db, name: string): unknown => db.pragma(name, { simple: true });

function setPragmas(db: Db): void {
  for (const [name, value] of Object.entries(pragmas)) {
    db.pragma(`${name} = ${value}`);
    const now = readPragma(db, name);
    // Some builds answer mmap_size with nothing at all when it is off.
    if (now !== value && !(value === 0 && now === undefined)) {
      throw new Error(`pragma ${name} is ${String(now)}, not ${value}`);
    }
  }
}

/** Brings the database to the newest version; each step in a transaction of its own. */
export function migrate(db: Db, steps: readonly string[]): void {
  for (let version = Number(readPragma(db, 'user_version')); version < steps.length; version++) {
    db.transaction(() => {
      db.exec(steps[version] as string);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}

/** A database that is gone when it is closed, and touches no disk. */
export function openInMemory(steps: readonly string[]): Db {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = 1');
  db.pragma('trusted_schema = 0');
  migrate(db, steps);
  return db;
}

/**
 * Opens the learners' database, making it when it is not there.
 * Throws OperationError: data-on-network, data-newer, data-damaged, not-writable, disk-full.
 */
export function openDatabase(file: string, steps: readonly string[]): Db {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (isOnNetwork(dirname(file)))
      throw new OperationError('data-on-network', { folder: dirname(file) });
    const isNew = !existsSync(file);
    const db = new Database(file);
    try {
      // Before anything is set: setting how the file is written would write to it.
      const version = Number(readPragma(db, 'user_version'));
      if (version > steps.length) throw new OperationError('data-newer', { file });
      setPragmas(db);
      if (!isNew && version < steps.length) {
        db.pragma('wal_checkpoint(TRUNCATE)');
        const copy = `${file}${copyEnding}${steps.length}`;
        copyFileSync(file, `${copy}.part`);
        renameSync(`${copy}.part`, copy);
      }
      migrate(db, steps);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw storageError(error, file);
  }
}

/** Removes the copies from before an update: they hold whoever is erased, and cannot be changed one by one. */
export function removeCopies(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(`${basename(file)}${copyEnding}`)) rmSync(join(dirname(file), name));
  }
}

/** Names what SQLite or the file system complains of. */
export function storageError(error: unknown, file: string): unknown {
  if (error instanceof OperationError) return error;
  const code = String((error as { code?: unknown } | null | undefined)?.code ?? '');
  const options = { cause: error };
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new OperationError('disk-full', { file }, options);
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new OperationError('data-damaged', { file }, options);
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    // A file lies where a folder should be, or the drive is gone.
    ['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'ENOENT'].includes(code)
  ) {
    return new OperationError('not-writable', { file }, options);
  }
  return error;
}
