// Reads one course folder into a course; whatever cannot be read becomes a problem of that course.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { assembleCourse, type Course, resolvePath } from '../../../core/course/course';
import { isGlossary } from '../../../core/course/glossary';
import { limits } from '../../../core/course/limits';
import {
  type ParsedCourseFile,
  type ParsedGlossary,
  type ParsedLessonFile,
  parseCourseFile,
  parseGlossary,
  parseLesson,
  parserVersion,
} from '../../../core/course/parse';
import type { Problem } from '../../../core/course/problem';
import { type Tables, tableOf } from '../../../core/course/sheet-tables';
import type { ParseCache } from '../store/parse-cache';
import { type CourseFile, filesOf } from './folders';

/** Files that are about the course, not lessons of it. */
const notLessons: ReadonlySet<string> = new Set(['course.md', 'readme.md']);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
/** Lessons lie in the course folder or one level down, in the folder of a translation. */
const isText = (path: string): boolean => path.endsWith('.md') && path.split('/').length <= 2;
const inAssets = (path: string): boolean => path.startsWith('assets/');
const isCourseFile = (path: string): boolean => nameOf(path) === 'course.md';

/** Whether a file of a course folder is a lesson or a `course.md`, in any language. */
export const isCourseText = (path: string): boolean =>
  isText(path) && !inAssets(path) && (isCourseFile(path) || !notLessons.has(nameOf(path)));

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

export function readCourse(folder: string, cache: ParseCache): Course {
  const problems: Problem[] = [];
  const add = (rule: Problem['rule'], file: string, values: Problem['values'] = {}): void => {
    problems.push({ rule, file, line: 1, column: 1, values });
  };

  let files: CourseFile[] = [];
  try {
    files = filesOf(folder);
  } catch (error) {
    add('file-unreadable', '.', { reason: reasonOf(error) });
  }
  if (files.length > limits.courseFiles) add('too-many-files', '.', { limit: limits.courseFiles });
  for (const file of files) {
    if (isImage(file.path) && file.bytes > limits.imageBytes) {
      add('file-too-large', file.path, { limit: megabytes(limits.imageBytes) });
    }
  }

  const courseFiles: ParsedCourseFile[] = [];
  const lessonFiles: ParsedLessonFile[] = [];
  const glossaries: ParsedGlossary[] = [];
  for (const { path, bytes } of files) {
    if (!isCourseText(path)) continue;
    const isCourse = isCourseFile(path);
    const read = bytes > limits.lessonBytes ? undefined : readText(folder, path, add);
    if (bytes > limits.lessonBytes) {
      add('file-too-large', path, { limit: megabytes(limits.lessonBytes) });
    }
    // A lesson that cannot be read keeps its place, so that nobody wonders where it went.
    if (!read && isGlossary(path)) continue;
    if (!read) {
      // Its one problem is known; what an empty file lacks is none of this one's.
      if (isCourse) courseFiles.push({ ...parseCourseFile(path, ''), problems: [] });
      else lessonFiles.push({ ...parseLesson(path, ''), problems: [] });
      continue;
    }
    const { text, hash } = read;
    const key = `${parserVersion}/${path}/${hash}`;
    if (isCourse) courseFiles.push(cache.get(key, () => parseCourseFile(path, text)));
    else if (isGlossary(path)) glossaries.push(cache.get(key, () => parseGlossary(path, text)));
    else lessonFiles.push(cache.get(key, () => parseLesson(path, text)));
  }
  return assembleCourse({
    folder: basename(folder),
    files: files.map((file) => file.path),
    courseFiles,
    lessonFiles,
    glossaries,
    tables: tablesOf(lessonFiles, files, (path) => readText(folder, path, add)?.text, add),
    problems,
  });
}

type Add = (rule: Problem['rule'], file: string, values?: Problem['values']) => void;

/** The tables that sheets refer to: no other file is read. */
function tablesOf(
  lessons: readonly ParsedLessonFile[],
  files: readonly CourseFile[],
  read: (path: string) => string | undefined,
  add: Add,
): Tables {
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const names = new Set(sizes.keys());
  const tables = new Map<string, string[][]>();
  for (const { file, items } of lessons) {
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
    for (const written of items.map(tableOf)) {
      const path = written === undefined ? undefined : resolvePath(folder, written, names);
      if (path === undefined || tables.has(path)) continue;
      const isLarge = (sizes.get(path) ?? 0) > limits.lessonBytes;
      if (isLarge) add('file-too-large', path, { limit: megabytes(limits.lessonBytes) });
      const text = isLarge ? '' : (read(path) ?? '');
      const rows = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
      if (rows.length > limits.sheetRows) {
        add('file-too-large', path, { limit: `${limits.sheetRows} rows` });
      }
      tables.set(path, rows.slice(0, limits.sheetRows));
    }
  }
  return tables;
}

const isImage = (path: string): boolean => /\.(svg|png|jpe?g|gif|webp|avif)$/i.test(path);

function readText(
  folder: string,
  path: string,
  add: Add,
): { text: string; hash: string } | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, path));
  } catch (error) {
    add('file-unreadable', path, { reason: reasonOf(error) });
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, hash: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    add('file-not-utf8', path);
    return undefined;
  }
}

/** The system's short name for what went wrong, such as EACCES. */
const reasonOf = (error: unknown): string =>
  String((error as { code?: unknown }).code ?? 'unknown reason');
