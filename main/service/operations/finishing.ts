// When a course becomes finished, an event of its own says so: some are told only that.
import { v4 as uuidv4 } from 'uuid';
import type { CourseOutline } from '../../../core/course/outline';
import type { CourseState } from '../../../core/learning/course-state';
import type { CourseEvent, LearningEvent } from '../../../core/learning/events';
import { courseProgress } from '../../../core/learning/progress';
import type { Service } from './service';

/** What can make a course finished, or passed once it is. */
const mayFinish: ReadonlySet<LearningEvent['type']> = new Set<LearningEvent['type']>([
  'lesson.finished',
  'item.answered',
  'test.finished',
]);

/** Records events in a course, and with the one that finishes it that it is finished. */
export function record(service: Service, course: CourseOutline, ...added: LearningEvent[]): void {
  const store = service.store();
  store.transact(() => {
    store.record(...added);
    const last = added.findLast(({ type }) => mayFinish.has(type));
    if (!last) return;
    const state = store.states.ofCourse(last.learner, course.id);
    const finished = finishedBy(service, course, state, last.learner, last.at);
    if (finished) store.record(finished);
  });
}

/**
 * Records what followed from events that came from elsewhere, or from a time when nothing was
 * recorded of it: that courses are finished. Gives how many.
 */
export function recordFinished(service: Service, learner: string): number {
  const store = service.store();
  const stateOf = store.states.ofLearner(learner);
  const finished = service.library.all().flatMap(({ course }) => {
    const state = stateOf(course.id);
    return finishedBy(service, course, state, learner, lastTimeIn(state)) ?? [];
  });
  store.record(...finished);
  return finished.length;
}

/** Null unless the course is finished and nobody said so, or passed and nobody said that. */
function finishedBy(
  service: Service,
  course: CourseOutline,
  state: CourseState,
  learner: string,
  at: string,
): CourseEvent | null {
  const { status, passed, points, possible } = courseProgress(course, state);
  if (status !== 'finished' || passed === null) return null;
  const store = service.store();
  const before = store.events.finished(learner, course.id);
  if (before.length > 0 && (!passed || before.some((each) => each.passed))) return null;
  return {
    type: 'course.finished',
    id: uuidv4(),
    learner,
    device: store.device,
    at,
    course: course.id,
    version: course.version,
    points,
    possible,
    pass: course.texts[0].matter.pass,
    passed,
  };
}

/** When the learner last finished or answered something in a course, ISO 8601. */
function lastTimeIn({ lessons, groups, items }: CourseState): string {
  const times = [
    ...[...lessons.values(), ...groups.values()].map(({ finishedAt }) => finishedAt),
    ...[...items.values()].map(({ answeredAt }) => answeredAt),
  ];
  const known = times.filter((time) => time !== null).sort();
  return known.at(-1) ?? new Date(0).toISOString();
}
