// Results of parsing, kept by the hash of the text, so that the next start need not parse again.
// A file of its own: it may be thrown away at any time, and learners' data never depends on it.
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const schema = `
CREATE TABLE IF NOT EXISTS parsed (
  key TEXT PRIMARY KEY, result TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

export interface ParseCache {
  /** The kept result, or what `parse` gives, kept from now on. */
  get<Result>(key: string, parse: () => Result): Result;
  /** Forgets what was not asked for since the cache was opened. */
  sweep(): void;
  close(): void;
}

function open(file: string) {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec(schema);
    return {
      db,
      find: db.prepare<[string], { result: string }>('SELECT result FROM parsed WHERE key = ?'),
      put: db.prepare<[string, string]>(
        'INSERT OR REPLACE INTO parsed (key, result) VALUES (?, ?)',
      ),
      keys: db.prepare<[], { key: string }>('SELECT key FROM parsed'),
      remove: db.prepare<[string]>('DELETE FROM parsed WHERE key = ?'),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

function removeFiles(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

export const cacheFile = 'parsed.db';

/**
 * Begins with the results that came with the app, once for each version of them. What else was kept
 * is parsed again then: that is rare, and needs no merging.
 */
function beginWith(shipped: string, file: string): void {
  const note = `${file}.from`;
  try {
    const { size, mtimeMs } = statSync(shipped);
    const version = `${size} ${mtimeMs}`;
    if (noted(note) === version) return;
    removeFiles(file);
    copyFileSync(shipped, file);
    writeFileSync(note, version);
  } catch {
    // Without them every course is parsed, as those of other folders are.
  }
}

function noted(note: string): string {
  try {
    return readFileSync(note, 'utf8');
  } catch {
    return '';
  }
}

/**
 * A damaged or foreign file is replaced. Where nothing can be written, nothing is kept. `shipped` is
 * a file with results that came with the app.
 */
export function openParseCache(folder: string, shipped?: string): ParseCache {
  const file = join(folder, cacheFile);
  let cache: ReturnType<typeof open>;
  try {
    mkdirSync(folder, { recursive: true });
    if (shipped !== undefined) beginWith(shipped, file);
    cache = open(file);
  } catch {
    try {
      removeFiles(file);
      cache = open(file);
    } catch {
      return { get: (_, parse) => parse(), sweep: () => {}, close: () => {} };
    }
  }
  const { db, find, put, keys, remove } = cache;
  const used = new Set<string>();
  let isDamaged = false;
  return {
    get<Result>(key: string, parse: () => Result): Result {
      used.add(key);
      try {
        const row = find.get(key);
        if (row) return JSON.parse(row.result) as Result;
      } catch {
        // A page of the file is damaged: what lay there is made anew, and next time the file.
        isDamaged = true;
      }
      const result = parse();
      try {
        put.run(key, JSON.stringify(result));
      } catch {
        // A full disk must not keep anybody from reading.
      }
      return result;
    },
    sweep() {
      try {
        db.transaction(() => {
          for (const { key } of keys.all()) if (!used.has(key)) remove.run(key);
        })();
      } catch {
        // The file only stays larger than it need be.
      }
    },
    close() {
      db.close();
      if (isDamaged) removeFiles(file);
    },
  };
}
