// What every operation works with: the store, the library and the clock.

import type { Course, CourseText, Lesson } from '../../../core/course/course';
import { bestLesson } from '../../../core/course/in-language';
import type { CourseOutline } from '../../../core/course/outline';
import { OperationError } from '../../../core/errors';
import { enforced, type Policy } from '../../../core/policy/policy';
import type { LearnerView } from '../../../core/views';
import type { Exports } from '../export/exports';
import type { Imports } from '../import/imports';
import type { Catalogue } from '../library/catalogue/catalogue';
import type { Library, LibraryCourse } from '../library/library';
import type { LibrarySearch } from '../library/library-search';
import type { Organisation } from '../library/organisation';
import type { Packs } from '../library/pack/packs';
import type { Store } from '../store/store';
import type { CourseTexts } from '../studio/texts';
import type { Syncing } from '../sync/syncing';
import type { Team } from '../team/team';
import type { Trial } from '../trial';

export interface Service {
  /** Opens the store at the first call; throws OperationError as long as it cannot be opened. */
  store(): Store;
  library: Library;
  search: LibrarySearch;
  now: () => Date;
  dataFolder: string;
  organisation: Organisation;
  /** The texts of an author's courses. */
  texts: CourseTexts;
  trial: Trial;
  packs: Packs;
  /** Made at the first call: most people never ask for it. */
  catalogue(): Catalogue;
  exports: Exports;
  imports: Imports;
  team: Team;
  syncing: Syncing;
  /** What the organisation has decided for this computer. */
  policy: () => Policy;
}

/** What a learner has done, course by course. */
export type StateOf = ReturnType<Store['states']['ofLearner']>;

export function needLearner(service: Service, id: string): LearnerView {
  const learner = service.store().learners.find(id);
  if (!learner) throw new OperationError('not-found', { what: 'learner' });
  return underPolicy(service.policy(), learner);
}

/** With the settings that the organisation decides in the place of those that were chosen. */
export function underPolicy(policy: Policy, learner: LearnerView): LearnerView {
  const studio = enforced(policy, 'Studio');
  const trainers = studio === 'choice' ? learner.settings.trainers : studio === 'on';
  const team = learner.settings.team && enforced(policy, 'TeamView') === 'on';
  return { ...learner, settings: { ...learner.settings, trainers, team } };
}

/** A course with all its words. */
export interface WholeCourse extends LibraryCourse {
  course: Course;
}

export function needCourse({ library }: Service, id: string): WholeCourse {
  const found = library.find(id);
  if (!found) throw new OperationError('not-found', { what: 'course' });
  return { ...found, course: library.open(found) };
}

export interface FoundLesson extends WholeCourse {
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
export const lessonsOf = <C extends CourseOutline>(course: C): C['texts'][0]['lessons'] =>
  course.texts[0].lessons;

/** Courses for trainers stand there once somebody wants them. */
export const coursesFor = ({ library }: Service, { settings }: LearnerView): LibraryCourse[] =>
  library.all().filter(({ course }) => settings.trainers || !course.texts[0].matter.hidden);
