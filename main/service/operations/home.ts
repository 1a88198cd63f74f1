// Home: where to go on, what is next, and all courses.
import { bestText } from '../../../core/course/course';
import { rules } from '../../../core/course/rules';
import { courseProgress, lessonProgress } from '../../../core/learning/progress';
import type { CourseCard, NextStep } from '../../../core/views';
import type { LibraryCourse } from '../library/library';
import type { Handlers } from './handlers';
import { languageNote } from './languages';
import { plansOf, promisesOf } from './promises';
import { lessonsOf, needLearner, type Service } from './service';
import { stepTo, unfinishedStep } from './steps';

type StateOf = ReturnType<ReturnType<Service['store']>['states']['ofLearner']>;

export const home: Handlers<'home'> = {
  'home.read': ({ learner, language }, service) => {
    const view = needLearner(service, learner);
    const store = service.store();
    const stateOf = store.states.ofLearner(learner);
    const kept = store.kept.ofLearner(learner);
    const now = service.now();
    // Courses for trainers stand there once somebody wants them.
    const all = service.library
      .all()
      .filter(({ course }) => view.settings.trainers || !course.texts[0].matter.hidden);
    const goOn = lastStep(service, all, learner, language, stateOf);
    return {
      learner: view,
      goOn,
      next: goOn ? null : firstStep(all, stateOf, language),
      courses: all.map((each) => card(each, stateOf, language)),
      promises: all.flatMap(({ course }) => promisesOf(course, stateOf(course.id), kept, language)),
      plans: all.flatMap(({ course }) => plansOf(course, kept, language, now)),
      unreadableFolders: service.library.unreadableFolders,
    };
  },
};

/** The lesson read last if it is not finished, else the next one of that course. */
function lastStep(
  service: Service,
  all: readonly LibraryCourse[],
  learner: string,
  language: string,
  stateOf: StateOf,
): NextStep | null {
  for (const place of service.store().places.latest(learner)) {
    const course = all.find((each) => each.course.id === place.course)?.course;
    if (!course) continue;
    const state = stateOf(course.id);
    const lesson = lessonsOf(course).find((each) => each.id === place.lesson && !each.broken);
    if (lesson && lessonProgress(lesson, state).status !== 'finished') {
      return stepTo(course, lesson, state, language);
    }
    const step = unfinishedStep(course, state, language);
    if (step) return step;
  }
  return null;
}

function firstStep(
  all: readonly LibraryCourse[],
  stateOf: StateOf,
  language: string,
): NextStep | null {
  for (const { course } of all) {
    const step = unfinishedStep(course, stateOf(course.id), language);
    if (step) return step;
  }
  return null;
}

function card({ course }: LibraryCourse, stateOf: StateOf, language: string): CourseCard {
  const text = bestText(course, language);
  const lessons = lessonsOf(course);
  return {
    id: course.id,
    version: course.version,
    title: text.matter.title,
    summary: text.matter.summary,
    level: text.matter.level,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.matter.minutes, 0),
    languages: course.texts.map((each) => each.language),
    language: languageNote(text, language),
    progress: courseProgress(course, stateOf(course.id)),
    errors: course.problems.filter(({ rule }) => rules[rule].severity === 'error').length,
  };
}
