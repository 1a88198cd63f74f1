// What was written into a plan, as sentences, and when to ask how it went.
import { inlineText } from '../plain-text';
import type { Inline } from '../prose';

/**
 * A line of the form: the words around its fields, so one field stands between each two. A label
 * has nothing behind its only field.
 */
export interface PlanLine {
  words: Inline[][];
}

export interface PlanContent {
  lines: PlanLine[];
  /** Days until it is asked how it went; null: never. */
  again: number | null;
}

export const reviews = ['well', 'notYet', 'changed'] as const;
export type Review = (typeof reviews)[number];

export interface PlanAnswer {
  /** What stands in each field, all lines in a row. */
  fields: string[];
  /** How it went, once that was asked. */
  review: Review | null;
}

export const fieldLength = 2000;

export const fieldsOf = (lines: readonly PlanLine[]): number =>
  lines.reduce((sum, { words }) => sum + words.length - 1, 0);

/** A line with what was written into it, as one sentence. `from` is the first of its fields. */
export function planSentence(line: PlanLine, fields: readonly string[], from: number): string {
  return line.words
    .map((words, at) => (at === 0 ? '' : (fields[from + at - 1] ?? '').trim()) + inlineText(words))
    .map((piece, at) => (at === 1 && line.words.length === 2 ? ` ${piece}` : piece))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** All lines that something was written into. */
export function planSentences({ lines }: PlanContent, { fields }: PlanAnswer): string[] {
  let from = 0;
  return lines.flatMap((line) => {
    const own = fields.slice(from, from + line.words.length - 1);
    const sentence = planSentence(line, fields, from);
    from += own.length;
    return own.some((field) => field.trim() !== '') ? [sentence] : [];
  });
}

const day = 24 * 60 * 60 * 1000;

/**
 * When to ask how it went (ISO 8601): some days after it was kept, and again after "not yet". Null
 * when nothing is to be asked. `at` is when the answer was last kept.
 */
export function reviewDue(
  { again }: PlanContent,
  { review }: PlanAnswer,
  at: string,
): string | null {
  if (again === null || review === 'well' || review === 'changed') return null;
  return new Date(Date.parse(at) + again * day).toISOString();
}
