// `form`: a table of settings, each with choices of which the bold one is right.
import { z } from '../../zod';
import { inlineText } from '../plain-text';
import type { Inline, Prose } from '../prose';
import { label, splitAtAnswers } from './answers';
import type { BlockBody, GradedKind } from './kind';

export interface FormContent {
  /** The title of the window that the form imitates; null without one. */
  title: string | null;
  /** The names of the first two columns. */
  heads: [Inline[], Inline[]];
  rows: { setting: Inline[]; choices: Inline[][]; right: number; feedback: Prose[] }[];
}

export interface FormShown {
  title: string | null;
  heads: [Inline[], Inline[]];
  rows: { setting: Inline[]; choices: Inline[][] }[];
}

/** For each row the choice taken, or null. */
export type FormAnswer = (number | null)[];

type Table = Extract<Prose, { type: 'table' }>;
const isTable = (node: Prose): node is Table => node.type === 'table';

const separator = / \/ /g;
const isBlank = (nodes: readonly Inline[]): boolean => inlineText(nodes).trim() === '';

/** How often ` / ` stands in a cell, in its forms too; code is not looked into. */
const separatorsIn = (nodes: readonly Inline[]): number =>
  nodes.reduce((count, node) => {
    if (node.type === 'text') return count + (node.text.match(separator)?.length ?? 0);
    return count + ('children' in node ? separatorsIn(node.children) : 0);
  }, 0);

/** A line without its code: a run of backticks opens it, the next one of the same length closes it. */
function withoutCode(line: string): string {
  const runs = [...line.matchAll(/`+/g)];
  const closing: (number | undefined)[] = [];
  const later = new Map<number, number>();
  for (let at = runs.length - 1; at >= 0; at--) {
    const { length } = runs[at]?.[0] ?? '';
    closing[at] = later.get(length);
    later.set(length, at);
  }
  let text = '';
  let from = 0;
  for (let at = 0; at < runs.length; at++) {
    const end = runs[closing[at] ?? -1];
    if (!end) continue;
    text += line.slice(from, runs[at]?.index);
    from = end.index + end[0].length;
    at = closing[at] ?? at;
  }
  return text + line.slice(from);
}

/** Which of the separators of a row's second cell are written ` \/ `, and so are text. */
function escapesIn(line: string): boolean[] {
  const cells = withoutCode(line.replace(/^[\s>]*\|?/, '')).split(/(?<!\\)\|/);
  const slashes = (cells[1] ?? '').matchAll(/(?<= )(\\?)\/(?= )/g);
  return [...slashes].map(([, backslash]) => backslash === '\\');
}

/** Splits the nodes of a cell at each ` / ` that stands outside of any form. */
function choicesIn(cell: readonly Inline[], line: string): Inline[][] {
  const escapes = escapesIn(line);
  // An entity or a form with a slash in it: then none of them is taken for an escape.
  const fits = escapes.length === separatorsIn(cell);
  const choices: Inline[][] = [[]];
  const add = (node: Inline): void => {
    choices.at(-1)?.push(node);
  };
  let seen = 0;
  for (const node of cell) {
    if (node.type !== 'text') {
      if ('children' in node) seen += separatorsIn(node.children);
      add(node);
      continue;
    }
    let text = '';
    const pieces = node.text.split(' / ');
    for (const [at, piece] of pieces.entries()) {
      text += piece;
      if (at === pieces.length - 1) break;
      if (fits && escapes[seen++]) text += ' / ';
      else {
        if (text !== '') add({ type: 'text', text });
        choices.push([]);
        text = '';
      }
    }
    if (text !== '') add({ type: 'text', text });
  }
  return choices.map(trimmed);
}

/** Without white space at both ends. */
function trimmed(nodes: Inline[]): Inline[] {
  const first = nodes[0];
  if (first?.type === 'text') nodes[0] = { ...first, text: first.text.trimStart() };
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes[nodes.length - 1] = { ...last, text: last.text.trimEnd() };
  return nodes.filter((node) => node.type !== 'text' || node.text !== '');
}

/** The words of a choice that is bold as a whole; undefined for any other. */
function boldWords(nodes: readonly Inline[]): Inline[] | undefined {
  const [only, ...others] = nodes;
  return only?.type === 'strong' && others.length === 0 ? only.children : undefined;
}

function readRow(row: Table['rows'][number], { problems }: BlockBody): FormContent['rows'] {
  const [setting = [], cell = [], why = []] = row.cells;
  const text = label([{ type: 'paragraph', line: row.line, children: setting }]);
  if (text === '') {
    problems.add('form-setting-missing', row.line);
    return [];
  }
  const written = choicesIn(cell, problems.textOf(row.line)).filter((choice) => !isBlank(choice));
  const bold = written.flatMap((choice, at) => (boldWords(choice) ? [at] : []));
  const choices = written.map((choice) => boldWords(choice) ?? choice);
  const seen = new Set<string>();
  for (const choice of choices) {
    const words = inlineText(choice).trim();
    if (seen.has(words)) problems.add('answer-double', row.line, { text: words });
    seen.add(words);
  }
  if (choices.length < 2) problems.add('form-choices', row.line, { text });
  if (bold.length !== 1) problems.add('form-right', row.line, { text, count: bold.length });
  if (isBlank(why)) problems.add('feedback-missing', row.line, { text });
  const [right] = bold;
  // Nobody could set it rightly.
  if (right === undefined) return [];
  const feedback: Prose[] = isBlank(why)
    ? []
    : [{ type: 'paragraph', line: row.line, children: why }];
  return [{ setting, choices, right, feedback }];
}

export const form: GradedKind<FormContent, FormShown, FormAnswer> = {
  attributes: ['title'],

  read(body) {
    const expected = 'a table with three columns: the setting, its choices, why';
    const split = splitAtAnswers(body, isTable, expected);
    if (!split) return undefined;
    const table = split.answers;
    const count = table.head.length;
    if (count !== 2 && count !== 3) {
      body.problems.add('form-columns', table.line, { count });
      return undefined;
    }
    const rows = table.rows.flatMap((row) => readRow(row, body));
    if (table.rows.length === 0) {
      body.problems.add('answers-missing', body.line, { kind: body.kind, expected });
    }
    if (rows.length === 0) return undefined;
    const title = body.attributes.get('title')?.trim() || null;
    const heads: FormContent['heads'] = [table.head[0] ?? [], table.head[1] ?? []];
    return { question: split.question, content: { title, heads, rows } };
  },

  revisionText: ({ rows }) =>
    rows
      .map(({ setting, choices, right }) =>
        [setting, ...choices]
          .map((words, at) => `${at === right + 1 ? '**' : ''}${inlineText(words)}`)
          .join(' | '),
      )
      .join('\n'),

  shape: ({ rows }) => rows.map(({ choices, right }) => `${right}/${choices.length}`).join(' '),

  /** As in a real form, rows and choices keep their order; it says nothing about what is right. */
  arrange: () => [],

  show: ({ title, heads, rows }) => ({
    title,
    heads,
    rows: rows.map(({ setting, choices }) => ({ setting, choices })),
  }),

  partsIn: null,

  answer: z.array(z.int().min(0).max(999).nullable()).max(1000),

  isComplete: ({ rows }, answer) =>
    answer.length === rows.length &&
    rows.every(({ choices }, row) => {
      const choice = answer[row] ?? null;
      return choice !== null && choice >= 0 && choice < choices.length;
    }),

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  grade({ rows }, answer) {
    const parts = rows.map(({ right, feedback }, part) => ({
      part,
      right: answer[part] === right,
      feedback,
    }));
    return { share: parts.filter((part) => part.right).length / parts.length, parts };
  },

  key: ({ rows }) => ({
    answer: rows.map(({ right }) => right),
    parts: rows.map(({ feedback }, part) => ({ part, right: true, feedback })),
  }),

  interaction: ({ rows }, answer) => ({
    type: 'matching',
    response: answer.map((choice, row) => `${row}[.]${choice}`).join('[,]'),
    correct: [rows.map(({ right }, row) => `${row}[.]${right}`).join('[,]')],
  }),

  sample: `::: form #share-the-minutes {title="Share “Minutes, draft”"}
Two colleagues shall read the draft and comment on it. How do you share it?

| Setting | Choice | Why |
| --- | --- | --- |
| Who can open it | Everyone with the link / **Only the people I name** | A link is passed on faster than you think. |
| What they may do | View / **Comment** / Edit | They can say what they think, and your text stays. |
| Access ends | Never / **In a month** | Nobody remembers to close it later. |

> [!WHY] Share with the fewest people, rights and days that the work needs.
:::
`,
};
