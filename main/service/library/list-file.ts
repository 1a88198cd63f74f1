// A list in YAML beside the courses: what it holds, or why it cannot be used.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parserVersion } from '../../../core/course/parse';
import type { ParseCache } from '../store/parse-cache';

export interface ListFile<Entry> {
  entries: readonly Entry[];
  /** Null where the file can be used. */
  mistake: string | null;
}

/** Undefined where there is no such file. `parse` throws when the text is not such a list. */
export function readList<Entry>(
  folder: string,
  name: string,
  parse: (text: string) => Entry[],
  cache: ParseCache,
): ListFile<Entry> | undefined {
  const file = join(folder, name);
  if (!existsSync(file)) return undefined;
  const read = (text: string): ListFile<Entry> => {
    try {
      return { entries: parse(text), mistake: null };
    } catch (error) {
      return { entries: [], mistake: inShort(error) };
    }
  };
  try {
    const text = readFileSync(file, 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    return cache.get(`${parserVersion}/${name}/${hash}`, () => read(text));
  } catch (error) {
    return { entries: [], mistake: inShort(error) };
  }
}

/** Of a mistake in YAML its first line; of a wrong entry which one; of the system its short name. */
function inShort(error: unknown): string {
  const { code, issues, message } = error as {
    code?: string;
    issues?: { path: PropertyKey[]; message: string }[];
    message?: string;
  };
  if (issues) {
    const [issue] = issues;
    const [entry, ...keys] = issue?.path ?? [];
    if (entry === undefined) return issue?.message ?? 'it is no list';
    const place = keys.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(', ');
    return `entry ${Number(entry) + 1}${place === '' ? '' : `, ${place}`}`;
  }
  return message?.split('\n')[0]?.replace(/:$/, '') ?? code ?? 'unknown reason';
}
