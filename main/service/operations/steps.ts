// What to do next: the lesson to go on with, within a course and over all of them.
import { bestText } from '../../../core/course/in-language';
import type { CourseOutline, LessonOutline } from '../../../core/course/outline';
import type { CourseState } from '../../../core/learning/course-state';
import { courseProgress, lessonProgress, nextLesson } from '../../../core/learning/progress';
import type { NextStep } from '../../../core/views';
import { lessonsOf } from './service';

/** A step to a lesson, with titles in the wanted language. */
export function stepTo(
  course: CourseOutline,
  lesson: LessonOutline,
  state: CourseState,
  language: string,
): NextStep {
  const text = bestText(course, language);
  const translated = text.lessons.find((each) => each.id === lesson.id);
  const shown = translated ?? lesson;
  return {
    course: course.id,
    courseTitle: text.matter.title,
    lesson: lesson.id,
    lessonTitle: shown.matter.title,
    language: (translated ? text : course.texts[0]).language,
    number: lessonsOf(course).indexOf(lesson) + 1,
    lessons: lessonsOf(course).length,
    minutes: lesson.matter.minutes,
    progress: lessonProgress(lesson, state),
    courseProgress: courseProgress(course, state),
  };
}

/** The first lesson of a course that can be taught and is not finished; null when none is left. */
export function unfinishedStep(
  course: CourseOutline,
  state: CourseState,
  language: string,
): NextStep | null {
  const lesson = nextLesson(course, state);
  if (!lesson || lesson.broken) return null;
  const step = stepTo(course, lesson, state, language);
  // Also when a placement test was passed: then nothing has to be done in it.
  const isDone = step.progress.status === 'finished' || step.courseProgress.status === 'finished';
  return isDone ? null : step;
}
