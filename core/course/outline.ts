// What a library knows of a course without its texts: enough for lists, paths and progress.
import type { Course, CourseText, Lesson } from './course';
import type { ItemBase } from './item';

/** What counting and scheduling need of a question. */
export type ItemOutline = Pick<ItemBase, 'id' | 'points' | 'revision'>;

export interface LessonOutline
  extends Pick<Lesson, 'id' | 'file' | 'matter' | 'groups' | 'kept' | 'broken' | 'stale'> {
  items: ItemOutline[];
}

export interface CourseTextOutline extends Pick<CourseText, 'language' | 'folder' | 'matter'> {
  lessons: LessonOutline[];
}

/** Every course is its own outline too. */
export interface CourseOutline extends Pick<Course, 'id' | 'version' | 'files' | 'problems'> {
  texts: [CourseTextOutline, ...CourseTextOutline[]];
}

export function outlineOf({ id, version, files, problems, texts }: Course): CourseOutline {
  const [own, ...translations] = texts;
  return {
    id,
    version,
    files,
    problems,
    texts: [textOutline(own), ...translations.map(textOutline)],
  };
}

const textOutline = ({ language, folder, matter, lessons }: CourseText): CourseTextOutline => ({
  language,
  folder,
  matter,
  lessons: lessons.map(({ id, file, matter, groups, kept, broken, stale, items }) => ({
    id,
    file,
    matter,
    groups,
    kept,
    broken,
    stale,
    items: items.map(({ id, points, revision }) => ({ id, points, revision })),
  })),
});
