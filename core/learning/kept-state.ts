// What the events on blocks that nobody grades add up to: the answer kept, and each card's history.
import type { CardEvent, KeptEvent } from './events';
import type { RecallGrade } from './recall-grades';

export interface KeptState {
  /** Of the block when it was answered. */
  revision: string;
  /** As it was kept; not checked. */
  answer: unknown;
  /** When it was kept last, ISO 8601. */
  at: string;
}

export interface CardState {
  /** How often it was recalled. */
  seen: number;
  grade: RecallGrade;
  at: string;
}

/** The last answer to arrive is the one kept. */
export const applyKeptEvent = ({ revision, answer, at }: KeptEvent): KeptState => ({
  revision,
  answer,
  at,
});

export const applyCardEvent = (before: CardState | undefined, event: CardEvent): CardState => ({
  seen: (before?.seen ?? 0) + 1,
  grade: event.grade,
  at: event.at,
});
