// What the events on a pool or a test add up to.
import type { GroupEvent } from './events';

export interface GroupState {
  /** From 1; another attempt draws other questions. */
  attempt: number;
  /** When the test of this attempt was handed in, ISO 8601; null while it runs. */
  finishedAt: string | null;
  /** The share of points it earned, from 0 to 1. */
  share: number | null;
  /** It was passed in this attempt or an earlier one. */
  passed: boolean;
  /** The best share of any attempt that is over. */
  best: number;
}

export const untouchedGroup: GroupState = {
  attempt: 1,
  finishedAt: null,
  share: null,
  passed: false,
  best: 0,
};

/** One step of the fold. Events of an earlier attempt than the current one only raise the best. */
export function applyGroupEvent(state: GroupState, event: GroupEvent): GroupState {
  if (event.type === 'group.restarted') {
    const best = Math.max(state.best, event.share);
    if (event.attempt <= state.attempt) return { ...state, best };
    return { ...state, attempt: event.attempt, finishedAt: null, share: null, best };
  }
  const share = event.possible > 0 ? event.points / event.possible : 1;
  const known = {
    ...state,
    best: Math.max(state.best, share),
    passed: state.passed || reaches(share, event.pass),
  };
  if (event.attempt < state.attempt) return known;
  if (event.attempt === state.attempt && state.finishedAt !== null) return known;
  return { ...known, attempt: event.attempt, finishedAt: event.at, share };
}

/** Whether a score reaches a pass mark in per cent; sums of thirds must not miss it by a hair. */
export const reaches = (score: number, pass: number): boolean => score * 100 >= pass - 1e-9;
