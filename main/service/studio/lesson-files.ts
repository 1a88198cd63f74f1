// The files of lessons: a new one, another order, one taken out. Ids stay, links follow.
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Course, lessonIdOf } from '../../../core/course/course';
import type { CourseOutline } from '../../../core/course/outline';
import { OperationError } from '../../../core/errors';
import { isCourseText } from '../library/read-course';
import { storageError } from '../store/database';
import type { CourseTexts } from './texts';

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
const folderIn = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);
const withoutNumber = (name: string): string => name.replace(/^\d+[-_. ]*/, '');

const numbered = (place: number, name: string): string =>
  `${String(place).padStart(2, '0')}-${withoutNumber(name)}`;

/** `Über Brücken!` → `uber-brucken`; a title without Latin letters gives `lesson`. */
export const slugOf = (title: string): string =>
  lessonIdOf(`${title.normalize('NFKD').replace(/\p{M}/gu, '').slice(0, 60)}.md`);

/** The name of a file for a lesson that is put at the end. */
export const newLessonFile = ({ files }: CourseOutline, title: string): string =>
  numberedLessonFile(files, `${slugOf(title)}.md`);

/** The same for a lesson that has a name; where that is taken, it gets another. */
export function numberedLessonFile(files: readonly string[], name: string): string {
  const names = files.filter(isCourseText).map(nameOf);
  const last = Math.max(0, ...names.map((each) => Number.parseInt(each, 10) || 0));
  const taken = new Set(names.map((each) => withoutNumber(each).toLowerCase()));
  const slug = withoutNumber(name).replace(/\.md$/, '');
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? `${slug}.md` : `${slug}-${copy}.md`;
    if (!taken.has(free.toLowerCase())) return numbered(last + 1, free);
  }
}

/**
 * Numbers the lessons in this order, in every language, and lets the links between them follow.
 * Gives the new name of each file that has one. Throws `not-possible` unless `order` names each
 * lesson of the course's own language once.
 */
export function orderLessons(
  root: string,
  course: Course,
  order: readonly string[],
  texts: CourseTexts,
): Map<string, string> {
  const own = course.texts[0].lessons.map(({ file }) => file);
  if ([...order].sort().join('\n') !== [...own].sort().join('\n')) {
    throw new OperationError('not-possible', { what: 'order' });
  }
  const names = new Map(order.map((file, at) => [nameOf(file), numbered(at + 1, nameOf(file))]));
  const renamed = new Map(
    course.files
      .filter((file) => isCourseText(file) && names.has(nameOf(file)))
      .map((file): [string, string] => [file, folderIn(file) + (names.get(nameOf(file)) ?? '')])
      .filter(([from, to]) => from !== to),
  );
  renameAll(root, renamed);
  for (const file of course.files.filter(isCourseText)) {
    const now = renamed.get(file) ?? file;
    const { text, version } = texts.read(root, now);
    const linked = withLinks(text, names);
    if (linked !== text) texts.save(root, now, linked, version);
  }
  return renamed;
}

/** In two steps, as one name may be another's next; what was begun is taken back when it fails. */
function renameAll(root: string, names: ReadonlyMap<string, string>): void {
  const done: [string, string][] = [];
  const move = (from: string, to: string): void => {
    renameSync(join(root, from), join(root, to));
    done.push([from, to]);
  };
  const between = (file: string): string => `${folderIn(file)}.${nameOf(file)}.moving`;
  try {
    for (const from of names.keys()) move(from, between(from));
    for (const [from, to] of names) {
      if (existsSync(join(root, to))) throw new OperationError('not-possible', { what: 'order' });
      move(between(from), to);
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) renameSync(join(root, to), join(root, from));
    throw storageError(error, root);
  }
}

/** Links, `[words](02-x.md#part)` and `[name]: 02-x.md`, that lead to a file which is called otherwise now. */
export function withLinks(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(
    /(\]\(\s*<?(?:\.\/)?|^\s{0,3}\[[^\]\n]+\]:\s*<?(?:\.\/)?)([^\s()<>#]+\.md)(?=[)#\s>]|$)/gm,
    (all, before: string, file: string) => {
      const next = names.get(file);
      return next === undefined ? all : before + next;
    },
  );
}

/** Takes a lesson out of the course in every language; the texts stay in the history. */
export function removeLesson(
  root: string,
  course: CourseOutline,
  file: string,
  texts: CourseTexts,
): void {
  if (!course.texts[0].lessons.some((lesson) => lesson.file === file)) {
    throw new OperationError('not-found', { what: 'lesson' });
  }
  for (const each of course.files.filter(isCourseText)) {
    if (nameOf(each) !== nameOf(file)) continue;
    texts.remove(root, each);
  }
}
