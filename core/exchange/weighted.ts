// Answers with weights in per cent, as GIFT and Moodle have them, as the answers of a choice.
import type { DraftOption } from './draft';
import { short } from './report';
import { type Flow, wordsOf } from './text/flow';
import type { Asking } from './text/read';

export interface Weighted {
  text: Flow;
  feedback: Flow;
  /** Per cent of the points it gives or takes. */
  weight: number;
}

/** The most that an answer gives; 0 when none gives anything. */
export const mostOf = (answers: readonly { weight: number }[]): number =>
  answers.reduce((most, { weight }) => Math.max(most, weight), 0);

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;

/**
 * With one choice, what gives all points is right; with several, whatever gives any. Weights that
 * the course counts otherwise are reported. Undefined when nothing is right.
 */
export function optionsOf(
  answers: readonly Weighted[],
  isSingle: boolean,
  { report, line, name }: Asking,
): DraftOption[] | undefined {
  const most = mostOf(answers);
  if (answers.length === 0 || most <= 0) return undefined;
  const isRight = ({ weight }: Weighted): boolean => (isSingle ? near(weight, most) : weight > 0);
  const right = answers.filter(isRight);
  const wrong = answers.filter((answer) => !isRight(answer));
  const say = (message: 'weights-changed' | 'any-right-changed'): void =>
    report.add(line, message, { name });
  if (isSingle) {
    if (right.length > 1) say('any-right-changed');
    if (!near(most, 100) || wrong.some(({ weight }) => weight < 0)) say('weights-changed');
    for (const { text, weight } of wrong) {
      if (weight <= 0) continue;
      report.add(line, 'part-right-changed', { name, text: short(wordsOf(text)), weight });
    }
  } else {
    const each = 100 / right.length;
    const isAlike =
      right.every(({ weight }) => near(weight, each)) &&
      wrong.every(({ weight }) => near(weight, right.length > 1 ? -each : 0) || near(weight, -100));
    if (!isAlike) say('weights-changed');
  }
  return answers.map((answer) => ({
    text: answer.text,
    feedback: answer.feedback,
    right: isRight(answer),
  }));
}
