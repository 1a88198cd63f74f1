// A choice as data: which options are taken, how each is marked.
import type { ChoiceAnswer, ChoiceShown } from '../../../core/course/blocks/choice';
import type { Verdict } from '../../../core/views';
import { rightParts } from '../item-view';

export const begin = (shown: ChoiceShown, saved: ChoiceAnswer | null): ChoiceAnswer => {
  const known = (saved ?? []).filter((option) => option >= 0 && option < shown.options.length);
  return shown.several ? known : known.slice(0, 1);
};

/** The options as a whole are the one part: it is missing until something is chosen. */
export const missing = (_shown: ChoiceShown, answer: ChoiceAnswer): number[] =>
  answer.length === 0 ? [0] : [];

export const sorted = (options: readonly number[]): number[] => [...options].sort((a, b) => a - b);

export type Count =
  | { type: 'some'; right: number; chosen: number }
  /** Everything chosen is right, but that is not everything. */
  | { type: 'incomplete' };

/** With one right answer there is nothing to count. */
export function countOf(shown: ChoiceShown, verdict: Verdict<'choice'>): Count | null {
  const chosen = verdict.answer?.length ?? 0;
  if (!shown.several || verdict.right || chosen === 0) return null;
  const right = rightParts(verdict);
  if (right === 0) return null;
  return right === chosen ? { type: 'incomplete' } : { type: 'some', right, chosen };
}

/** How an option stands once the right answer is due. */
export type OptionState = 'chosen-right' | 'chosen-wrong' | 'right' | 'other';

export function optionState(
  option: number,
  given: ChoiceAnswer | null,
  key: ChoiceAnswer,
): OptionState {
  const chosen = given?.includes(option) ?? false;
  if (key.includes(option)) return chosen ? 'chosen-right' : 'right';
  return chosen ? 'chosen-wrong' : 'other';
}
