// The shipped courses as they lay there when the app was built: a start takes them for that without
// looking, as they come and go with the app. Whether it is so is seen once the first screen stands.
import { basename, join } from 'node:path';
import type { LearningPath } from '../../../core/course/learning-paths';
import type { CourseOutline } from '../../../core/course/outline';
import { parserVersion } from '../../../core/course/parse';
import type { ParseCache } from '../store/parse-cache';
import type { ListFile } from './list-file';
import type { OutlineRead } from './read-course';

/** What a folder of courses holds. */
export interface FolderRead {
  facts: ListFile<string> | undefined;
  paths: ListFile<LearningPath> | undefined;
  /** By the paths of the course folders, in the order of the library. */
  courses: ReadonlyMap<string, OutlineRead>;
}

const key = `${parserVersion}/as-built`;

/** The same, wherever the app will lie; the outlines are kept by their fingerprints anyway. */
interface Kept extends Omit<FolderRead, 'courses'> {
  courses: { folder: string; fingerprint: string }[];
}

const kept = ({ courses, ...lists }: FolderRead): Kept => ({
  ...lists,
  courses: [...courses].map(([root, { fingerprint }]) => ({ folder: basename(root), fingerprint })),
});

export function keepAsBuilt(read: FolderRead, cache: ParseCache): void {
  cache.get(key, () => kept(read));
}

/** Undefined where nothing, or only a part of it, came with the app. */
export function asBuilt(folder: string, cache: ParseCache): FolderRead | undefined {
  const built = cache.shipped<Kept>(key);
  if (!built) return undefined;
  const courses = new Map<string, OutlineRead>();
  for (const { folder: name, fingerprint } of built.courses) {
    const outline = cache.shipped<CourseOutline>(fingerprint);
    if (!outline) return undefined;
    courses.set(join(folder, name), { outline, fingerprint });
  }
  return { facts: built.facts, paths: built.paths, courses };
}

export const isSame = (one: FolderRead, other: FolderRead): boolean =>
  JSON.stringify(kept(one)) === JSON.stringify(kept(other));
