// The courses that may be written: those in the person's own folder and in the one named at the start.
import { basename, sep } from 'node:path';
import { OperationError } from '../../../core/errors';
import type { Library, LibraryCourse } from '../library/library';

/** The folder is what a window calls a course by: the last part of its path. */
export const folderOf = ({ root }: LibraryCourse): string => basename(root);

export const ownCourses = (library: Library): LibraryCourse[] =>
  library
    .all()
    .filter(({ root }) =>
      library.folders.some(
        ({ kind, path }) =>
          (kind === 'own' || kind === 'extra') && (root === path || root.startsWith(path + sep)),
      ),
    );

/** Throws OperationError `not-found`; never leads anywhere but into a folder the library listed. */
export function needOwnCourse(library: Library, folder: string): LibraryCourse {
  const found = ownCourses(library).find((each) => folderOf(each) === folder);
  if (!found) throw new OperationError('not-found', { what: 'course' });
  return found;
}
