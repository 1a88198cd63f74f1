// One target that statements are sent to and come from.
import type { SyncState } from '../../../core/sync/state';

/** One target. `step` does a bounded piece of work and says when to come again; it never throws for what a network or a folder does. */
export interface Provider {
  /** A state of `waiting` has `until`; the runner comes again then. */
  step(signal: AbortSignal): Promise<SyncState>;
}
