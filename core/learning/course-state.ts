// All that is known of one learner in one course: lessons, items, tests and pools.
import type { GroupState } from './group-state';
import type { ItemState } from './item-state';

/** ISO 8601 times; null while it has not happened. */
export interface LessonState {
  openedAt: string | null;
  finishedAt: string | null;
}

/** All that is stored about one learner in one course. Keys of `items` are made by `itemKey`. */
export interface CourseState {
  lessons: ReadonlyMap<string, LessonState>;
  items: ReadonlyMap<string, ItemState>;
  /** Tests and pools, under the keys of `itemKey`. */
  groups: ReadonlyMap<string, GroupState>;
  /** What a pool draws by: another for each learner and course. */
  seed: string;
}
