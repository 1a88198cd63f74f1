// One target that statements are sent to and come from.
import type { SyncState } from '../../../core/sync/state';
import type { Unread } from '../../../core/sync/views';

/** One target. `step` does a bounded piece of work and says when to come again; it never throws for what a network or a folder does. */
export interface Provider {
  /** A state of `waiting` has `until`; the runner comes again then. */
  step(signal: AbortSignal): Promise<SyncState>;
  /** What the last look there could not take in; null where that was everything, or is not known. */
  unread?(): Unread | null;
}
