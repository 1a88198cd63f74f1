// One course: what it is about, its lessons, and its result.
import { bestText } from '../../../core/course/in-language';
import { courseView, resultView } from '../../../core/learning/course-views';
import { courseProgress } from '../../../core/learning/progress';
import type { Handlers } from './handlers';
import { linksOf } from './links';
import { mandateFor } from './mandatory';
import { needCourse, needLearner } from './service';
import { unfinishedStep } from './steps';

export const courses: Handlers<'course'> & Handlers<'result'> = {
  'course.read': ({ learner, language, course: id }, service) => {
    needLearner(service, learner);
    const found = needCourse(service, id);
    const { course } = found;
    const state = service.store().states.ofCourse(learner, id);
    return courseView(course, state, language, {
      links: linksOf(found, bestText(course, language)),
      organisation: service.organisation.words(),
      mandatory: mandateFor(service, id, courseProgress(course, state).status),
    });
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
