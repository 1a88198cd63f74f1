// `deskwise translate status`: what each language of a course still lacks.
import { relative, resolve } from 'node:path';
import { coursesAt } from '../check/find-courses';
import { readCourse } from '../library/read-course';
import { noParseCache } from '../store/parse-cache';
import { done, json, type Outcome } from './command';

interface Row {
  course: string;
  language: string;
  lessons: number;
  translated: number;
  stale: string[];
  missing: string[];
}

/** Paths of courses, or of folders of courses; without any, the folder courses. */
export function translateStatus(
  paths: readonly string[],
  folder: string,
  asJson: boolean,
): Outcome {
  const roots = (paths.length > 0 ? paths : ['courses']).flatMap((path) =>
    coursesAt(resolve(folder, path), path),
  );
  const rows = [...new Set(roots)].flatMap((root) => rowsOf(root, folder));
  const isOpen = rows.some(({ stale, missing }) => stale.length + missing.length > 0);
  const output = asJson ? json(rows) : rows.map(words).join('');
  return done(output, isOpen ? 1 : 0);
}

function rowsOf(root: string, folder: string): Row[] {
  const { texts } = readCourse(root, noParseCache);
  const [own, ...translations] = texts;
  return translations.map(({ language, lessons }) => {
    const there = new Set(lessons.map(({ id }) => id));
    return {
      course: relative(folder, root),
      language,
      lessons: own.lessons.length,
      translated: lessons.length,
      stale: lessons.filter(({ stale }) => stale).map(({ file }) => file),
      missing: own.lessons.filter(({ id }) => !there.has(id)).map(({ file }) => file),
    };
  });
}

const words = ({ course, language, lessons, translated, stale, missing }: Row): string =>
  [
    `${course} ${language}: ${translated} of ${lessons} lessons`,
    ...missing.map((file) => `  missing  ${file}`),
    ...stale.map((file) => `  stale    ${file}`),
    '',
  ].join('\n');
