// `address`: a task list of web addresses, `[x]` genuine, `[ ]` not.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Inline, Prose } from '../prose';
import { isTaskList, label, readTaskAnswers, splitAtAnswers } from './answers';
import { arranged, unarranged } from './arrangement';
import type { GradedKind, PartGrade } from './kind';
import { type WebAddress, webAddress } from './web-address';

export interface AddressContent {
  addresses: { address: string; feedback: Prose[]; genuine: boolean; pinned: boolean }[];
}

export interface AddressShown {
  addresses: string[];
}

/** One judgement an address, true for genuine; null where none was given yet. */
export type AddressAnswer = (boolean | null)[];

/** For each address where the registered name stands in it. */
export interface AddressDue {
  addresses: WebAddress[];
}

const partOf = (content: AddressContent, part: number, judged: boolean): PartGrade => {
  const entry = content.addresses[part];
  return { part, right: entry?.genuine === judged, feedback: entry?.feedback ?? [] };
};

const truth = (content: AddressContent): boolean[] =>
  content.addresses.map(({ genuine }) => genuine);

const isBare = (node: Inline): boolean => node.type === 'text' || node.type === 'code';

/** The address that stands alone in an answer, as text or code; undefined when something else does. */
function addressIn(text: readonly Prose[]): string | undefined {
  const [only, ...others] = text;
  if (only?.type !== 'paragraph' || others.length > 0) return undefined;
  return only.children.every(isBare) ? plainText(text).trim() : undefined;
}

export const address: GradedKind<AddressContent, AddressShown, AddressAnswer, AddressDue> = {
  attributes: [],

  read(body) {
    const split = splitAtAnswers(
      body,
      isTaskList,
      'a task list of web addresses (- [x] genuine, - [ ] not genuine)',
    );
    if (!split) return undefined;
    const addresses = readTaskAnswers(split.answers, body, 1).map((answer) => {
      const written = addressIn(answer.text);
      const text = label(answer.text);
      if (text !== '' && (written === undefined || !webAddress(written))) {
        body.problems.add('address-form', answer.line, { text }, written);
      }
      return {
        address: written ?? plainText(answer.text),
        feedback: answer.feedback,
        genuine: answer.right ?? false,
        pinned: answer.pinned,
      };
    });
    return { question: split.question, content: { addresses } };
  },

  revisionText: (content) =>
    content.addresses.map((each) => `${each.genuine ? 'x' : ' '} ${each.address}`).join('\n'),

  arrange: (content, shuffle) => [
    shuffle(
      content.addresses.length,
      new Set(content.addresses.flatMap((each, place) => (each.pinned ? [place] : []))),
    ),
  ],

  show: (content, arrangement) => ({
    addresses: arranged(content.addresses, arrangement, 0).map((each) => each.address),
  }),

  partsIn: 0,

  answer: z.array(z.boolean().nullable()).max(1000),

  isComplete: (content, answer) =>
    answer.length === content.addresses.length &&
    answer.every((judged) => typeof judged === 'boolean'),

  toFile: (answer, arrangement) => unarranged(answer, arrangement, 0),
  toScreen: (answer, arrangement) => arranged(answer, arrangement, 0),

  grade(content, answer) {
    const parts = content.addresses.map((_, part) => partOf(content, part, answer[part] === true));
    return { share: parts.filter((part) => part.right).length / parts.length, parts };
  },

  key: (content) => ({
    answer: truth(content),
    parts: content.addresses.map(({ genuine }, part) => partOf(content, part, genuine)),
  }),

  due: (content, _answer, arrangement) => ({
    addresses: arranged(content.addresses, arrangement, 0).map(
      (each) =>
        webAddress(each.address) ?? { before: '', domain: each.address, after: '', goesTo: null },
    ),
  }),

  interaction: (content, answer) =>
    content.addresses.length === 1
      ? { type: 'true-false', response: String(answer[0]), correct: [String(truth(content)[0])] }
      : { type: 'other', response: answer.join('[,]'), correct: [truth(content).join('[,]')] },

  sample: `::: address #norlund-sites
Which of these addresses lead to the city of Norlund, whose site is norlund.example?

- [x] https://services.norlund.example/permits
  > What counts stands right before the first single slash: norlund.example.
- [ ] https://norlund.example.permits-online.test/login
  > The name of the city is only a decoration here: the site is permits-online.test.
- [ ] https://norlund.example@192.0.2.7/permits
  > Everything before the @ is a name for signing in. The site is a bare number.

> [!WHY] Anybody may write any name at the beginning. Only the last part must be registered.
:::
`,
};
