// `sheet`: tables to look through as in a spreadsheet; the learner marks the cells that are wrong.
import { z } from '../../zod';
import { linkTarget } from '../link-target';
import { inlineText, plainText } from '../plain-text';
import type { Inline, Prose, TableAlign } from '../prose';
import { isTaskList, readAnswer, splitAtAnswers, trailingAttributes } from './answers';
import { readNumbers } from './gap-text';
import type { BlockBody, GradedKind, PartGrade } from './kind';
import {
  type Cell,
  cellId,
  cellName,
  cellNamed,
  cellParts,
  isCell,
  sheetPlaces,
  sortedCells,
} from './sheet-cells';

export interface Sheet {
  /** Empty for a table alone that has no heading. */
  name: string;
  hidden: boolean;
  align: TableAlign[];
  head: Inline[][];
  rows: { hidden: boolean; cells: Inline[][] }[];
}

/** A table in a file of its own, until the course is put together; the cells are named in the block. */
export interface SheetSource {
  /** Where it lies; an image, as what must be in the course. */
  file: Extract<Inline, { type: 'image' }>;
  cells: { name: string; line: number; right: boolean; feedback: Prose[] }[];
}

export interface SheetContent {
  /** Stands above the tables, as the name of a file does. */
  title: string | null;
  sheets: Sheet[];
  /** The cells to mark. */
  right: Cell[];
  /** What is said about cells: about each right one, and about those that may be taken for one. */
  notes: { cell: Cell; feedback: Prose[] }[];
  /** Null when the tables stand in the block. */
  from: SheetSource | null;
}

export interface SheetShown {
  title: string | null;
  sheets: Sheet[];
}

/** The marked cells, in the order of the file. */
export type SheetAnswer = Cell[];

type Table = Extract<Prose, { type: 'table' }>;
type Heading = Extract<Prose, { type: 'heading' }>;
type List = Extract<Prose, { type: 'list' }>;

interface WrittenTable {
  heading: Heading | undefined;
  table: Table;
}

const hasMark = (nodes: readonly Inline[]): boolean =>
  nodes.some((node) => node.type === 'marked' || ('children' in node && hasMark(node.children)));

/** The words of a cell as they are shown: nothing tells that they were marked. */
function withoutMarks(nodes: readonly Inline[]): Inline[] {
  const plain = nodes.flatMap((node): Inline[] => {
    if (node.type === 'marked') return withoutMarks(node.children);
    return 'children' in node ? [{ ...node, children: withoutMarks(node.children) }] : [node];
  });
  // Words that a mark stood in are one again.
  const joined: Inline[] = [];
  for (const node of plain) {
    const before = joined.at(-1);
    if (node.type === 'text' && before?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', text: before.text + node.text };
    } else joined.push(node);
  }
  return joined;
}

/** Takes `{hidden}` off the end of a heading or of the first cell of a row. */
function takeHidden(nodes: readonly Inline[]): { words: Inline[]; hidden: boolean } {
  const end = trailingAttributes(nodes);
  if (!end?.attributes.has('hidden')) return { words: [...nodes], hidden: false };
  return { words: end.words, hidden: true };
}

/** The question, the tables with their headings, and the list that says something about cells. */
function split(body: BlockBody) {
  const { children, problems } = body;
  const isTable = (node: Prose | undefined): node is Table => node?.type === 'table';
  const first = children.findIndex(isTable);
  if (first < 0) {
    const values = { kind: body.kind, expected: 'a table' };
    problems.add('answers-missing', body.line, values);
    return undefined;
  }
  let at = children[first - 1]?.type === 'heading' ? first - 1 : first;
  const question = children.slice(0, at);
  if (plainText(question).trim() === '') problems.add('question-missing', body.line);
  const tables: WrittenTable[] = [];
  for (;;) {
    const node = children[at];
    const heading = node?.type === 'heading' ? node : undefined;
    const table = children[heading ? at + 1 : at];
    if (!isTable(table)) break;
    tables.push({ heading, table });
    at += heading ? 2 : 1;
  }
  const next = children[at];
  const list = next?.type === 'list' ? next : undefined;
  const extra = children[list ? at + 1 : at];
  if (extra) problems.add('answers-after', extra.line);
  return { question, tables, list };
}

function readSheets(tables: readonly WrittenTable[], body: BlockBody) {
  const marked: { cell: Cell; line: number }[] = [];
  const names = new Set<string>();
  const sheets = tables.map(({ heading, table }, sheet): Sheet => {
    const { words, hidden } = takeHidden(heading?.children ?? []);
    const name = inlineText(words).trim();
    const isOwn = name !== '' && !names.has(name.toLowerCase());
    if (tables.length > 1 && !isOwn) body.problems.add('sheet-name', (heading ?? table).line);
    names.add(name.toLowerCase());
    if (table.head.some(hasMark)) body.problems.add('sheet-head-marked', table.line);
    return {
      name,
      hidden,
      align: table.align,
      head: table.head.map(withoutMarks),
      rows: table.rows.map(({ line, cells }, row) => {
        const [first = [], ...others] = cells;
        const { words: start, hidden: isHidden } = takeHidden(first);
        for (const [column, words] of cells.entries()) {
          if (hasMark(words)) marked.push({ cell: [sheet, row, column], line });
        }
        return { hidden: isHidden, cells: [start, ...others].map(withoutMarks) };
      }),
    };
  });
  return { sheets, marked };
}

/** Items that begin with the name of a cell; the quotes in them are what is said about it. */
function readNotes(list: List | undefined, sheets: readonly Sheet[], { problems }: BlockBody) {
  const notes = new Map<string, SheetContent['notes'][number]>();
  const places = sheetPlaces(sheets);
  for (const item of list?.items ?? []) {
    const { text, feedback } = readAnswer(item);
    const name = plainText(text).trim();
    const cell = cellNamed(sheets, name, 0, places);
    if (name === '') problems.add('answer-empty', item.line);
    else if (!cell) problems.add('sheet-cell-unknown', item.line, { text: name });
    else if (notes.has(cellId(cell))) {
      problems.add('answer-double', item.line, { text: name });
    } else if (feedback.length === 0) problems.add('feedback-missing', item.line, { text: name });
    if (cell && feedback.length > 0) notes.set(cellId(cell), { cell, feedback });
  }
  return notes;
}

/** The block of a table that lies in a file: a question, and a list that says which cells are wrong. */
function readFromFile(body: BlockBody, written: string) {
  const { problems } = body;
  const source = linkTarget(written);
  if (source.to !== 'file' || !/\.csv$/i.test(source.path)) {
    const expected = 'the path of a file of the course that ends in .csv';
    const values = { name: 'src', value: written, expected };
    problems.add('attribute-value', body.line, values, 'src', '{');
    return undefined;
  }
  const parts = splitAtAnswers(body, isTaskList, 'a task list that names cells (- [x] B3)');
  if (!parts) return undefined;
  const cells = parts.answers.items.map((item) => {
    const { line, text, right = false, feedback } = readAnswer(item);
    const name = plainText(text).trim();
    if (item.task === undefined) problems.add('answer-box-missing', line);
    if (name === '') problems.add('answer-empty', line);
    else if (feedback.length === 0) problems.add('feedback-missing', line, { text: name });
    return { name, line, right, feedback };
  });
  if (!cells.some(({ right }) => right)) {
    problems.add('right-answer-missing', parts.answers.line);
    return undefined;
  }
  const file = { type: 'image' as const, source, alt: '' };
  const title = body.attributes.get('title')?.trim() || null;
  const content = { title, sheets: [], right: [], notes: [], from: { file, cells } };
  return { question: parts.question, content };
}

/** The content with the table of its file; and the named cells that the table does not have. */
export function withTable(
  { title, from }: SheetContent,
  rows: readonly (readonly string[])[],
): { content: SheetContent; unknown: { name: string; line: number }[] } {
  const [head = [], ...others] = rows;
  const words = (text: string | undefined): Inline[] =>
    text === undefined || text.trim() === '' ? [] : [{ type: 'text', text: text.trim() }];
  const isNumber = (text = ''): boolean => text.trim() === '' || readNumbers(text).length > 0;
  const sheet: Sheet = {
    name: '',
    hidden: false,
    align: head.map((_, column) => (others.every((row) => isNumber(row[column])) ? 'end' : null)),
    head: head.map(words),
    rows: others.map((row) => ({
      hidden: false,
      cells: head.map((_, column) => words(row[column])),
    })),
  };
  const sheets = [sheet];
  const named = (from?.cells ?? []).map((each) => ({
    ...each,
    cell: cellNamed(sheets, each.name),
  }));
  const known = named.flatMap(({ cell, right, feedback }) =>
    cell ? [{ cell, right, feedback }] : [],
  );
  const unique = [...new Map(known.map((each) => [cellId(each.cell), each])).values()];
  return {
    content: {
      title,
      sheets,
      right: sortedCells(unique.filter(({ right }) => right).map(({ cell }) => cell)),
      notes: unique.map(({ cell, feedback }) => ({ cell, feedback })),
      from: null,
    },
    unknown: named.filter(({ cell, name }) => !cell && name !== ''),
  };
}

function partsOf({ sheets, right, notes }: SheetContent, cells: readonly Cell[]): PartGrade[] {
  const partOf = cellParts(sheets);
  const rights = new Set(right.map(cellId));
  const said = new Map(notes.map(({ cell, feedback }) => [cellId(cell), feedback]));
  return sortedCells(cells).map((cell) => ({
    part: partOf(cell),
    right: rights.has(cellId(cell)),
    feedback: said.get(cellId(cell)) ?? [],
  }));
}

const place = z.int().min(0).max(9999);

export const sheet: GradedKind<SheetContent, SheetShown, SheetAnswer> = {
  attributes: ['title', 'src'],

  read(body) {
    const written = body.attributes.get('src');
    if (written !== undefined) return readFromFile(body, written);
    const parts = split(body);
    if (!parts) return undefined;
    const { sheets, marked } = readSheets(parts.tables, body);
    const notes = readNotes(parts.list, sheets, body);
    for (const { cell, line } of marked) {
      if (notes.has(cellId(cell))) continue;
      body.problems.add('feedback-missing', line, { text: cellName(sheets, cell) });
    }
    if (marked.length === 0) {
      body.problems.add('sheet-mark-missing', parts.tables[0]?.table.line ?? body.line);
      return undefined;
    }
    const title = body.attributes.get('title')?.trim() || null;
    const right = marked.map(({ cell }) => cell);
    return {
      question: parts.question,
      content: { title, sheets, right, notes: [...notes.values()], from: null },
    };
  },

  revisionText: ({ sheets, right, from }) =>
    [
      ...(from?.cells ?? []).map(({ name, right: isRight }) => `${isRight ? 'x' : ' '} ${name}`),
      ...sheets.flatMap(({ name, head, rows }) => [
        name,
        ...[head, ...rows.map(({ cells }) => cells)].map((cells) =>
          cells.map(inlineText).join(' | '),
        ),
      ]),
      right.map(cellId).join(' '),
    ].join('\n'),

  /** Rows stand as in the file: their order is part of what there is to see. */
  arrange: () => [],

  show: ({ title, sheets }) => ({ title, sheets }),

  partsIn: null,

  answer: z.array(z.tuple([place, place, place])).max(1000),

  isComplete: ({ sheets }, answer) =>
    answer.length > 0 &&
    new Set(answer.map(cellId)).size === answer.length &&
    answer.every((cell) => isCell(sheets, cell)),

  toFile: (answer) => answer,
  toScreen: (answer) => answer,

  /** Right marks less wrong ones, of all there are to find. */
  grade(content, answer) {
    const parts = partsOf(content, answer);
    const right = parts.filter((part) => part.right).length;
    const share = Math.max(0, right - (parts.length - right)) / content.right.length;
    return { share, parts };
  },

  key(content) {
    const rights = new Set(content.right.map(cellId));
    const others = content.notes
      .map(({ cell }) => cell)
      .filter((cell) => !rights.has(cellId(cell)));
    return { answer: content.right, parts: partsOf(content, [...content.right, ...others]) };
  },

  interaction: (content, answer) => ({
    type: 'choice',
    response: sortedCells(answer).map(cellId).join('[,]'),
    correct: [content.right.map(cellId).join('[,]')],
  }),

  sample: `::: sheet #march-payments {title="Payments March"}
One of these payments left the building twice. Mark the cell that is wrong.

| Supplier | Invoice | Amount |
| --- | --- | ---: |
| Paper and more | 2026-118 | 240.00 |
| Paper and more {hidden} | 2026-118 | ==240.00== |
| City gardens | 2026-031 | 1,310.50 |

- C3
  > The same supplier, invoice and amount as in the row above, and the row was hidden.

> [!WHY] Hidden rows are still part of every sum. Unhide them before you trust a total.
:::
`,
};
