import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { openParseCache, type ParseCache } from './parse-cache';
import { makeReadOnly } from './throw-away';

const fileIn = (folder: string): string => join(folder, 'parsed.db');

function open(folder: string): ParseCache {
  const cache = openParseCache(folder);
  onTestFinished(() => cache.close());
  return cache;
}

/** Asks for a key and says whether it had to be parsed. */
function isParsed(cache: ParseCache, key: string): boolean {
  const parse = vi.fn(() => ({ key, prose: ['é'] }));
  expect(cache.get(key, parse)).toEqual({ key, prose: ['é'] });
  return parse.mock.calls.length > 0;
}

/** A cache with results for these keys, closed. */
function filled(keys: readonly string[]): string {
  const folder = join(temporaryFolder(), 'cache');
  const cache = openParseCache(folder);
  for (const key of keys) isParsed(cache, key);
  cache.close();
  return folder;
}

describe('results are kept', () => {
  test('while it is open and when it is opened again', () => {
    const folder = filled([]);
    const first = openParseCache(folder);
    expect([isParsed(first, 'a'), isParsed(first, 'b'), isParsed(first, 'a')]).toEqual([
      true,
      true,
      false,
    ]);
    first.close();
    const second = open(folder);
    expect([isParsed(second, 'a'), isParsed(second, 'b'), isParsed(second, 'c')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('beside those that came with the app, which are only read', () => {
    const from = filled(['shipped']);
    const shipped = fileIn(from);
    makeReadOnly(shipped);
    const before = readFileSync(shipped);
    const folder = join(temporaryFolder(), 'cache');
    const parsed = (...keys: string[]): boolean[] => {
      const cache = openParseCache(folder, from);
      const were = keys.map((key) => isParsed(cache, key));
      cache.sweep();
      cache.close();
      return were;
    };
    // As long as they hold everything, no file of its own is made.
    expect(parsed('shipped')).toEqual([false]);
    expect(existsSync(folder)).toBe(false);
    expect(parsed('shipped', 'own')).toEqual([false, true]);
    expect(parsed('shipped', 'own')).toEqual([false, false]);
    // What is swept away is only its own.
    expect(parsed('shipped')).toEqual([false]);
    expect(parsed('shipped', 'own')).toEqual([false, true]);
    expect(readFileSync(shipped)).toEqual(before);
    writeFileSync(shipped, 'no database '.repeat(999));
    expect(parsed('shipped', 'own')).toEqual([true, false]);
    rmSync(shipped);
    expect(parsed('shipped', 'own')).toEqual([false, false]);
  });

  test('for what was kept as well as for what was asked for', () => {
    const folder = filled(['kept', 'old']);
    const cache = openParseCache(folder);
    cache.keep('kept');
    cache.sweep();
    cache.close();
    const again = open(folder);
    expect([isParsed(again, 'kept'), isParsed(again, 'old')]).toEqual([false, true]);
  });

  test('but for those that nobody asked for since it was opened, once it is swept', () => {
    const folder = filled(['old', 'used']);
    const cache = openParseCache(folder);
    isParsed(cache, 'used');
    isParsed(cache, 'new');
    cache.sweep();
    cache.close();
    const again = open(folder);
    expect([isParsed(again, 'old'), isParsed(again, 'used'), isParsed(again, 'new')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('a mistake of the parser is not', () => {
    const cache = open(filled([]));
    expect(() =>
      cache.get('a', () => {
        throw new Error('no course at all');
      }),
    ).toThrow('no course at all');
    expect(isParsed(cache, 'a')).toBe(true);
  });
});

describe('a file that cannot be used is replaced', () => {
  const foreign = (folder: string): void => {
    mkdirSync(folder, { recursive: true });
    const db = new Database(fileIn(folder));
    db.exec('CREATE TABLE parsed (name TEXT)');
    db.close();
  };
  const text = (folder: string): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(fileIn(folder), 'no database '.repeat(999));
  };
  test.each([
    ['a text', text],
    ['a database of somebody else', foreign],
  ])('%s', (_, make) => {
    const folder = join(temporaryFolder(), 'cache');
    make(folder);
    const cache = openParseCache(folder);
    expect(isParsed(cache, 'a')).toBe(true);
    cache.close();
    expect(isParsed(open(folder), 'a')).toBe(false);
  });

  test('one with a damaged page works on, and the next start has a whole one', () => {
    const keys = Array.from({ length: 200 }, (_, n) => `key-${n}-${'x'.repeat(100)}`);
    const folder = filled(keys);
    const bytes = readFileSync(fileIn(folder));
    // All but the first page: the table of contents is whole, what it leads to is noise.
    writeFileSync(fileIn(folder), bytes.fill(0xab, 4096));
    const cache = openParseCache(folder);
    for (const key of keys.slice(0, 20)) expect(isParsed(cache, key)).toBe(true);
    expect(() => cache.sweep()).not.toThrow();
    cache.close();
    const next = openParseCache(folder);
    for (const key of keys.slice(0, 20)) isParsed(next, key);
    next.close();
    const last = open(folder);
    for (const key of keys.slice(0, 20)) expect(isParsed(last, key)).toBe(false);
  });

  test('a result that is no JSON is made anew', () => {
    const folder = filled(['a']);
    const db = new Database(fileIn(folder));
    db.exec("UPDATE parsed SET result = '{half'");
    db.close();
    expect(isParsed(open(folder), 'a')).toBe(true);
  });
});

describe('where nothing can be written', () => {
  test('a file in the place of the folder: everything is parsed, nothing fails', () => {
    const folder = join(temporaryFolder(), 'cache');
    writeFileSync(folder, 'in the way');
    const cache = openParseCache(folder);
    expect([isParsed(cache, 'a'), isParsed(cache, 'a')]).toEqual([true, true]);
    cache.sweep();
    cache.close();
    expect(readFileSync(folder, 'utf8')).toBe('in the way');
  });

  test('a folder in the place of the file', () => {
    const folder = join(temporaryFolder(), 'cache');
    mkdirSync(join(fileIn(folder), 'full'), { recursive: true });
    expect(isParsed(open(folder), 'a')).toBe(true);
    expect(existsSync(join(fileIn(folder), 'full'))).toBe(true);
  });
});
