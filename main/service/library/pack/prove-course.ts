// What holds for a course whichever way its files came: there is room for it, and it can be learned.
import { statfs } from 'node:fs/promises';
import type { Course } from '../../../../core/course/course';
import { rules } from '../../../../core/course/rules';
import { PackFault } from '../../../../core/pack/fault';
import type { Manifest, PackedFile } from '../../../../core/pack/manifest';
import { noParseCache } from '../../store/parse-cache';
import { readCourse } from '../read-course';

/** Throws PackFault: disk-full. */
export async function needSpace(
  folder: string,
  files: readonly Pick<PackedFile, 'bytes'>[],
): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const needed = files.reduce((sum, { bytes }) => sum + bytes + bsize, 0);
  if (needed > bavail * bsize) throw new PackFault('disk-full');
}

/**
 * The course as the library would read it, without a mistake that would be met while learning.
 * Throws PackFault: course-broken, other-course.
 */
export function provenCourse(root: string, { id, version }: Manifest): Course {
  const course = readCourse(root, noParseCache);
  const errors = course.problems.filter(({ rule }) => rules[rule].severity === 'error');
  const [first] = errors;
  if (first) {
    const { file, line } = first;
    throw new PackFault('course-broken', { count: errors.length, file, line });
  }
  if (course.id !== id || course.version !== version) throw new PackFault('other-course');
  return course;
}
