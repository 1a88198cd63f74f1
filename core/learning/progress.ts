// Progress through lessons and courses, folded from what was finished and answered.
import type { Course, Lesson } from '../course/course';
import type { ItemState } from './item-state';

/** ISO 8601 times; null while it has not happened. */
export interface LessonState {
  openedAt: string | null;
  finishedAt: string | null;
}

export type LessonStatus = 'new' | 'started' | 'finished';

/** All that is stored about one learner in one course. Keys of `items` are made by `itemKey`. */
export interface CourseState {
  lessons: ReadonlyMap<string, LessonState>;
  items: ReadonlyMap<string, ItemState>;
}

export interface LessonProgress {
  status: LessonStatus;
  /** Items answered at least once, and all items. */
  answered: number;
  items: number;
  points: number;
  possible: number;
  /** An item was changed by its author since the learner answered it. */
  changed: boolean;
}

export interface CourseProgress {
  status: LessonStatus;
  finishedLessons: number;
  lessons: number;
  points: number;
  possible: number;
  /** Share of the possible points, from 0 to 1; null for a course that asks nothing. */
  score: number | null;
  /** Null until every lesson is finished. */
  passed: boolean | null;
  /** Minutes of the lessons not yet finished. */
  minutesLeft: number;
}

export const itemKey = (lesson: string, item: string): string => `${lesson}/${item}`;

export function lessonProgress(lesson: Lesson, state: CourseState): LessonProgress {
  const own = state.lessons.get(lesson.id);
  let answered = 0;
  let points = 0;
  let possible = 0;
  let changed = false;
  for (const item of lesson.items) {
    const each = state.items.get(itemKey(lesson.id, item.id));
    possible += item.points;
    if (!each) continue;
    if (each.answeredAt !== null || each.settled) answered++;
    points += (each.counted ?? 0) * item.points;
    if (each.answeredAt !== null && each.revision !== item.revision) changed = true;
  }
  const touched = own?.openedAt != null || answered > 0;
  const status = own?.finishedAt ? 'finished' : touched ? 'started' : 'new';
  return { status, answered, items: lesson.items.length, points, possible, changed };
}

/** Counted over the course's own lessons: translations share their ids. */
export function courseProgress(course: Course, state: CourseState): CourseProgress {
  const [own] = course.texts;
  const all = own.lessons.map((lesson) => ({ lesson, progress: lessonProgress(lesson, state) }));
  const sum = (pick: (each: (typeof all)[number]) => number): number =>
    all.reduce((total, each) => total + pick(each), 0);
  const finished = all.filter((each) => each.progress.status === 'finished').length;
  const points = sum((each) => each.progress.points);
  const possible = sum((each) => each.progress.possible);
  const score = possible > 0 ? points / possible : null;
  const isFinished = all.length > 0 && finished === all.length;
  const started = all.some((each) => each.progress.status !== 'new');
  return {
    status: isFinished ? 'finished' : started ? 'started' : 'new',
    finishedLessons: finished,
    lessons: all.length,
    points,
    possible,
    score,
    passed: isFinished ? score === null || reaches(score, own.matter.pass) : null,
    minutesLeft: sum(({ lesson, progress }) =>
      progress.status === 'finished' ? 0 : lesson.matter.minutes,
    ),
  };
}

/** Whether a score reaches a pass mark in per cent; sums of thirds must not miss it by a hair. */
export const reaches = (score: number, pass: number): boolean => score * 100 >= pass - 1e-9;

/** The lesson to go on with: the first to be taught and not finished; the first of all when none is left. */
export function nextLesson(course: Course, state: CourseState): Lesson | undefined {
  const { lessons } = course.texts[0];
  return (
    lessons.find(
      (lesson) => !lesson.broken && lessonProgress(lesson, state).status !== 'finished',
    ) ?? lessons[0]
  );
}
