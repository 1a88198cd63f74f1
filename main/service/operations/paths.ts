// A path through the library: its steps with their reasons, and where the learner stands.
import { bestLesson, bestText } from '../../../core/course/in-language';
import { placeOf, textIn } from '../../../core/course/learning-path';
import type { LearningPath } from '../../../core/course/learning-paths';
import type { CourseOutline } from '../../../core/course/outline';
import { OperationError } from '../../../core/errors';
import type { CourseState } from '../../../core/learning/course-state';
import { isPlacedOut, lessonStatus } from '../../../core/learning/progress';
import type { LearnerView, PathStep, PathView } from '../../../core/views';
import type { Library } from '../library/library';
import type { Handlers } from './handlers';
import { lessonsOf, needLearner, type Service, type StateOf } from './service';

export const paths: Handlers<'path'> = {
  'path.read': ({ learner, language, path: id }, service) => {
    const view = needLearner(service, learner);
    const path = service.library.allPaths().find((each) => each.id === id);
    if (!path) throw new OperationError('not-found', { what: 'path' });
    return pathViews(service, view, language)(path);
  },
};

/** The paths that lead somewhere for this learner, where courses for trainers may be hidden. */
export const openPaths = ({ library }: Service, { settings }: LearnerView): LearningPath[] =>
  library
    .allPaths()
    .filter(({ lessons }) => lessons.some(({ at }) => lessonAt(library, at, settings.trainers)));

export const pathsFor = (service: Service, view: LearnerView, language: string): PathView[] =>
  openPaths(service, view).map(pathViews(service, view, language));

/** The one that the learner is on. */
export function chosenPath(service: Service, view: LearnerView, language: string): PathView | null {
  const chosen = openPaths(service, view).find(({ id }) => id === view.settings.path);
  return chosen ? pathViews(service, view, language)(chosen) : null;
}

/** Makes views of paths; a lesson that several of them share is looked up once. */
function pathViews(service: Service, { id: learner, settings }: LearnerView, language: string) {
  const stateOf = service.store().states.ofLearner(learner);
  const stepTo = stepsFor(service, stateOf, language, settings.trainers);
  /** Steps to lessons that are not there are left out: the check reports them. */
  const stepsOf = ({ lessons }: LearningPath): PathStep[] =>
    lessons.flatMap(({ at, why }) => {
      const step = stepTo(at);
      if (!step) return [];
      const reason = textIn(why, language);
      return { ...step, why: reason.text, whyLanguage: reason.language };
    });
  return (path: LearningPath): PathView => {
    const steps = stepsOf(path);
    const open = steps.filter(({ status }) => status !== 'finished');
    const title = textIn(path.title, language);
    const summary = textIn(path.summary, language);
    const before = service.library.allPaths().find((each) => each.id === path.after);
    const isGone = before && stepsOf(before).every(({ status }) => status === 'finished');
    return {
      id: path.id,
      title: title.text,
      language: title.language,
      summary: summary.text,
      summaryLanguage: summary.language,
      lessons: steps.length,
      finished: steps.length - open.length,
      minutesLeft: open.reduce((sum, { minutes }) => sum + minutes, 0),
      chosen: settings.path === path.id,
      after:
        before && !isGone ? { id: before.id, title: textIn(before.title, language).text } : null,
      steps,
      next: open[0] ? steps.indexOf(open[0]) : null,
    };
  };
}

type Step = Omit<PathStep, 'why' | 'whyLanguage'>;

/** The lesson at `COURSE/LESSON`; undefined for one that is not there, or hidden. */
function lessonAt(library: Library, at: string, trainers: boolean) {
  const place = placeOf(at);
  const course = library.find(place.course)?.course;
  const own = course && lessonsOf(course).find(({ id }) => id === place.lesson);
  if (!course || !own || (course.texts[0].matter.hidden && !trainers)) return undefined;
  return { course, own };
}

/** Makes the step to the lesson at `COURSE/LESSON`, each once; null for one that is not there, or hidden. */
function stepsFor(service: Service, stateOf: StateOf, language: string, trainers: boolean) {
  const known = new Map<string, Step | null>();
  const courses = new Map<string, { title: string; placedOut: boolean; state: CourseState }>();
  const about = (course: CourseOutline) => {
    let found = courses.get(course.id);
    if (!found) {
      const state = stateOf(course.id);
      const placedOut = isPlacedOut(course, state);
      found = { title: bestText(course, language).matter.title, placedOut, state };
      courses.set(course.id, found);
    }
    return found;
  };
  const find = (at: string): Step | null => {
    const found = lessonAt(service.library, at, trainers);
    if (!found) return null;
    const { course, own } = found;
    const { title, placedOut, state } = about(course);
    const best = bestLesson(course, own.id, language);
    return {
      course: course.id,
      courseTitle: title,
      lesson: own.id,
      title: (best?.lesson ?? own).matter.title,
      language: (best?.text ?? course.texts[0]).language,
      minutes: own.matter.minutes,
      status: placedOut ? 'finished' : lessonStatus(own, state),
    };
  };
  return (at: string): Step | null => {
    const step = known.has(at) ? known.get(at) : find(at);
    known.set(at, step ?? null);
    return step ?? null;
  };
}
