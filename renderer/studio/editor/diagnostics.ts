// Problems as the editor marks them: where each begins and ends, and which mend belongs to it.
import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Problem } from '../../../core/course/problem';
import { type RuleId, rules } from '../../../core/course/rules';

/** What a click can put right. The service has found it, and knows that nothing else changes. */
export interface Mend {
  rule: RuleId;
  /** Of the problem, from 1. */
  line: number;
  /** A verb: what the button does. */
  label: string;
  apply: (text: string) => string;
}

export interface ProblemMark extends Diagnostic {
  problem: Problem;
  mends: readonly Mend[];
}

/** From where the problem is reported to the end of that word; a whole line when it begins the line. */
export function rangeOf(doc: Text, { line, column }: Problem): { from: number; to: number } {
  const { from, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const at = Math.min(Math.max(0, column - 1), text.length);
  const end = text.trimEnd().length;
  const begins = text.slice(0, at).trim() === '';
  const word = /^\S+/.exec(text.slice(at))?.[0].length ?? 0;
  const to = begins ? end : at + word;
  return { from: from + Math.min(at, to), to: from + Math.max(at, to) };
}

export function marksOf(
  doc: Text,
  problems: readonly Problem[],
  mends: readonly Mend[],
  words: (problem: Problem) => string,
): ProblemMark[] {
  return problems
    .map((problem) => ({
      ...rangeOf(doc, problem),
      severity: rules[problem.rule].severity,
      message: words(problem),
      problem,
      mends: mends.filter(({ rule, line }) => rule === problem.rule && line === problem.line),
    }))
    .sort((a, b) => a.from - b.from);
}
