// Statements to judge, as data.
import type { TrueFalseAnswer, TrueFalseShown } from '../../../core/course/blocks/truefalse';
import * as judgements from '../judgements-view';

export const begin = (shown: TrueFalseShown, saved: TrueFalseAnswer | null): TrueFalseAnswer =>
  judgements.begin(shown.statements.length, saved);

export const missing = (_shown: TrueFalseShown, answer: TrueFalseAnswer): number[] =>
  judgements.open(answer);
