// `reflect`: a question to think about; once the learner has written, a model answer stands beside it.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import type { KeptKind } from './kind';

export interface ReflectContent {
  model: Prose[];
}

export const reflectLength = 10_000;

export const reflect: KeptKind<ReflectContent, null, string, { model: Prose[] }> = {
  attributes: [],

  read({ children, line, problems }) {
    const rule = children.findIndex((node) => node.type === 'rule');
    const question = rule < 0 ? children : children.slice(0, rule);
    const model = rule < 0 ? [] : children.slice(rule + 1);
    if (plainText(question).trim() === '') problems.add('question-missing', line);
    if (plainText(model).trim() === '') problems.add('model-missing', children[rule]?.line ?? line);
    return { question, content: { model } };
  },

  // What one thought stays true whatever the author says about it afterwards.
  revisionText: () => '',
  shape: ({ model }) => String(model.length > 0),
  show: () => null,

  answer: z.string().max(reflectLength),

  isComplete: (_, answer) => answer.trim() !== '',
  carry: (_, answer) => answer,
  after: ({ model }) => ({ model }),

  isPrivate: true,

  sample: `::: reflect #last-hurry
When did somebody last hurry you at work? What would you say today?

---

I would say: "I am glad to help. I call you back on the number I have." Whoever is honest can wait
for two minutes.
:::
`,
};
