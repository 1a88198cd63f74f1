// The paths beside the courses: whether the file can be used, and whether its lessons exist.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../../../core/course/course';
import { placeOf } from '../../../core/course/learning-path';
import { type Problem, ProblemList } from '../../../core/course/problem';
import { pathsFile, readPaths } from '../library/library';
import type { ParseCache } from '../store/parse-cache';

/** `courses` are all courses of the folder. Problems name the file relative to it. */
export function pathProblems(
  folder: string,
  courses: () => readonly Course[],
  cache: ParseCache,
): Problem[] {
  if (!existsSync(join(folder, pathsFile))) return [];
  const { entries = [], mistake = null } = readPaths(folder, cache) ?? {};
  if (mistake !== null) {
    const values = { reason: mistake };
    return [{ rule: 'paths-unusable', file: pathsFile, line: 1, column: 1, values }];
  }
  const lines = readFileSync(join(folder, pathsFile), 'utf8').split(/\r\n?|\n/);
  const problems = new ProblemList(pathsFile, lines);
  const lessons = new Map(
    courses().map(({ id, texts }) => [id, new Set(texts[0].lessons.map((lesson) => lesson.id))]),
  );
  const ids = new Set(entries.map(({ id }) => id));
  for (const { id: path, after, lessons: steps } of entries) {
    const from = lines.findIndex((line) => line.includes(`id: ${path}`));
    const lineOf = (words: string): number =>
      lines.findIndex((line, at) => at >= from && line.includes(words)) + 1 || from + 1 || 1;
    if (after !== undefined && !ids.has(after)) {
      problems.add('path-before-unknown', lineOf(`after: ${after}`), { path, before: after });
    }
    for (const { at } of steps) {
      const { course, lesson } = placeOf(at);
      if (lessons.get(course)?.has(lesson)) continue;
      problems.add('path-lesson-unknown', lineOf(`at: ${at}`), { path, lesson: at });
    }
  }
  return problems.problems;
}
