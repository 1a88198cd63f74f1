// Courses brought in from elsewhere, looked at as the library would look at them.
import { assembleCourse, type Course } from '../../../core/course/course';
import { parseCourseFile, parseLesson } from '../../../core/course/parse';
import type { Problem } from '../../../core/course/problem';
import { rules } from '../../../core/course/rules';
import type { ReadFolder } from '../../../core/exchange/markdown-folder/read-result';
import type { ReportEntry } from '../../../core/exchange/markdown-folder/report';
import type { SourceFile } from '../../../core/exchange/markdown-folder/source';

export const sourceFiles = (files: Record<string, string>): SourceFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: text.length, read: () => text }));

/** The courses among the files that came out. */
export function coursesIn({ files }: ReadFolder): Course[] {
  const folders = [...new Set(files.map(({ path }) => path.slice(0, path.indexOf('/'))))];
  return folders.map((folder) => {
    const own = files
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .map((file) => ({ ...file, path: file.path.slice(folder.length + 1) }));
    const texts = own.flatMap((file) => ('text' in file ? [file] : []));
    const isCourse = (path: string): boolean => /(^|\/)course\.md$/.test(path);
    return assembleCourse({
      folder,
      files: own.map(({ path }) => path),
      courseFiles: texts
        .filter(({ path }) => isCourse(path))
        .map(({ path, text }) => parseCourseFile(path, text)),
      lessonFiles: texts
        .filter(({ path }) => !isCourse(path))
        .map(({ path, text }) => parseLesson(path, text)),
      problems: [],
    });
  });
}

/** Which message stands for a mistake, besides `check`, which names its rule. */
const saidBy: Record<string, ReportEntry['message']> = {
  'feedback-missing': 'feedback-missing',
  'explanation-missing': 'why-missing',
  'model-missing': 'model-missing',
};

/** Mistakes of the new courses that the report keeps quiet about. */
export function unnamedErrors(read: ReadFolder): Problem[] {
  return coursesIn(read)
    .flatMap(({ problems }) => problems)
    .filter(({ rule }) => rules[rule].severity === 'error')
    .filter(
      ({ rule }) =>
        !read.report.some(
          ({ message, values }) =>
            (message === 'check' && values.rule === rule) || message === saidBy[rule],
        ),
    );
}

/** The text of a file that came out; its path without the folder of the course. */
export function textIn(read: ReadFolder, path: string): string {
  const found = read.files.find((file) => file.path.slice(file.path.indexOf('/') + 1) === path);
  if (!found)
    throw new Error(`${path} is not among ${read.files.map((file) => file.path).join(', ')}`);
  return 'text' in found ? found.text : `copy of ${found.copyOf}`;
}

/** The text without its front matter. */
export const bodyIn = (read: ReadFolder, path: string): string =>
  textIn(read, path)
    .replace(/^---\n[\s\S]*?\n---\n+/, '')
    .trimEnd();

export const pathsIn = ({ files }: ReadFolder): string[] => files.map(({ path }) => path).sort();

/** `message line values` of entries that say that something changed or was left out. */
export const saidIn = ({ report }: ReadFolder): string[] =>
  report
    .filter(({ what }) => what !== 'kept')
    .map(({ file, line, message, values }) =>
      [`${file}:${line}`, message, ...Object.values(values)].join(' '),
    );
