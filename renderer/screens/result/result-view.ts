// What a result says in one word.
import type { CourseProgress } from '../../../core/learning/progress';

export type ResultState = 'passed' | 'notYet' | 'unfinished';

export function resultState({ passed }: Pick<CourseProgress, 'passed'>): ResultState {
  if (passed === null) return 'unfinished';
  return passed ? 'passed' : 'notYet';
}
