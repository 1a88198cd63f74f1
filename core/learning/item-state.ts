// What the events on one item add up to: where the learner stands, and what counts.
import type { ItemEvent } from './events';

export interface ItemState {
  /** Of the item last answered. */
  revision: string;
  attempt: number;
  /** In this attempt. */
  tries: number;
  hints: number;
  /** The last answer of this attempt, in places of the file; null before the first. */
  answer: unknown;
  /** Its share of right, from 0 to 1; null before the first. */
  share: number | null;
  /** Of the first try of this attempt: its share of right, and how sure the learner was. */
  firstShare: number | null;
  sure: boolean | null;
  /** Nothing more to answer in this attempt: right, shown, or tries used up. */
  settled: boolean;
  /** The best first try over all attempts, as a share with hints taken off; null before the first. */
  counted: number | null;
  /** When the item was last answered, ISO 8601. */
  answeredAt: string | null;
}

export const untouchedItem: ItemState = {
  revision: '',
  attempt: 1,
  tries: 0,
  hints: 0,
  answer: null,
  share: null,
  firstShare: null,
  sure: null,
  settled: false,
  counted: null,
  answeredAt: null,
};

/** The share of an item's points that an answer earns once hints are taken off. */
export function earnedShare(event: Extract<ItemEvent, { type: 'item.answered' }>): number {
  if (event.possible === 0) return event.share;
  return Math.max(0, event.share - event.hintCost / event.possible);
}

/** One step of the fold. Events of an earlier attempt than the current one change nothing but what counts. */
export function applyItemEvent(state: ItemState, event: ItemEvent): ItemState {
  if (event.type === 'item.restarted') {
    if (event.attempt <= state.attempt) return state;
    return { ...untouchedItem, ...keptOver(state), attempt: event.attempt };
  }
  if (event.attempt < state.attempt) return state;
  const current: ItemState =
    event.attempt > state.attempt
      ? { ...untouchedItem, ...keptOver(state), attempt: event.attempt }
      : state;
  switch (event.type) {
    case 'item.hinted':
      return current.settled ? current : { ...current, hints: current.hints + 1 };
    case 'item.revealed':
      return { ...current, revision: event.revision, settled: true };
    case 'item.answered': {
      if (current.settled) return current;
      const first = current.tries === 0;
      return {
        ...current,
        revision: event.revision,
        tries: current.tries + 1,
        answer: event.answer,
        share: event.share,
        firstShare: first ? event.share : current.firstShare,
        sure: first ? event.sure : current.sure,
        settled: event.final,
        counted: first ? Math.max(current.counted ?? 0, earnedShare(event)) : current.counted,
        answeredAt: event.at,
      };
    }
  }
}

/** What a new attempt keeps. An item shown before any answer counts as nothing right. */
const keptOver = (state: ItemState): Pick<ItemState, 'revision' | 'counted' | 'answeredAt'> => ({
  revision: state.revision,
  counted: state.counted,
  answeredAt: state.answeredAt,
});

/**
 * The state as it counts for an item as it is written now: an answer to another revision is no
 * answer to this one, so the item begins anew, and what was learned stays.
 */
export function stateFor(state: ItemState, revision: string): ItemState {
  const isOld = (state.tries > 0 || state.settled) && state.revision !== revision;
  return isOld ? { ...untouchedItem, ...keptOver(state), attempt: state.attempt + 1 } : state;
}

/** The learner was sure of the first try, and it was not right: the first thing to look at again. */
export const isSureAndWrong = (state: ItemState): boolean =>
  state.sure === true && state.firstShare !== null && state.firstShare < 1;
