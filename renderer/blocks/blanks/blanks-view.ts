// Gaps as data: what is in them, and what stands there once the answer is due.
import type { BlanksAnswer, BlanksShown } from '../../../core/course/blocks/blanks';

export type GapShown = BlanksShown['gaps'][number];
export type GapAnswer = BlanksAnswer[number];

function fits(gap: GapShown, saved: GapAnswer): boolean {
  if (gap.type === 'options') {
    return typeof saved === 'number' && saved >= 0 && saved < gap.options.length;
  }
  return typeof saved === 'string';
}

export const begin = (shown: BlanksShown, saved: BlanksAnswer | null): BlanksAnswer =>
  shown.gaps.map((gap, at) => {
    const given = saved?.[at] ?? null;
    return fits(gap, given) ? given : null;
  });

/** Blanks typed into a gap leave it empty, as the grading sees it. */
export const missing = (_shown: BlanksShown, answer: BlanksAnswer): number[] =>
  answer.flatMap((given, at) => {
    const isEmpty = given === null || (typeof given === 'string' && given.trim() === '');
    return isEmpty ? [at] : [];
  });

export const filled = (answer: BlanksAnswer, gap: number, given: string | number): BlanksAnswer =>
  answer.map((each, at) => (at === gap ? (given === '' ? null : given) : each));

/** What stands in a gap, in words; empty where nothing does. */
export function gapWords(gap: GapShown | undefined, given: GapAnswer | undefined): string {
  if (given === null || given === undefined) return '';
  if (gap?.type === 'options') return gap.options[Number(given)] ?? '';
  return String(given).trim();
}
