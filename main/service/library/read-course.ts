// Reads one course folder into a course; whatever cannot be read becomes a problem of that course.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assembleCourse, type Course, resolvePath } from '../../../core/course/course';
import { isGlossary } from '../../../core/course/glossary';
import { limits } from '../../../core/course/limits';
import { type CourseOutline, outlineOf } from '../../../core/course/outline';
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
import { type Tables, tableOf, tableRows } from '../../../core/course/sheet-tables';
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

/** A course folder as it lies on the disk. */
interface CourseFolderState {
  folder: string;
  files: CourseFile[];
  /** The texts by their paths; undefined for those that cannot be read. */
  texts: Map<string, Text | undefined>;
  /** What is wrong with the folder and its files themselves. */
  problems: Problem[];
}

interface Text {
  /** In UTF-8. */
  bytes: Buffer;
  /** SHA-256 of the bytes, as hex. */
  hash: string;
}

/** The whole course, with every word of it. */
export const readCourse = (folder: string, cache: ParseCache): Course =>
  courseOf(lookInto(list(folder)), cache);

/**
 * What lists and progress need of it. Unless a file changed, no text is parsed or put together, and
 * nothing but this is read: no file of the course either, once it was seen as it now lies there.
 */
export function readOutline(folder: string, cache: ParseCache): OutlineRead {
  const listed = list(folder);
  let state: CourseFolderState | undefined;
  const looked = (): CourseFolderState => {
    state ??= lookInto(listed);
    return state;
  };
  const trace = traceOf(listed);
  const note = () => noteOn(looked());
  const { fingerprint, keys } = trace === undefined ? note() : cache.get(trace, note);
  for (const key of keys) cache.keep(key);
  const outline = cache.get(fingerprint, () => outlineOf(courseOf(looked(), cache)));
  return { outline, fingerprint };
}

/** What its files come to; as long as this is kept, so is everything that was parsed for it. */
const noteOn = (state: CourseFolderState): { fingerprint: string; keys: string[] } => ({
  fingerprint: `${parserVersion}/outline/${basename(state.folder)}/${hashOf(state)}`,
  keys: [...state.texts].flatMap(([path, text]) => (text ? [parsedKey(path, text)] : [])),
});

/**
 * Another one for each state of the files, from what the system says of them. Undefined while the
 * system's clock, coarser than ours, could hide that a file is being changed once more; and for a
 * folder that cannot be read as a whole.
 */
function traceOf({ folder, files, problems }: Listed): string | undefined {
  const newest = Math.max(0, ...files.map(({ changedAt }) => changedAt));
  if (problems.length > 0 || newest > Date.now() - clockSlackMilliseconds) return undefined;
  return `${parserVersion}/${traces}/${sha256(JSON.stringify([folder, files]))}`;
}

const traces = 'trace';

/** Whether a key of the cache names a state of files rather than what is in them. */
export const isTrace = (key: string): boolean => key.startsWith(`${parserVersion}/${traces}/`);

/** Times of files come from a coarser clock than ours. */
export const clockSlackMilliseconds = 20;

export interface OutlineRead {
  outline: CourseOutline;
  /** Another one for each state of the course's texts. */
  fingerprint: string;
}

const parsedKey = (path: string, { hash }: Text): string => `${parserVersion}/${path}/${hash}`;

/** Another one for every change that an outline can show: only of pictures and films, bytes do not matter. */
function hashOf({ files, texts, problems }: CourseFolderState): string {
  const state = files.map(({ path, bytes }) => [path, bytes, texts.get(path)?.hash]);
  return sha256(JSON.stringify([state, problems]));
}

/** What lies in a course folder, before anything of it is read. */
type Listed = Pick<CourseFolderState, 'folder' | 'files' | 'problems'>;

const adderTo =
  (problems: Problem[]): Add =>
  (rule, file, values = {}) => {
    problems.push({ rule, file, line: 1, column: 1, values });
  };

function list(folder: string): Listed {
  try {
    return { folder, files: filesOf(folder), problems: [] };
  } catch (error) {
    const problems: Problem[] = [];
    adderTo(problems)('file-unreadable', '.', { reason: reasonOf(error) });
    return { folder, files: [], problems };
  }
}

function lookInto({ folder, files, ...listed }: Listed): CourseFolderState {
  const problems = [...listed.problems];
  const add = adderTo(problems);
  if (files.length > limits.courseFiles) add('too-many-files', '.', { limit: limits.courseFiles });
  const texts: CourseFolderState['texts'] = new Map();
  for (const { path, bytes } of files) {
    if (isImage(path) && bytes > limits.imageBytes) {
      add('file-too-large', path, { limit: megabytes(limits.imageBytes) });
    }
    if (isCourseText(path)) texts.set(path, readText(folder, path, bytes, add));
    else if (mayBeTable(path))
      texts.set(
        path,
        readText(folder, path, bytes, () => {}),
      );
  }
  return { folder, files, texts, problems };
}

function courseOf(state: CourseFolderState, cache: ParseCache): Course {
  const { folder, files, texts } = state;
  const problems = [...state.problems];
  const courseFiles: ParsedCourseFile[] = [];
  const lessonFiles: ParsedLessonFile[] = [];
  const glossaries: ParsedGlossary[] = [];
  for (const [path, read] of texts) {
    if (!isCourseText(path)) continue;
    const isCourse = isCourseFile(path);
    // A lesson that cannot be read keeps its place, so that nobody wonders where it went.
    if (!read && isGlossary(path)) continue;
    if (!read) {
      // Its one problem is known; what an empty file lacks is none of this one's.
      if (isCourse) courseFiles.push({ ...parseCourseFile(path, ''), problems: [] });
      else lessonFiles.push({ ...parseLesson(path, ''), problems: [] });
      continue;
    }
    const text = read.bytes.toString('utf8');
    const key = parsedKey(path, read);
    if (isCourse) courseFiles.push(cache.get(key, () => parseCourseFile(path, text)));
    else if (isGlossary(path)) glossaries.push(cache.get(key, () => parseGlossary(path, text)));
    else lessonFiles.push(cache.get(key, () => parseLesson(path, text)));
  }
  const add = adderTo(problems);
  return assembleCourse({
    folder: basename(folder),
    files: files.map((file) => file.path),
    courseFiles,
    lessonFiles,
    glossaries,
    tables: tablesOf(lessonFiles, files, (path, bytes) => readText(folder, path, bytes, add), add),
    problems,
  });
}

type Add = (rule: Problem['rule'], file: string, values?: Problem['values']) => void;

/** The tables that sheets refer to: no other file is read. */
function tablesOf(
  lessons: readonly ParsedLessonFile[],
  files: readonly CourseFile[],
  read: (path: string, bytes: number) => Text | undefined,
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
      const text = read(path, sizes.get(path) ?? 0)?.bytes.toString('utf8') ?? '';
      const rows = tableRows(text);
      if (rows.length > limits.sheetRows) {
        add('file-too-large', path, { limit: `${limits.sheetRows} rows` });
      }
      tables.set(path, rows.slice(0, limits.sheetRows));
    }
  }
  return tables;
}

const isImage = (path: string): boolean => /\.(svg|png|jpe?g|gif|webp|avif)$/i.test(path);
/** Any other file may hold the table of a sheet. */
const mayBeTable = (path: string): boolean =>
  !isImage(path) &&
  !/\.(md|mp3|m4a|ogg|wav|mp4|webm|vtt|pdf|zip|docx|xlsx|pptx|odt|ods|odp)$/i.test(path);

/** Undefined where it is too large, cannot be read, or is no text. */
function readText(folder: string, path: string, bytes: number, add: Add): Text | undefined {
  if (bytes > limits.lessonBytes) {
    add('file-too-large', path, { limit: megabytes(limits.lessonBytes) });
    return undefined;
  }
  let content: Buffer;
  try {
    content = readFileSync(join(folder, path));
  } catch (error) {
    add('file-unreadable', path, { reason: reasonOf(error) });
    return undefined;
  }
  if (!isUtf8(content)) {
    add('file-not-utf8', path);
    return undefined;
  }
  return { bytes: content, hash: sha256(content) };
}

const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

/** The system's short name for what went wrong, such as EACCES. */
const reasonOf = (error: unknown): string =>
  String((error as { code?: unknown }).code ?? 'unknown reason');
