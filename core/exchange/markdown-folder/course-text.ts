// Writes the files of a course: front matter, lessons, and what the check still finds in them.
import { markdown } from '../../course/markdown';
import { type ParsedLessonFile, parseCourseFile, parseLesson } from '../../course/parse';
import { inlineText, plainText } from '../../course/plain-text';
import { type Problem, ProblemList } from '../../course/problem';
import { rules } from '../../course/rules';
import { toProse } from '../../course/to-prose';
import type { Line } from './lines';
import type { Say } from './report';

const wordsPerMinute = 180;
const minutesPerQuestion = 0.5;
const mostMinutes = 180;

/** A string of YAML on one line: JSON is YAML. */
export const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').trim());

/** Scripts that are written without spaces: two signs are about a word. */
const dense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/gu;

export function countWords(text: string): number {
  const signs = text.match(dense)?.length ?? 0;
  const words = text.replace(dense, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
  return words + Math.ceil(signs / 2);
}

export interface LessonText {
  title: string;
  objectives: readonly string[];
  body: string;
}

export interface WrittenLesson {
  text: string;
  parsed: ParsedLessonFile;
}

/** A lesson with the minutes it takes. `line` is where the page begins, for the report. */
export function writeLesson(
  file: string,
  { title, objectives, body }: LessonText,
  line: number,
  say: Say,
): WrittenLesson {
  const listed = objectives.map((each) => `  - ${quoted(each)}`);
  const goals = listed.length === 0 ? [] : ['objectives:', ...listed];
  const write = (minutes: number): string =>
    [
      ...['---', `title: ${quoted(title)}`, `minutes: ${minutes}`, ...goals, '---', ''],
      ...[body.replace(/^\n+|\s+$/g, ''), ''],
    ].join('\n');
  const parsed = parseLesson(file, write(1));
  const asked = parsed.items.map(
    ({ question, content }) => `${plainText(question)} ${textsIn(content)}`,
  );
  const words = countWords([plainText(parsed.prose), ...asked].join('\n'));
  const estimate = words / wordsPerMinute + parsed.items.length * minutesPerQuestion;
  const minutes = Math.max(1, Math.round(estimate));
  if (minutes > mostMinutes) say('changed', 'minutes', line, { minutes, most: mostMinutes });
  sayProblems(file, parsed.problems, line, say);
  return { text: write(Math.min(minutes, mostMinutes)), parsed };
}

/** All texts inside a value, whatever its shape. */
function textsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsIn).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  if ('text' in value && typeof value.text === 'string') return value.text;
  return Object.values(value).map(textsIn).join(' ');
}

const alreadySaid: ReadonlySet<string> = new Set([
  'feedback-missing',
  'explanation-missing',
  'model-missing',
]);

/** Whatever keeps a lesson from working is named, so that nobody finds it by chance. */
export function sayProblems(
  file: string,
  problems: readonly Problem[],
  line: number,
  say: Say,
  isSaid: ReadonlySet<string> = alreadySaid,
): void {
  for (const problem of problems) {
    if (rules[problem.rule].severity !== 'error' || isSaid.has(problem.rule)) continue;
    say('changed', 'check', line, {
      ...problem.values,
      rule: problem.rule,
      at: `${file}:${problem.line}`,
    });
  }
}

export interface CourseWords {
  id: string;
  title: string;
  summary: string;
  language: string;
  authors: readonly string[];
  version?: string;
}

export function writeCourse(
  file: string,
  words: CourseWords,
  about: string,
  line: number,
  say: Say,
): string {
  const { id, title, summary, language, authors, version = '1.0.0' } = words;
  const names = authors.map((each) => `  - ${quoted(each)}`);
  const text = [
    ...['---', `id: ${id}`, `title: ${quoted(title)}`, `summary: ${quoted(summary || title)}`],
    ...[`language: ${language}`, `version: ${version}`, 'level: basic', 'format: 1'],
    ...(names.length === 0 ? [] : ['authors:', ...names]),
    ...['---', '', about.replace(/^\n+|\s+$/g, ''), ''],
  ].join('\n');
  sayProblems(file, parseCourseFile(file, text).problems, line, say, new Set());
  return text.replace(/\n{3,}$/, '\n');
}

/** The words of a line of Markdown. */
export function wordsOf(line: string): string {
  const tokens = markdown.parseInline(line, {});
  for (const token of tokens) token.map = [0, 1];
  const [paragraph] = toProse(tokens, new ProblemList('', [line]), () => []);
  const words = paragraph?.type === 'paragraph' ? inlineText(paragraph.children) : '';
  return words.replace(/\s+/g, ' ').trim();
}

/** The first sentence that says something, for the library. */
export function summaryOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const sentence = /^.{20,240}?[.!?。؟…](?=\s|$)/u.exec(words)?.[0] ?? words.slice(0, 200);
  return sentence.trim();
}

/** The first paragraph that is one. */
export function plainWords(lines: readonly Line[]): string {
  const paragraph: string[] = [];
  for (const { text } of lines) {
    if (/^[ \t]*(?:[#>|:]|[-*+][ \t]|\d+\.[ \t]|```|!\[|---)/.test(text) || text.trim() === '') {
      if (paragraph.length > 0) break;
    } else paragraph.push(text);
  }
  return wordsOf(paragraph.join(' '));
}
