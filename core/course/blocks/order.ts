// `order`: a numbered list in the right order, shown shuffled.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import { label, readAnswer, splitAtAnswers } from './answers';
import { arranged, inFileOrder, isPermutation, placeOf, positionOf } from './arrangement';
import type { GradedKind } from './kind';
import { withoutLines } from './without-lines';

export interface OrderContent {
  entries: { text: Prose[]; feedback: Prose[] }[];
}

export interface OrderShown {
  entries: Prose[][];
}

/** Positions of the entries from first to last, as the learner put them. */
export type OrderAnswer = number[];

type List = Extract<Prose, { type: 'list' }>;
const isNumberedList = (node: Prose): node is List => node.type === 'list' && node.ordered;

export const order: GradedKind<OrderContent, OrderShown, OrderAnswer> = {
  attributes: [],

  read(body) {
    const split = splitAtAnswers(body, isNumberedList, 'a numbered list in the right order');
    if (!split) return undefined;
    const entries = split.answers.items.map(readAnswer);
    const seen = new Set<string>();
    for (const entry of entries) {
      const words = plainText(entry.text).trim();
      const text = label(entry.text);
      if (text === '') body.problems.add('answer-empty', entry.line);
      else if (seen.has(words)) body.problems.add('answer-double', entry.line, { text });
      seen.add(words);
    }
    if (entries.length < 3) {
      body.problems.add('answers-too-few', split.answers.line, { count: entries.length, least: 3 });
    }
    return {
      question: split.question,
      content: { entries: entries.map(({ text, feedback }) => ({ text, feedback })) },
    };
  },

  revisionText: (content) => content.entries.map((entry) => plainText(entry.text)).join('\n'),

  /** Never shown in the right order: a learner could not tell an answer from an untouched list. */
  arrange(content, shuffle) {
    const places = shuffle(content.entries.length);
    const solved = places.every((place, shown) => place === shown);
    return [solved && places.length > 1 ? [...places.slice(1), places[0] as number] : places];
  },

  show: (content, arrangement) => ({
    entries: withoutLines(arranged(content.entries, arrangement, 0).map((entry) => entry.text)),
  }),

  partsIn: 0,

  answer: z.array(z.int().min(0).max(999)).max(1000),

  isComplete: (content, answer) => isPermutation(answer, content.entries.length),

  toFile: (answer, arrangement) => answer.map((shown) => placeOf(arrangement, 0, shown)),
  toScreen: (answer, arrangement) => answer.map((place) => positionOf(arrangement, 0, place)),

  /** The share of neighbours that follow each other rightly; a part is right when it stands in its place. */
  grade(content, answer) {
    const pairs = answer.length - 1;
    const inOrder = answer.filter(
      (place, at) => at > 0 && place === (answer[at - 1] ?? 0) + 1,
    ).length;
    const parts = answer.map((place, at) => ({
      part: place,
      right: place === at,
      feedback: content.entries[place]?.feedback ?? [],
    }));
    return { share: pairs > 0 ? inOrder / pairs : 1, parts };
  },

  key: (content) => ({
    answer: inFileOrder(content.entries.length),
    parts: content.entries.map((entry, part) => ({ part, right: true, feedback: entry.feedback })),
  }),

  interaction: (content, answer) => ({
    type: 'sequencing',
    response: answer.join('[,]'),
    correct: [inFileOrder(content.entries.length).join('[,]')],
  }),

  sample: `::: order #after-a-click
You clicked a link in a strange message. Put the steps in order.

1. Stop, and do not type anything
   > Nothing more can be given away while you stop.
2. Report it to your IT help desk
   > They can act only on what they know.
3. Write down what you saw
   > Details fade within the hour.

> [!WHY] Stopping costs nothing, and early reports protect everybody.
:::
`,
};
