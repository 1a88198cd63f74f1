// A platform that speaks SCORM: its object is found among the windows around, and told values by their names.
import type { Answered } from '../../../core/learning/course-practice';
import type { Lms, Standing } from './lms';
import { Troubles } from './lms';
import { type Question, questionOf } from './question';
import { resumed, suspended } from './suspended';

export type Value = readonly [name: string, value: string];

/** Where the two editions differ. */
export interface Edition {
  /** What the object is called. */
  api: 'API' | 'API_1484_11';
  calls: Record<'begin' | 'get' | 'set' | 'commit' | 'end', string>;
  suspended: { name: string; characters: number };
  count: string;
  standing(standing: Standing): Value[];
  question(at: number, question: Question): Value[];
  leaving(seconds: number): Value[];
  /** What a learner has reached for good: one of these is never replaced by another. */
  lasting: Readonly<Record<string, readonly string[]>>;
}

type Api = Record<string, (...given: string[]) => unknown>;

/** Windows in windows in windows: the standard stops somewhere too. */
const mostWindows = 500;

/** The object in this window, those around it, or around the one that opened it. */
export function findApi(from: Window, name: Edition['api']): Api | null {
  const above = (start: Window | null): Api | null => {
    let here = start;
    for (let count = 0; here && count < mostWindows; count++) {
      try {
        const found = (here as unknown as Record<string, unknown>)[name];
        if (found) return found as Api;
      } catch {
        // Another site's window: it does not say what it has.
      }
      if (here.parent === here) return null;
      here = here.parent;
    }
    return null;
  };
  const opener = (window: Window): Window | null => {
    try {
      return window.opener as Window | null;
    } catch {
      return null;
    }
  };
  return above(from) ?? above(opener(from)) ?? above(from.top === null ? null : opener(from.top));
}

/** Some platforms ask their server at each commit, and the page waits for it. */
const commitMilliseconds = 1000;

export class Scorm implements Lms {
  private readonly troubles = new Troubles();
  trouble = this.troubles.trouble;
  onTrouble = this.troubles.onTrouble;
  private api: Api | null = null;
  private questions = 0;
  /** Names of what was reached for good, in this visit or an earlier one. */
  private readonly reached = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly startedAt: number;

  constructor(
    private readonly edition: Edition,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.startedAt = now();
  }

  async begin(): Promise<string | null> {
    this.api = findApi(window, this.edition.api);
    if (!this.api || !this.call('begin', '')) {
      this.api = null;
      this.troubles.set('missing');
      return null;
    }
    this.questions = Number(this.get(this.edition.count)) || 0;
    for (const name of Object.keys(this.edition.lasting)) this.reach([name, this.get(name)]);
    return resumed(this.get(this.edition.suspended.name));
  }

  tell(standing: Standing): void {
    if (!this.api) return;
    const { name, characters } = this.edition.suspended;
    const text = suspended((parts) => standing.save(parts), characters);
    const values = this.edition.standing(standing).filter((value) => this.mayTell(value));
    for (const value of values) this.reach(value);
    this.set([...values, ...(text === null ? [] : [[name, text] as const])]);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), commitMilliseconds);
  }

  answered(answered: Answered): void {
    if (!this.api) return;
    this.set(this.edition.question(this.questions++, questionOf(answered)));
  }

  back = (): null => null;

  pause(): void {
    this.commit();
  }

  end(): void {
    if (!this.api) return;
    this.set(this.edition.leaving((this.now() - this.startedAt) / 1000));
    this.commit();
    this.call('end', '');
    this.api = null;
  }

  private commit(): void {
    if (!this.api) return;
    clearTimeout(this.timer);
    this.troubles.set(this.call('commit', '') ? null : 'unsent');
  }

  private reach([name, value]: Value): void {
    if (this.edition.lasting[name]?.includes(value)) this.reached.add(name);
  }

  /** A platform that gave back nothing to go on from still knows that the course was passed. */
  private mayTell([name, value]: Value): boolean {
    return !this.reached.has(name) || this.edition.lasting[name]?.includes(value) === true;
  }

  /** A value that a platform does not take is one it does not know: the others still count. */
  private set(values: readonly Value[]): void {
    for (const [name, value] of values) this.call('set', name, value);
  }

  private get(name: string): string {
    try {
      return String(this.api?.[this.edition.calls.get]?.(name) ?? '');
    } catch {
      return '';
    }
  }

  /** Whether it said yes. What a platform throws must not end the lesson. */
  private call(call: 'begin' | 'set' | 'commit' | 'end', ...given: string[]): boolean {
    try {
      return String(this.api?.[this.edition.calls[call]]?.(...given)) === 'true';
    } catch {
      return false;
    }
  }
}
