// One round through the cards: what was not known comes again at the end.
import type { RecallGrade } from '../../../core/learning/recall-grades';

export interface Round {
  /** Keys of the cards still to come; the first one is on the table. */
  left: readonly string[];
  /** All cards of the round. */
  all: number;
}

export const beginRound = (keys: readonly string[]): Round => ({ left: keys, all: keys.length });

export function graded({ left, all }: Round, grade: RecallGrade): Round {
  const [card, ...rest] = left;
  if (card === undefined) return { left, all };
  return { left: grade === 'again' ? [...rest, card] : rest, all };
}

/** Of the card on the table, from 1. */
export const numberOf = ({ left, all }: Round): number => Math.min(all, all - left.length + 1);

/** The author may have taken cards out or added some while the page was open. */
export function fitting(round: Round, keys: readonly string[]): Round {
  const left = round.left.filter((key) => keys.includes(key));
  return left.length === round.left.length && round.all === keys.length
    ? round
    : { left: round.all === keys.length ? left : keys, all: keys.length };
}
