// Statements to judge, as data.
import type { TrueFalseAnswer, TrueFalseShown } from '../../../core/course/blocks/truefalse';

export const begin = (shown: TrueFalseShown, saved: TrueFalseAnswer | null): TrueFalseAnswer =>
  shown.statements.map((_, at) => saved?.[at] ?? null);

export const missing = (_shown: TrueFalseShown, answer: TrueFalseAnswer): number[] =>
  answer.flatMap((judged, at) => (judged === null ? [at] : []));

export const judged = (answer: TrueFalseAnswer, at: number, judgement: boolean): TrueFalseAnswer =>
  answer.map((each, place) => (place === at ? judgement : each));
