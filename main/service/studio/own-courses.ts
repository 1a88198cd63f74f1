// The courses that may be written: those in the person's own folder and in the one named at the start.
import { basename } from 'node:path';
import { OperationError } from '../../../core/errors';
import type { Library, LibraryCourse } from '../library/library';

/** The folder is what a window calls a course by: the last part of its path. */
export const folderOf = ({ root }: LibraryCourse): string => basename(root);

/** Also one that the library does not show, because there is a newer version of it elsewhere. */
export const ownCourses = (library: Library): LibraryCourse[] =>
  library.inFolders(['own', 'extra']);

export const isShown = (library: Library, { course, root }: LibraryCourse): boolean =>
  library.find(course.id)?.root === root;

/** Throws OperationError `not-found`; never leads anywhere but into a folder the library listed. */
export function needOwnCourse(library: Library, folder: string): LibraryCourse {
  const found = ownCourses(library).find((each) => folderOf(each) === folder);
  if (!found) throw new OperationError('not-found', { what: 'course' });
  return found;
}
