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

/** Collects the problems of one file. */
export class ProblemList {
  readonly problems: Problem[] = [];

  constructor(
    readonly file: string,
    private readonly lines: readonly string[],
  ) {}

  /**
   * Reports a mistake at a line (from 1). The column is where `near` first stands in that line,
   * else the first character that is not white space: Markdown parsers know lines, not columns.
   */
  add(
    rule: RuleId,
    line: number,
    values: Record<string, string | number> = {},
    near?: string,
  ): void {
    const text = this.lines[line - 1] ?? '';
    const found = near ? text.indexOf(near) : -1;
    const column = (found >= 0 ? found : Math.max(0, text.search(/\S/))) + 1;
    this.problems.push({ rule, file: this.file, line: Math.max(1, line), column, values });
  }

  /** Reports a mistake at an exact place. */
  addAt(
    rule: RuleId,
    line: number,
    column: number,
    values: Record<string, string | number> = {},
  ): void {
    this.problems.push({ rule, file: this.file, line, column, values });
  }
}
