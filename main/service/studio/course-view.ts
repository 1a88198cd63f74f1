// A course as its author sees it: languages, files, and what is wrong where.
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Course } from '../../../core/course/course';
import { limits } from '../../../core/course/limits';
import type { CourseOutline } from '../../../core/course/outline';
import type { Problem } from '../../../core/course/problem';
import { rules } from '../../../core/course/rules';
import { tableOf } from '../../../core/course/sheet-tables';
import type {
  StudioCourseRow,
  StudioCourseView,
  StudioFileRow,
  StudioTextRows,
} from '../../../core/studio/views';
import type { LibraryCourse } from '../library/library';
import { isCourseText } from '../library/read-course';
import { linksOf } from '../operations/links';
import { folderOf } from './own-courses';

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

const count = (problems: readonly Problem[], severity: 'error' | 'warning'): number =>
  problems.filter(({ rule }) => rules[rule].severity === severity).length;

export function courseRow(found: LibraryCourse, shown: boolean): StudioCourseRow {
  const { course, root } = found;
  const [own] = course.texts;
  return {
    folder: folderOf(found),
    id: course.id,
    title: own.matter.title,
    languages: course.texts.map(({ language }) => language),
    version: course.version,
    lessons: own.lessons.length,
    items: own.lessons.reduce((sum, { items }) => sum + items.length, 0),
    errors: count(course.problems, 'error'),
    warnings: count(course.problems, 'warning'),
    shown,
    changedAt: changedAt(root, course.files),
  };
}

/** Of a course that is gone meanwhile: the beginning of time. */
function changedAt(root: string, files: readonly string[]): string {
  const times = files
    .filter(isCourseText)
    .map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return new Date(Math.max(0, ...times)).toISOString();
}

/** The course is whole, for the tables of its sheets. */
export function courseView(
  found: LibraryCourse & { course: Course },
  known: StudioCourseView['known'],
): StudioCourseView {
  const { course, root } = found;
  const { problems } = course;
  const { matter } = course.texts[0];
  return {
    folder: folderOf(found),
    root,
    id: course.id,
    title: matter.title,
    version: course.version,
    pass: matter.pass,
    sure: matter.sure === 'graded',
    texts: textRows(course, problems),
    files: course.files,
    links: Object.fromEntries(course.texts.map((text) => [text.folder, linksOf(found, text)])),
    tables: tablesOf(root, course),
    problems,
    known,
  };
}

function textRows(course: CourseOutline, problems: readonly Problem[]): StudioTextRows[] {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  const row = (file: string, rest: Partial<StudioFileRow>): StudioFileRow => ({
    file,
    title: nameOf(file),
    lesson: null,
    minutes: null,
    items: 0,
    errors: count(byFile.get(file) ?? [], 'error'),
    warnings: count(byFile.get(file) ?? [], 'warning'),
    stale: false,
    ...rest,
  });
  const [own] = course.texts;
  return course.texts.map(({ language, folder, matter, lessons }) => {
    const at = folder === '' ? '' : `${folder}/`;
    const glossary = `${at}glossary.md`;
    const there = new Set(lessons.map(({ id }) => id));
    return {
      language,
      folder,
      files: [
        row(`${at}course.md`, { title: matter.title }),
        ...lessons.map(({ file, matter, id, items, stale }) =>
          row(file, {
            title: matter.title,
            lesson: id,
            minutes: matter.minutes,
            items: items.length,
            stale,
          }),
        ),
        ...(course.files.includes(glossary) ? [row(glossary, {})] : []),
      ],
      missing: own.lessons.filter(({ id }) => !there.has(id)).map(({ file }) => file),
    };
  });
}

function tablesOf(root: string, course: Course): Record<string, string> {
  const wanted = course.texts.flatMap(({ lessons }) =>
    lessons.flatMap(({ items }) => items.flatMap((item) => tableOf(item) ?? [])),
  );
  const tables: Record<string, string> = {};
  for (const path of course.files) {
    const isTable = wanted.some((each) => path.endsWith(each)) || extname(path) === '.csv';
    if (!isTable) continue;
    try {
      const bytes = readFileSync(join(root, path));
      if (bytes.length <= limits.lessonBytes) tables[path] = bytes.toString('utf8');
    } catch {
      // It was there a moment ago; the check says that it is gone.
    }
  }
  return tables;
}
