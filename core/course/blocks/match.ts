// `match`: a two-column table; a row with an empty left cell is a distractor.
import { z } from '../../zod';
import { inlineText } from '../plain-text';
import type { Inline, Prose } from '../prose';
import { splitAtAnswers } from './answers';
import { arranged, arrangedUnlikeFile, inFileOrder, placeOf, positionOf } from './arrangement';
import type { GradedKind } from './kind';

export interface MatchContent {
  heads: [Inline[], Inline[]];
  /** Row n of the left belongs to row n of the right; further rights are distractors. */
  left: Inline[][];
  right: Inline[][];
}

export interface MatchShown {
  heads: [Inline[], Inline[]];
  left: Inline[][];
  right: Inline[][];
}

/** For each left row the position of the right cell chosen, or null. */
export type MatchAnswer = (number | null)[];

type Table = Extract<Prose, { type: 'table' }>;
const isTable = (node: Prose): node is Table => node.type === 'table';

/** Rights with the same words count as the same: a table may map two lefts to one thing. */
function sameRight(content: MatchContent, a: number, b: number): boolean {
  return a === b || inlineText(content.right[a] ?? []) === inlineText(content.right[b] ?? []);
}

export const match: GradedKind<MatchContent, MatchShown, MatchAnswer> = {
  attributes: [],

  read(body) {
    const split = splitAtAnswers(body, isTable, 'a table with two columns');
    if (!split) return undefined;
    const table = split.answers;
    if (table.head.length !== 2) {
      body.problems.add('match-columns', table.line, { count: table.head.length });
      return undefined;
    }
    const pairs: [Inline[], Inline[]][] = [];
    const distractors: Inline[][] = [];
    for (const row of table.rows) {
      const [left = [], right = []] = row.cells;
      if (inlineText(right).trim() === '') body.problems.add('match-right-empty', row.line);
      else if (inlineText(left).trim() === '') distractors.push(right);
      else pairs.push([left, right]);
    }
    if (pairs.length < 2) {
      body.problems.add('answers-too-few', table.line, { count: pairs.length, least: 2 });
    }
    if (pairs.length === 0) return undefined;
    return {
      question: split.question,
      content: {
        heads: [table.head[0] ?? [], table.head[1] ?? []],
        left: pairs.map(([left]) => left),
        right: [...pairs.map(([, right]) => right), ...distractors],
      },
    };
  },

  revisionText: (content) =>
    content.right
      .map((right, row) => `${inlineText(content.left[row] ?? [])} | ${inlineText(right)}`)
      .join('\n'),

  arrange: (content, shuffle) => [
    shuffle(content.left.length),
    arrangedUnlikeFile(content.right.map(inlineText), shuffle),
  ],

  show: (content, arrangement) => ({
    heads: content.heads,
    left: arranged(content.left, arrangement, 0),
    right: arranged(content.right, arrangement, 1),
  }),

  partsIn: 0,

  answer: z.array(z.int().min(0).max(999).nullable()).max(1000),

  isComplete: (content, answer) =>
    answer.length === content.left.length &&
    answer.every((right) => right !== null && right >= 0 && right < content.right.length),

  toFile: (answer, arrangement) =>
    inFileOrder(answer.length).map((place) => {
      const right = answer[positionOf(arrangement, 0, place)] ?? null;
      return right === null ? null : placeOf(arrangement, 1, right);
    }),
  toScreen: (answer, arrangement) =>
    inFileOrder(answer.length).map((shown) => {
      const right = answer[placeOf(arrangement, 0, shown)] ?? null;
      return right === null ? null : positionOf(arrangement, 1, right);
    }),

  grade(content, answer) {
    const parts = content.left.map((_, part) => {
      const right = answer[part] ?? null;
      return { part, right: right !== null && sameRight(content, right, part), feedback: [] };
    });
    return { share: parts.filter((part) => part.right).length / parts.length, parts };
  },

  key: (content) => ({
    answer: inFileOrder(content.left.length),
    parts: content.left.map((_, part) => ({ part, right: true, feedback: [] })),
  }),

  interaction: (content, answer) => ({
    type: 'matching',
    response: answer.map((right, left) => `${left}[.]${right}`).join('[,]'),
    correct: [content.left.map((_, row) => `${row}[.]${row}`).join('[,]')],
  }),

  sample: `::: match #who-wants-what
Match each attacker with the aim.

| Attacker | Aim |
| --- | --- |
| Criminal gang | Money, by locking files |
| Foreign service | Documents and contacts |
| Angry visitor | Attention |
|  | Better service |

> [!WHY] The aim tells you what they will ask you for.
:::
`,
};
