// `deskwise check`: the check of courses, as `npm run check-courses` runs it.
import { usage } from '../check/arguments';
import { checkCourses } from '../check-courses';
import type { Command } from './command';

export const check: Command = {
  does: 'find mistakes in courses',
  usage,
  run: (argv, folder) => checkCourses(argv, folder, new Date()),
};
