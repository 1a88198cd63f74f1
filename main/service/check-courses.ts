// The check of the command line: `npm run check-courses` and `deskwise check` both run this.
import { resolve } from 'node:path';
import type { FileFix } from '../../core/course/fix';
import { readCheckArguments, usage } from './check/arguments';
import { check } from './check/check';
import { coursesAt } from './check/find-courses';
import { fixCourse } from './check/fix-courses';
import { reports } from './check/report';
import { type Outcome, WrongUsage } from './command-line/command';

/** Paths are read and shown relative to `folder`. Never throws for what the person can mend. */
export function checkCourses(argv: readonly string[], folder: string, today: Date): Outcome {
  const fixed: FileFix[] = [];
  try {
    const { paths, format, strict, fix, help } = readCheckArguments(argv);
    if (help) return { status: 0, output: usage, mistake: '' };
    const roots = [...new Set(paths.flatMap((path) => coursesAt(resolve(folder, path), path)))];
    for (const root of fix ? roots : []) {
      for (const each of fixCourse(root, folder)) fixed.push(each);
    }
    const result = check(roots, folder, today);
    const { errors, warnings } = result.counts;
    const isFailed = errors > 0 || (strict && warnings > 0);
    const output = reports[format]({ ...result, fixed });
    return { status: isFailed ? 1 : 0, output, mistake: '' };
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    const before = fixed.map(({ file }) => `${file} was written before.`);
    return { status: 2, output: '', mistake: [error.message, ...before, ''].join('\n') };
  }
}
