// The folders that courses come from, and the files of one course folder.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byNumber } from '../../../core/course/by-number';
import { limits } from '../../../core/course/limits';
import type { FolderKind } from '../../../core/views';

export interface CourseFolder {
  kind: FolderKind;
  path: string;
}

/** A file of a course: its path with forward slashes, relative to the course folder. */
export interface CourseFile {
  path: string;
  bytes: number;
  /** When the file or what the system notes about it was changed last, in milliseconds. */
  changedAt: number;
}

/** Folders of courses inside a folder, in the order of their numbers. Throws when it cannot be read. */
export function courseFoldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => holdsMarkdown(join(folder, name)))
    .sort(byNumber);
}

function holdsMarkdown(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.md'));
  } catch {
    // Shown as a broken course rather than hidden.
    return true;
  }
}

/**
 * All regular files below a course folder. Links are left out: a course is only what lies in its
 * folder. Stops one file past the limit, which `library.ts` reports.
 */
export function filesOf(courseFolder: string): CourseFile[] {
  const root = realpathSync(courseFolder);
  const found: CourseFile[] = [];
  const visit = (below: string, depth: number): void => {
    if (depth > 16) return;
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      if (found.length > limits.courseFiles) return;
      if (entry.name.startsWith('.')) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(path, depth + 1);
      else if (entry.isFile()) {
        // Editors write beside the file and rename: what was listed may be gone by now.
        const stat = statSync(join(root, path), { throwIfNoEntry: false });
        if (stat) found.push({ path, bytes: stat.size, changedAt: stat.ctimeMs });
      }
    }
  };
  visit('', 0);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
