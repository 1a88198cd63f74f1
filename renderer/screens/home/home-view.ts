// Which words Home greets with, and what its first card offers.
import type { HomeView, NextStep } from '../../../core/views';
import { base } from '../../text/languages';

export type DayTime = 'morning' | 'afternoon' | 'evening';

/** Hours from 0 to 23. */
export function dayTime(hour: number): DayTime {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

/** Worth saying before a lesson is begun: it speaks another language than the app. */
export const isOtherLanguage = (lesson: string, app: string): boolean => base(lesson) !== base(app);

export type FirstCard =
  | { type: 'goOn' | 'begin'; step: NextStep }
  | { type: 'allDone' }
  /** No course was found: there is nothing to do yet. */
  | { type: 'empty' };

export function firstCard({
  goOn,
  next,
  courses,
}: Pick<HomeView, 'goOn' | 'next' | 'courses'>): FirstCard {
  if (goOn) return { type: 'goOn', step: goOn };
  if (next) return { type: 'begin', step: next };
  return courses > 0 ? { type: 'allDone' } : { type: 'empty' };
}
