// `password`: a phrase typed into a field that keeps it; the window judges it, and tells only whether it is strong enough.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import { AttributeReader } from '../read-attributes';
import type { GradedKind, PartGrade } from './kind';

export interface PasswordContent {
  /** From 1 to 4, as zxcvbn scores phrases. */
  min: Strength;
  /** Words that everybody could know of the person in the task: they make a phrase weak. */
  forbid: string[];
}

export type Strength = 1 | 2 | 3 | 4;

/** All of it may be known: the task says the same. */
export type PasswordShown = PasswordContent;

/** Nothing of what was typed: only whether it was strong enough. Null while nothing is typed. */
export type PasswordAnswer = { reached: boolean } | null;

const partOf = (reached: boolean): PartGrade => ({ part: 0, right: reached, feedback: [] });

const response = (reached: boolean): string => (reached ? 'reached' : 'not-reached');

export const password: GradedKind<PasswordContent, PasswordShown, PasswordAnswer> = {
  attributes: ['min', 'forbid'],

  read(body) {
    const read = new AttributeReader(body.attributes, body.line, body.problems);
    const isFit = (value: number): boolean => [1, 2, 3, 4].includes(value);
    const min = read.number('min', 3, isFit, '1, 2, 3 or 4') as Strength;
    const words = (read.text('forbid') ?? '').split(',').map((word) => word.trim());
    const forbid = words.filter((word) => word !== '');
    if (read.text('forbid') !== undefined && forbid.length === 0) {
      read.unfit('forbid', read.text('forbid') ?? '', 'words with commas between them');
    }
    if (plainText(body.children).trim() === '') body.problems.add('question-missing', body.line);
    return { question: body.children, content: { min, forbid } };
  },

  revisionText: ({ min, forbid }) => [min, ...forbid].join('\n'),

  arrange: () => [],

  show: ({ min, forbid }) => ({ min, forbid }),

  partsIn: null,

  // Strict: a window that sent more than this would be refused, and nothing of it kept.
  answer: z.strictObject({ reached: z.boolean() }).nullable(),

  isComplete: (_content, answer) => answer !== null,

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  grade(_content, answer) {
    const reached = answer?.reached === true;
    return { share: Number(reached), parts: [partOf(reached)] };
  },

  key: () => ({ answer: { reached: true }, parts: [partOf(true)] }),

  interaction: (_content, answer) => ({
    type: 'other',
    response: response(answer?.reached === true),
    correct: [response(true)],
  }),

  sample: `::: password #invent-a-phrase {min=3 forbid="Amina, Norlund, 1987"}
Amina was born in 1987 and works for the city of Norlund. Invent a phrase for her that is strong and
easy to remember. Do not use one of your own.

> [!HINT] Four words that have nothing to do with each other beat one word with symbols.

> [!WHY] Length counts more than symbols, and what others know about you counts for nothing.
:::
`,
};
