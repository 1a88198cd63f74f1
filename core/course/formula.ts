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

/**
 * The parser takes as names only letters that have capitals, so no Arabic ones. Letters beyond ASCII
 * are spelled by their numbers for it: «س» is `zu633z`.
 */
const spelled = (text: string): string =>
  text.replace(/[\p{L}\p{M}]/gu, (letter) =>
    /^[a-z]$/i.test(letter) ? letter : `zu${letter.codePointAt(0)?.toString(16)}z`,
  );

const unspelled = (name: string): string =>
  name.replace(/zu([\da-f]{2,6})z/g, (_, number: string) =>
    String.fromCodePoint(Number.parseInt(number, 16)),
  );

/** What a formula needs to be known before it; undefined when it is none. */
export function namesIn(expression: string): string[] | undefined {
  if (expression.length > longest) return undefined;
  try {
    const known = new Set(Object.keys(functions));
    return parser
      .parse(spelled(expression))
      .variables()
      .map(unspelled)
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
    const byName = Object.entries(values).map(([name, value]) => [spelled(name), value]);
    const value: unknown = parser
      .parse(spelled(expression))
      .evaluate(Object.fromEntries(byName) as Record<string, number>);
    const number = typeof value === 'boolean' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
