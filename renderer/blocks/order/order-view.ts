// A list to put in order, as data: moving entries, and where a dragged one would come to lie.
import type { OrderAnswer, OrderShown } from '../../../core/course/blocks/order';
import type { Verdict } from '../../../core/views';
import { rightParts } from '../item-view';

const inShownOrder = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

export function begin(shown: OrderShown, saved: OrderAnswer | null): OrderAnswer {
  const start = inShownOrder(shown.entries.length);
  const isWhole = saved?.length === start.length && start.every((entry) => saved.includes(entry));
  return isWhole ? [...saved] : start;
}

/** A list nobody has touched is no answer: it is never shown in the right order. */
export const missing = (_shown: OrderShown, answer: OrderAnswer): number[] =>
  answer.every((entry, place) => entry === place) ? [0] : [];

export function moved(answer: OrderAnswer, from: number, to: number): OrderAnswer {
  const entry = answer[from];
  if (entry === undefined) return answer;
  const rest = answer.filter((_, place) => place !== from);
  const place = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, place), entry, ...rest.slice(place)];
}

/** Where a key moves an entry; null for keys that mean nothing here. */
export function placeForKey(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return from - 1;
    case 'ArrowDown':
      return from + 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The place of a row dragged so that its middle is at `middle`, among rows as they lay before. */
export function placeAt(
  middle: number,
  rows: readonly { top: number; height: number }[],
  from: number,
): number {
  let place = 0;
  rows.forEach((row, at) => {
    if (at !== from && middle > row.top + row.height / 2) place++;
  });
  return place;
}

/** Which way a row gives way while another is dragged from one place to another. */
export function givesWay(at: number, from: number, to: number): -1 | 0 | 1 {
  if (at > from && at <= to) return -1;
  if (at < from && at >= to) return 1;
  return 0;
}

export type Count = { type: 'places'; right: number } | { type: 'following' };

export function countOf(verdict: Verdict<'order'>): Count | null {
  if (verdict.right || verdict.answer === null) return null;
  const right = rightParts(verdict);
  if (right > 0) return { type: 'places', right };
  return verdict.share > 0 ? { type: 'following' } : null;
}
