// Courses that the organisation asks everybody to finish, and by when.
import type { PolicyValue } from '../policy/keys';
import type { LessonStatus } from './progress';

export type MandatoryCourses = PolicyValue<'MandatoryCourses'>;

/** That a course has to be finished. */
export interface Mandate {
  /** The last day for it, as in 2027-03-31; null for no such day. */
  due: string | null;
  /** That day is over, and the course is not finished. */
  overdue: boolean;
}

/** The day of the calendar where the person is: a last day ends there at midnight. */
export function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Null for a course that nobody has to finish. */
export function mandateOf(
  mandatory: MandatoryCourses,
  course: string,
  status: LessonStatus,
  now: Date,
): Mandate | null {
  const found = mandatory.find((each) => each.course === course);
  if (!found) return null;
  const due = found.due ?? null;
  return { due, overdue: due !== null && status !== 'finished' && due < dayOf(now) };
}

/** What is due first comes first; what has no last day comes last, in the order of the organisation. */
export const inOrderOfDue = (mandatory: MandatoryCourses): MandatoryCourses =>
  [...mandatory].sort((a, b) =>
    (a.due ?? '9999') < (b.due ?? '9999') ? -1 : Number(a.due !== b.due),
  );
