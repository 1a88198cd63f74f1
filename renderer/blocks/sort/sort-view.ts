// Cards and groups as data: which cards wait, which group holds which, who is next.
import type { SortAnswer, SortShown } from '../../../core/course/blocks/sort';

export const begin = (shown: SortShown, saved: SortAnswer | null): SortAnswer =>
  shown.items.map((_, item) => {
    const group = saved?.[item] ?? null;
    return group !== null && group >= 0 && group < shown.groups.length ? group : null;
  });

/** The cards that still wait. */
export const missing = (_shown: SortShown, answer: SortAnswer): number[] => heldBy(answer, null);

/** The cards in a group, or with null those that wait. */
export const heldBy = (answer: SortAnswer, group: number | null): number[] =>
  answer.flatMap((each, item) => (each === group ? [item] : []));

export const put = (answer: SortAnswer, item: number, group: number | null): SortAnswer =>
  answer.map((each, at) => (at === item ? group : each));

/**
 * The card to go on with once one was put somewhere: the next that waits, from the beginning
 * again; the moved one when none does, or when it was not waiting before.
 */
export function nextCard(before: SortAnswer, after: SortAnswer, item: number): number {
  const waiting = heldBy(after, null);
  if (before[item] !== null) return item;
  return waiting.find((each) => each > item) ?? waiting[0] ?? item;
}

/** Where a point lies among boxes; null outside all of them. */
export function boxAt(
  x: number,
  y: number,
  boxes: readonly {
    name: number | null;
    left: number;
    right: number;
    top: number;
    bottom: number;
  }[],
): { name: number | null } | null {
  return (
    boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ?? null
  );
}
