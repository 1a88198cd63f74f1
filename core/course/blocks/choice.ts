// `choice`: a task list; one right answer gives radio buttons, several give checkboxes.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import { isTaskList, readTaskAnswers, splitAtAnswers } from './answers';
import { arranged, placeOf, positionOf } from './arrangement';
import type { GradedKind, PartGrade } from './kind';

export interface ChoiceContent {
  several: boolean;
  options: { text: Prose[]; feedback: Prose[]; right: boolean; pinned: boolean }[];
}

export interface ChoiceShown {
  several: boolean;
  options: Prose[][];
}

/** Positions of the chosen options. */
export type ChoiceAnswer = number[];

const partOf = (content: ChoiceContent, part: number, chosen: boolean): PartGrade => {
  const option = content.options[part];
  return { part, right: option?.right === chosen, feedback: option?.feedback ?? [] };
};

const rightPlaces = (content: ChoiceContent): number[] =>
  content.options.flatMap((option, place) => (option.right ? [place] : []));

const sorted = (places: readonly number[]): number[] => [...places].sort((a, b) => a - b);

export const choice: GradedKind<ChoiceContent, ChoiceShown, ChoiceAnswer> = {
  attributes: [],

  read(body) {
    const split = splitAtAnswers(body, isTaskList, 'a task list (- [ ] …, - [x] …)');
    if (!split) return undefined;
    const answers = readTaskAnswers(split.answers, body, 2);
    const right = answers.filter((answer) => answer.right).length;
    if (right === 0) body.problems.add('right-answer-missing', split.answers.line);
    if (right === answers.length) body.problems.add('wrong-answer-missing', split.answers.line);
    // Nobody could answer it rightly, so it is not asked.
    if (right === 0) return undefined;
    const options = answers.map((answer) => ({
      text: answer.text,
      feedback: answer.feedback,
      right: answer.right ?? false,
      pinned: answer.pinned,
    }));
    return { question: split.question, content: { several: right > 1, options } };
  },

  revisionText: (content) =>
    content.options
      .map((option) => `${option.right ? 'x' : ' '} ${plainText(option.text)}`)
      .join('\n'),

  arrange: (content, shuffle) => [
    shuffle(
      content.options.length,
      new Set(content.options.flatMap((option, place) => (option.pinned ? [place] : []))),
    ),
  ],

  show: (content, arrangement) => ({
    several: content.several,
    options: arranged(content.options, arrangement, 0).map((option) => option.text),
  }),

  partsIn: 0,

  answer: z.array(z.int().min(0).max(999)).max(1000),

  isComplete: (content, answer) =>
    answer.length >= 1 &&
    (content.several || answer.length === 1) &&
    new Set(answer).size === answer.length &&
    answer.every((place) => place >= 0 && place < content.options.length),

  toFile: (answer, arrangement) => sorted(answer.map((shown) => placeOf(arrangement, 0, shown))),
  toScreen: (answer, arrangement) =>
    sorted(answer.map((place) => positionOf(arrangement, 0, place))),

  /** One right: all or nothing. Several: +1 per right, −1 per wrong, never under 0, scaled. */
  grade(content, answer) {
    const right = rightPlaces(content);
    const hits = answer.filter((place) => right.includes(place)).length;
    const misses = answer.length - hits;
    const share = content.several
      ? Math.max(0, hits - misses) / right.length
      : Number(hits === 1 && misses === 0);
    return { share, parts: answer.map((place) => partOf(content, place, true)) };
  },

  key(content) {
    const answer = rightPlaces(content);
    const parts = content.options.map((_, place) => partOf(content, place, answer.includes(place)));
    return { answer, parts };
  },

  interaction: (content, answer) => ({
    type: 'choice',
    response: answer.join('[,]'),
    correct: [rightPlaces(content).join('[,]')],
  }),

  sample: `::: choice #first-step
A message says your mailbox is full and asks you to sign in within the hour. What do you do first?

- [ ] Sign in quickly, so that no mail is lost
  > Being hurried is the most common sign of a trap.
- [x] Report the message to your IT help desk
  > Right. It takes ten seconds and protects everybody else.
- [ ] Forward it to a colleague and ask what they think
  > Now the link is in two mailboxes.

> [!HINT] Who gains if you are in a hurry?

> [!WHY] One report lets the security team block the sender for the whole organisation.
:::
`,
};
