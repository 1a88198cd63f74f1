// Home: where to go on, what is next, and what the learner has set out to do.
import { lessonStatus } from '../../../core/learning/progress';
import type { NextStep, PathView } from '../../../core/views';
import type { LibraryCourse } from '../library/library';
import type { Handlers } from './handlers';
import { openMandates } from './mandatory';
import { chosenPath, openPaths } from './paths';
import { plansOf, promisesOf } from './promises';
import { coursesFor, lessonsOf, needLearner, type Service, type StateOf } from './service';
import { stepTo, unfinishedStep } from './steps';

export const home: Handlers<'home'> = {
  'home.read': ({ learner, language }, service) => {
    const view = needLearner(service, learner);
    const store = service.store();
    const stateOf = store.states.ofLearner(learner);
    const kept = store.kept.ofLearner(learner);
    const now = service.now();
    const all = coursesFor(service, view);
    const mandatory = openMandates(service, stateOf, language);
    const goOn = lastStep(service, all, learner, language, stateOf);
    const onPath = chosenPath(service, view, language);
    return {
      learner: view,
      goOn,
      next: goOn
        ? null
        : (firstStep(mandatory, stateOf, language) ??
          stepOnPath(service, onPath, stateOf, language) ??
          firstStep(all, stateOf, language)),
      mandatory: mandatory.map(({ row }) => row),
      courses: all.length,
      path: onPath,
      paths: openPaths(service, view).length,
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
    if (lesson && lessonStatus(lesson, state) !== 'finished') {
      return stepTo(course, lesson, state, language);
    }
    const step = unfinishedStep(course, state, language);
    if (step) return step;
  }
  return null;
}

/** Who is on a path begins there. */
function stepOnPath(
  service: Service,
  path: PathView | null,
  stateOf: StateOf,
  language: string,
): NextStep | null {
  const step = path === null || path.next === null ? undefined : path.steps[path.next];
  const course = step && service.library.find(step.course)?.course;
  const lesson = course && lessonsOf(course).find(({ id }) => id === step.lesson);
  return course && lesson ? stepTo(course, lesson, stateOf(course.id), language) : null;
}

function firstStep(
  all: readonly Pick<LibraryCourse, 'course'>[],
  stateOf: StateOf,
  language: string,
): NextStep | null {
  for (const { course } of all) {
    const step = unfinishedStep(course, stateOf(course.id), language);
    if (step) return step;
  }
  return null;
}
