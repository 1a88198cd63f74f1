// `checklist`: things to do at work; what is ticked stays ticked.
import { z } from '../../zod';
import { isTaskList, label, splitAtAnswers } from '../blocks/answers';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import type { KeptKind } from './kind';

export interface ChecklistContent {
  items: Prose[][];
}

/** Places of the items that are done, in their order. */
export type ChecklistAnswer = number[];

export const checklist: KeptKind<ChecklistContent, ChecklistContent, ChecklistAnswer> = {
  attributes: [],

  read(body) {
    const split = splitAtAnswers(body, isTaskList, 'a task list (- [ ] …)', false);
    if (!split) return undefined;
    const { problems } = body;
    const seen = new Set<string>();
    for (const { line, task, children } of split.answers.items) {
      const text = label(children);
      const words = plainText(children).trim();
      if (task === undefined) problems.add('answer-box-missing', line);
      if (task === 'done') problems.add('checklist-ticked', line, { text });
      if (text === '') problems.add('answer-empty', line);
      else if (seen.has(words)) problems.add('answer-double', line, { text });
      seen.add(words);
    }
    const items = split.answers.items.map(({ children }) => children);
    return { question: split.question, content: { items } };
  },

  revisionText: ({ items }) => items.map((item) => plainText(item)).join('\n'),
  shape: ({ items }) => String(items.length),
  show: (content) => content,

  answer: z.array(z.int().min(0).max(999)).max(1000),

  isComplete: ({ items }, answer) =>
    answer.every((place, at) => place < items.length && place > (answer[at - 1] ?? -1)),

  isPrivate: false,

  interaction: (_, answer) => ({ type: 'other', response: answer.join('[,]'), correct: [] }),

  sample: `::: checklist #this-week
What will you do this week?

- [ ] Lock the screen each time you leave the desk
- [ ] Put the number of the help desk on your phone
- [ ] Ask a colleague to do the same
:::
`,
};
