// `poll`: what the learner thinks, from a list or on a scale; asked twice, it shows what has moved.
import { z } from '../../zod';
import { label, splitAtAnswers } from '../blocks/answers';
import { plainText } from '../plain-text';
import type { Prose } from '../prose';
import type { KeptBody, KeptKind, Pair } from './kind';

export type PollShown =
  | { type: 'list'; options: Prose[][] }
  /** Whole numbers; the ends have words. */
  | { type: 'scale'; from: number; to: number; low: Prose[]; high: Prose[] };

export type PollContent = PollShown & { pair: Pair | null };

/** The place of the option, or the number on the scale. */
export type PollAnswer = number;

/** Null as long as the poll it is paired with has no answer. */
export type PollAfter = { before: PollAnswer } | null;

type List = Extract<Prose, { type: 'list' }>;

const isList = (node: Prose): node is List => node.type === 'list';

const scaleForm = /^(\d{1,2})\.\.(\d{1,2})$/;
const mostSteps = 11;

function readScale(body: KeptBody, written: string): [from: number, to: number] | undefined {
  const [, from = '', to = ''] = scaleForm.exec(written) ?? [];
  const [a, b] = [Number(from), Number(to)];
  if (from !== '' && b - a >= 1 && b - a < mostSteps) return [a, b];
  body.read.unfit('scale', written, 'two whole numbers from 0, for example 1..5');
  return undefined;
}

function readPair(body: KeptBody): Pair | null {
  const written = body.read.text('pair');
  if (written === undefined) return null;
  const [id = '', lesson = null, ...more] = written.split('/').reverse();
  if (id !== '' && lesson !== '' && more.length === 0) return { lesson, id };
  body.read.unfit('pair', written, 'the id of the first poll, with its lesson if it is another');
  return null;
}

const words = (text: string, line: number): Prose[] =>
  text.trim() === '' ? [] : [{ type: 'paragraph', line, children: [{ type: 'text', text }] }];

export const poll: KeptKind<PollContent, PollShown, PollAnswer, PollAfter> = {
  attributes: ['scale', 'low', 'high', 'pair'],

  read(body) {
    const { children, line, problems, read } = body;
    const pair = readPair(body);
    const written = read.text('scale');
    if (written === undefined) {
      for (const name of ['low', 'high']) {
        const value = read.text(name);
        if (value !== undefined)
          read.unfit(name, value, 'scale=1..5 as well, or a list of answers');
      }
      const split = splitAtAnswers(body, isList, 'a list of answers, or the attribute scale=1..5');
      if (!split) return undefined;
      const options = optionsOf(split.answers, body);
      if (options.length < 2) {
        problems.add('answers-too-few', split.answers.line, { count: options.length, least: 2 });
      }
      return { question: split.question, content: { type: 'list', options, pair } };
    }
    const scale = readScale(body, written);
    const at = children.findIndex(isList);
    const list = children[at];
    const question = list === undefined ? children : children.slice(0, at);
    if (plainText(question).trim() === '') problems.add('question-missing', line);
    const extra = list === undefined ? undefined : children[at + 1];
    if (extra) problems.add('answers-after', extra.line);
    const named = list?.type === 'list' ? optionsOf(list, body) : [];
    const low = words(read.text('low') ?? '', line);
    const high = words(read.text('high') ?? '', line);
    const [first = low, last = high] = named;
    if (first.length === 0 || last.length === 0 || (named.length !== 0 && named.length !== 2)) {
      problems.add('poll-ends', list?.line ?? line);
    }
    if (!scale) return undefined;
    const [from, to] = scale;
    return { question, content: { type: 'scale', from, to, low: first, high: last, pair } };
  },

  revisionText: (content) =>
    content.type === 'list'
      ? content.options.map((option) => plainText(option)).join('\n')
      : [content.from, content.to, plainText(content.low), plainText(content.high)].join('\n'),

  shape: (content) =>
    content.type === 'list'
      ? `list ${content.options.length}`
      : `scale ${content.from}..${content.to}`,

  // Which poll was asked before is told in ids, which are the same in every language.
  translated: (content, { pair }) => ({ ...content, pair }),

  show: ({ pair: _, ...shown }) => shown,

  answer: z.int().min(0).max(999),

  isComplete: (content, answer) =>
    content.type === 'list'
      ? answer < content.options.length
      : answer >= content.from && answer <= content.to,

  after: (_, _answer, before) => (before === null ? null : { before }),
  pair: ({ pair }) => pair,

  isPrivate: false,

  interaction: ({ type }, answer) => ({
    type: type === 'list' ? 'choice' : 'likert',
    response: String(answer),
    correct: [],
  }),

  sample: `::: poll #how-sure {scale=1..5 low="not at all" high="very"}
How sure are you that you would notice a false message?
:::
`,
};

/** The words of each answer; a poll has no right one, so boxes mean nothing here. */
function optionsOf(list: List, { problems }: KeptBody): Prose[][] {
  const seen = new Set<string>();
  return list.items.map(({ line, children }) => {
    const text = label(children);
    const all = plainText(children).trim();
    if (text === '') problems.add('answer-empty', line);
    else if (seen.has(all)) problems.add('answer-double', line, { text });
    seen.add(all);
    return children;
  });
}
