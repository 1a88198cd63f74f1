// All regular files below a folder that somebody chose, a few at a time. Links are not followed.

import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../../core/course/limits';
import type { SourceFile } from '../../../core/exchange/markdown-folder/source';

const importLimits = {
  /** More is no folder of courses, but somebody's whole disk. */
  files: 50_000,
  depth: 16,
} as const;

/** Folders that hold what programs made. */
const leftAlone: ReadonlySet<string> = new Set(['node_modules', '__pycache__', 'bower_components']);

export class TooManyFiles extends Error {
  readonly limit = importLimits.files;
}

/** Stops when `isWanted` says no. Throws where the folder itself cannot be read. */
export async function listFiles(folder: string, isWanted: () => boolean): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  const open: { below: string; depth: number }[] = [{ below: '', depth: 0 }];
  for (let next = open.pop(); next && isWanted(); next = open.pop()) {
    const { below, depth } = next;
    let entries: Awaited<ReturnType<typeof opendir>>;
    try {
      entries = await opendir(join(folder, below));
    } catch (error) {
      if (below === '') throw error;
      // A folder that may not be opened holds nothing that could be brought in.
      continue;
    }
    for await (const entry of entries) {
      if (entry.name.startsWith('.') || leftAlone.has(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && depth < importLimits.depth)
        open.push({ below: path, depth: depth + 1 });
      if (!entry.isFile()) continue;
      if (found.length >= importLimits.files) throw new TooManyFiles();
      const { size } = await lstat(join(folder, path));
      found.push({ path, bytes: size, read: () => readText(join(folder, path)) });
    }
  }
  return found;
}

/** A link put in the file's place since is not followed. */
const plainFile = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

function readText(file: string): string {
  const handle = openSync(file, plainFile);
  try {
    if (fstatSync(handle).size > limits.lessonBytes) throw new Error('it has grown');
    const bytes = readFileSync(handle);
    if (!isUtf8(bytes)) throw new Error('it is no text');
    return bytes.toString('utf8');
  } finally {
    closeSync(handle);
  }
}
