// What the frame of an item shows: the outcome, the points, and what may be done next.
import type { Prose } from '../../core/course/prose';
import type { ItemView, Verdict } from '../../core/views';

export type Outcome = 'right' | 'partly' | 'not-quite' | 'shown';

export function outcomeOf({
  answer,
  right,
  share,
}: Pick<Verdict, 'answer' | 'right' | 'share'>): Outcome {
  if (answer === null) return 'shown';
  if (right) return 'right';
  return share > 0 ? 'partly' : 'not-quite';
}

/** What the verdict says about one part of the answer. */
export function partOf(
  verdict: Verdict | null,
  part: number,
): { right: boolean; feedback: Prose[] } | undefined {
  return verdict?.parts.find((each) => each.part === part);
}

/** The feedback on one part, now that all of it is due. */
export const keyFeedback = (key: NonNullable<Verdict['key']>, part: number): Prose[] =>
  key.parts.find((each) => each.part === part)?.feedback ?? [];

/** How many parts of an answer are right; null where that says nothing more than the outcome. */
export function someRight(verdict: Verdict, all: number): number | null {
  if (verdict.right || verdict.answer === null || all < 2) return null;
  return rightParts(verdict) || null;
}

export const rightParts = (verdict: Verdict): number =>
  verdict.parts.filter((part) => part.right).length;

/** Nothing more to answer in this attempt. */
export const isSettled = (view: ItemView): boolean => view.verdict?.key != null;

/** Giving up is offered to those who tried, or who have seen all the help there is. */
export function mayShowAnswer(view: ItemView): boolean {
  if (isSettled(view)) return false;
  return view.verdict !== null || (view.hints.length > 0 && view.hintsLeft === 0);
}

/** Points that the next hint takes off: only the first try counts, so later hints are free. */
export const costOfHint = (view: ItemView): number => (view.verdict === null ? view.hintCost : 0);

/** Right in the end, but not all points: the learner should not wonder why. */
export function lostPoints(view: ItemView): boolean {
  return view.verdict?.right === true && view.earned !== null && view.earned < view.points - 1e-9;
}

/** Numbers from 1, as people count. */
export const ordinals = (parts: readonly number[]): number[] => parts.map((part) => part + 1);
