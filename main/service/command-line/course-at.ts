// The one course that a command works on.
import { resolve } from 'node:path';
import { coursesAt } from '../check/find-courses';
import { WrongUsage } from './command';

/** Throws WrongUsage unless one folder of one course is named. */
export function courseAt(positionals: readonly string[], folder: string): string {
  const [path, ...more] = positionals;
  if (path === undefined) throw new WrongUsage('The folder of a course is missing.');
  if (more.length > 0) throw new WrongUsage(`One course at a time, not also ${more.join(', ')}.`);
  const [root, ...others] = coursesAt(resolve(folder, path), path);
  if (root === undefined || others.length > 0) {
    throw new WrongUsage(`${path} is a folder of courses. Name one of them.`);
  }
  return root;
}
