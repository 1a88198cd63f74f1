// Reads a repair: the question, after a rule the text as it stands in the file, checks, and a model version.
import { plainText } from '../plain-text';
import type { ListItem, Prose } from '../prose';
import { label, readAnswer } from './answers';
import type { BlockBody, SourceLine } from './kind';
import { type Check, knownChecks, Measured, readCheck } from './repair-checks';
import { countLinks, headingLevels, longestText, unwrapped } from './text-measures';

export interface RepairContent {
  text: string;
  checks: { check: Check; feedback: Prose[] }[];
  model: string;
}

type List = Extract<Prose, { type: 'list' }>;

const aside = /^\s*>\s*\[!(?:hint|why|clue)\b/i;

const wordsOf = (item: ListItem): string => plainText(readAnswer(item).text);

const hasCheck = (node: Prose): node is List =>
  node.type === 'list' && node.items.some((item) => readCheck(wordsOf(item)) !== undefined);

export function readRepair(
  body: BlockBody,
): { question: Prose[]; content: RepairContent } | undefined {
  const { children, problems, kind } = body;
  const lacks = (expected: string, line = body.line): undefined => {
    problems.add('answers-missing', line, { kind, expected });
  };
  const ruleAt = children.findIndex(({ type }) => type === 'rule');
  const rule = children[ruleAt];
  if (!rule) return lacks('an empty line, a line ---, the text to repair, and a list of checks');
  const question = children.slice(0, ruleAt);
  if (plainText(question).trim() === '') problems.add('question-missing', body.line);

  // The text may have lists of its own: the first one with a check in it, or else the last, is meant.
  const after = children.slice(ruleAt + 1);
  const list = after.find(hasCheck) ?? after.findLast((node): node is List => node.type === 'list');
  if (!list) return lacks(`a list of checks after the text: ${knownChecks}`, rule.line);
  const rest = children.slice(children.indexOf(list) + 1);
  const secondAt = rest.findIndex(({ type }) => type === 'rule');
  const second = rest[secondAt];
  const extra = secondAt === 0 ? undefined : rest[0];
  if (extra) problems.add('answers-after', extra.line);

  const text = rawText(body, rule.line + 1, list.line - 1);
  const model = second ? rawText(body, second.line + 1, Number.POSITIVE_INFINITY) : '';
  const checks = checksIn(list, body, text);
  if (text === '') return lacks('the text to repair after the line ---', rule.line);
  if (checks.length === 0)
    return lacks(`a list of checks after the text: ${knownChecks}`, list.line);
  if (model === '') {
    problems.add('repair-model-missing', body.line);
    return undefined;
  }
  for (const each of [text, model]) {
    if (each.length <= longestText) continue;
    problems.add('repair-too-long', body.line, { limit: longestText });
    return undefined;
  }
  if (!modelHolds(checks, model, body)) return undefined;
  warn(checks, text, body);
  return {
    question,
    content: { text, checks: checks.map(({ check, feedback }) => ({ check, feedback })), model },
  };
}

/** The text as it is written, up to a hint or the explanation. What Markdown said of it is void. */
function rawText(
  { source, children, problems, line: since }: BlockBody,
  from: number,
  to: number,
): string {
  const lines = source().filter(({ line }) => line >= from && line <= to);
  const asideAt = lines.findIndex(({ text }) => aside.test(text));
  const own = asideAt < 0 ? lines : lines.slice(0, asideAt);
  const last = own.at(-1)?.line ?? from - 1;
  problems.forget(from, last, since);
  const extra = children.find(({ line }) => line > last && line <= to && asideAt >= 0);
  if (extra) problems.add('answers-after', extra.line);
  return trimmed(own);
}

const trimmed = (lines: readonly SourceLine[]): string =>
  unwrapped(lines.map(({ text }) => text).join('\n'))
    .replace(/^\n+/, '')
    .trimEnd();

interface WrittenCheck {
  check: Check;
  feedback: Prose[];
  line: number;
  /** As the author wrote it. */
  words: string;
}

function checksIn(list: List, { problems }: BlockBody, text: string): WrittenCheck[] {
  const seen = new Set<string>();
  return list.items.flatMap((item) => {
    const { text: words, feedback, line } = readAnswer(item);
    const short = label(words);
    const whole = plainText(words).replace(/\s+/g, ' ').trim();
    if (whole === '') {
      problems.add('answer-empty', line);
      return [];
    }
    const check = readCheck(whole);
    if (!check) {
      problems.add('check-unknown', line, { text: short, known: knownChecks });
      return [];
    }
    if (seen.has(whole)) problems.add('answer-double', line, { text: short });
    else if (feedback.length === 0) problems.add('feedback-missing', line, { text: short });
    seen.add(whole);
    return [{ check: withLeast(check, text), feedback, line, words: short }];
  });
}

/** Links and headings may not be mended by taking all of them out. */
function withLeast(check: Check, text: string): Check {
  if (check.type === 'links') return { ...check, least: Math.min(1, countLinks(text).all) };
  if (check.type === 'headings')
    return { ...check, least: Math.min(1, headingLevels(text).length) };
  return check;
}

function modelHolds(checks: readonly WrittenCheck[], model: string, body: BlockBody): boolean {
  const measured = new Measured(model);
  const broken = checks.filter(({ check }) => !measured.holds(check));
  for (const { line, words } of broken) {
    body.problems.add('repair-model-fails', line, { check: words });
  }
  return broken.length === 0;
}

/** A text that needs no repair, and checks that a single word would pass, teach nothing. */
function warn(checks: readonly WrittenCheck[], text: string, { problems, line }: BlockBody): void {
  const holdAll = (measured: Measured): boolean =>
    checks.every(({ check }) => measured.holds(check));
  if (holdAll(new Measured(text))) problems.add('repair-whole', line);
  if (holdAll(new Measured('x'))) problems.add('repair-nothing-kept', line);
}
