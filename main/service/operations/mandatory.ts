// What the organisation asks of everybody, as far as it is not done.
import { bestText } from '../../../core/course/in-language';
import type { CourseOutline } from '../../../core/course/outline';
import { inOrderOfDue, type Mandate, mandateOf } from '../../../core/learning/mandate';
import { courseProgress, type LessonStatus } from '../../../core/learning/progress';
import { enforced } from '../../../core/policy/policy';
import type { MandatoryRow } from '../../../core/views';
import type { Service, StateOf } from './service';

/** Null for a course that nobody has to finish. */
export const mandateFor = (
  service: Service,
  course: string,
  status: LessonStatus,
): Mandate | null =>
  mandateOf(enforced(service.policy(), 'MandatoryCourses'), course, status, service.now());

/** The courses that have to be finished and are not, what is due first in front. */
export function openMandates(
  service: Service,
  stateOf: StateOf,
  language: string,
): { course: CourseOutline; row: MandatoryRow }[] {
  const mandatory = enforced(service.policy(), 'MandatoryCourses');
  return inOrderOfDue(mandatory).flatMap(({ course: id }) => {
    const course = service.library.find(id)?.course;
    if (!course) return [];
    const progress = courseProgress(course, stateOf(id));
    const mandate = mandateFor(service, id, progress.status);
    if (progress.status === 'finished' || !mandate) return [];
    const { language: written, matter } = bestText(course, language);
    return [{ course, row: { course: id, title: matter.title, language: written, mandate } }];
  });
}
