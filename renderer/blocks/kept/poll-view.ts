// How far an answer has moved since the same was asked before.
import type { PollShown } from '../../../core/course/kept/poll';
import { plainText } from '../../../core/course/plain-text';
import type { Prose } from '../../../core/course/prose';

export const stepsOf = ({ from, to }: Extract<PollShown, { type: 'scale' }>): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const oneLine = (words: readonly Prose[]): string => plainText(words).replace(/\s+/g, ' ').trim();

export type Shift =
  | { type: 'same' }
  /** `towards` is the end of the scale it moved to. */
  | { type: 'scale'; before: number; now: number; steps: number; towards: string }
  | { type: 'list'; before: string; now: string };

export function shiftOf(shown: PollShown, before: number, now: number): Shift {
  if (before === now) return { type: 'same' };
  if (shown.type === 'list') {
    const words = (place: number) => oneLine(shown.options[place] ?? []);
    return { type: 'list', before: words(before), now: words(now) };
  }
  const towards = oneLine(now > before ? shown.high : shown.low);
  return { type: 'scale', before, now, steps: Math.abs(now - before), towards };
}
