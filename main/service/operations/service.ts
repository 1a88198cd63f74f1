// What every operation works with: the store, the library and the clock.

import { bestLesson, type Course, type CourseText, type Lesson } from '../../../core/course/course';
import { OperationError } from '../../../core/errors';
import type { LearnerView } from '../../../core/views';
import type { Library, LibraryCourse } from '../library/library';
import type { Organisation } from '../library/organisation';
import type { Store } from '../store/store';

export interface Service {
  /** Opens the store at the first call; throws OperationError as long as it cannot be opened. */
  store(): Store;
  library: Library;
  now: () => Date;
  dataFolder: string;
  organisation: Organisation;
}

/** What a learner has done, course by course. */
export type StateOf = ReturnType<Store['states']['ofLearner']>;

export function needLearner(service: Service, id: string): LearnerView {
  const learner = service.store().learners.find(id);
  if (!learner) throw new OperationError('not-found', { what: 'learner' });
  return learner;
}

export function needCourse(service: Service, id: string): LibraryCourse {
  const found = service.library.find(id);
  if (!found) throw new OperationError('not-found', { what: 'course' });
  return found;
}

export interface FoundLesson extends LibraryCourse {
  lesson: Lesson;
  /** The language the lesson was found in. */
  text: CourseText;
  /** Of the lesson in its course, from 1. */
  number: number;
}

export function needLesson(
  service: Service,
  { course, lesson, language }: { course: string; lesson: string; language: string },
): FoundLesson {
  const found = needCourse(service, course);
  const best = bestLesson(found.course, lesson, language);
  if (!best) throw new OperationError('not-found', { what: 'lesson' });
  const number = lessonsOf(found.course).findIndex((each) => each.id === lesson) + 1;
  return { ...found, ...best, number };
}

/** The lessons that count, in order: those of the course's own language. */
export const lessonsOf = (course: Course): readonly Lesson[] => course.texts[0].lessons;
