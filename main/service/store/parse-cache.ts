// Results of parsing, kept by the hash of the text, so that the next start need not parse again.
// A file of its own: it may be thrown away at any time, and learners' data never depends on it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openThrowAway, removeDatabase } from './throw-away';

const findRow = 'SELECT result FROM parsed WHERE key = ?';
const schema = `
CREATE TABLE IF NOT EXISTS parsed (
  key TEXT PRIMARY KEY, result TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

export interface ParseCache {
  /** The kept result, or what `parse` gives, kept from now on. */
  get<Result>(key: string, parse: () => Result): Result;
  /** What came with the app under this key. */
  shipped<Result>(key: string): Result | undefined;
  /** Counts as asking for it. */
  keep(key: string): void;
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
      find: db.prepare<[string], { result: string }>(findRow),
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

export const cacheFile = 'parsed.db';

/** Keeps nothing: for who reads a course once. */
export const noParseCache: ParseCache = {
  get: (_, parse) => parse(),
  shipped: () => undefined,
  keep: () => {},
  sweep: () => {},
  close: () => {},
};

/** What came with the app: only read, and done without where it cannot be. */
function openShipped(file: string) {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return { db, find: db.prepare<[string], { result: string }>(findRow) };
    } catch {
      db.close();
    }
  } catch {
    // Every course is parsed then, as those of other folders are.
  }
  return undefined;
}

/**
 * Where nothing can be written, nothing is kept. `shipped` is a folder with results that came with the
 * app; what is not in it is kept in `folder`, whose file is opened only then.
 */
export function openParseCache(folder: string, shipped?: string): ParseCache {
  const file = join(folder, cacheFile);
  const first = shipped === undefined ? undefined : openShipped(join(shipped, cacheFile));
  let second: ReturnType<typeof open> | undefined;
  let isOpened = false;
  const own = () => {
    if (!isOpened) second = openThrowAway(file, open);
    isOpened = true;
    return second;
  };
  const used = new Set<string>();
  let isDamaged = false;
  const found = <Result>(find: () => { result: string } | undefined): Result | undefined => {
    try {
      const row = find();
      return row && (JSON.parse(row.result) as Result);
    } catch {
      // A page of the file is damaged: what lay there is made anew, and next time the file.
      isDamaged = true;
      return undefined;
    }
  };
  const shippedResult = <Result>(key: string) => found<Result>(() => first?.find.get(key));
  return {
    shipped: shippedResult,
    get<Result>(key: string, parse: () => Result): Result {
      const kept = shippedResult<Result>(key);
      if (kept !== undefined) return kept;
      used.add(key);
      const keptHere = found<Result>(() => own()?.find.get(key));
      if (keptHere !== undefined) return keptHere;
      const result = parse();
      try {
        own()?.put.run(key, JSON.stringify(result));
      } catch {
        // A full disk must not keep anybody from reading.
      }
      return result;
    },
    keep(key) {
      used.add(key);
    },
    sweep() {
      if (!isOpened && !existsSync(file)) return;
      const opened = own();
      if (!opened) return;
      const { db, keys, remove } = opened;
      try {
        db.transaction(() => {
          for (const { key } of keys.all()) if (!used.has(key)) remove.run(key);
        })();
      } catch {
        // The file only stays larger than it need be.
      }
    },
    close() {
      first?.db.close();
      second?.db.close();
      if (isDamaged) removeDatabase(file);
    },
  };
}
