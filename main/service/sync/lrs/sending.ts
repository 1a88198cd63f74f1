// Sends what waits, the oldest first, and finds out what exactly is refused.

import type { Outbox, Waiting } from '../queue';
import { Trouble, troubleOf } from '../trouble';
import type { WebReply } from '../web';
import type { LrsClient } from './client';
import { isFromStore, jsonOf, wordsOf } from './reply';
import { isSameStatement } from './same-statement';

/** A batch: no more statements, and no more UTF-8 bytes. */
export const batchLimits = { statements: 50, bytes: 512_000 } as const;

/** Bytes by which batches grow again after they were halved. */
const growth = 10_000;

/** A store says that it has an id and does not show it: so often it is asked before it is believed. */
const patience = 3;

interface Outcome {
  kind: 'arrived' | 'refused' | 'too-large';
  reply: WebReply;
}

export class Sending {
  /** How many of the oldest go next, and after them: halves of a batch that was refused as a whole. */
  private plan: number[] = [];
  private bytes: number = batchLimits.bytes;
  /** How often each id was said to be there and was not shown. */
  private readonly unseen = new Map<string, number>();

  constructor(
    private readonly client: LrsClient,
    private readonly outbox: Outbox,
    private readonly now: () => number,
  ) {}

  /**
   * Sends two batches at the same time, so that the server has work while we write down what arrived;
   * only one where there is no more, or something was refused and is looked for.
   * @returns how many statements are done with; none where all was refused and will be halved
   * @throws Trouble and WebFault: then what did not arrive still waits, to be sent again as it is
   */
  async sendSome(signal: AbortSignal): Promise<number> {
    const [planned] = this.plan;
    if (planned !== undefined) return this.sendPlanned(planned, signal);
    const { statements } = batchLimits;
    const batches = inBatches(this.outbox.waiting(2 * statements, 2 * this.bytes), this.bytes);
    const [first = [], second] = batches;
    if (!second) return this.sendPlanned(first.length, signal);
    const replies = await Promise.allSettled(batches.map((batch) => this.post(batch, signal)));
    const arrived: Waiting[] = [];
    let trouble: unknown;
    for (const [index, reply] of replies.entries()) {
      const batch = batches[index] ?? [];
      if (reply.status === 'rejected') trouble ??= reply.reason;
      else if (reply.value.kind === 'arrived') arrived.push(...batch);
      else this.plan.push(...this.halvesOf(batch, reply.value.kind));
    }
    if (arrived.length > 0) this.arrived(arrived);
    if (trouble !== undefined) {
      // What lies before a batch that was refused still waits: its halves are no longer the oldest.
      this.plan = [];
      throw trouble;
    }
    return arrived.length;
  }

  private async sendPlanned(planned: number, signal: AbortSignal): Promise<number> {
    const batch = this.outbox.waiting(planned, this.bytes);
    const [only] = batch;
    if (!only) {
      this.plan = [];
      return 0;
    }
    const { kind, reply } = await this.post(batch, signal);
    if (kind === 'arrived') {
      this.arrived(batch);
      return this.done(batch.length);
    }
    if (batch.length > 1) {
      this.plan.splice(0, 1, ...this.halvesOf(batch, kind));
      return 0;
    }
    if (reply.status === 409) await this.compare(only, signal);
    else this.outbox.setAside(only.id, kind, wordsOf(reply));
    return this.done(1);
  }

  private async post(batch: readonly Waiting[], signal: AbortSignal): Promise<Outcome> {
    const json = `[${batch.map((each) => each.json).join(',')}]`;
    const reply = await this.client.post('statements', json, signal);
    if (reply.status === 200) {
      if (!areThese(jsonOf(reply), batch)) throw troubleOf(reply);
      return { kind: 'arrived', reply };
    }
    if (reply.status === 413) return { kind: 'too-large', reply };
    const refused = [400, 409, 422].includes(reply.status) && isFromStore(reply);
    if (!refused) throw troubleOf(reply);
    return { kind: 'refused', reply };
  }

  private arrived(batch: readonly Waiting[]): void {
    this.outbox.delivered(idsOf(batch), this.at());
    // What was too large once was so for something on the way, which may be another the next time.
    this.bytes = Math.min(batchLimits.bytes, this.bytes + growth);
  }

  private halvesOf(batch: readonly Waiting[], kind: Outcome['kind']): number[] {
    if (kind === 'too-large') this.bytes = Math.max(1, Math.floor(sizeOf(batch) / 2));
    const half = Math.ceil(batch.length / 2);
    return batch.length > 1 ? [half, batch.length - half] : [1];
  }

  /** What was one batch is done, or a part of what was planned. */
  private done(count: number): number {
    const [planned, ...rest] = this.plan;
    // Fewer than planned: not all of them fitted, or some are gone.
    if (planned !== undefined) this.plan = planned > count ? [planned - count, ...rest] : rest;
    return count;
  }

  private at(): string {
    return new Date(this.now()).toISOString();
  }

  /** The store says that this id stands for something else. Most often it is our own, sent before. */
  private async compare(ours: Waiting, signal: AbortSignal): Promise<void> {
    const there = await this.read(ours.id, signal);
    if (there === 'hidden') {
      this.outbox.setAside(ours.id, 'different-there', 'the store does not show what it has');
    } else if (isSameStatement(JSON.parse(ours.json), there)) {
      this.outbox.delivered([ours.id], this.at());
    } else this.outbox.setAside(ours.id, 'different-there', JSON.stringify(there).slice(0, 2000));
    this.unseen.delete(ours.id);
  }

  private async read(id: string, signal: AbortSignal): Promise<unknown> {
    // What was voided since is found by another name.
    for (const name of ['statementId', 'voidedStatementId']) {
      const reply = await this.client.get('statements', { [name]: id }, signal);
      if (reply.status === 200) {
        const statement = jsonOf(reply);
        if (!hasId(statement, id)) throw troubleOf(reply);
        return statement;
      }
      // These credentials may write and not read.
      if (reply.status === 403) return 'hidden';
      if (reply.status !== 404 || !isFromStore(reply)) throw troubleOf(reply);
    }
    const times = (this.unseen.get(id) ?? 0) + 1;
    this.unseen.set(id, times);
    if (times >= patience) return 'hidden';
    throw new Trouble({ kind: 'wait', why: 'trouble' }, 'the store has it and does not show it');
  }
}

const sizeOf = (batch: readonly Waiting[]): number =>
  batch.reduce((sum, { json }) => sum + Buffer.byteLength(json), 0);

/** The first two batches of what waits. */
function inBatches(waiting: readonly Waiting[], bytes: number): Waiting[][] {
  const batches: Waiting[][] = [];
  let size = 0;
  for (const each of waiting) {
    const own = sizeOf([each]);
    const last = batches.at(-1);
    if (last && last.length < batchLimits.statements && size + own <= bytes) {
      last.push(each);
      size += own;
    } else {
      batches.push([each]);
      size = own;
    }
  }
  return batches.slice(0, 2);
}

const idsOf = (batch: readonly Waiting[]): string[] => batch.map(({ id }) => id);

function hasId(statement: unknown, id: string): boolean {
  const found = (statement as { id?: unknown } | null | undefined)?.id;
  return typeof found === 'string' && found.toLowerCase() === id.toLowerCase();
}

/** A status proves nothing, since portals and proxies say 200, too: the store names what it took. */
function areThese(reply: unknown, batch: readonly Waiting[]): boolean {
  if (!Array.isArray(reply) || reply.length !== batch.length) return false;
  const named = new Set(reply.map((each) => String(each).toLowerCase()));
  return batch.every(({ id }) => named.has(id.toLowerCase()));
}
