// How people deal with messages that are after something: how many they report, and how many good ones.
import type { AnswerOf, ContentOf } from '../course/blocks';
import { isHarmful } from '../course/blocks/inbox-verdicts';
import { atLeast, coarseShare } from './coarse';

/** Messages judged, over all people. */
export interface PhishingCounts {
  people: number;
  harmful: number;
  /** Of the harmful ones. */
  reported: number;
  genuine: number;
  /** Genuine ones that were reported. */
  alarms: number;
}

export interface PhishingFigures {
  /** In whole fives. */
  people: number;
  /** Shares from 0 to 1, rounded; null where too few people answered, or there were no such messages. */
  reportingRate: number | null;
  falseAlarms: number | null;
}

export const noCounts = (): PhishingCounts => ({
  people: 0,
  harmful: 0,
  reported: 0,
  genuine: 0,
  alarms: 0,
});

/** Adds what one person did with the messages of one inbox, at the first try. */
export function addInbox(
  counts: PhishingCounts,
  { messages }: ContentOf<'inbox'>,
  answer: AnswerOf<'inbox'>,
): void {
  for (const [at, { nature }] of messages.entries()) {
    const isReported = answer[at]?.verdict === 'report';
    if (isHarmful(nature)) {
      counts.harmful++;
      if (isReported) counts.reported++;
    } else if (nature === 'genuine') {
      counts.genuine++;
      if (isReported) counts.alarms++;
    }
  }
}

export const phishingFigures = (counts: PhishingCounts): PhishingFigures => ({
  people: atLeast(counts.people),
  reportingRate: coarseShare(counts.reported, counts.harmful, counts.people),
  falseAlarms: coarseShare(counts.alarms, counts.genuine, counts.people),
});
