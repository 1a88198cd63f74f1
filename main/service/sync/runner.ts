// Runs one target: a step after the other, and between them the pauses that its state asks for.
import type { SyncProblem, SyncState } from '../../../core/sync/state';
import type { Unread } from '../../../core/sync/views';
import { backOff } from './pace';
import type { Provider } from './provider';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once, after so many milliseconds; what it gives back takes that back. */
  after(milliseconds: number, call: () => void): () => void;
}

/** After the last step of a target that has nothing to do; a little apart on each computer. */
const idle = 5 * 60_000;
/** So that what is learned in a moment goes together. */
const gather = 2000;
/** No timer of Node and browsers is longer. */
const longestTimer = 2 ** 31 - 1;

/** Some problems mend themselves; the others need somebody who does something. */
const mends: Record<SyncProblem, boolean> = {
  'not-an-lrs': true,
  'other-version': true,
  certificate: true,
  'captive-portal': true,
  redirected: true,
  'folder-gone': true,
  'folder-read-only': true,
  'folder-full': true,
  'proxy-sign-in': false,
  'no-credentials': false,
  address: false,
};

export class Runner {
  private current: SyncState = { kind: 'off' };
  private takeBack: (() => void) | null = null;
  private stepping: AbortController | null = null;
  /** What came while a step was running. */
  private asked: 'nudge' | 'retry' | null = null;
  /** Problems in a row. */
  private problems = 0;
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly provider: Provider,
    private readonly clock: Clock,
    private readonly random: () => number,
    /** Told after each step, and when it is started or stopped. */
    private readonly onState: (state: SyncState) => void,
    /** Told what a step should never throw. */
    private readonly onError: (error: unknown) => void,
  ) {}

  get state(): SyncState {
    return this.current;
  }

  get unread(): Unread | null {
    return this.provider.unread?.() ?? null;
  }

  /** Begins, or goes on after a pause. */
  start(): void {
    const isOff = this.current.kind === 'off' || this.current.kind === 'paused';
    if (!isOff) return;
    this.show({ kind: 'up-to-date', at: null });
    this.stepAfter(0);
  }

  /** There is something to send: soon, unless it waits for a reason. */
  nudge(): void {
    if (this.stepping) this.asked ??= 'nudge';
    else if (this.current.kind === 'up-to-date') this.stepAfter(gather);
  }

  /** Somebody did something about it, or wants it now: whatever it waits for. */
  retry(): void {
    const isOff = this.current.kind === 'off' || this.current.kind === 'paused';
    if (isOff) return;
    this.problems = 0;
    if (this.stepping) this.asked = 'retry';
    else this.stepAfter(0);
  }

  /** Stops at once; what was on its way is sent again later as it is. */
  pause(): Promise<void> {
    return this.end({ kind: 'paused' });
  }

  stop(): Promise<void> {
    return this.end({ kind: 'off' });
  }

  private end(state: SyncState): Promise<void> {
    this.clear();
    this.stepping?.abort();
    this.stepping = null;
    this.asked = null;
    this.show(state);
    return this.ended;
  }

  private clear(): void {
    this.takeBack?.();
    this.takeBack = null;
  }

  private stepAfter(milliseconds: number): void {
    this.clear();
    this.takeBack = this.clock.after(Math.min(milliseconds, longestTimer), () => {
      this.takeBack = null;
      // One at a time: one that was stopped may still be ending.
      this.ended = this.ended.then(() => this.step());
    });
  }

  private async step(): Promise<void> {
    // Paused while it waited for its turn.
    if (this.current.kind === 'off' || this.current.kind === 'paused') return;
    const stepping = new AbortController();
    this.stepping = stepping;
    let state: SyncState;
    try {
      state = await this.provider.step(stepping.signal);
    } catch (error) {
      this.onError(error);
      const until = new Date(this.clock.now() + backOff(++this.problems, this.random));
      state = { kind: 'waiting', why: 'trouble', until: until.toISOString() };
    }
    if (stepping.signal.aborted) return;
    this.stepping = null;
    this.show(state);
    this.goOn(state);
  }

  private goOn(state: SyncState): void {
    const { asked } = this;
    this.asked = null;
    if (state.kind === 'problem') this.problems += 1;
    else if (state.kind !== 'waiting') this.problems = 0;
    const pause = asked === 'retry' ? 0 : this.pauseAfter(state, asked === 'nudge');
    if (pause !== null) this.stepAfter(pause);
  }

  /** Milliseconds; null where only a person can go on. */
  private pauseAfter(state: SyncState, isNudged: boolean): number | null {
    switch (state.kind) {
      case 'sending':
      case 'receiving':
        return 0;
      case 'up-to-date':
        return isNudged ? gather : idle * (1 + this.random() / 5);
      case 'waiting':
        return Math.max(0, Date.parse(state.until) - this.clock.now());
      case 'problem':
        return mends[state.problem] ? backOff(this.problems, this.random) : null;
      case 'off':
      case 'paused':
      case 'sign-in-needed':
        return null;
    }
  }

  private show(state: SyncState): void {
    this.current = state;
    this.onState(state);
  }
}
