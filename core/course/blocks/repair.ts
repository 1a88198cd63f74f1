// `repair`: a text to improve, and checks that say while one writes what it still lacks.
import { z } from '../../zod';
import { inFileOrder } from './arrangement';
import type { GradedKind, PartGrade } from './kind';
import { type Check, Measured } from './repair-checks';
import { type RepairContent, readRepair } from './repair-read';
import { longestText } from './text-measures';

export interface CheckShown {
  type: Check['type'];
  /** Null where the check has none. */
  limit: number | null;
  label: string | null;
  /** What is to be said or not; null where the label says it, so that nothing is given away. */
  phrases: string[] | null;
  /** As the text now stands. */
  holds: boolean;
}

export interface RepairShown {
  /** As it is to be repaired. */
  text: string;
  checks: CheckShown[];
}

export interface RepairAnswer {
  text: string;
}

export interface RepairDue {
  model: string;
  /** Of each check: what was to be said or not. */
  phrases: (string[] | null)[];
}

const phrasesOf = (check: Check): string[] | null =>
  check.type === 'says' || check.type === 'never-says' ? check.phrases : null;

function checkShown(check: Check, measured: Measured): CheckShown {
  const label = 'label' in check ? check.label : null;
  return {
    type: check.type,
    limit: 'limit' in check ? check.limit : null,
    label,
    phrases: label === null ? phrasesOf(check) : null,
    holds: measured.holds(check),
  };
}

function partsOf({ checks }: RepairContent, text: string): PartGrade[] {
  const measured = new Measured(text);
  return checks.map(({ check, feedback }, part) => ({
    part,
    right: measured.holds(check),
    feedback,
  }));
}

export const repair: GradedKind<RepairContent, RepairShown, RepairAnswer, RepairDue> = {
  attributes: [],

  read: readRepair,

  revisionText: ({ text, checks }) =>
    [text, ...checks.map(({ check }) => JSON.stringify(check))].join('\n'),

  /** Checks keep their order: the list only says how many there are. */
  arrange: ({ checks }) => [inFileOrder(checks.length)],

  show({ text, checks }, _arrangement, given) {
    const measured = new Measured(given?.text ?? text);
    return { text, checks: checks.map(({ check }) => checkShown(check, measured)) };
  },

  unfolds: true,

  partsIn: null,

  answer: z.strictObject({ text: z.string().max(longestText) }),

  isComplete: (_content, { text }) => text.trim() !== '',

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  grade(content, { text }) {
    const parts = partsOf(content, text);
    return { share: parts.filter(({ right }) => right).length / parts.length, parts };
  },

  key: (content) => ({ answer: { text: content.model }, parts: partsOf(content, content.model) }),

  due: ({ model, checks }) => ({ model, phrases: checks.map(({ check }) => phrasesOf(check)) }),

  interaction: ({ model }, { text }) => ({
    type: 'long-fill-in',
    response: text,
    correct: [model],
  }),

  sample: `::: repair #plain-notice
Rewrite this notice so that everybody understands it at once.

---

It is hereby brought to your attention that the submission of the aforementioned form must be
effected no later than the 5th of October, and that forms which are received thereafter cannot be
taken into consideration. Click here: https://forms.example/permit

- words <= 30
  > People read notices standing. Every word that says nothing costs them time.
- sentence <= 15 words
  > One thought a sentence: then nobody has to read it twice.
- says "5 October" | "October 5" (the date)
  > The date is what people look for, so write it as they do.
- never says "hereby" | "aforementioned"
  > Words from a law book keep people out.
- links have words
  > A link says where it leads. A screen reader reads out the links alone.

---

Please send us the form by 5 October. We cannot take forms that come later.
[Form for a parking permit](https://forms.example/permit)

> [!WHY] Plain words are read, understood and followed.
:::
`,
};
