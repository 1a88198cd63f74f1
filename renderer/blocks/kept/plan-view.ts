// The fields of a plan, line by line.
import type { PlanAnswer, PlanLine } from '../../../core/course/kept/plan-answer';
import { inlineText } from '../../../core/course/plain-text';

export const isEmpty = (words: PlanLine['words'][number]): boolean =>
  inlineText(words).trim() === '';

/** Nothing stands behind its only field: a label above, the field below it. */
export const isLabel = ({ words }: PlanLine): boolean =>
  words.length === 2 && isEmpty(words[1] ?? []);

/** The place of the first field of each line among all fields. */
export function firstFields(lines: readonly PlanLine[]): number[] {
  let next = 0;
  return lines.map(({ words }) => {
    const first = next;
    next += words.length - 1;
    return first;
  });
}

export const isBlankPlan = ({ fields }: PlanAnswer): boolean =>
  fields.every((field) => field.trim() === '');

/** An answer with as many fields as the form has. */
export function fitted(answer: PlanAnswer, count: number): PlanAnswer {
  const fields = Array.from({ length: count }, (_, at) => answer.fields[at] ?? '');
  return { ...answer, fields };
}

/** Written anew, the plan has not been tried yet. */
export const written = ({ fields }: PlanAnswer, at: number, text: string): PlanAnswer => ({
  fields: fields.map((field, place) => (place === at ? text : field)),
  review: null,
});
