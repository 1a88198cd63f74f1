// What a page tells a learning platform, however the two have agreed to speak.
import type { Answered, SavedParts } from '../../../core/learning/course-practice';
import type { CourseProgress } from '../../../core/learning/progress';

/** Where the learner stands. */
export interface Standing {
  progress: CourseProgress;
  /** Everything to go on from; private answers only where they stay with the learner. */
  save: (parts: SavedParts, withPrivate?: boolean) => string;
}

/** No platform was found; or it did not take what it was told; or this browser keeps nothing. */
export type LmsTrouble = 'missing' | 'unsent' | 'unkept';

export interface Lms {
  /** Gives what was saved the last time; null where there is nothing. Never fails. */
  begin(): Promise<string | null>;
  tell(standing: Standing): void;
  answered(answered: Answered): void;
  /** Where whoever is done goes back to; null where leaving is the platform's own affair. */
  back(): string | null;
  /** The page goes to the background, perhaps for good. */
  pause(): void;
  /** The page goes away: the last word. */
  end(): void;
  trouble(): LmsTrouble | null;
  onTrouble(listener: () => void): () => void;
}

/** Remembers what is wrong, and tells who shows it. */
export class Troubles {
  private now: LmsTrouble | null = null;
  private readonly listeners = new Set<() => void>();

  set(trouble: LmsTrouble | null): void {
    if (trouble === this.now) return;
    this.now = trouble;
    for (const listener of [...this.listeners]) listener();
  }

  trouble = (): LmsTrouble | null => this.now;

  onTrouble = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** The share of points, once there is one to tell. */
export const scoreOf = ({ score, status }: CourseProgress): number | null =>
  status === 'new' ? null : score;
