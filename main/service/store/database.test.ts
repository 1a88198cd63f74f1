import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { OperationError } from '../../../core/errors';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { openDatabase, storageError } from './database';

const notes = ['CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT'] as const;
const written = [...notes, 'ALTER TABLE note ADD COLUMN written TEXT'] as const;

const fileIn = (folder: string): string => join(folder, 'learn.db');
const hashOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

/** The kind of error that opening fails with. */
function refusal(file: string, steps: readonly string[] = notes): unknown {
  try {
    openDatabase(file, steps).close();
  } catch (error) {
    return error instanceof OperationError ? error.kind : error;
  }
  return null;
}

/** A database with rows of version 1, closed. */
function withRows(count = 3): string {
  const file = fileIn(temporaryFolder());
  const db = openDatabase(file, notes);
  for (let n = 1; n <= count; n++) db.prepare('INSERT INTO note (text) VALUES (?)').run(`row ${n}`);
  db.close();
  return file;
}

describe('what must hold on the open connection', () => {
  const db = openDatabase(fileIn(temporaryFolder()), notes);
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['trusted_schema', 0],
    ['locking_mode', 'exclusive'],
    ['user_version', 1],
  ])('%s is %s', (name, value) => {
    expect(db.pragma(name, { simple: true })).toBe(value);
  });

  test('no second connection gets in', () => {
    const second = new Database(db.name, { timeout: 0 });
    expect(() => second.prepare('SELECT * FROM note').all()).toThrow(/locked/);
    second.close();
  });

  test('the folder is made when it is not there', () => {
    const file = fileIn(join(temporaryFolder(), 'not', 'yet', 'there'));
    openDatabase(file, notes).close();
    expect(existsSync(file)).toBe(true);
  });
});

describe('a file of a newer version', () => {
  test('is refused and keeps each byte', () => {
    const file = withRows();
    openDatabase(file, written).close();
    const before = hashOf(file);
    expect(refusal(file, notes)).toBe('data-newer');
    expect(hashOf(file)).toBe(before);
    expect(readdirSync(join(file, '..')).sort()).toEqual(['learn.db', 'learn.db.before-version-2']);
  });

  test('is refused and keeps each byte when a newer version writes it in another way', () => {
    const file = fileIn(temporaryFolder());
    const newer = new Database(file);
    newer.exec('CREATE TABLE of_tomorrow (a TEXT) STRICT');
    newer.pragma('user_version = 9');
    newer.close();
    const before = hashOf(file);
    expect(refusal(file)).toBe('data-newer');
    expect(hashOf(file)).toBe(before);
    const again = new Database(file);
    expect(again.pragma('journal_mode', { simple: true })).toBe('delete');
    again.close();
  });
});

describe('a file that is no database', () => {
  test.each([
    ['a text', () => Buffer.from('Dear colleagues, '.repeat(500))],
    ['a short text', () => Buffer.from('hello')],
    ['a first page of noise', () => readFileSync(withRows()).fill(0xab, 20, 4096)],
    ['a damaged table of contents', () => readFileSync(withRows()).fill(0xab, 100, 4096)],
  ])('%s is named damaged and keeps each byte', (_, bytes) => {
    const file = fileIn(temporaryFolder());
    writeFileSync(file, bytes());
    const before = hashOf(file);
    expect(refusal(file)).toBe('data-damaged');
    expect(hashOf(file)).toBe(before);
  });
});

describe('where nothing can be written', () => {
  test('a file in the place of the folder', () => {
    const folder = join(temporaryFolder(), 'data');
    writeFileSync(folder, 'in the way');
    expect(refusal(fileIn(folder))).toBe('not-writable');
    expect(refusal(fileIn(join(folder, 'below')))).toBe('not-writable');
    expect(readFileSync(folder, 'utf8')).toBe('in the way');
  });

  test('a folder in the place of the file', () => {
    const file = fileIn(temporaryFolder());
    mkdirSync(file);
    expect(refusal(file)).toBe('not-writable');
  });

  test.skipIf(process.platform === 'win32')('a folder that is read-only', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    if (process.getuid?.() !== 0) {
      expect(refusal(fileIn(folder))).toBe('not-writable');
      return;
    }
    // Nothing is read-only to root: another user tries, and what it is told is named here.
    const unreachable = codeForNobody(folder);
    expect(storageError(Object.assign(new Error(), { code: unreachable }), '')).toMatchObject({
      kind: 'not-writable',
    });
  });

  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'not-writable'],
    ['EROFS', 'not-writable'],
    ['SQLITE_CORRUPT_VTAB', 'data-damaged'],
  ])('%s is %s, and its cause is kept for the log', (code, kind) => {
    const cause = Object.assign(new Error('it went wrong'), { code });
    expect(storageError(cause, 'learn.db')).toMatchObject({ kind, cause });
  });

  test('what is none of these stays what it is', () => {
    const error = new Error('something else');
    expect(storageError(error, 'learn.db')).toBe(error);
  });
});

/** What SQLite says to a user without rights when it is to make a database in the folder. */
function codeForNobody(folder: string): string {
  const script = `
    const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))});
    try { new Database(${JSON.stringify(fileIn(folder))}).exec('CREATE TABLE a (b)'); }
    catch (error) { console.log(error.code); }`;
  const nobody = 65_534;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { uid: nobody, gid: nobody });
  return stdout.toString().trim();
}

describe('a database of an older version', () => {
  const textsOf = (file: string): unknown[] => {
    const db = new Database(file, { readonly: true });
    const texts = db.prepare('SELECT text FROM note ORDER BY id').pluck().all();
    db.close();
    return texts;
  };

  test('keeps its rows, and a copy of what it was lies beside it', () => {
    const file = withRows();
    const db = openDatabase(file, written);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(db.prepare('SELECT text, written FROM note ORDER BY id').all()).toEqual([
      { text: 'row 1', written: null },
      { text: 'row 2', written: null },
      { text: 'row 3', written: null },
    ]);
    db.close();
    const copy = `${file}.before-version-2`;
    const old = new Database(copy);
    expect(old.pragma('user_version', { simple: true })).toBe(1);
    expect(old.pragma('integrity_check', { simple: true })).toBe('ok');
    old.close();
    expect(textsOf(copy)).toEqual(['row 1', 'row 2', 'row 3']);
    expect(existsSync(`${copy}.part`)).toBe(false);
  });

  test('from version 0, with what is still in the write-ahead log', () => {
    const folder = temporaryFolder();
    const old = new Database(join(folder, 'old.db'));
    old.pragma('journal_mode = WAL');
    old.exec(`${notes[0]}; INSERT INTO note (text) VALUES ('of old')`);
    // As after a power cut: the log has not been folded into the file.
    const file = fileIn(folder);
    for (const ending of ['', '-wal']) cpSync(join(folder, `old.db${ending}`), file + ending);
    old.close();
    const db = openDatabase(file, ['ALTER TABLE note ADD COLUMN written TEXT']);
    expect(db.prepare('SELECT text FROM note').pluck().all()).toEqual(['of old']);
    db.close();
    expect(textsOf(`${file}.before-version-1`)).toEqual(['of old']);
  });

  test('takes several steps, in order, from where it stands', () => {
    const file = withRows(1);
    const steps = [
      ...notes,
      "UPDATE note SET text = text || ' a'",
      "UPDATE note SET text = text || ' b'",
    ];
    openDatabase(file, steps).close();
    expect(textsOf(file)).toEqual(['row 1 a b']);
    openDatabase(file, steps).close();
    expect(textsOf(file)).toEqual(['row 1 a b']);
  });

  test('a step that fails leaves no trace of itself', () => {
    const file = withRows();
    const failing = [...notes, 'DELETE FROM note; INSERT INTO nowhere VALUES (1)'];
    expect(refusal(file, failing)).toBeInstanceOf(Error);
    expect(textsOf(file)).toEqual(['row 1', 'row 2', 'row 3']);
    expect(refusal(file, notes)).toBe(null);
  });

  test('one of the same version is not copied', () => {
    const file = withRows();
    openDatabase(file, notes).close();
    expect(readdirSync(join(file, '..'))).toEqual(['learn.db']);
  });
});
