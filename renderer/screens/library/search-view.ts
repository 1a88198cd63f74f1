// What the search found, as it is shown: in which courses, and where each hit opens.
import type { SearchedCourse, SearchHit, SearchView } from '../../../core/views';
import { paths } from '../../frame/paths';

/** Only what is found in courses that the filters let through. */
export function within(found: SearchView, courses: ReadonlySet<string>): SearchView {
  const isThere = ({ id }: SearchedCourse): boolean => courses.has(id);
  return { ...found, all: found.all.filter(isThere), some: found.some.filter(isThere) };
}

export const countOf = (courses: readonly SearchedCourse[]): number =>
  courses.reduce((sum, { hits }) => sum + hits.length, 0);

/** The address at which a hit opens. */
export function addressOf(course: string, { lesson, place }: SearchHit): string {
  if (place.at === 'term') return paths.word(course, place.anchor);
  if (!lesson) return paths.course(course);
  switch (place.at) {
    case 'lesson':
      return paths.lesson(course, lesson.id);
    case 'line':
      return paths.line(course, lesson.id, place.line);
    case 'block':
      return paths.lesson(course, lesson.id, place.block);
  }
}
