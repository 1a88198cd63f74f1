// A lesson as a window may see it, wherever it is played.
import type { Course, CourseText, Lesson } from '../course/course';
import { termsFor } from '../course/glossary';
import { bestLesson, bestText, glossaryOf } from '../course/in-language';
import { languageNote } from '../course/language-note';
import type { LessonView, Place } from '../views';
import type { CourseState } from './course-state';
import type { Surroundings } from './course-views';
import { courseProgress, lessonProgress } from './progress';

/** A lesson in the language it was found in. */
interface Found {
  course: Course;
  lesson: Lesson;
  text: CourseText;
}

export function lessonView(
  { course, lesson, text }: Found,
  state: CourseState,
  language: string,
  played: Pick<LessonView, 'items' | 'groups' | 'kept'>,
  { links, organisation, place }: Surroundings & { place: Place | null },
): LessonView {
  const all = course.texts[0].lessons;
  const at = all.findIndex(({ id }) => id === lesson.id);
  const own = all[at] ?? lesson;
  const words = glossaryOf(course, text);
  const neighbour = (beside: number) => {
    const other = all[beside];
    if (!other) return null;
    const title = (bestLesson(course, other.id, language)?.lesson ?? other).matter.title;
    return { id: other.id, title, minutes: other.matter.minutes };
  };
  return {
    course: {
      id: course.id,
      title: bestText(course, language).matter.title,
      version: course.version,
    },
    id: lesson.id,
    title: lesson.matter.title,
    minutes: lesson.matter.minutes,
    objectives: lesson.matter.objectives,
    number: at + 1,
    lessons: all.length,
    language: languageNote(text, language, lesson),
    prose: lesson.prose,
    ...played,
    links,
    organisation,
    glossary: { language: words.language, terms: termsFor(words.terms, lesson.terms) },
    place,
    progress: lessonProgress(own, state),
    courseProgress: courseProgress(course, state),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    reviewBy: own.matter.reviewBy ?? null,
    broken: lesson.broken,
    problems: course.problems.filter((problem) => problem.file === lesson.file),
  };
}
