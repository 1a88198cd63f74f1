// Puts what an importer made of a question bank into a course: lessons at the end, files among the assets.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CourseOutline } from '../../../core/course/outline';
import type { Imported } from '../../../core/exchange/format';
import { replaceFile } from '../files/replace-file';
import { storageError } from '../store/database';
import { numberedLessonFile } from './lesson-files';

/** Gives the new lesson files. Throws OperationError; then what was written before stays. */
export function bringIn(
  root: string,
  course: CourseOutline,
  { lessons, assets }: Imported,
): string[] {
  const made: string[] = [];
  try {
    for (const { path, bytes } of assets) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      replaceFile(join(root, path), bytes);
    }
    for (const { name, text } of lessons) {
      const file = numberedLessonFile([...course.files, ...made], name);
      replaceFile(join(root, file), text);
      made.push(file);
    }
    return made;
  } catch (error) {
    throw storageError(error, root);
  }
}
