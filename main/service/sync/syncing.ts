// All targets that are switched on, each with its runner. Where there is none, nothing runs: no timer, no socket.
import type { Topic } from '../../../core/contract';
import type { Policy } from '../../../core/policy/policy';
import type { SyncState } from '../../../core/sync/state';
import type { SyncTrial, Unread } from '../../../core/sync/views';
import type { Account } from '../../../core/xapi/statement';
import type { Log } from '../log';
import type { Store } from '../store/store';
import type { Target } from '../store/targets';
import { closedInbox, openProvider } from './open-provider';
import { originsOf, type Place, placeOf } from './place';
import type { Provider } from './provider';
import type { Inbox } from './queue';
import { isAllowed, levelWithin, rulesOf } from './rules';
import { type Clock, Runner } from './runner';
import { tryPlace } from './try-place';
import type { Web } from './web';

export interface SyncingParts {
  store(): Store;
  policy(): Policy;
  web: Web;
  /** The origins that the shell may ask from now on. */
  allow(origins: readonly string[]): void;
  forgetSecret(name: string): void;
  changed(topics: readonly Topic[]): void;
  clock: Clock;
  /** From 0 to 1. */
  random(): number;
  log: Log;
}

/** Screens are told at most so often, in milliseconds. */
const tellEvery = 250;
/** Entries of the past that one step makes ready to be sent. */
const pastAtOnce = 100;

export class Syncing {
  private readonly running = new Map<string, Runner>();
  /** What was stopped may still be ending; the next of the same target waits for it. */
  private readonly endings = new Map<string, Promise<void>>();
  private origins = '';
  private news: Set<Topic> | null = null;
  private trying: { trial: SyncTrial; place: Place; stop: AbortController } | null = null;
  /** Chosen in the dialog of the system, and not in use yet. */
  private folder: string | null = null;
  private isClosed = false;

  constructor(private readonly parts: SyncingParts) {}

  /** Makes what runs match what is switched on and allowed. */
  follow(): void {
    if (this.isClosed) return;
    const rules = rulesOf(this.parts.policy());
    const wanted = new Map<string, { target: Target; place: Place }>();
    for (const target of this.parts.store().sync.targets()) {
      const place = placeOf(target);
      if (!place || !isAllowed(rules, target) || !this.isBusy(target)) continue;
      wanted.set(target.id, { target, place });
      const level = levelWithin(rules, target.level);
      if (level !== target.level) this.parts.store().sync.changeLevel(target.id, level);
    }
    for (const id of this.running.keys()) if (!wanted.has(id)) this.stop(id);
    this.tellOrigins([...wanted.values()].map(({ place }) => place));
    for (const { target, place } of wanted.values()) {
      if (!this.running.has(target.id)) this.start(target, place);
    }
  }

  /** One that was ended goes on until what it asked to take back has arrived. */
  private isBusy({ id, state }: Target): boolean {
    if (state === 'on') return true;
    return state === 'stopped' && this.parts.store().sync.outbox(id).counts().waiting > 0;
  }

  forgetSecret(name: string): void {
    this.parts.forgetSecret(name);
  }

  /** Something was done here that may have to be sent. */
  nudge(): void {
    for (const runner of this.running.values()) runner.nudge();
  }

  /** Now, whatever it waits for. One that is up to date looks again, which it would not do so soon. */
  retry(id: string): void {
    const runner = this.running.get(id);
    if (runner?.state.kind === 'up-to-date') this.restart(id);
    else runner?.retry();
  }

  /** With what was changed about it. */
  restart(id: string): void {
    this.stop(id);
    this.follow();
  }

  stateOf({ id, state }: Pick<Target, 'id' | 'state'>): SyncState {
    const runner = this.running.get(id);
    if (runner) return runner.state;
    return state === 'paused' ? { kind: 'paused' } : { kind: 'off' };
  }

  /** What the last look at its place could not take in. */
  unreadOf(id: string): Unread | null {
    return this.running.get(id)?.unread ?? null;
  }

  get trial(): SyncTrial | null {
    return this.trying?.trial ?? null;
  }

  get chosenFolder(): string | null {
    return this.folder;
  }

  chooseFolder(folder: string | null): void {
    this.folder = folder;
    this.tell('sync');
  }

  /** Looks whether a place would do; `trial` tells how it ended. The one before is given up. */
  try(target: string, place: Place, account: Account | null): void {
    this.trying?.stop.abort();
    const { web, clock, random, log } = this.parts;
    const stop = new AbortController();
    const trying = { trial: { target, outcome: null } as SyncTrial, place, stop };
    this.trying = trying;
    const around = { secret: target, web, now: () => clock.now(), random, log };
    this.follow();
    const settle = (outcome: SyncState): void => {
      if (this.trying !== trying) return;
      trying.trial = { target, outcome };
      this.tell('sync');
      this.follow();
    };
    tryPlace(place, account, around, stop.signal).then(settle, (error) => {
      log('a place for sync could not be tried', error);
      settle({ kind: 'waiting', why: 'trouble', until: new Date(clock.now()).toISOString() });
    });
  }

  /** What was tried is in use now, or nobody wants it any more. */
  forgetTrial(): void {
    this.trying?.stop.abort();
    this.trying = null;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.trying?.stop.abort();
    for (const id of [...this.running.keys()]) this.stop(id);
    await Promise.all(this.endings.values());
  }

  private start(target: Target, place: Place): void {
    const { clock, random, log } = this.parts;
    const { id } = target;
    const onState = (): void => {
      this.tell('sync');
      // Not from within the step that tells it.
      if (!this.isBusy(target)) queueMicrotask(() => this.end(id));
    };
    const runner = new Runner(this.providerOf(target, place), clock, random, onState, (error) =>
      log('sync failed', error),
    );
    this.running.set(id, runner);
    void (this.endings.get(id) ?? Promise.resolve()).then(() => {
      if (this.running.get(id) === runner) runner.start();
    });
  }

  private end(id: string): void {
    if (!this.running.has(id)) return;
    this.parts.forgetSecret(id);
    this.follow();
    this.tell('sync');
  }

  private stop(id: string): void {
    const runner = this.running.get(id);
    if (!runner) return;
    this.running.delete(id);
    const ending = runner.stop();
    this.endings.set(id, ending);
    void ending.finally(() => {
      if (this.endings.get(id) === ending) this.endings.delete(id);
    });
  }

  private providerOf(target: Target, place: Place): Provider {
    const { web, clock, random, log } = this.parts;
    const { id, account } = target;
    const { sync, device } = this.parts.store();
    const provider = openProvider({
      ...{ place, account, secret: id, device, web, random, log },
      ...{ outbox: sync.outbox(id), sent: sync.sent(id), now: () => clock.now() },
      inbox: target.state === 'stopped' ? closedInbox() : this.watched(sync.inbox(id)),
    });
    return {
      unread: () => provider.unread?.() ?? null,
      step: async (signal) => {
        // First all that is to be sent, so that it is known how much that is.
        if (!sync.sendPast(id, pastAtOnce)) return provider.step(signal);
        return { kind: 'sending', sent: 0, total: sync.outbox(id).counts().waiting };
      },
    };
  }

  private watched(inbox: Inbox): Inbox {
    return {
      ...inbox,
      take: (statements) => {
        const count = inbox.take(statements);
        if (count.taken > 0) this.tell('progress', 'learners', 'sync');
        return count;
      },
    };
  }

  private tellOrigins(places: readonly Place[]): void {
    const tried = this.trying?.trial.outcome === null ? [this.trying.place] : [];
    const origins = [...new Set([...places, ...tried].flatMap(originsOf))].sort();
    const now = origins.join(' ');
    if (now === this.origins) return;
    this.origins = now;
    this.parts.allow(origins);
  }

  /** Gathered for a moment: while much is sent, each batch is news. */
  private tell(...topics: Topic[]): void {
    const isFirst = this.news === null;
    this.news ??= new Set();
    for (const each of topics) this.news.add(each);
    if (!isFirst) return;
    this.parts.clock.after(tellEvery, () => {
      const news = [...(this.news ?? [])];
      this.news = null;
      if (!this.isClosed) this.parts.changed(news);
    });
  }
}
