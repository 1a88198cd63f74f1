// Reads what stands between the braces of a GIFT question.
import { readNumber } from '../numbers';
import { short } from '../report';
import type { Asking, TextFormat } from '../text/read';
import type { Weighted } from '../weighted';
import { readText, releaseLines } from './texts';

export interface WrittenAnswer {
  /** Begins with `=`, or is the only number there is. */
  isMarked: boolean;
  weight: number;
  /** With its escapes. */
  text: string;
  feedback: string;
}

export type GiftAnswers =
  | { type: 'none' }
  | { type: 'essay' }
  | { type: 'truth'; isTrue: boolean; ifWrong: string; ifRight: string }
  | { type: 'pairs'; pairs: { left: string; right: string }[] }
  | { type: 'numbers'; answers: WrittenAnswer[] }
  | { type: 'words'; answers: WrittenAnswer[] }
  | { type: 'options'; answers: WrittenAnswer[]; isSingle: boolean };

const truthForm = /^(T|TRUE|F|FALSE)\s*(?=#|$)/i;
const weightForm = /^\s*%(-?\d{1,3}(?:\.\d{1,6})?)%/;

function splitFeedback(text: string): { words: string; feedback: string } {
  const at = text.indexOf('#');
  if (at < 0) return { words: text.trim(), feedback: '' };
  return { words: text.slice(0, at).trim(), feedback: text.slice(at + 1).trim() };
}

function readAnswer(written: string, isMarked: boolean): WrittenAnswer {
  const weight = weightForm.exec(written);
  const { words, feedback } = splitFeedback(written.slice(weight?.[0].length ?? 0));
  return {
    isMarked,
    weight: weight ? Number(weight[1]) : isMarked ? 100 : 0,
    text: words,
    feedback,
  };
}

/** Splits at `=` and `~`; what stands before the first one is no answer. */
function splitAnswers(inside: string): { answers: WrittenAnswer[]; stray: string } {
  const [stray = '', ...rest] = inside.split(/([=~])/);
  const answers: WrittenAnswer[] = [];
  for (let at = 0; at < rest.length; at += 2) {
    answers.push(readAnswer(rest[at + 1] ?? '', rest[at] === '='));
  }
  return { answers, stray: stray.trim() };
}

/** `inside` holds its escapes, and no feedback on the whole question any more. */
export function readAnswers(inside: string): GiftAnswers {
  if (inside === '') return { type: 'essay' };
  if (inside.startsWith('#')) {
    const rest = inside.slice(1).trim();
    const { answers, stray } = splitAnswers(rest);
    if (answers.length === 0) return { type: 'numbers', answers: [readAnswer(rest, true)] };
    const first = stray === '' ? [] : [readAnswer(stray, true)];
    return { type: 'numbers', answers: [...first, ...answers] };
  }
  const truth = truthForm.exec(inside);
  if (truth) {
    const [, ifWrong = '', ifRight = ''] = inside.split('#').map((part) => part.trim());
    return { type: 'truth', isTrue: /^T/i.test(inside), ifWrong, ifRight };
  }
  const { answers } = splitAnswers(inside);
  if (answers.length === 0) return { type: 'none' };
  const isMarked = answers.every((answer) => answer.isMarked);
  if (isMarked && inside.includes('->')) {
    return {
      type: 'pairs',
      pairs: answers.map(({ text }) => {
        const at = text.indexOf('->');
        return at < 0
          ? { left: text, right: '' }
          : { left: text.slice(0, at).trim(), right: text.slice(at + 2).trim() };
      }),
    };
  }
  if (isMarked) return { type: 'words', answers };
  return { type: 'options', answers, isSingle: answers.some((answer) => answer.isMarked) };
}

export const weighted = (
  answers: readonly WrittenAnswer[],
  format: TextFormat,
  asking: Asking,
): Weighted[] =>
  answers.map(({ text, feedback, weight }) => ({
    text: readText(text, format, asking),
    feedback: readText(feedback, format, asking),
    weight,
  }));

/** `3`, `3:0.5` or `2.5..3.5`. */
export function readRange(text: string): { from: number; to: number } | undefined {
  const [value = '', tolerance] = text.includes('..') ? [text] : text.split(':');
  if (value.includes('..')) {
    const [from, to, more] = value.split('..').map(readNumber);
    return from === undefined || to === undefined || more !== undefined || from > to
      ? undefined
      : { from, to };
  }
  const middle = readNumber(value);
  const off = tolerance === undefined || tolerance.trim() === '' ? 0 : readNumber(tolerance);
  if (middle === undefined || off === undefined) return undefined;
  return { from: middle - Math.abs(off), to: middle + Math.abs(off) };
}

/** The words of an answer that is typed, for messages and gaps. */
export const plainAnswer = ({ text }: WrittenAnswer): string => releaseLines(text, 'plain');

export const shortAnswer = (answer: WrittenAnswer): string => short(plainAnswer(answer));
