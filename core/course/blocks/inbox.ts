// `inbox`: messages to judge one by one, and the clues in them to point at.
import { z } from '../../zod';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import type { Person } from './inbox-head';
import { type JudgedMessage, type Message, type PlacedClue, readMessage } from './inbox-message';
import { linksIn, type Place, placesOf } from './inbox-places';
import {
  isHarmful,
  type MailAction,
  mailActions,
  type Nature,
  rightAction,
} from './inbox-verdicts';
import type { BlockBody, GradedKind, PartGrade } from './kind';

export interface InboxContent {
  messages: JudgedMessage[];
}

export interface InboxShown {
  messages: Message[];
}

export interface MessageAnswer {
  verdict: MailAction | null;
  /** Places pointed at, in the order of `placesOf`. */
  clues: string[];
}

/** One for each message, the newest first: messages are never shuffled. */
export type InboxAnswer = MessageAnswer[];

export interface InboxDue {
  messages: {
    nature: Nature;
    /** What may be done with it, the best first. */
    accepted: MailAction[];
    clues: { place: Place; words: Prose[] }[];
  }[];
}

/** What is counted over all messages; see `tally` of a verdict. */
export type InboxTally = Record<
  'harmful' | 'caught' | 'genuine' | 'trusted' | 'alarms' | 'reports' | 'pointed' | 'found',
  number
>;

const accepted = ({ nature, also }: JudgedMessage): MailAction[] => [rightAction[nature], ...also];

const hitsIn = (clues: readonly PlacedClue[], pointed: readonly string[]): number =>
  clues.filter(({ place }) => pointed.includes(place)).length;

interface Judgement {
  isHandled: boolean;
  /** Every clue is pointed at, and nothing else. */
  isPointed: boolean;
  points: number;
  /** Verdict 2 and clues 1; without clues the verdict alone. */
  weight: number;
}

function judge(judged: JudgedMessage, { verdict, clues }: MessageAnswer): Judgement {
  const isHandled = verdict !== null && accepted(judged).includes(verdict);
  const hits = hitsIn(judged.clues, clues);
  const wrong = clues.length - hits;
  const all = judged.clues.length;
  const isPointed = hits === all && wrong === 0;
  const forVerdict = isHandled ? 2 : 0;
  if (all > 0) {
    const points = forVerdict + Math.max(0, hits - wrong) / all;
    return { isHandled, isPointed, points, weight: 3 };
  }
  // Where nothing gives a message away, a finger pointed at something is a false alarm.
  const points = Math.max(0, forVerdict - (isPointed ? 0 : 1));
  return { isHandled, isPointed, points, weight: 2 };
}

const nothing: MessageAnswer = { verdict: null, clues: [] };

function tallyOf({ messages }: InboxContent, answer: InboxAnswer): InboxTally {
  const given = messages.map((judged, at) => ({ judged, ...(answer[at] ?? nothing) }));
  const count = (isCounted: (each: (typeof given)[number]) => boolean): number =>
    given.filter(isCounted).length;
  const isGenuine = ({ judged }: (typeof given)[number]) => judged.nature === 'genuine';
  const handled = ({ judged, verdict }: (typeof given)[number]) =>
    verdict !== null && accepted(judged).includes(verdict);
  return {
    harmful: count(({ judged }) => isHarmful(judged.nature)),
    caught: count((each) => isHarmful(each.judged.nature) && handled(each)),
    genuine: count(isGenuine),
    trusted: count((each) => isGenuine(each) && handled(each)),
    alarms: count(
      (each) =>
        isGenuine(each) &&
        !handled(each) &&
        (each.verdict === 'report' || each.verdict === 'delete'),
    ),
    reports: count(({ verdict }) => verdict === 'report'),
    pointed: given.reduce((sum, { clues }) => sum + clues.length, 0),
    found: given.reduce((sum, { judged, clues }) => sum + hitsIn(judged.clues, clues), 0),
  };
}

const keyOf = ({ messages }: InboxContent): InboxAnswer =>
  messages.map(({ nature, clues }) => ({
    verdict: rightAction[nature],
    clues: clues.map(({ place }) => place),
  }));

/** Twice an id would make two messages one. */
function withOwnIds(messages: readonly JudgedMessage[], body: BlockBody): JudgedMessage[] {
  const lines = new Map<string, number>();
  for (const { id, line } of body.parts) {
    if (id === undefined) continue;
    const other = lines.get(id);
    if (other !== undefined) body.problems.add('block-id-double', line, { id, other }, `#${id}`);
    else lines.set(id, line);
  }
  return messages.filter(
    ({ message }, at) => messages.findIndex((each) => each.message.id === message.id) === at,
  );
}

/** As mail programs have it; without all dates, the order of the file stays. */
function newestFirst(messages: readonly JudgedMessage[]): JudgedMessage[] {
  const sentOf = ({ message }: JudgedMessage): string => message.sent ?? '';
  if (messages.some((each) => sentOf(each) === '')) return [...messages];
  return [...messages].sort((a, b) => (sentOf(a) < sentOf(b) ? 1 : sentOf(a) > sentOf(b) ? -1 : 0));
}

const personText = ({ name, address }: Person): string => `${name} <${address}>`;

const messageText = ({ message, nature, also, clues }: JudgedMessage): string =>
  [
    `${message.id} ${nature} ${also.join()}`,
    personText(message.from),
    message.replyTo ? personText(message.replyTo) : '',
    [...message.to, ...message.cc].map(personText).join(),
    message.subject,
    message.sent ?? '',
    message.attachments.join(),
    ...message.headers.map(({ name, value }) => `${name}: ${value}`),
    plainText(message.body),
    ...linksIn(message.body).map(({ target }) => ('url' in target ? target.url : '')),
    clues.map(({ place }) => place).join(),
  ].join('\n');

export const inbox: GradedKind<InboxContent, InboxShown, InboxAnswer, InboxDue> = {
  attributes: [],

  read(body) {
    const [first] = body.parts;
    const isBefore = ({ line }: Prose): boolean => first === undefined || line < first.line;
    const question = body.children.filter(isBefore);
    if (plainText(question).trim() === '') body.problems.add('question-missing', body.line);
    const extra = body.children.find((node) => !isBefore(node));
    if (extra) body.problems.add('answers-after', extra.line);
    const least = 2;
    const count = body.parts.length;
    if (count < least) body.problems.add('messages-too-few', body.line, { count, least });
    const read = body.parts.flatMap((part) => readMessage(part, body.problems) ?? []);
    const messages = newestFirst(withOwnIds(read, body));
    return messages.length === 0 ? undefined : { question, content: { messages } };
  },

  revisionText: ({ messages }) => messages.map(messageText).join('\n\n'),

  // As in a real inbox, messages are never shuffled.
  arrange: () => [],

  show: ({ messages }) => ({ messages: messages.map(({ message }) => message) }),

  partsIn: null,

  answer: z
    .array(
      z.object({
        verdict: z.enum(mailActions).nullable(),
        clues: z.array(z.string().max(40)).max(500),
      }),
    )
    .max(1000),

  isComplete: ({ messages }, answer) =>
    answer.length === messages.length &&
    messages.every(({ message }, at) => {
      const { verdict, clues } = answer[at] ?? nothing;
      const places: readonly string[] = placesOf(message);
      const isOnce = new Set(clues).size === clues.length;
      return verdict !== null && isOnce && clues.every((clue) => places.includes(clue));
    }),

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  /**
   * Two parts a message: its verdict, and behind those of all messages its clues. What there is to
   * say about a message is said once nothing of it is left to find.
   */
  grade(content, answer) {
    const { messages } = content;
    const judgements = messages.map((judged, at) => judge(judged, answer[at] ?? nothing));
    const sum = (of: (judgement: Judgement) => number): number =>
      judgements.reduce((total, judgement) => total + of(judgement), 0);
    const verdicts = judgements.map(
      ({ isHandled, isPointed }, part): PartGrade => ({
        part,
        right: isHandled,
        feedback: isHandled && isPointed ? (messages[part]?.feedback ?? []) : [],
      }),
    );
    const clues = judgements.map(
      ({ isPointed }, at): PartGrade => ({
        part: messages.length + at,
        right: isPointed,
        feedback: [],
      }),
    );
    return {
      share: sum(({ points }) => points) / sum(({ weight }) => weight),
      parts: [...verdicts, ...clues],
      tally: tallyOf(content, answer),
    };
  },

  key: (content) => ({
    answer: keyOf(content),
    parts: content.messages.map(({ feedback }, part) => ({ part, right: true, feedback })),
  }),

  due: ({ messages }) => ({
    messages: messages.map((judged) => ({
      nature: judged.nature,
      accepted: accepted(judged),
      clues: judged.clues.map(({ place, feedback }) => ({ place, words: feedback })),
    })),
  }),

  interaction(content, answer) {
    const steps = (given: InboxAnswer): string =>
      content.messages
        .flatMap(({ message }, at) => {
          const { verdict, clues } = given[at] ?? nothing;
          const pointed = clues.length > 0 ? [`${message.id}_clues[.]${clues.join('+')}`] : [];
          return [`${message.id}[.]${verdict}`, ...pointed];
        })
        .join('[,]');
    return { type: 'performance', response: steps(answer), correct: [steps(keyOf(content))] };
  },

  keeps: ({ messages }) =>
    messages
      .map(({ message, nature, also, clues }) =>
        [message.id, nature, ...also, ...clues.map(({ place }) => place)].join(),
      )
      .join(' '),

  sample: `:::: inbox #monday-morning
You work for Norlund. Its own addresses end in \`norlund.example\`. What do you do with each message?

::: message #invoice {verdict=phish also=delete}
from: "Norlund Accounts" <billing@norlund-pay.test>
to: you@norlund.example
subject: Overdue invoice 4471
sent: 2026-10-05 08:12
attachments: [Invoice_4471.html]
---
Dear customer,

please open the invoice and [sign in to confirm](https://norlund.example.verify-login.test/a) **within the hour**.

> [!CLUE sender] The name is ours, the address is not.

> [!CLUE link] The address ends in \`verify-login.test\`: that is where the link goes.

> [!CLUE attachment] A web page as an attachment can ask for a password.

> [!CLUE hurry] An hour is too short to ask anybody.

> [!WHY] A lure for a password. Report it, and the team can warn everybody else.
:::

::: message #lift {verdict=genuine}
from: "Facilities" <facilities@norlund.example>
to: all-staff@norlund.example
subject: The lift works again
sent: 2026-10-05 07:40
---
The lift in Mill Street has been working again since 7:30. Thank you for your patience.

> [!WHY] Expected news from an address you know, and it asks for nothing. You can trust it.
:::

> [!HINT] Read each address from its right end.

> [!WHY] Look at who owns the address, what is asked, and where a link leads.
::::
`,
};
