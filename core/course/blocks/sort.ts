// `sort`: a list of groups with the items nested under each, shown as cards to be put into the groups.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { ListItem, Prose } from '../prose';
import { label, readAnswer, splitAtAnswers } from './answers';
import { arranged, arrangedUnlikeFile, unarranged } from './arrangement';
import type { BlockBody, GradedKind } from './kind';
import { withoutLines } from './without-lines';

export interface SortContent {
  /** The names of the groups, in their order. */
  groups: Prose[][];
  /** In the order of the file, where they stand under their groups. */
  items: { text: Prose[]; feedback: Prose[]; group: number }[];
}

export interface SortShown {
  groups: Prose[][];
  items: Prose[][];
}

/** For each item the group it was put into; null where it still waits. */
export type SortAnswer = (number | null)[];

type List = Extract<Prose, { type: 'list' }>;
const isList = (node: Prose): node is List => node.type === 'list';
const isGroupList = (node: Prose): node is List =>
  isList(node) && node.items.some((item) => item.children.some(isList));

/** Two groups of one name, or two items with the same words, could not be told apart. */
class Names {
  private readonly seen = new Set<string>();
  constructor(private readonly problems: BlockBody['problems']) {}

  check(text: readonly Prose[], line: number): void {
    const words = plainText(text).replace(/\s+/g, ' ').trim();
    if (words === '') return;
    if (this.seen.has(words)) this.problems.add('answer-double', line, { text: label(text) });
    this.seen.add(words);
  }
}

/** The name of a group, and the items nested under it. */
function readGroup(item: ListItem, { problems }: BlockBody): { name: Prose[]; items: ListItem[] } {
  const first = item.children.findIndex(isList);
  const name = first < 0 ? item.children : item.children.slice(0, first);
  const rest = first < 0 ? [] : item.children.slice(first);
  const extra = rest.find((node) => !isList(node));
  if (extra) problems.add('answers-after', extra.line);
  const items = rest.filter(isList).flatMap((list) => list.items);
  const text = label(name);
  if (text === '') problems.add('group-name-missing', item.line);
  else if (items.length === 0) problems.add('group-empty', item.line, { text });
  return { name, items };
}

export const sort: GradedKind<SortContent, SortShown, SortAnswer> = {
  attributes: [],

  read(body) {
    const { problems } = body;
    const expected = 'a list of groups with the items nested under each';
    const split = splitAtAnswers(body, isGroupList, expected);
    if (!split) return undefined;
    const groupNames = new Names(problems);
    const itemNames = new Names(problems);
    const content: SortContent = { groups: [], items: [] };
    for (const [group, written] of split.answers.items.entries()) {
      const { name, items } = readGroup(written, body);
      groupNames.check(name, written.line);
      content.groups.push(name);
      for (const item of items) {
        const { line, text, feedback } = readAnswer(item);
        const words = label(text);
        if (words === '') problems.add('answer-empty', line);
        else if (feedback.length === 0) problems.add('feedback-missing', line, { text: words });
        itemNames.check(text, line);
        content.items.push({ text, feedback, group });
      }
    }
    const count = content.groups.length;
    if (count < 2) problems.add('groups-too-few', split.answers.line, { count });
    return { question: split.question, content };
  },

  revisionText: ({ groups, items }) =>
    groups
      .flatMap((name, group) => [
        `# ${plainText(name)}`,
        ...items.filter((item) => item.group === group).map((item) => plainText(item.text)),
      ])
      .join('\n'),

  arrange: (content, shuffle) => [
    arrangedUnlikeFile(
      content.items.map((item) => plainText(item.text)),
      shuffle,
    ),
  ],

  show: (content, arrangement) => ({
    groups: content.groups,
    items: withoutLines(arranged(content.items, arrangement, 0).map((item) => item.text)),
  }),

  partsIn: 0,

  answer: z.array(z.int().min(0).max(999).nullable()).max(1000),

  isComplete: (content, answer) =>
    answer.length === content.items.length &&
    answer.every((group) => group !== null && group >= 0 && group < content.groups.length),

  toFile: (answer, arrangement) => unarranged(answer, arrangement, 0),
  toScreen: (answer, arrangement) => arranged(answer, arrangement, 0),

  grade(content, answer) {
    const parts = content.items.map(({ group, feedback }, part) => ({
      part,
      right: answer[part] === group,
      feedback,
    }));
    return { share: parts.filter((part) => part.right).length / parts.length, parts };
  },

  key: (content) => ({
    answer: content.items.map((item) => item.group),
    parts: content.items.map(({ feedback }, part) => ({ part, right: true, feedback })),
  }),

  interaction: (content, answer) => ({
    type: 'matching',
    response: answer.map((group, item) => `${item}[.]${group}`).join('[,]'),
    correct: [content.items.map(({ group }, item) => `${item}[.]${group}`).join('[,]')],
  }),

  sample: `::: sort #who-may-see
Who may see it? Sort these papers of a town hall.

- Everybody
  - The minutes of last night's council meeting
    > They are public once the council has approved them.
  - The opening hours of the registry
    > The more people know them, the better.
- Only who needs it for their work
  - A list of residents who get housing benefit
    > It tells about the income of people who trusted us with it.
  - The sick notes of your team
    > Health data are among the most protected there are.

> [!WHY] Ask who could be harmed if a stranger read it.
:::
`,
};
