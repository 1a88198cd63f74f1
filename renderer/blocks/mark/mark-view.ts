// Marks in a text as data: ranges, where an arrow key leads, and how each unit stands at the end.
import type { MarkAnswer, MarkShown } from '../../../core/course/blocks/mark';
import type { Verdict } from '../../../core/views';
import { rightParts } from '../item-view';

const inOrder = (units: Iterable<number>): number[] => [...units].sort((a, b) => a - b);

export const begin = (shown: MarkShown, saved: MarkAnswer | null): MarkAnswer =>
  inOrder(new Set((saved ?? []).filter((unit) => unit >= 0 && unit < shown.units)));

/** The text as a whole is the one part: it is missing until something is marked. */
export const missing = (_shown: MarkShown, answer: MarkAnswer): number[] =>
  answer.length === 0 ? [0] : [];

export const toggled = (answer: MarkAnswer, unit: number): MarkAnswer =>
  answer.includes(unit) ? answer.filter((each) => each !== unit) : inOrder([...answer, unit]);

/** Marks all units from one to another, or takes their marks away. */
export function ranged(answer: MarkAnswer, from: number, to: number, on: boolean): MarkAnswer {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const outside = answer.filter((unit) => unit < first || unit > last);
  if (!on) return outside;
  const inside = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return inOrder([...outside, ...inside]);
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const middle = ({ left, right }: Box): number => (left + right) / 2;
const isAbove = (a: Box, b: Box): boolean => a.bottom <= b.top + (b.bottom - b.top) / 2;

/** The unit over or under another one, in the line next to its own; null at the end of the text. */
export function inNextLine(boxes: readonly Box[], from: number, step: 1 | -1): number | null {
  const start = boxes[from];
  if (!start) return null;
  const isBeyond = (box: Box, than: Box) => (step > 0 ? isAbove(than, box) : isAbove(box, than));
  let best: number | null = null;
  let line: Box | null = null;
  for (let at = from + step; at >= 0 && at < boxes.length; at += step) {
    const box = boxes[at] as Box;
    if (!isBeyond(box, start)) continue;
    if (line && isBeyond(box, line)) break;
    line ??= box;
    const nearest: Box | undefined = best === null ? undefined : boxes[best];
    const distance = Math.abs(middle(box) - middle(start));
    if (!nearest || distance < Math.abs(middle(nearest) - middle(start))) best = at;
  }
  return best;
}

/** Marks next to each other that are told about together. */
export interface Run {
  units: number[];
  right: boolean;
  /** The part of the verdict that carries what is said. */
  part: number;
}

/** Puts judged marks into runs; where something is said, a new one begins. */
export function runsOf(parts: Verdict['parts']): Run[] {
  const runs: Run[] = [];
  for (const { part, right, feedback } of [...parts].sort((a, b) => a.part - b.part)) {
    const last = runs.at(-1);
    const follows = last?.right === right && last.units.at(-1) === part - 1;
    if (last && follows && feedback.length === 0) last.units.push(part);
    else runs.push({ units: [part], right, part });
  }
  return runs;
}

export type UnitState = 'found' | 'missed' | 'wrong';

/** How units stand once the answer is due; others have nothing to tell. */
export function unitStates(given: MarkAnswer | null, key: MarkAnswer): Map<number, UnitState> {
  const own = new Set(given ?? []);
  const states = new Map<number, UnitState>();
  for (const unit of key) states.set(unit, own.has(unit) || given === null ? 'found' : 'missed');
  for (const unit of own) if (!states.has(unit)) states.set(unit, 'wrong');
  return states;
}

export interface Finding {
  units: number[];
  state: 'shown' | 'found' | 'partly' | 'missed' | 'wrong';
  part: number;
}

/** Everything to tell about at the end, as it follows in the text: passages, and marks that were wrong. */
export function findings(
  given: MarkAnswer | null,
  spots: readonly number[][],
  parts: Verdict['parts'],
): Finding[] {
  const own = new Set(given ?? []);
  const passages = spots.map((units): Finding => {
    const found = units.filter((unit) => own.has(unit)).length;
    const state = found === units.length ? 'found' : found > 0 ? 'partly' : 'missed';
    return { units, state: given === null ? 'shown' : state, part: units[0] ?? 0 };
  });
  const wrong = runsOf(parts.filter((part) => !part.right)).map(
    ({ units, part }): Finding => ({ units, state: 'wrong', part }),
  );
  return [...passages, ...wrong].sort((a, b) => (a.units[0] ?? 0) - (b.units[0] ?? 0));
}

export type Count = { type: 'some'; right: number; marked: number } | { type: 'incomplete' };

export function countOf(verdict: Verdict<'mark'>): Count | null {
  const marked = verdict.answer?.length ?? 0;
  if (verdict.right || marked === 0) return null;
  const right = rightParts(verdict);
  if (right === 0) return null;
  return right === marked ? { type: 'incomplete' } : { type: 'some', right, marked };
}
