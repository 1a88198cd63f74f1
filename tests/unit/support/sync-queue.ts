// What is to be sent and what comes in, in memory, for tests of what sends and fetches.
import { isDeepStrictEqual } from 'node:util';
import type { Inbox, Outbox, SetAsideReason, Waiting } from '../../../main/service/sync/queue';

export class MemoryOutbox implements Outbox {
  private readonly queue = new Map<string, Waiting>();
  /** When each was delivered, by id. */
  readonly sent = new Map<string, string>();
  readonly aside = new Map<string, { reason: SetAsideReason; detail: string }>();

  constructor(statements: Iterable<Waiting> = []) {
    for (const each of statements) this.add(each);
  }

  add(each: Waiting): void {
    this.queue.set(each.id, each);
  }

  waiting(limit: number, bytes: number): Waiting[] {
    const taken: Waiting[] = [];
    let size = 0;
    for (const each of this.queue.values()) {
      size += Buffer.byteLength(each.json);
      if (taken.length >= limit || (size > bytes && taken.length > 0)) break;
      taken.push(each);
    }
    return taken;
  }

  counts(): { waiting: number; delivered: number; setAside: number } {
    return { waiting: this.queue.size, delivered: this.sent.size, setAside: this.aside.size };
  }

  delivered(ids: readonly string[], at: string): void {
    for (const id of ids) if (this.queue.delete(id)) this.sent.set(id, at);
  }

  setAside(id: string, reason: SetAsideReason, detail: string): void {
    if (this.queue.delete(id)) this.aside.set(id, { reason, detail });
  }
}

export class MemoryInbox implements Inbox {
  readonly statements = new Map<string, unknown>();
  readonly refused: unknown[] = [];
  private kept: string | null = null;

  take(statements: readonly unknown[]): { taken: number; known: number; refused: number } {
    const counts = { taken: 0, known: 0, refused: 0 };
    for (const each of statements) {
      const { id } = each as { id: string };
      if (!this.statements.has(id)) {
        this.statements.set(id, each);
        counts.taken += 1;
      } else if (isDeepStrictEqual(this.statements.get(id), each)) counts.known += 1;
      else {
        this.refused.push(each);
        counts.refused += 1;
      }
    }
    return counts;
  }

  cursor(): string | null {
    return this.kept;
  }

  keepCursor(cursor: string): void {
    this.kept = cursor;
  }
}
