// Recognises the quizzes and surveys of LiaScript, with their hints and solutions.
import { isBlank, type Line, trimmed } from '../markdown-folder/lines';

export interface Option {
  /** Markdown of one line. */
  text: string;
  isRight: boolean;
}

export type Asked =
  | { kind: 'choice'; options: Option[]; isSingle: boolean }
  /** One column is right in each row, or several. */
  | {
      kind: 'matrix';
      columns: string[];
      rows: { text: string; right: number[] }[];
      isSingle: boolean;
    }
  /** One line alone in brackets, or brackets in a paragraph. */
  | { kind: 'gaps'; lines: Line[]; isAlone: boolean }
  | { kind: 'generic' }
  | { kind: 'poll'; options: string[]; isSingle: boolean }
  | { kind: 'poll-matrix'; options: string[]; rows: string[]; isSingle: boolean }
  | { kind: 'text-survey' };

export interface Quiz {
  asked: Asked;
  line: number;
  hints: Line[];
  solution: Line[];
  /** Index of the first line behind it. */
  end: number;
  hasScript: boolean;
}

const option = /^[ \t]*(?:-[ \t]?)?\[(?:\(([ xX])\)|\[([ xX])\])\][ \t]*(.*)$/;
const matrixHead =
  /^[ \t]*(?:[-+*][ \t]*)?\[((?:[ \t]*(?:\([^()]{1,200}\)|\[[^[\]]{1,200}\]))+[ \t]*)\][ \t]*$/;
const matrixRow = /^[ \t]*(?:-[ \t]?)?\[((?:[ \t]*(?:\([ xX]\)|\[[ xX]\]))+[ \t]*)\][ \t]*(.*)$/;
const matrixSurveyRow = /^[ \t]*(?:-[ \t]?)?\[[ \t]+\][ \t]*(.*)$/;
const surveyOption =
  /^[ \t]*(?:[-+*][ \t]*)?\[(?:\((\d+|:[^()]+)\)|\[(\d+|:[^[\]]+)\])\][ \t]*(.*)$/;
const textSurvey = /^[ \t]*(?:[-+*][ \t]*)?\[\[(?:_{3,}[ \t]*)+\]\][ \t]*$/;
const generic = /^[ \t]*(?:-[ \t]?)?\[\[!\]\][ \t]*$/;
const hint = /^[ \t]*(?:-[ \t]?)?\[\[\?\]\][ \t]*(.*)$/;
/** `[[answer]]`, `[[ (right) | wrong ]]`, `[->[ … ]]`; brackets inside only with a backslash. */
export const gapForm = /(?<![\\[\]!?])\[(?:->)?\[((?:[^[\]\n\\]|\\[^\n]){1,500})\]\](?![(\]])/g;
const aloneForm = /^[ \t]*\[(?:->)?\[((?:[^[\]\n\\]|\\[^\n]){1,500})\]\][ \t]*$/;
const stars = /^[ \t]*\*{3,}[ \t]*$/;
const effect = /^[ \t]*\{\{[^{}]*\}\}[ \t]*$/;

/** A quiz that begins at this line, which is no code; undefined where none does. */
export function quizAt(lines: readonly Line[], at: number): Quiz | undefined {
  const first = lines[at] as Line;
  // A row of a table may hold a gap further down.
  if (!first.text.includes('[') && !first.text.trimStart().startsWith('|')) return undefined;
  const found = textSurvey.test(first.text)
    ? { asked: { kind: 'text-survey' } as const, end: at + 1 }
    : generic.test(first.text)
      ? { asked: { kind: 'generic' } as const, end: at + 1 }
      : (vectorAt(lines, at) ?? matrixAt(lines, at) ?? surveyAt(lines, at) ?? gapsAt(lines, at));
  return found && { ...found, line: first.line, ...tailAt(lines, found.end) };
}

/** Lines from here on that a pattern takes. */
function run(lines: readonly Line[], at: number, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let next = at; next < lines.length; next++) {
    const match = pattern.exec((lines[next] as Line).text);
    if (!match) break;
    found.push(match);
  }
  return found;
}

function vectorAt(lines: readonly Line[], at: number): { asked: Asked; end: number } | undefined {
  const [first] = run(lines.slice(at, at + 1), 0, option);
  if (!first || matrixHead.test(first[0])) return undefined;
  const isSingle = first[1] !== undefined;
  const found = run(lines, at, option);
  const other = found.findIndex((match) => (match[1] !== undefined) !== isSingle);
  const own = other < 0 ? found : found.slice(0, other);
  const options = own.map((match) => ({
    text: (match[3] ?? '').trim(),
    isRight: (match[1] ?? match[2])?.toLowerCase() === 'x',
  }));
  return { asked: { kind: 'choice', options, isSingle }, end: at + own.length };
}

const cells = (text: string): string[] =>
  [...text.matchAll(/\(([^()]*)\)|\[([^[\]]*)\]/g)].map(([, one, two]) =>
    (one ?? two ?? '').trim(),
  );

function matrixAt(lines: readonly Line[], at: number): { asked: Asked; end: number } | undefined {
  const head = matrixHead.exec((lines[at] as Line).text)?.[1];
  if (head === undefined) return undefined;
  const isSurveySingle = head.trimStart().startsWith('(');
  const columns = cells(head);
  const rows = run(lines, at + 1, matrixRow);
  if (rows.length > 0) {
    const isSingle = /^[ \t]*\(/.test(rows[0]?.[1] ?? '');
    const asked: Asked = {
      kind: 'matrix',
      columns,
      isSingle,
      rows: rows.map(([, marks = '', text = '']) => ({
        text: text.trim(),
        right: cells(marks).flatMap((mark, column) => (/x/i.test(mark) ? [column] : [])),
      })),
    };
    return { asked, end: at + 1 + rows.length };
  }
  const asks = run(lines, at + 1, matrixSurveyRow);
  if (asks.length === 0) return undefined;
  const texts = asks.map(([, text = '']) => text.trim());
  const options = columns.map((each) => each.replace(/^:/, ''));
  const asked: Asked = { kind: 'poll-matrix', options, rows: texts, isSingle: isSurveySingle };
  return { asked, end: at + 1 + asks.length };
}

function surveyAt(lines: readonly Line[], at: number): { asked: Asked; end: number } | undefined {
  const found = run(lines, at, surveyOption);
  if (found.length === 0) return undefined;
  const isSingle = found[0]?.[1] !== undefined;
  const options = found.map((match) => (match[3] ?? '').trim());
  // A number alone in brackets is an answer to be typed.
  if (options.every((text) => text === '') || (found.length === 1 && !isSingle)) return undefined;
  return { asked: { kind: 'poll', options, isSingle }, end: at + found.length };
}

function gapsAt(lines: readonly Line[], at: number): { asked: Asked; end: number } | undefined {
  const first = lines[at] as Line;
  if (isBlank(lines[at - 1] ?? { text: '', line: 0 }) === false) return undefined;
  let end = at;
  while (end < lines.length && !isBlank(lines[end] as Line) && !isTail(lines[end] as Line)) end++;
  const inside = lines.slice(at, end);
  const isAlone = inside.length === 1 && aloneForm.test(first.text);
  const hasGap = inside.some(({ text }) => text.replace(/`[^`]*`/g, '').search(gapForm) >= 0);
  if (!hasGap) return undefined;
  const options = isAlone ? splitOptions(aloneForm.exec(first.text)?.[1] ?? '') : [];
  // Nothing to choose is right: it asks what somebody thinks.
  if (options.length > 1 && options.every(({ isRight }) => !isRight)) {
    const asked: Asked = { kind: 'poll', options: options.map(({ text }) => text), isSingle: true };
    return { asked, end };
  }
  if (isAlone && options.length > 1) {
    return { asked: { kind: 'choice', options, isSingle: true }, end };
  }
  return { asked: { kind: 'gaps', lines: inside, isAlone }, end };
}

/** What stands between the brackets: one answer, or several of which those in round brackets are right. */
export const splitOptions = (text: string): Option[] =>
  text
    .split(/(?<!\\)\|/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const isRight = part.startsWith('(') && part.endsWith(')');
      const inside = isRight ? part.slice(1, -1).trim() : part;
      return { text: inside.replace(/\\([|()[\]@])/g, '$1'), isRight };
    });

const isTail = ({ text }: Line): boolean =>
  hint.test(text) || stars.test(text) || /^[ \t]*<script/i.test(text);

/** Hints, a script that checks, a solution between lines of stars. */
function tailAt(
  lines: readonly Line[],
  from: number,
): Pick<Quiz, 'hints' | 'solution' | 'end' | 'hasScript'> {
  const hints: Line[] = [];
  let at = from;
  for (
    let found = hint.exec(lines[at]?.text ?? '');
    found;
    found = hint.exec(lines[at]?.text ?? '')
  ) {
    hints.push({ text: found[1] ?? '', line: lines[at]?.line ?? 1 });
    at++;
  }
  let hasScript = false;
  if (/^[ \t]*<script/i.test(lines[at]?.text ?? '')) {
    const end = lines.findIndex(({ text }, next) => next >= at && /<\/script>/i.test(text));
    if (end >= 0) {
      hasScript = true;
      at = end + 1;
    }
  }
  let begin = at;
  while (
    begin < lines.length &&
    begin < at + 3 &&
    (isBlank(lines[begin] as Line) || effect.test((lines[begin] as Line).text))
  )
    begin++;
  // Only what follows at once, or after an effect, is a solution; a rule further down is none.
  const isNear = begin === at || lines.slice(at, begin).some(({ text }) => effect.test(text));
  if (!isNear || !stars.test(lines[begin]?.text ?? ''))
    return { hints, solution: [], end: at, hasScript };
  const close = lines.findIndex(({ text }, next) => next > begin && stars.test(text));
  if (close < 0) return { hints, solution: [], end: at, hasScript };
  return { hints, solution: trimmed(lines.slice(begin + 1, close)), end: close + 1, hasScript };
}
