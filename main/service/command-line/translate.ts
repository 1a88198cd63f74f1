// `deskwise translate status`: what each language of a course still lacks.
import { relative, resolve } from 'node:path';
import { coursesAt } from '../check/find-courses';
import { readCourse } from '../library/read-course';
import { noParseCache } from '../store/parse-cache';
import { type Command, done, readOptions, WrongUsage } from './command';

const usage = `Says how far the translations of courses are.

  deskwise translate status [PATH …] [--json]

PATH  a course, or a folder of courses; without one, the folder courses

Exit status: 0 everything is translated and up to date, 1 something is missing or stale.
`;

interface Row {
  course: string;
  language: string;
  lessons: number;
  translated: number;
  stale: string[];
  missing: string[];
}

export const translate: Command = {
  does: 'say how far translations are',
  usage,
  run(argv, folder) {
    const { values, positionals } = readOptions(argv, {});
    if (values.help) return done(usage);
    const [what, ...paths] = positionals;
    if (what !== 'status') throw new WrongUsage('translate takes “status”.');
    const roots = (paths.length > 0 ? paths : ['courses']).flatMap((path) =>
      coursesAt(resolve(folder, path), path),
    );
    const rows = [...new Set(roots)].flatMap((root) => rowsOf(root, folder));
    const isOpen = rows.some(({ stale, missing }) => stale.length + missing.length > 0);
    const output = values.json ? `${JSON.stringify(rows, null, 2)}\n` : rows.map(words).join('');
    return done(output, isOpen ? 1 : 0);
  },
};

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
