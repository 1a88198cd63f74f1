// Reads `whatif`: a list of inputs and formulas, `name = 40, 0..200, pages` and `name = a * b, pages`.
import { namesIn } from './formula';
import type { ProblemList } from './problem';
import type { Prose, WhatIf, WhatIfFormula, WhatIfInput } from './prose';
import { AttributeReader, checkAttributes } from './read-attributes';
import type { RawBlock } from './to-prose';

export const whatifAttributes = ['plot'] as const;

type List = Extract<Prose, { type: 'list' }>;

/** No white space in the middle of the patterns that could be matched in two ways: linear time. */
const lineForm = /^\s*[-*+] ([\p{L}_][\p{L}\p{N}_ ]*)=(.*)$/u;
const number = String.raw`-?\d+(?:\.\d+)?`;
const inputForm = new RegExp(`^(${number}), *(${number})\\.\\.(${number})(?:,(.*))?$`);

const isFigures = (node: Prose, problems: ProblemList): node is List =>
  node.type === 'list' && lineForm.test(problems.textOf(node.items[0]?.line ?? 0));

/** `pages a day` as a formula writes it: `pages_a_day`. */
const nameOf = (label: string): string => label.trim().replace(/ +/g, '_');
const labelOf = (written: string): string => written.trim().replaceAll('_', ' ');

/** Prose of the block; without figures that can be reckoned with, only its text. */
export function readWhatIf(raw: RawBlock, problems: ProblemList): Prose[] {
  const { opening, line } = raw;
  checkAttributes('whatif', opening, line, whatifAttributes, problems);
  const read = new AttributeReader(opening.attributes, line, problems);
  const isList = (node: Prose): node is List => isFigures(node, problems);
  const lists = raw.children.filter(isList);
  const begin = raw.children.findIndex(isList);
  const before = raw.children.slice(0, Math.max(0, begin));
  const after = raw.children.slice(Math.max(0, begin)).filter((node) => !isList(node));
  const model: WhatIf = { inputs: [], formulas: [], along: null };
  const known = new Set<string>();

  for (const item of lists.flatMap((list) => list.items)) {
    const figure = readFigure(problems.textOf(item.line));
    if (!figure) {
      problems.add('whatif-line', item.line);
      // What uses it is not wrong because of that.
      const [, written] = lineForm.exec(problems.textOf(item.line)) ?? [];
      if (written !== undefined) known.add(nameOf(written));
      continue;
    }
    const { name, label } = figure;
    if (known.has(name)) problems.add('whatif-name-double', item.line, { name: label });
    else if ('start' in figure) model.inputs.push(figure);
    else if (isReckonable(figure, known, item.line, problems)) model.formulas.push(figure);
    known.add(name);
  }
  if (model.inputs.length === 0 || model.formulas.length === 0) {
    problems.add('whatif-empty', line);
    return [...before, ...after];
  }
  const along = read.text('plot');
  if (along !== undefined) {
    const input = model.inputs.find(({ name }) => name === nameOf(along));
    if (input) model.along = input.name;
    else
      read.unfit(
        'plot',
        along,
        `the name of an input: ${model.inputs.map(({ label }) => label).join(', ')}`,
      );
  }
  return [...before, { type: 'whatif', line, model, children: after }];
}

function readFigure(text: string): WhatIfInput | WhatIfFormula | undefined {
  const match = lineForm.exec(text);
  if (!match) return undefined;
  const [, written = '', rest = ''] = match;
  const named = { name: nameOf(written), label: labelOf(written) };
  const input = inputForm.exec(rest.trim());
  if (input) {
    const [start = 0, min = 0, max = 0] = input.slice(1, 4).map(Number);
    if (min >= max || start < min || start > max) return undefined;
    return { ...named, start, min, max, unit: (input[4] ?? '').trim() };
  }
  // The unit stands behind the last comma outside brackets: min(a, b) has one of its own.
  const comma = lastComma(rest);
  const expression = (comma < 0 ? rest : rest.slice(0, comma)).trim();
  const unit = comma < 0 ? '' : rest.slice(comma + 1).trim();
  return { ...named, expression, unit };
}

function lastComma(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++;
    else if (text[at] === '(') depth--;
    else if (text[at] === ',' && depth === 0) return at;
  }
  return -1;
}

function isReckonable(
  { label, expression }: WhatIfFormula,
  known: ReadonlySet<string>,
  line: number,
  problems: ProblemList,
): boolean {
  const names = namesIn(expression);
  if (names === undefined || names.length === 0) {
    problems.add('whatif-formula', line, { name: label, expression });
    return false;
  }
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return true;
  problems.add('whatif-unknown', line, { name: label, unknown }, unknown, '=');
  return false;
}
