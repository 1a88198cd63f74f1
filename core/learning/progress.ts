// Progress through lessons and courses, folded from what was finished and answered.
import type { CourseOutline, ItemOutline, LessonOutline } from '../course/outline';
import type { CourseState } from './course-state';
import { groupAround, itemsInPlay } from './draw';
import { reaches, untouchedGroup } from './group-state';
import { itemKey } from './item-key';
import type { ItemState } from './item-state';

export type LessonStatus = 'new' | 'started' | 'finished';

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
  /** The learner passed the placement test and may skip the course. */
  placedOut: boolean;
  /** Minutes of the lessons not yet finished. */
  minutesLeft: number;
}

export function lessonProgress(lesson: LessonOutline, state: CourseState): LessonProgress {
  let answered = 0;
  let changed = false;
  const counting = itemsThatCount(lesson, state);
  for (const item of counting) {
    const each = state.items.get(itemKey(lesson.id, item.id));
    if (!each) continue;
    if (isAnswered(each)) answered++;
    if (each.answeredAt !== null && each.revision !== item.revision) changed = true;
  }
  return {
    status: lessonStatus(lesson, state),
    answered,
    items: counting.length,
    ...pointsOf(lesson, counting, state),
    changed,
  };
}

const isAnswered = ({ answeredAt, settled }: ItemState): boolean => answeredAt !== null || settled;

/** Without its points; drawing the questions of a pool, which takes longest, is seldom needed for it. */
export function lessonStatus(lesson: LessonOutline, state: CourseState): LessonStatus {
  const own = state.lessons.get(lesson.id);
  if (own?.finishedAt) return 'finished';
  const hasAnswered = ({ id }: ItemOutline): boolean => {
    const item = state.items.get(itemKey(lesson.id, id));
    return item !== undefined && isAnswered(item);
  };
  const isStarted =
    own?.openedAt != null ||
    (lesson.items.some(hasAnswered) && itemsThatCount(lesson, state).some(hasAnswered));
  return isStarted ? 'started' : 'new';
}

/** What the learner is asked, but for a placement test: it counts for nothing but the placement. */
function itemsThatCount(lesson: LessonOutline, state: CourseState): ItemOutline[] {
  return itemsInPlay(lesson, state).filter(({ id }) => !groupAround(lesson, id)?.placement);
}

/** A test counts as its best attempt, a pool as well where the present one earns less. */
function pointsOf(
  lesson: LessonOutline,
  counting: readonly ItemOutline[],
  state: CourseState,
): { points: number; possible: number } {
  const earnedOf = (item: ItemOutline): number =>
    (state.items.get(itemKey(lesson.id, item.id))?.counted ?? 0) * item.points;
  const sum = (items: readonly ItemOutline[], value: (item: ItemOutline) => number): number =>
    items.reduce((total, item) => total + value(item), 0);
  const alone = counting.filter(({ id }) => !groupAround(lesson, id));
  const groups = lesson.groups.filter(({ within, placement }) => within === null && !placement);
  const inGroups = groups.map((group) => {
    const items = counting.filter(({ id }) => group.items.includes(id));
    const possible = sum(items, ({ points }) => points);
    const { best } = state.groups.get(itemKey(lesson.id, group.id)) ?? untouchedGroup;
    const now = group.kind === 'test' ? 0 : sum(items, earnedOf);
    return { points: Math.max(best * possible, now), possible };
  });
  return {
    points: inGroups.reduce((total, { points }) => total + points, sum(alone, earnedOf)),
    possible: inGroups.reduce(
      (total, { possible }) => total + possible,
      sum(alone, ({ points }) => points),
    ),
  };
}

/** The learner passed a test of the course that lets them skip it. */
export const isPlacedOut = (course: CourseOutline, state: CourseState): boolean =>
  course.texts[0].lessons.some((lesson) =>
    lesson.groups.some(
      ({ placement, id }) => placement && state.groups.get(itemKey(lesson.id, id))?.passed,
    ),
  );

/** Counted over the course's own lessons: translations share their ids. */
export function courseProgress(course: CourseOutline, state: CourseState): CourseProgress {
  const [own] = course.texts;
  const all = own.lessons.map((lesson) => ({ lesson, progress: lessonProgress(lesson, state) }));
  const sum = (pick: (each: (typeof all)[number]) => number): number =>
    all.reduce((total, each) => total + pick(each), 0);
  const finished = all.filter((each) => each.progress.status === 'finished').length;
  const points = sum((each) => each.progress.points);
  const possible = sum((each) => each.progress.possible);
  const score = possible > 0 ? points / possible : null;
  const placedOut = isPlacedOut(course, state);
  const isFinished = placedOut || (all.length > 0 && finished === all.length);
  const started = all.some((each) => each.progress.status !== 'new');
  return {
    status: isFinished ? 'finished' : started ? 'started' : 'new',
    finishedLessons: finished,
    lessons: all.length,
    points,
    possible,
    score,
    passed: isFinished ? placedOut || score === null || reaches(score, own.matter.pass) : null,
    placedOut,
    minutesLeft: placedOut
      ? 0
      : sum(({ lesson, progress }) => (progress.status === 'finished' ? 0 : lesson.matter.minutes)),
  };
}

/** The lesson to go on with: the first to be taught and not finished; the first of all when none is left. */
export function nextLesson<C extends CourseOutline>(
  course: C,
  state: CourseState,
): C['texts'][0]['lessons'][number] | undefined {
  const { lessons } = course.texts[0];
  return (
    lessons.find((lesson) => !lesson.broken && lessonStatus(lesson, state) !== 'finished') ??
    lessons[0]
  );
}
