// Answers that are typed, with weights, as the gap of a `blanks` and the words about foreseen answers.
import type { Asked, DraftGap } from './draft';
import { decimal } from './numbers';
import { short } from './report';
import { type Flow, isEmpty } from './text/flow';
import { gapWords } from './text/gap-words';
import type { Asking } from './text/read';
import { mostOf } from './weighted';

interface Typed {
  feedback: Flow;
  weight: number;
}

export interface TypedWords extends Typed {
  answer: string;
}

export interface TypedNumber extends Typed {
  /** As it was written. */
  written: string;
  /** Undefined for any other number. */
  range: { from: number; to: number } | undefined;
}

type Foreseen = Extract<Asked, { kind: 'blanks' }>['foreseen'];

/** A star stands for any letters; with a backslash before it, it is a star. */
const star = /(?<!\\)\*/g;

function withoutStars(answer: string, { report, line, name }: Asking): string {
  const words = answer.replace(star, '').trim();
  if (words !== answer) report.add(line, 'wildcard-changed', { name, text: short(answer) });
  return words.replaceAll('\\*', '*');
}

/** Whatever is not wholly right, and what is said about it. */
function reportPart(answer: Typed, text: string, { report, line, name }: Asking): void {
  if (answer.weight > 0) {
    report.add(line, 'part-right-changed', { name, text: short(text), weight: answer.weight });
  } else if (isEmpty(answer.feedback)) {
    report.add(line, 'answer-left-out', { name, text: short(text) });
  }
}

/** Undefined when no answer is right. */
export function typedWords(
  answers: readonly TypedWords[],
  asking: Asking,
): { gap: DraftGap; foreseen: Foreseen } | undefined {
  const most = mostOf(answers);
  const right: string[] = [];
  const foreseen: Foreseen = [];
  for (const each of answers) {
    // Alone, a star means every other answer.
    if (each.answer.replace(star, '').trim() === '') {
      if (!isEmpty(each.feedback))
        asking.report.add(asking.line, 'feedback-placeless', { name: asking.name });
      continue;
    }
    const words = gapWords(withoutStars(each.answer, asking), asking);
    if (each.weight === most && most > 0) right.push(words);
    else reportPart(each, words, asking);
    if (!isEmpty(each.feedback)) foreseen.push({ answer: words, feedback: each.feedback });
  }
  if (right.length === 0) return undefined;
  return { gap: { type: 'text', answers: [...new Set(right)] }, foreseen };
}

/** Undefined when no number is right. */
export function typedNumbers(
  answers: readonly TypedNumber[],
  asking: Asking,
): { gap: DraftGap; foreseen: Foreseen } | undefined {
  const most = mostOf(answers);
  const { report, line, name } = asking;
  let gap: DraftGap | undefined;
  const foreseen: Foreseen = [];
  for (const each of answers) {
    const { range, feedback, written } = each;
    if (!range) {
      if (!isEmpty(feedback)) report.add(line, 'feedback-placeless', { name });
      continue;
    }
    const isRight = each.weight === most && most > 0;
    if (isRight && !gap) gap = { type: 'number', ...range };
    else if (isRight) report.add(line, 'answer-left-out', { name, text: short(written) });
    else reportPart(each, written, asking);
    // What is foreseen is compared with what is typed: it is one number.
    if (isEmpty(feedback)) continue;
    if (decimal(range.from) === decimal(range.to)) {
      foreseen.push({ answer: decimal(range.from), feedback });
    } else report.add(line, 'feedback-placeless', { name });
  }
  return gap && { gap, foreseen };
}
