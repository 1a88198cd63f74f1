// Fetches what the people of this device learned elsewhere, page by page, the earliest stored first.
import { setImmediate as othersFirst } from 'node:timers/promises';
import { z } from '../../../../core/zod';
import type { Inbox } from '../queue';
import { Trouble, troubleOf } from '../trouble';
import { WebFault, type WebReply } from '../web';
import type { LrsClient } from './client';
import { type Cursor, keyOf, reached, readCursor, sinceOf } from './cursor';
import { isFromStore, jsonOf } from './reply';
import type { Account, LrsTarget } from './target';

const page = z.object({
  statements: z.array(z.unknown()),
  /** Where the next page is: a path from the root; empty or absent at the end. */
  more: z.string().nullish(),
});

const stored = z.object({ stored: z.iso.datetime({ offset: true }) });

const pageLimit = 250;
const takenAtOnce = 50;
/** More than this at one time, in a store that cannot name its pages, is given up. */
const largestPage = 64_000;

/** One person's statements, as far as this round has come. */
interface Round {
  person: Account;
  /** The next page as the store names it. */
  more: string | null;
  /** Without that: the time from which it is asked for. */
  from: string | null;
  limit: number;
  /** The newest that came; what a page ends with is not trusted to be it. */
  newest: string | null;
  /** The one that came last. */
  last: string | null;
  isInOrder: boolean;
}

export class Pulling {
  private people: Account[] = [];
  private round: Round | null = null;
  private taken = 0;
  private namesPagesWrongly = false;

  constructor(
    private readonly client: LrsClient,
    private readonly target: LrsTarget,
    private readonly inbox: Inbox,
  ) {}

  /** How many came in this round that were not known. */
  get received(): number {
    return this.taken;
  }

  /**
   * Fetches one page.
   * @returns whether that was all there is, of everybody
   * @throws Trouble and WebFault: what was taken stays, the rest is fetched the next time
   */
  async fetchPage(signal: AbortSignal): Promise<boolean> {
    if (!this.round) {
      if (this.people.length === 0) {
        this.people = [...this.target.people()];
        this.taken = 0;
      }
      const person = this.people.shift();
      if (!person) return true;
      this.round = {
        ...{ person, more: null, from: this.cursor()[this.key(person)] ?? null },
        ...{ limit: pageLimit, newest: null, last: null, isInOrder: true },
      };
    }
    const wasLast = await this.nextPage(this.round, signal);
    if (wasLast) this.round = null;
    return wasLast && this.people.length === 0;
  }

  /** After trouble: a page that was named may have gone, so all is asked for by time again. */
  startOver(): void {
    this.round = null;
    this.people = [];
  }

  private async nextPage(round: Round, signal: AbortSignal): Promise<boolean> {
    const reply = await this.ask(round, signal);
    if (!reply) return false;
    if (reply.status !== 200) {
      // Pages are kept for a day only, and some stores name them wrongly.
      const isPageGone = round.more !== null && reply.status < 500 && isFromStore(reply);
      // These credentials may write and not read. What is sent does not wait for that right.
      if (reply.status === 403 && round.more === null && isFromStore(reply)) return true;
      if (!isPageGone) throw troubleOf(reply);
      this.namesPagesWrongly = true;
      this.askByTime(round);
      return false;
    }
    const read = page.safeParse(jsonOf(reply));
    if (!read.success) throw troubleOf(reply);
    const { statements, more } = read.data;
    await this.take(statements);
    this.note(round, statements);
    round.more = more || null;
    if (round.newest && (round.isInOrder || !round.more)) {
      this.keep(round.person, reached(round.newest, consistentThrough(reply)));
    }
    if (round.more === null) return true;
    if (this.namesPagesWrongly) this.askByTime(round);
    return false;
  }

  /** In parts, so that nobody who answers a question meanwhile has to wait for all of it. */
  private async take(statements: readonly unknown[]): Promise<void> {
    for (let at = 0; at < statements.length; at += takenAtOnce) {
      if (at > 0) await othersFirst();
      this.taken += this.inbox.take(statements.slice(at, at + takenAtOnce)).taken;
    }
  }

  private async ask(round: Round, signal: AbortSignal): Promise<WebReply | null> {
    try {
      if (round.more !== null) return await this.client.getMore(round.more, signal);
      const query = {
        agent: JSON.stringify({ objectType: 'Agent', account: round.person }),
        related_agents: 'false',
        related_activities: 'false',
        ascending: 'true',
        limit: String(round.limit),
        ...(round.from !== null && { since: sinceOf(round.from) }),
      };
      return await this.client.get('statements', query, signal);
    } catch (error) {
      const isTooLarge = error instanceof WebFault && error.kind === 'too-large';
      if (!isTooLarge || round.limit === 1) throw error;
      round.limit = Math.max(1, Math.floor(round.limit / 4));
      if (round.more !== null) this.askByTime(round);
      return null;
    }
  }

  /** Goes on from the newest that came, instead of from where the store says. */
  private askByTime(round: Round): void {
    const giveUp = !round.isInOrder || round.limit > largestPage;
    if (giveUp) throw new Trouble({ kind: 'wait', why: 'trouble' }, 'no way to the next page');
    // Nothing but what was stored at one time: then more of it must come at once.
    if (round.from === round.newest) round.limit *= 2;
    round.more = null;
    round.from = round.newest;
    round.last = null;
  }

  private note(round: Round, statements: readonly unknown[]): void {
    for (const each of statements) {
      const { data } = stored.safeParse(each);
      // Without a time it cannot be in any order.
      if (!data || isBefore(data.stored, round.last)) round.isInOrder = false;
      if (!data) continue;
      round.last = data.stored;
      if (!isBefore(data.stored, round.newest)) round.newest = data.stored;
    }
  }

  private key(person: Account): string {
    return keyOf(this.target.endpoint, person);
  }

  private cursor(): Cursor {
    return readCursor(this.inbox.cursor());
  }

  /** Never back: what is fetched is fetched. */
  private keep(person: Account, end: string): void {
    const cursor = this.cursor();
    const key = this.key(person);
    if (cursor[key] !== undefined && !isBefore(cursor[key], end)) return;
    this.inbox.keepCursor(JSON.stringify({ ...cursor, [key]: end }));
  }
}

const isBefore = (time: string, other: string | null): boolean =>
  other !== null && Date.parse(time) < Date.parse(other);

const consistentThrough = ({ headers }: WebReply): string | undefined =>
  headers['x-experience-api-consistent-through'];
