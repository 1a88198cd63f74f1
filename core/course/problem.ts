// A mistake in a course: which rule, where exactly, and the words its message needs.
import type { RuleId } from './rules';

export interface Problem {
  rule: RuleId;
  /** Path relative to the course folder, with forward slashes. */
  file: string;
  /** Both count from 1. */
  line: number;
  column: number;
  /** Values for the message of the rule. */
  values: Record<string, string | number>;
}

/** Characters looked through for columns, a file: hostile files must not buy more time. */
const searchBudget = 10_000_000;
/** How many lines a paragraph or a table may well have. */
const linesAhead = 30;

/** Where something was found last: the next equal thing in that line is a later one. */
interface Found {
  line: number;
  at: number;
}

const none: Found = { line: 0, at: -1 };

/** How far a list has come, for `since`. */
export interface ProblemMark {
  count: number;
  budget: number;
  last: Found;
}

/** What came to a list in one stretch. */
export interface ProblemStretch {
  problems: readonly Problem[];
  /** Characters looked through. */
  spent: number;
  last: Found;
  reach: number;
}

/** The same in other lines; undefined with problems, which may speak of lines in their words. */
export function stretchBy(stretch: ProblemStretch, lines: number): ProblemStretch | undefined {
  if (stretch.problems.length > 0) return undefined;
  const { last, reach } = stretch;
  const found = last === none ? none : { line: last.line + lines, at: last.at };
  return { ...stretch, last: found, reach: reach + lines };
}

/** Collects the problems of one file. */
export class ProblemList {
  readonly problems: Problem[] = [];
  private budget = searchBudget;
  private last = none;
  /** The furthest line that was looked at, or that a problem was reported in. */
  private reached = 0;

  constructor(
    readonly file: string,
    private readonly lines: readonly string[],
  ) {}

  /** Reports a mistake at a line (from 1); `near` and `after` say where in it, as in `placeOf`. */
  add(
    rule: RuleId,
    line: number,
    values: Record<string, string | number> = {},
    near?: string,
    after?: string,
  ): void {
    const place = this.placeOf(Math.max(1, line), near, after);
    this.addAt(rule, place.line, place.column, values);
  }

  /**
   * Where `near` stands, looked for behind `after`: in the line, else in the next ones, as Markdown
   * parsers know the lines of paragraphs alone. Where it cannot be found, the line's first word.
   */
  placeOf(line: number, near?: string, after?: string): { line: number; column: number } {
    for (let ahead = 0; near && ahead < linesAhead; ahead++) {
      const at = this.findIn(line + ahead, near, after);
      if (at >= 0) return { line: line + ahead, column: at + 1 };
    }
    return { line, column: this.firstWord(this.textOf(line)) + 1 };
  }

  private findIn(line: number, near: string, after?: string): number {
    const text = this.textOf(line);
    const start = after ? Math.max(0, this.find(text, after, 0)) : 0;
    const next = this.last.line === line ? Math.max(start, this.last.at + 1) : start;
    let at = this.find(text, near, next);
    if (at < 0 && next > start) at = this.find(text, near, start);
    if (at < 0 && start > 0) at = this.find(text, near, 0);
    if (at >= 0) this.last = { line, at };
    return at;
  }

  private find(text: string, words: string, from: number): number {
    if (this.budget <= 0) return -1;
    const at = text.indexOf(words, from);
    this.budget -= (at < 0 ? text.length : at) - from + words.length;
    return at;
  }

  private firstWord(text: string): number {
    if (this.budget <= 0) return 0;
    const at = Math.max(0, text.search(/\S/));
    this.budget -= at;
    return at;
  }

  textOf(line: number): string {
    this.reached = Math.max(this.reached, line);
    return this.lines[line - 1] ?? '';
  }

  /**
   * Takes back what was found in lines that turn out to be no Markdown. They lie in a block that
   * begins at `since`: what was found before it stands further up.
   */
  forget(from: number, to: number, since: number): void {
    let first = this.problems.length;
    while (first > 0 && (this.problems[first - 1]?.line ?? 0) >= since) first--;
    for (const problem of this.problems.splice(first)) {
      if (problem.line < from || problem.line > to) this.problems.push(problem);
    }
  }

  /** Reports a mistake at an exact place. */
  addAt(
    rule: RuleId,
    line: number,
    column: number,
    values: Record<string, string | number> = {},
  ): void {
    this.reached = Math.max(this.reached, line);
    this.problems.push({ rule, file: this.file, line, column, values });
  }

  get reach(): number {
    return this.reached;
  }

  mark(): ProblemMark {
    return { count: this.problems.length, budget: this.budget, last: this.last };
  }

  /** What came since a mark, or undefined where it would not come again: there was no time to look. */
  since({ count, budget, last }: ProblemMark): ProblemStretch | undefined {
    if (this.budget <= 0) return undefined;
    const found = this.last === last ? none : this.last;
    const spent = budget - this.budget;
    return { problems: this.problems.slice(count), spent, last: found, reach: this.reached };
  }

  /** Takes over what was found before in lines that still say the same. False when that takes too long. */
  take({ problems, spent, last, reach }: ProblemStretch): boolean {
    this.budget -= spent;
    for (const problem of problems) this.problems.push(problem);
    if (last !== none) this.last = last;
    this.reached = Math.max(this.reached, reach);
    return this.budget > 0;
  }
}
