// What is to be sent, and what comes in: the store's side of sync.
import type { AsideReason } from '../../../core/sync/views';

/** A statement as it will be sent: these very characters, for ever. */
export interface Waiting {
  id: string;
  json: string;
}

export type SetAsideReason = Exclude<AsideReason, 'different-here'>;

export interface Outbox {
  /** The oldest first; stops at `limit` statements or before `bytes` UTF-8 bytes are passed (one is always given). */
  waiting(limit: number, bytes: number): Waiting[];
  counts(): { waiting: number; delivered: number; setAside: number };
  delivered(ids: readonly string[], at: string): void;
  /** Kept and shown, never sent again under a new id. */
  setAside(id: string, reason: SetAsideReason, detail: string): void;
}

export interface Inbox {
  /**
   * Takes in statements of this person from elsewhere, in one transaction. One that is known changes
   * nothing; one that says something else under a known id is set aside, never taken.
   */
  take(statements: readonly unknown[]): { taken: number; known: number; refused: number };
  /** Where pulling goes on; what it means is the provider's. */
  cursor(): string | null;
  keepCursor(cursor: string): void;
}
