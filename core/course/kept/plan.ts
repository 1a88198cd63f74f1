// `plan`: lines to fill in, such as `- If ___ then ___`; after some days it asks how it went.
import { z } from '../../zod';
import { splitAtAnswers } from '../blocks/answers';
import { inlineText } from '../plain-text';
import type { Inline, Prose } from '../prose';
import type { KeptBody, KeptKind } from './kind';
import {
  fieldLength,
  fieldsOf,
  type PlanAnswer,
  type PlanContent,
  type PlanLine,
  reviews,
} from './plan-answer';

type List = Extract<Prose, { type: 'list' }>;
const isList = (node: Prose): node is List => node.type === 'list';

const gap = /_{3,}/;

/** Takes the gaps out of a line; without any the field stands after it. */
function lineOf(words: readonly Inline[]): PlanLine {
  const parts: Inline[][] = [[]];
  for (const node of words) {
    const texts = node.type === 'text' ? node.text.split(gap) : [];
    if (texts.length < 2) {
      parts.at(-1)?.push(node);
      continue;
    }
    for (const [at, text] of texts.entries()) {
      if (at > 0) parts.push([]);
      if (text !== '') parts.at(-1)?.push({ type: 'text', text });
    }
  }
  return { words: parts.length === 1 ? [...parts, []] : parts };
}

const againForm = /^(\d{1,3})d$/;

function readAgain({ read }: KeptBody): number | null {
  const written = read.text('again');
  if (written === undefined) return null;
  const days = Number(againForm.exec(written)?.[1] ?? 0);
  if (days >= 1) return days;
  read.unfit('again', written, 'days from 1d to 999d, for example 14d');
  return null;
}

export const plan: KeptKind<PlanContent, PlanContent, PlanAnswer> = {
  attributes: ['again'],

  read(body) {
    const expected = 'a list of lines to fill in (- If ___ then ___)';
    const split = splitAtAnswers(body, isList, expected, false);
    if (!split) return undefined;
    const lines = split.answers.items.map(({ line, children: [first, more] }) => {
      const words = first?.type === 'paragraph' ? first.children : [];
      const made = lineOf(words);
      if (made.words.every((each) => inlineText(each).trim() === '')) {
        body.problems.add('plan-line-empty', line);
      }
      if (more) body.problems.add('answers-after', more.line);
      return made;
    });
    return { question: split.question, content: { lines, again: readAgain(body) } };
  },

  revisionText: ({ lines }) =>
    lines.map(({ words }) => words.map((each) => inlineText(each)).join('___')).join('\n'),
  shape: ({ lines }) => lines.map(({ words }) => words.length - 1).join(' '),
  translated: (content, { again }) => ({ ...content, again }),
  show: (content) => content,

  answer: z.strictObject({
    fields: z.array(z.string().max(fieldLength)).max(200),
    review: z.enum(reviews).nullable().default(null),
  }),

  isComplete: ({ lines }, { fields }) =>
    fields.length === fieldsOf(lines) && fields.some((field) => field.trim() !== ''),

  /** No word is lost: what has no field any more goes into the last one. */
  carry({ lines }, { fields, review }) {
    const count = fieldsOf(lines);
    const fitting = Array.from({ length: count }, (_, at) => fields[at] ?? '');
    const extra = fields.slice(count).filter((field) => field.trim() !== '');
    const last = [fitting[count - 1] ?? '', ...extra].filter((field) => field !== '').join('\n');
    fitting[count - 1] = last.slice(0, fieldLength);
    return { fields: fitting, review };
  },

  isPrivate: true,

  sample: `::: plan #hurry-plan {again=14d}
Decide now what you will do then.

- If ___ then ___
- I tell this to: ___
:::
`,
};
