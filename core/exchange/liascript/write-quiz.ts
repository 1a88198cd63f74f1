// A graded question → a quiz of LiaScript: boxes, a matrix, or gaps.
import type { Gap } from '../../course/blocks/blanks';
import type { Item } from '../../course/item';
import { inlineText } from '../../course/plain-text';
import type { Prose } from '../../course/prose';
import type { BlockWords } from './block-words';
import { liaWords as lia } from './prose';

type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>;

export interface WrittenQuiz {
  quiz: string;
  /** About which something can be said. */
  answers: Answer[];
}

interface Answer {
  text: string;
  feedback: readonly Prose[];
}

/** Undefined for a question that LiaScript has no form for. */
export function writeQuiz(item: Item, words: BlockWords): WrittenQuiz | undefined {
  switch (item.kind) {
    case 'choice':
      return choice(item, words);
    case 'truefalse': {
      const { statements } = item.content;
      return judged(
        statements.map(({ isTrue, ...each }) => ({ ...each, right: isTrue })),
        words,
      );
    }
    case 'address': {
      words.becomes('truefalse', item);
      const { addresses } = item.content;
      return judged(
        addresses.map(({ address, genuine, feedback }) => ({
          text: codeProse(address),
          right: genuine,
          feedback,
        })),
        words,
      );
    }
    case 'match':
      return match(item, words);
    case 'sort':
      return sort(item, words);
    case 'order':
      return order(item, words);
    case 'form':
      return form(item, words);
    case 'estimate':
      words.becomes('blanks', item);
      return { quiz: `[[${item.content.answer}]]`, answers: [] };
    case 'blanks':
      return blanks(item, words);
    default:
      return undefined;
  }
}

function choice({ content }: ItemOf<'choice'>, words: BlockWords): WrittenQuiz {
  const answers = content.options.map(({ text, feedback, right }) => ({
    text: words.line(text),
    feedback,
    right,
  }));
  const box = (right: boolean): string => {
    const mark = right ? 'X' : ' ';
    return content.several ? `[[${mark}]]` : `[(${mark})]`;
  };
  return { quiz: answers.map(({ text, right }) => `- ${box(right)} ${text}`).join('\n'), answers };
}

interface Statement {
  text: readonly Prose[];
  right: boolean;
  feedback: readonly Prose[];
}

function judged(statements: readonly Statement[], words: BlockWords): WrittenQuiz {
  const answers = statements.map(({ text, feedback }) => ({ text: words.line(text), feedback }));
  const rows = statements.map(({ right }, at) => ({
    text: answers[at]?.text ?? '',
    column: right ? 0 : 1,
  }));
  return { quiz: matrix(['✓', '✗'], rows), answers };
}

function match({ content: { left, right } }: ItemOf<'match'>, words: BlockWords): WrittenQuiz {
  const columns = [...new Set(right.map((each) => words.inLine(each)))];
  const rows = left.map((each, at) => ({
    text: words.inLine(each),
    column: columns.indexOf(words.inLine(right[at] ?? [])),
  }));
  return { quiz: matrix(columns, rows), answers: [] };
}

function sort(item: ItemOf<'sort'>, words: BlockWords): WrittenQuiz {
  words.becomes('match', item);
  const { items, groups } = item.content;
  const answers = items.map(({ text, feedback }) => ({ text: words.line(text), feedback }));
  const rows = items.map(({ group }, at) => ({ text: answers[at]?.text ?? '', column: group }));
  const columns = groups.map((name) => words.line(name));
  return { quiz: matrix(columns, rows), answers };
}

function order(item: ItemOf<'order'>, words: BlockWords): WrittenQuiz {
  words.becomes('match', item);
  const { entries } = item.content;
  const places = entries.map((_, at) => String(at + 1));
  const rows = entries.map(({ text }, column) => ({ text: words.line(text), column }));
  // In the order of the file they would give the answer away.
  rows.sort((a, b) => (a.text < b.text ? -1 : 1));
  return { quiz: matrix(places, rows), answers: [] };
}

function form(item: ItemOf<'form'>, words: BlockWords): WrittenQuiz {
  words.becomes('blanks', item);
  const rows = item.content.rows.map(
    ({ setting, choices, right }) =>
      `${words.inLine(setting)}: ${dropDown(choices.map(inlineText), right)}`,
  );
  return { quiz: rows.join('\\\n'), answers: [] };
}

function blanks(item: ItemOf<'blanks'>, words: BlockWords): WrittenQuiz {
  const { text, gaps, foreseen, forgiveness } = item.content;
  const holders = text.filter((node) => JSON.stringify(node).includes('"type":"gap"')).length;
  if (holders > 1) words.say('changed', 'question-part', item.line, { question: item.id });
  if (forgiveness.strict || forgiveness.typos > 0) {
    const kind = forgiveness.strict ? 'strict' : 'typos';
    words.say('left-out', 'setting', item.line, { kind });
  }
  const saySeveral = (): void =>
    words.say('left-out', 'options-several', item.line, { question: item.id });
  const quiz = words.text(text, (at) => gapOf(gaps[at], saySeveral));
  const only = text.at(-1);
  const isAlone =
    only?.type === 'paragraph' && only.children.length === 1 && only.children[0]?.type === 'gap';
  if (isAlone && gaps.length === 1 && gaps[0]?.type === 'options') words.becomes('choice', item);
  return {
    quiz,
    answers: foreseen.map(({ answer, feedback }) => ({ text: lia(answer), feedback })),
  };
}

/** LiaScript takes one answer: `saySeveral` is called where there are more. */
function gapOf(gap: Gap | undefined, saySeveral: () => void): string {
  switch (gap?.type) {
    case 'text':
      if (gap.answers.length > 1) saySeveral();
      // What is to be typed is no Markdown.
      return `[[${(gap.answers[0] ?? '').replace(/[|()[\]@]/g, '\\$&')}]]`;
    case 'options':
      return dropDown(gap.options, 0);
    case 'number':
      if (gap.from !== gap.to) saySeveral();
      return `[[${gap.from}]]`;
    default:
      return '…';
  }
}

function dropDown(options: readonly string[], right: number): string {
  const written = options.map((option, at) =>
    at === right ? `(${optionOf(option)})` : optionOf(option),
  );
  return `[[${written.join(' | ')}]]`;
}

/** One of several to choose from: Markdown, in which round brackets mean what is right. */
const optionOf = (text: string): string =>
  lia(text).replace(/[()]/g, '\\$&').replace(/\s+/g, ' ').trim();

function matrix(
  columns: readonly string[],
  rows: readonly { text: string; column: number }[],
): string {
  // Round brackets in a name would end it.
  const nameOf = (column: string): string =>
    column
      .replace(/\\?[()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || '–';
  const boxesOf = (right: number): string =>
    columns.map((_, at) => (at === right ? '(X)' : '( )')).join(' ');
  return [
    `[${columns.map((column) => `(${nameOf(column)})`).join(' ')}]`,
    ...rows.map(({ text, column }) => `[${boxesOf(column)}] ${text}`),
  ].join('\n');
}

const codeProse = (text: string): Prose[] => [
  { type: 'paragraph', line: 1, children: [{ type: 'code', text }] },
];
