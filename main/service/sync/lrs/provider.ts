// One learning record store: sends what waits, fetches what is new, and says how that stands.
import type { SyncState } from '../../../../core/sync/state';
import { askedToWait, backOff } from '../pace';
import type { Provider } from '../provider';
import type { Inbox, Outbox } from '../queue';
import { type Standing, standingOf } from '../trouble';
import type { Web } from '../web';
import { LrsClient } from './client';
import { Pulling } from './pulling';
import { Sending } from './sending';
import type { LrsTarget } from './target';

/** How often a store is asked for news, in milliseconds; what is to be sent does not wait for that. */
export const newsEvery = 5 * 60_000;

export interface LrsSurroundings {
  web: Web;
  outbox: Outbox;
  inbox: Inbox;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
}

export class LrsProvider implements Provider {
  private readonly client: LrsClient;
  private readonly sending: Sending;
  private readonly pulling: Pulling;
  /** In a row. */
  private failures = 0;
  /** Since the queue was empty. */
  private sent = 0;
  private isFetching = false;
  private fetchedAt: number | null = null;

  constructor(
    target: LrsTarget,
    private readonly around: LrsSurroundings,
  ) {
    const { web, outbox, inbox, now } = around;
    this.client = new LrsClient(web, target, now);
    this.sending = new Sending(this.client, outbox, now);
    this.pulling = new Pulling(this.client, target, inbox);
  }

  /** Two batches, or one page. */
  async step(signal: AbortSignal): Promise<SyncState> {
    try {
      const state = (await this.send(signal)) ?? (await this.fetch(signal));
      this.failures = 0;
      return state;
    } catch (error) {
      return this.stateAfter(standingOf(error));
    }
  }

  private async send(signal: AbortSignal): Promise<SyncState | null> {
    const { outbox } = this.around;
    if (outbox.counts().waiting === 0) {
      this.sent = 0;
      return null;
    }
    this.sent += await this.sending.sendSome(signal);
    const { waiting } = outbox.counts();
    return { kind: 'sending', sent: this.sent, total: this.sent + waiting };
  }

  private async fetch(signal: AbortSignal): Promise<SyncState> {
    const now = this.around.now();
    const isDue = this.fetchedAt === null || now - this.fetchedAt >= newsEvery;
    // A clock that was set back must not keep news away.
    if (!isDue && !this.isFetching && now >= (this.fetchedAt ?? 0)) return this.upToDate();
    this.isFetching = true;
    if (!(await this.pulling.fetchPage(signal))) {
      return { kind: 'receiving', received: this.pulling.received };
    }
    this.isFetching = false;
    this.fetchedAt = this.around.now();
    return this.upToDate();
  }

  private upToDate(): SyncState {
    const { fetchedAt } = this;
    return {
      kind: 'up-to-date',
      at: fetchedAt === null ? null : new Date(fetchedAt).toISOString(),
    };
  }

  private stateAfter(standing: Standing): SyncState {
    this.failures += 1;
    this.pulling.startOver();
    const { now, random } = this.around;
    const waiting = (milliseconds: number, why: 'asked' | 'offline' | 'trouble'): SyncState => ({
      ...{ kind: 'waiting', why },
      until: new Date(now() + milliseconds).toISOString(),
    });
    switch (standing.kind) {
      case 'asked': {
        const asked = askedToWait(standing.retryAfter, now());
        if (asked === null) return waiting(backOff(this.failures, random), 'trouble');
        // Not all of those who were told the same time at once.
        return waiting(asked + Math.round(random() * spread(asked)), 'asked');
      }
      case 'wait':
        return waiting(backOff(this.failures, random), standing.why);
      case 'sign-in-needed':
      case 'problem':
        this.client.forget();
        return standing;
    }
  }
}

const spread = (asked: number): number => Math.min(asked / 10, 30_000);
