// `truefalse`: a task list of statements, `[x]` true, `[ ]` false.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import { isTaskList, readTaskAnswers, splitAtAnswers } from './answers';
import { arranged, unarranged } from './arrangement';
import type { GradedKind, PartGrade } from './kind';

export interface TrueFalseContent {
  statements: { text: Prose[]; feedback: Prose[]; isTrue: boolean; pinned: boolean }[];
}

export interface TrueFalseShown {
  statements: Prose[][];
}

/** One judgement a statement; null where none was given yet. */
export type TrueFalseAnswer = (boolean | null)[];

const partOf = (content: TrueFalseContent, part: number, judged: boolean): PartGrade => {
  const statement = content.statements[part];
  return { part, right: statement?.isTrue === judged, feedback: statement?.feedback ?? [] };
};

const truth = (content: TrueFalseContent): boolean[] =>
  content.statements.map((statement) => statement.isTrue);

export const truefalse: GradedKind<TrueFalseContent, TrueFalseShown, TrueFalseAnswer> = {
  attributes: [],

  read(body) {
    const split = splitAtAnswers(
      body,
      isTaskList,
      'a task list of statements (- [x] true, - [ ] false)',
    );
    if (!split) return undefined;
    const statements = readTaskAnswers(split.answers, body, 1).map((answer) => ({
      text: answer.text,
      feedback: answer.feedback,
      isTrue: answer.right ?? false,
      pinned: answer.pinned,
    }));
    return { question: split.question, content: { statements } };
  },

  revisionText: (content) =>
    content.statements
      .map((statement) => `${statement.isTrue ? 'x' : ' '} ${plainText(statement.text)}`)
      .join('\n'),

  arrange: (content, shuffle) => [
    shuffle(
      content.statements.length,
      new Set(content.statements.flatMap((each, place) => (each.pinned ? [place] : []))),
    ),
  ],

  show: (content, arrangement) => ({
    statements: arranged(content.statements, arrangement, 0).map((statement) => statement.text),
  }),

  partsIn: 0,

  answer: z.array(z.boolean().nullable()).max(1000),

  isComplete: (content, answer) =>
    answer.length === content.statements.length &&
    answer.every((judged) => typeof judged === 'boolean'),

  toFile: (answer, arrangement) => unarranged(answer, arrangement, 0),
  toScreen: (answer, arrangement) => arranged(answer, arrangement, 0),

  grade(content, answer) {
    const parts = content.statements.map((_, part) => partOf(content, part, answer[part] === true));
    return { share: parts.filter((part) => part.right).length / parts.length, parts };
  },

  key: (content) => ({
    answer: truth(content),
    parts: content.statements.map((statement, part) => partOf(content, part, statement.isTrue)),
  }),

  interaction: (content, answer) =>
    content.statements.length === 1
      ? { type: 'true-false', response: String(answer[0]), correct: [String(truth(content)[0])] }
      : { type: 'other', response: answer.join('[,]'), correct: [truth(content).join('[,]')] },

  sample: `::: truefalse #passwords-true
True or false?

- [x] A long password is harder to guess than a short one with symbols
  > Yes. Each added character multiplies the work of guessing.
- [ ] Changing your password every month makes it safer
  > No. People then choose small, foreseeable changes.

> [!WHY] Length and never using a password twice do most of the work.
:::
`,
};
