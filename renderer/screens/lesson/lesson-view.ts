// What a lesson shows besides its text: which questions are open, whether its facts are overdue.
import type { GroupView, ItemView, LessonView } from '../../../core/views';

/** Answered at least once, in this attempt or an earlier one. */
export const isAnswered = (item: ItemView): boolean => item.earned !== null;

/** Questions that count and have no answer yet; nobody has to take a placement test. */
export function openItems({ items, groups }: Pick<LessonView, 'items' | 'groups'>): ItemView[] {
  const free = placementItems(groups);
  return items.filter((item) => !isAnswered(item) && !free.has(item.id));
}

/** Questions that count. */
export function countingItems({ items, groups }: Pick<LessonView, 'items' | 'groups'>): ItemView[] {
  const free = placementItems(groups);
  return items.filter(({ id }) => !free.has(id));
}

const placementItems = (groups: readonly GroupView[]): ReadonlySet<string> =>
  new Set(groups.flatMap(({ placement, items }) => (placement ? items : [])));

/** Facts that should have been checked again by today (an ISO date). */
export const isOverdue = ({ reviewBy }: Pick<LessonView, 'reviewBy'>, today: string): boolean =>
  reviewBy !== null && reviewBy < today;
