// Reckons with the formulas of a course: arithmetic over named numbers, and nothing else.
import { Parser } from 'expr-eval-fork';
import type { WhatIf } from './prose';

const pickBranch = (condition: unknown, yes: number, no: number): number => (condition ? yes : no);

/** Functions that a formula may call; all others, and everything that is no number, are refused. */
const functions = { min: Math.min, max: Math.max, pow: Math.pow, if: pickBranch };

/** Signs and functions of one number. */
const unary: readonly string[] = ['-', '+', 'sqrt', 'abs', 'ceil', 'floor', 'round', 'not'];

function arithmetic(): Parser {
  const parser = new Parser({
    allowMemberAccess: false,
    operators: { in: false, assignment: false, fndef: false, concatenate: false, factorial: false },
  });
  const all = Object.entries<unknown>(parser.unaryOps);
  parser.unaryOps = Object.fromEntries(all.filter(([name]) => unary.includes(name)));
  parser.functions = { ...functions };
  return parser;
}

const parser = arithmetic();

/** Longer ones nobody could read, and very deep ones could not be parsed. */
const longest = 500;

/** What a formula needs to be known before it; undefined when it is none. */
export function namesIn(expression: string): string[] | undefined {
  if (expression.length > longest) return undefined;
  try {
    const known = new Set(Object.keys(functions));
    return parser
      .parse(expression)
      .variables()
      .filter((name) => !known.has(name));
  } catch {
    return undefined;
  }
}

/**
 * The value of every formula for these inputs, by name. A value that is no number (a division by
 * zero) is NaN.
 */
export function reckon(
  { inputs, formulas }: Pick<WhatIf, 'inputs' | 'formulas'>,
  given: Readonly<Record<string, number>>,
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const { name, start } of inputs) values[name] = given[name] ?? start;
  for (const { name, expression } of formulas) values[name] = solve(expression, values);
  return values;
}

function solve(expression: string, values: Record<string, number>): number {
  try {
    const value: unknown = parser.parse(expression).evaluate(values);
    const number = typeof value === 'boolean' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
