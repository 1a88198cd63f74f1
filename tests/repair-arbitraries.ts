// Random texts to repair, and what a learner may make of them.
import fc from 'fast-check';
import type { AnswerOf, ContentOf } from '../core/course/blocks';
import type { Check } from '../core/course/blocks/repair-checks';
import type { Prose } from '../core/course/prose';

type Content = ContentOf<'repair'>;

const paragraph = (text: string): Prose => ({
  type: 'paragraph',
  line: 1,
  children: [{ type: 'text', text }],
});

const checks: Check[] = [
  { type: 'words-at-most', limit: 6 },
  { type: 'words-at-least', limit: 2 },
  { type: 'sentence', limit: 4 },
  { type: 'passive', limit: 0 },
  { type: 'never-says', phrases: ['hereby', 'was sent'], label: null },
  { type: 'links', least: 0 },
  { type: 'headings', least: 0 },
];

/** The model says what no text says by chance; everything else holds for it too. */
const says = (secret: string): Check => ({ type: 'says', phrases: [secret], label: 'the date' });

export const repairs: fc.Arbitrary<Content> = fc
  .record({
    words: fc.array(fc.constantFrom('we', 'hereby', 'was', 'sent', 'form', '.', '\n\n', '# a\n'), {
      minLength: 1,
      maxLength: 12,
    }),
    further: fc.subarray(checks),
    n: fc.nat(99),
  })
  .map(({ words, further, n }) => ({
    text: `Notice ${words.join(' ')}`,
    checks: [says(`SECRET phrase ${n}`), ...further].map((check) => ({
      check,
      feedback: [paragraph(`SECRET feedback ${n}`)],
    })),
    model: `SECRET phrase ${n}`,
  }));

export const texts = ({ model }: Content): fc.Arbitrary<AnswerOf<'repair'>> =>
  fc
    .oneof(
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      fc.constant(model),
      fc.constant(`${model} was sent.`),
    )
    .map((text) => ({ text }));

/** Another phrase is wanted under the same label, and another text is the model. */
export const otherModel = ({ text, checks: [, ...others] }: Content): Content => ({
  text,
  checks: [
    { check: says('SECRET other'), feedback: [paragraph('SECRET other')] },
    ...others.map(({ check }) => ({ check, feedback: [paragraph('SECRET other')] })),
  ],
  model: 'SECRET other',
});
