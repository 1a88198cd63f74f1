// From the text in the editor to a lesson, as the service would make it of the file on disk.
import { assembleCourse, type Lesson } from '../../../core/course/course';
import type { DraftReading } from '../../../core/course/draft/draft-reading';
import type { CourseMatter } from '../../../core/course/matter-schemas';
import { parseCourseFile, parseGlossary, parseLesson } from '../../../core/course/parse';
import type { Problem } from '../../../core/course/problem';
import type { Prose } from '../../../core/course/prose';
import { type Tables, tableRows } from '../../../core/course/sheet-tables';
import type { StudioCourseView } from '../../../core/studio/views';

export interface DraftText {
  /** Of a lesson; null for `course.md` and `glossary.md`. */
  lesson: Lesson | null;
  /** What stands on the page. */
  prose: Prose[];
  title: string;
  objectives: string[];
  /** The line where they begin; null where none are written. */
  objectivesLine: number | null;
  minutes: number | null;
  problems: Problem[];
}

/** What only lessons have. */
const noLesson = { lesson: null, objectives: [], objectivesLine: null, minutes: null };

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** The folder of the language a file belongs to: '' for the course's own. */
export const languageFolderOf = (file: string): string =>
  file.includes('/') ? file.slice(0, file.indexOf('/')) : '';

export const tablesOf = ({ tables }: StudioCourseView): Tables =>
  new Map(Object.entries(tables).map(([path, text]) => [path, tableRows(text)]));

/**
 * Reads a text anew; `tables` as `tablesOf` gives them, `reading` of the same file. Never throws.
 */
export function draftText(
  course: StudioCourseView,
  tables: Tables,
  file: string,
  text: string,
  reading: DraftReading,
): DraftText {
  const name = nameOf(file).toLowerCase();
  if (name === 'course.md') {
    const { matter, prose, problems } = parseCourseFile(file, text);
    const title = matter.title ?? course.title;
    return { ...noLesson, prose, title, problems };
  }
  if (name === 'glossary.md') {
    const { terms, problems } = parseGlossary(file, text);
    const prose = terms.flatMap(({ term, definition, line, anchor }): Prose[] => [
      { type: 'heading', line, level: 2, anchor, children: term },
      ...definition,
    ]);
    return { ...noLesson, prose, title: name, problems };
  }
  return lessonOf(course, tables, file, text, reading);
}

const noCourseFile = parseCourseFile('course.md', '');

/** The lesson alone in its course: what depends on other lessons is left to the check. */
function lessonOf(
  course: StudioCourseView,
  tables: Tables,
  file: string,
  text: string,
  reading: DraftReading,
): DraftText {
  const own = nameOf(file);
  const parsed = { ...parseLesson(own, text, reading), file: own };
  const folder = languageFolderOf(file);
  const matter = {
    id: course.id,
    title: course.title,
    pass: course.pass,
    sure: course.sure ? 'graded' : 'never',
  } as Partial<CourseMatter>;
  const assembled = assembleCourse({
    folder: course.folder,
    // As seen from the folder of the language.
    files: folder === '' ? course.files : [...course.files, ...within(course.files, folder)],
    courseFiles: [{ ...noCourseFile, matter: matter as CourseMatter, problems: [] }],
    lessonFiles: [parsed],
    tables,
    problems: [],
  });
  const [lesson] = assembled.texts[0].lessons;
  const problems = assembled.problems
    .filter((problem) => problem.file === own && !aboutOthers.has(problem.rule))
    .map((problem) => ({ ...problem, file }));
  return {
    lesson: lesson ?? null,
    prose: lesson?.prose ?? [],
    title: lesson?.matter.title ?? own,
    objectives: lesson?.matter.objectives ?? [],
    objectivesLine: matterLine(text, 'objectives'),
    minutes: lesson?.matter.minutes ?? null,
    problems,
  };
}

/** The line, from 1, in which a value of the front matter begins; null where there is none. */
export function matterLine(text: string, name: string): number | null {
  const [opening, ...lines] = text.split(/\r\n|\n|\r/, 200);
  if (opening?.trim() !== '---') return null;
  const end = lines.findIndex((line) => line.trim() === '---');
  const at = lines.findIndex((line) => line.startsWith(`${name}:`));
  return at < 0 || (end >= 0 && at > end) ? null : at + 2;
}

/** What a lesson alone cannot know. */
const aboutOthers: ReadonlySet<Problem['rule']> = new Set([
  'link-anchor-dead',
  'poll-pair-unknown',
  'poll-pair-differs',
]);

const within = (files: readonly string[], folder: string): string[] =>
  files
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1));
