// A text being repaired, as data: whether it is an answer yet, and which checks have just turned.
import type { RepairAnswer, RepairDue, RepairShown } from '../../../core/course/blocks/repair';

export const begin = (shown: RepairShown, saved: RepairAnswer | null): RepairAnswer =>
  saved ?? { text: shown.text };

export const isEmpty = ({ text }: RepairAnswer): boolean => text.trim() === '';

/** The text as it was is no answer. */
export const missing = (shown: RepairShown, answer: RepairAnswer): number[] =>
  isEmpty(answer) || answer.text === shown.text ? [0] : [];

/** Places of the checks that hold now and did not before, or the other way round. */
export function turned(
  before: readonly boolean[],
  now: readonly boolean[],
): { held: number[]; lost: number[] } {
  const changed = now.flatMap((holds, at) => (holds === before[at] ? [] : [at]));
  return {
    held: changed.filter((at) => now[at]),
    lost: changed.filter((at) => !now[at]),
  };
}

/** Once they are due, a check shows its phrases too, whatever its label hides before. */
export const withPhrases = (
  check: RepairShown['checks'][number],
  due: RepairDue,
  at: number,
): RepairShown['checks'][number] => ({ ...check, phrases: due.phrases[at] ?? null });
