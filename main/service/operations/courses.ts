// One course: what it is about, its lessons, and its result.
import type { Course } from '../../../core/course/course';
import { bestText } from '../../../core/course/in-language';
import type { Problem } from '../../../core/course/problem';
import { rules } from '../../../core/course/rules';
import { courseView, resultView } from '../../../core/learning/course-views';
import { courseProgress } from '../../../core/learning/progress';
import type { LearnerView } from '../../../core/views';
import type { Handlers } from './handlers';
import { linksOf } from './links';
import { mandateFor } from './mandatory';
import { needCourse, needLearner, type Service } from './service';
import { unfinishedStep } from './steps';

/**
 * What is wrong in a course, for who can mend it. Whoever got it in a file and only learns is told of
 * mistakes, which keep something from working, and not of what its author might look at.
 */
function problemsFor(service: Service, { settings }: LearnerView, course: Course): Problem[] {
  if (settings.trainers || !service.packs.isAdded(course.id)) return course.problems;
  return course.problems.filter(({ rule }) => rules[rule].severity === 'error');
}

export const courses: Handlers<'course'> & Handlers<'result'> = {
  'course.read': ({ learner, language, course: id }, service) => {
    const view = needLearner(service, learner);
    const found = needCourse(service, id);
    const { course } = found;
    const state = service.store().states.ofCourse(learner, id);
    return {
      ...courseView(course, state, language, {
        links: linksOf(found, bestText(course, language)),
        organisation: service.organisation.words(),
        mandatory: mandateFor(service, id, courseProgress(course, state).status),
      }),
      problems: problemsFor(service, view, course),
    };
  },

  'result.read': ({ learner, language, course: id }, service) => {
    needLearner(service, learner);
    const { course } = needCourse(service, id);
    const stateOf = service.store().states.ofLearner(learner);
    const others = service.library.all().filter((each) => each.course.id !== id);
    const steps = others.map((each) =>
      unfinishedStep(each.course, stateOf(each.course.id), language),
    );
    const next = steps.find((step) => step !== null) ?? null;
    return resultView(course, stateOf(id), language, next);
  },
};
