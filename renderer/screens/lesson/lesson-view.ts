// What a lesson shows besides its text: which questions are open, whether its facts are overdue.
import type { ItemView, LessonView } from '../../../core/views';

/** Answered at least once, in this attempt or an earlier one. */
export const isAnswered = (item: ItemView): boolean => item.earned !== null;

export const openItems = (items: readonly ItemView[]): ItemView[] =>
  items.filter((item) => !isAnswered(item));

/** Facts that should have been checked again by today (an ISO date). */
export const isOverdue = ({ reviewBy }: Pick<LessonView, 'reviewBy'>, today: string): boolean =>
  reviewBy !== null && reviewBy < today;
