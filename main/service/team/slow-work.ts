// One slow piece of work at a time, in slices: it can be watched and stopped, and says how it ended.
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { JobView, Reading, SourceFailure } from '../../../core/team/views';
import { noReading } from '../store/team/team-store';

/** More often a screen would only flicker, in milliseconds. */
const usualProgressMilliseconds = 300;

export interface WorkOptions {
  /** How far it is has changed. */
  onProgress: () => void;
  /** It came to its end, whatever that was. */
  onEnd: () => void;
  /** What an error means to the person. */
  failureOf: (error: unknown, place: string) => SourceFailure;
  progressMilliseconds?: number | undefined;
}

/** A slice of work is done: others have their turn, and the person may have stopped it. */
export type Breathe = () => Promise<void>;

/** Null: it ends as reading ends. */
export type Work = (
  reading: Reading,
  breathe: Breathe,
  signal: AbortSignal,
) => Promise<JobView | null>;

/** Thrown where the person has stopped it. */
class Stopped extends Error {}

export class SlowWork {
  private view: JobView = { state: 'none' };
  private readonly stoppers = new Set<AbortController>();
  private running: Promise<void> = Promise.resolve();
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: WorkOptions) {}

  read(): JobView {
    return this.view;
  }

  isBusy(): boolean {
    return this.stoppers.size > 0;
  }

  /** Settles when nothing runs any more. */
  idle(): Promise<void> {
    return this.running;
  }

  /** What runs, and what waits for its turn. */
  stop(): void {
    for (const stopper of this.stoppers) stopper.abort();
  }

  /** Forgets how the last one ended. */
  reset(): void {
    this.view = { state: 'none' };
  }

  /** Begins once what runs already has come to its end. */
  begin(place: string, work: Work, onFailure: (failed: SourceFailure) => void = () => {}): void {
    const stopper = new AbortController();
    this.stoppers.add(stopper);
    this.running = this.running.then(() => this.run(place, stopper, work, onFailure));
  }

  private async run(
    place: string,
    stopper: AbortController,
    work: Work,
    onFailure: (failed: SourceFailure) => void,
  ): Promise<void> {
    const { signal } = stopper;
    const reading = noReading();
    let end: JobView;
    try {
      if (signal.aborted) throw new Stopped();
      this.view = { state: 'running', place, reading };
      this.options.onProgress();
      const breathe = () => this.breathe(signal);
      end = (await work(reading, breathe, signal)) ?? { state: 'done', place, reading };
    } catch (error) {
      if (error instanceof Stopped || signal.aborted) end = { state: 'cancelled', place, reading };
      else {
        const failed = this.options.failureOf(error, place);
        end = { state: 'failed', place, reading, failed };
        try {
          onFailure(failed);
        } catch {
          // What could not be read for want of space cannot be noted either: it is said all the same.
        }
      }
    }
    this.view = end;
    this.stoppers.delete(stopper);
    this.options.onEnd();
  }

  private async breathe(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const { progressMilliseconds = usualProgressMilliseconds } = this.options;
    if (now - this.toldAt >= progressMilliseconds) {
      this.toldAt = now;
      this.options.onProgress();
    }
    await othersFirst();
    if (signal.aborted) throw new Stopped();
  }
}
