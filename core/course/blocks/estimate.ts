// `estimate`: a guess at a number first, then the truth beside it; graded by how close it was.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import { AttributeReader } from '../read-attributes';
import { type EstimateAnswer, fits, guessesIn, type Range } from './guess';
import type { BlockBody, GradedKind, PartGrade } from './kind';

export interface EstimateContent {
  answer: number;
  unit: string;
  range: Range | null;
  /** Per cent of the answer within which a guess is wholly right. */
  tolerance: number;
}

export interface EstimateShown {
  unit: string;
  range: Range | null;
}

export interface EstimateDue {
  answer: number;
  /** What the guess was taken for; null when there was none. */
  guess: number | null;
  /** Between these a guess is wholly right. */
  near: Range;
}

/** At so many tolerances beside the answer nothing is left. */
const reach = 5;

/** Sums of decimal fractions may be a hair too large. */
const hair = 1e-9;

/** What a per cent is of: the answer; for an answer of 0 the range. */
const wholeOf = ({ answer, range }: EstimateContent): number =>
  answer === 0 && range ? range.to - range.from : Math.abs(answer);

const toleranceOf = (content: EstimateContent): number =>
  (wholeOf(content) * content.tolerance) / 100;

/**
 * 1 as long as the guess is at most the tolerance away; from there it falls in a straight line, to 0
 * at five times the tolerance.
 */
export function closeness(content: EstimateContent, guess: number): number {
  const off = Math.abs(guess - content.answer);
  const near = toleranceOf(content);
  if (off <= near + hair * wholeOf(content)) return 1;
  const far = near * reach;
  // Never quite 1 beside the tolerance, whatever the fractions come to.
  return off >= far ? 0 : Math.min((far - off) / (far - near), 1 - Number.EPSILON);
}

/** The reading that is nearest to the truth; null where there is none. */
function guessOf(content: EstimateContent, answer: EstimateAnswer): number | null {
  const off = (value: number): number => Math.abs(value - content.answer);
  return guessesIn(content.range, answer).sort((a, b) => off(a) - off(b))[0] ?? null;
}

const partOf = (share: number): PartGrade => ({ part: 0, right: share === 1, feedback: [] });

const numberForm = /^-?\d+(\.\d+)?$/;

function readRange(read: AttributeReader): Range | null {
  const written = read.text('range');
  if (written === undefined) return null;
  const ends = written.split('..').map((each) => each.trim());
  const [from = 0, to = 0] = ends.map(Number);
  if (ends.length === 2 && ends.every((each) => numberForm.test(each)) && from < to) {
    return { from, to };
  }
  read.unfit('range', written, 'two numbers, the smaller one first, such as 0..100');
  return null;
}

function readContent({ kind, attributes, line, problems }: BlockBody): EstimateContent | undefined {
  const read = new AttributeReader(attributes, line, problems);
  const range = readRange(read);
  const tolerance = read.number(
    'tolerance',
    10,
    (value) => value >= 0 && value <= 100,
    'a number of per cent from 0 to 100',
  );
  const unit = (read.text('unit') ?? '').trim();
  if (read.text('answer') === undefined) {
    problems.add('attribute-missing', line, { kind, name: 'answer', example: '{answer=62}' });
    return undefined;
  }
  const answer = read.number('answer', Number.NaN, () => true, 'a number such as 62 or 0.5');
  if (Number.isNaN(answer)) return undefined;
  if (answer === 0 && range === null) {
    // Per cent of nothing is nothing.
    problems.add('attribute-missing', line, { kind, name: 'range', example: '{range=0..100}' });
  }
  if (!fits(range, answer)) {
    const expected = 'a number within the range';
    read.unfit('answer', read.text('answer') ?? '', expected);
    return undefined;
  }
  return { answer, unit, range, tolerance };
}

const round = (value: number): number => Number(value.toPrecision(12));

function nearOf(content: EstimateContent): Range {
  const near = toleranceOf(content);
  const { from, to } = content.range ?? { from: -Infinity, to: Infinity };
  return {
    from: Math.max(from, round(content.answer - near)),
    to: Math.min(to, round(content.answer + near)),
  };
}

export const estimate: GradedKind<EstimateContent, EstimateShown, EstimateAnswer, EstimateDue> = {
  attributes: ['answer', 'unit', 'range', 'tolerance'],

  /** Once the truth is known there is nothing left to guess. */
  defaultTries: 1,

  read(body) {
    const content = readContent(body);
    if (plainText(body.children).trim() === '') body.problems.add('question-missing', body.line);
    return content && { question: body.children, content };
  },

  revisionText: ({ answer, unit, range, tolerance }) =>
    [answer, unit, range ? `${range.from}..${range.to}` : '', tolerance].join('\n'),

  arrange: () => [],

  show: ({ unit, range }) => ({ unit, range }),

  partsIn: null,

  answer: z.union([z.number(), z.string().max(100)]),

  isComplete: (content, answer) => guessesIn(content.range, answer).length > 0,

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  grade(content, answer) {
    const guess = guessOf(content, answer);
    const share = guess === null ? 0 : closeness(content, guess);
    return { share, parts: [partOf(share)] };
  },

  key: ({ answer }) => ({ answer, parts: [partOf(1)] }),

  due: (content, answer) => ({
    answer: content.answer,
    guess: answer === null ? null : guessOf(content, answer),
    near: nearOf(content),
  }),

  interaction(content, answer) {
    const { from, to } = nearOf(content);
    return {
      type: 'numeric',
      response: String(guessOf(content, answer) ?? ''),
      correct: [`${from}[:]${to}`],
    };
  },

  sample: `::: estimate #reports-in-time {answer=62 unit="%" range=0..100}
Of a hundred people who notice a phishing message, how many report it?

> [!WHY] The others delete it, and the security team never hears of it.
:::
`,
};
