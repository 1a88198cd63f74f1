// How the sync of one target stands, as words and weight: which sentence, which numbers, and what a person can do.
import type { SyncState } from '../../../core/sync/state';
import type { SyncTargetView } from '../../../core/sync/views';

/** What helps, and is offered beside the words. */
export type Remedy = 'retry' | 'sign-in' | 'proxy' | 'folder' | 'address' | null;

export interface StateView {
  /** Below `state` in the words of sync: `<key>.what`, `<key>.do`. */
  key: string;
  weight: 'quiet' | 'right' | 'warn' | 'wrong';
  /** Times of ISO 8601, still to be written as the language does. */
  at: string | null;
  progress: { done: number; of: number } | null;
  received: number | null;
  remedy: Remedy;
}

const plain: Omit<StateView, 'key' | 'weight'> = {
  at: null,
  progress: null,
  received: null,
  remedy: null,
};

export function stateView(state: SyncState): StateView {
  switch (state.kind) {
    case 'off':
    case 'paused':
      return { ...plain, key: state.kind, weight: 'quiet' };
    case 'up-to-date':
      // Before the first look, nobody knows.
      return state.at === null
        ? { ...plain, key: 'looking', weight: 'quiet' }
        : { ...plain, key: 'up-to-date', weight: 'right', at: state.at };
    case 'sending':
      return {
        ...{ ...plain, key: 'sending', weight: 'quiet' },
        progress: { done: state.sent, of: state.total },
      };
    case 'receiving':
      return { ...plain, key: 'receiving', weight: 'quiet', received: state.received };
    case 'waiting':
      return {
        ...{ ...plain, key: `waiting-${state.why}`, weight: 'warn' },
        ...{ at: state.until, remedy: 'retry' },
      };
    case 'sign-in-needed':
      return { ...plain, key: 'sign-in-needed', weight: 'wrong', remedy: 'sign-in' };
    case 'problem':
      return { ...plain, key: state.problem, weight: 'wrong', remedy: remedies[state.problem] };
  }
}

const remedies: Record<Extract<SyncState, { kind: 'problem' }>['problem'], Remedy> = {
  'not-an-lrs': 'address',
  'other-version': 'address',
  certificate: 'retry',
  'proxy-sign-in': 'proxy',
  'captive-portal': 'retry',
  redirected: 'address',
  'folder-gone': 'folder',
  'folder-read-only': 'folder',
  'folder-full': 'retry',
  'no-credentials': 'sign-in',
  address: 'address',
};

/** Whether a place that was tried would do. */
export const isGood = ({ kind }: SyncState): boolean =>
  kind === 'up-to-date' || kind === 'receiving' || kind === 'sending';

/** A new target has nothing that went there, so that the end has nothing to take back. */
export const canTakeBack = ({ kind, counts }: SyncTargetView): boolean =>
  kind === 'lrs' && counts.delivered > 0;

/** A day of the calendar here, as the two moments that bound it. */
export function dayAsTimes(day: string): { from: string; to: string } | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const from = new Date(`${day}T00:00:00`);
  const to = new Date(from);
  to.setDate(to.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
}
