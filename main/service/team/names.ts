// What courses are called: as the library has them, else as statements named them.
import { bestText } from '../../../core/course/in-language';
import type { CourseName } from '../../../core/team/views';
import type { Library } from '../library/library';

/** `titles` by language, as statements gave them. */
export function courseName(
  library: Library,
  id: string,
  language: string,
  titles: Readonly<Record<string, string>> = {},
): CourseName {
  const course = library.find(id)?.course;
  if (course) return { id, title: bestText(course, language).matter.title };
  const [any] = Object.values(titles);
  return { id, title: titles[language] ?? titles.en ?? any ?? id };
}
