// Time that passes only when nothing else is to be done, so that hours take no time and chance has no part.
import { setImmediate as settled } from 'node:timers/promises';
import type { Clock } from '../../../main/service/sync/runner';

export class VirtualClock implements Clock {
  private timers: { at: number; order: number; call: () => void }[] = [];
  private order = 0;

  constructor(private time = Date.parse('2026-11-20T08:00:00.000Z')) {}

  now(): number {
    return this.time;
  }

  after(milliseconds: number, call: () => void): () => void {
    const timer = { at: this.time + Math.max(0, milliseconds), order: ++this.order, call };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.after(milliseconds, resolve));
  }

  /** Lets time pass until it is so, or nothing waits any more, or it is later than `until`. */
  async runUntil(isSo: () => boolean, until = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await settled();
      if (isSo()) return;
      const next = this.timers.reduce<(typeof this.timers)[number] | null>(
        (first, each) =>
          !first || each.at < first.at || (each.at === first.at && each.order < first.order)
            ? each
            : first,
        null,
      );
      if (!next || next.at > until) return;
      this.timers = this.timers.filter((each) => each !== next);
      this.time = next.at;
      next.call();
    }
  }
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
