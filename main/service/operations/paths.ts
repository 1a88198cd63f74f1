// A path through the library: its steps with their reasons, and where the learner stands.
import { bestLesson, bestText } from '../../../core/course/course';
import { type LearningPath, placeOf, textIn } from '../../../core/course/learning-paths';
import { OperationError } from '../../../core/errors';
import { courseProgress, lessonProgress } from '../../../core/learning/progress';
import type { LearnerView, PathStep, PathView } from '../../../core/views';
import type { Handlers } from './handlers';
import { lessonsOf, needLearner, type Service, type StateOf } from './service';

export const paths: Handlers<'path'> = {
  'path.read': ({ learner, language, path: id }, service) => {
    const view = needLearner(service, learner);
    const path = service.library.allPaths().find((each) => each.id === id);
    if (!path) throw new OperationError('not-found', { what: 'path' });
    return pathView(service, path, view, language);
  },
};

export function pathView(
  service: Service,
  path: LearningPath,
  { id: learner, settings }: LearnerView,
  language: string,
): PathView {
  const stateOf = service.store().states.ofLearner(learner);
  const stepsTo = (each: LearningPath) =>
    stepsOf(service, each, stateOf, language, settings.trainers);
  const steps = stepsTo(path);
  const open = steps.filter(({ status }) => status !== 'finished');
  const title = textIn(path.title, language);
  const before = service.library.allPaths().find((each) => each.id === path.after);
  const isGone = (each: LearningPath): boolean =>
    stepsTo(each).every(({ status }) => status === 'finished');
  return {
    id: path.id,
    title: title.text,
    language: title.language,
    summary: textIn(path.summary, title.language).text,
    lessons: steps.length,
    finished: steps.length - open.length,
    minutesLeft: open.reduce((sum, { minutes }) => sum + minutes, 0),
    chosen: settings.path === path.id,
    after:
      before && !isGone(before)
        ? { id: before.id, title: textIn(before.title, language).text }
        : null,
    steps,
    next: open[0] ? steps.indexOf(open[0]) : null,
  };
}

/** The paths that lead somewhere for this learner. */
export const pathsFor = (service: Service, view: LearnerView, language: string): PathView[] =>
  service.library
    .allPaths()
    .map((path) => pathView(service, path, view, language))
    .filter(({ steps }) => steps.length > 0);

/**
 * Steps to lessons that are not there are left out: the check reports them. So are those to courses
 * for trainers, until somebody wants these.
 */
function stepsOf(
  service: Service,
  path: LearningPath,
  stateOf: StateOf,
  language: string,
  trainers: boolean,
): PathStep[] {
  return path.lessons.flatMap(({ at, why }) => {
    const place = placeOf(at);
    const course = service.library.find(place.course)?.course;
    const own = course && lessonsOf(course).find(({ id }) => id === place.lesson);
    if (!course || !own || (course.texts[0].matter.hidden && !trainers)) return [];
    const state = stateOf(course.id);
    const best = bestLesson(course, own.id, language);
    const reason = textIn(why, language);
    const { placedOut } = courseProgress(course, state);
    return {
      course: course.id,
      courseTitle: bestText(course, language).matter.title,
      lesson: own.id,
      title: (best?.lesson ?? own).matter.title,
      language: (best?.text ?? course.texts[0]).language,
      minutes: own.matter.minutes,
      status: placedOut ? 'finished' : lessonProgress(own, state).status,
      why: reason.text,
      whyLanguage: reason.language,
    };
  });
}
