// What kinds with a list of answers have in common: splitting question from answers, taking feedback out of an answer.
import { readAttributes } from '../attributes';
import { plainText } from '../plain-text';
import type { Inline, ListItem, Prose } from '../prose';
import type { BlockBody } from './kind';

/** An answer as written: its text, what is said about it, whether it is marked right or pinned. */
export interface WrittenAnswer {
  line: number;
  text: Prose[];
  feedback: Prose[];
  /** undefined when the line has no box. */
  right: boolean | undefined;
  pinned: boolean;
}

type List = Extract<Prose, { type: 'list' }>;

/**
 * Splits the body at the first node that `isAnswers` takes. Reports a missing question, missing
 * answers, and text after them that belongs to nothing.
 */
export function splitAtAnswers<T extends Prose>(
  body: Pick<BlockBody, 'kind' | 'line' | 'children' | 'problems'>,
  isAnswers: (node: Prose) => node is T,
  expected: string,
  needsQuestion = true,
): { question: Prose[]; answers: T } | undefined {
  const at = body.children.findIndex(isAnswers);
  if (at < 0) {
    body.problems.add('answers-missing', body.line, { kind: body.kind, expected });
    return undefined;
  }
  const question = body.children.slice(0, at);
  if (needsQuestion && plainText(question).trim() === '')
    body.problems.add('question-missing', body.line);
  const extra = body.children[at + 1];
  if (extra) body.problems.add('answers-after', extra.line);
  return { question, answers: body.children[at] as T };
}

export const isTaskList = (node: Prose): node is List =>
  node.type === 'list' && node.items.some((item) => item.task !== undefined);

/** Reads one list item; nested quotes are its feedback, `{pin}` at its end keeps its place. */
export function readAnswer(item: ListItem): WrittenAnswer {
  const feedback = item.children.flatMap((node) => (node.type === 'quote' ? node.children : []));
  const text = item.children.filter((node) => node.type !== 'quote');
  const pinned = takePin(text);
  return {
    line: item.line,
    text,
    feedback,
    right: item.task === undefined ? undefined : item.task === 'done',
    pinned,
  };
}

/** Removes a closing `{pin}` from the first paragraph; says whether there was one. */
function takePin(text: Prose[]): boolean {
  const first = text[0];
  if (first?.type !== 'paragraph') return false;
  const end = trailingAttributes(first.children);
  if (!end?.attributes.has('pin')) return false;
  text[0] = { ...first, children: end.words };
  return true;
}

/** Attributes in braces at the end of a line, and the words before them; undefined without any. */
export function trailingAttributes(
  children: readonly Inline[],
): { words: Inline[]; attributes: ReadonlyMap<string, string>; written: string } | undefined {
  const last = children.at(-1);
  if (last?.type !== 'text') return undefined;
  const text = last.text.trimEnd();
  const open = text.lastIndexOf('{');
  if (open < 0 || !text.endsWith('}')) return undefined;
  const written = text.slice(open + 1, -1);
  const rest = text.slice(0, open).trimEnd();
  return {
    words: [...children.slice(0, -1), ...(rest === '' ? [] : [{ ...last, text: rest }])],
    attributes: readAttributes(written).attributes,
    written,
  };
}

/** Reads a task list where every line needs a box, words of its own and feedback. */
export function readTaskAnswers(list: List, body: BlockBody, least: number): WrittenAnswer[] {
  const { problems } = body;
  const answers = list.items.map(readAnswer);
  const seen = new Set<string>();
  for (const answer of answers) {
    const words = plainText(answer.text).trim();
    const text = label(answer.text);
    if (answer.right === undefined) problems.add('answer-box-missing', answer.line);
    if (text === '') problems.add('answer-empty', answer.line);
    else if (seen.has(words)) problems.add('answer-double', answer.line, { text });
    seen.add(words);
    if (text !== '' && answer.feedback.length === 0) {
      problems.add('feedback-missing', answer.line, { text });
    }
  }
  if (answers.length < least) {
    problems.add('answers-too-few', list.line, { count: answers.length, least });
  }
  return answers;
}

/** The words of an answer in one short line, for messages. */
export function label(text: readonly Prose[]): string {
  const words = plainText(text).replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
