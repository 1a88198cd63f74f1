// The course folders that a path of the command line stands for.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WrongUsage } from '../command-line/command';
import { courseFoldersIn } from '../library/folders';

const lessonForm = /^\d.*\.md$/;

/** A folder with a `course.md` or, where that was forgotten, with numbered lessons. */
const isCourse = (folder: string): boolean =>
  existsSync(join(folder, 'course.md')) ||
  readdirSync(folder).some((name) => lessonForm.test(name));

/** Throws WrongUsage where nothing can be checked. `shown` is the path as the person wrote it. */
export function coursesAt(folder: string, shown: string): string[] {
  try {
    if (!statSync(folder).isDirectory()) {
      throw new WrongUsage(`${shown} is a file. Name the folder of the course.`);
    }
    if (isCourse(folder)) return [folder];
    const courses = courseFoldersIn(folder).map((name) => join(folder, name));
    if (courses.length > 0) return courses;
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    const { code } = error as { code?: string };
    throw new WrongUsage(
      code === 'ENOENT' ? `There is no ${shown}.` : `${shown} cannot be read (${code}).`,
    );
  }
  throw new WrongUsage(`There is no course in ${shown}.`);
}
