// Reads a graded block: what all kinds have in common, and by its kind the question and its answers.
import { idForm } from './attributes';
import { type ItemKind, kindOf } from './blocks';
import type { BlockBody, BlockPart, SourceLine } from './blocks/kind';
import { competenceCodes } from './competences';
import type { Item } from './item';
import { nestedItems, withoutItems } from './nested-items';
import { plainText } from './plain-text';
import type { ProblemList } from './problem';
import type { Prose } from './prose';
import { AttributeReader, checkAttributes } from './read-attributes';
import { shortHashOf } from './revision';
import type { Aside, RawBlock } from './to-prose';

/** What every graded kind understands. */
export const commonAttributes = [
  'points',
  'sure',
  'tries',
  'review',
  'competence',
  'shuffle',
  'hintcost',
] as const;

/** The graded block, or undefined when nobody could answer it. */
export function readItem(kind: ItemKind, raw: RawBlock, problems: ProblemList): Item | undefined {
  const { line, opening } = raw;
  const { attributes } = opening;
  const rules = kindOf(kind);
  if (opening.id === undefined) {
    problems.add('block-id-missing', line, { kind, suggestion: suggestId(raw.children, kind) });
  }
  if (nestedItems(raw).length > 0) problems.add('block-nested', line);
  checkAttributes(kind, opening, line, [...commonAttributes, ...rules.attributes], problems);

  const read = new AttributeReader(attributes, line, problems);

  const competence = (): string | null => {
    const written = read.text('competence') ?? null;
    if (written === null || competenceCodes.includes(written)) return written;
    read.unfit('competence', written, 'a DigComp code, for example 4.1');
    return null;
  };

  const asides = raw.asides.map((aside) => ({ ...aside, children: withoutItems(aside.children) }));
  const hints = asides.filter((aside) => aside.kind === 'hint').map((aside) => aside.children);
  const why = readWhy(asides, problems);
  reportMisplaced(asides, 'clue', problems);
  const body: BlockBody = {
    kind,
    line,
    children: withoutItems(raw.children),
    gaps: raw.gaps,
    parts: raw.parts.map(toPart(problems)),
    attributes,
    problems,
    source: () => linesOf(raw.inside, problems),
  };
  const tries = read.number(
    'tries',
    rules.defaultTries ?? 0,
    (n) => Number.isInteger(n) && n >= 1,
    'a whole number from 1',
  );
  const settings = {
    hints,
    why,
    points: read.number('points', 1, (n) => n >= 0 && n <= 100, 'a number from 0 to 100'),
    hintCost: read.number('hintcost', 0, (n) => n >= 0, 'a number from 0'),
    tries: tries === 0 ? (rules.defaultTries ?? null) : tries,
    sure: read.yesNo('sure'),
    review: read.yesNo('review') ?? true,
    shuffled: read.yesNo('shuffle') ?? true,
    competence: competence(),
  };
  const asked = rules.read(body);
  if (why.length === 0) problems.add('explanation-missing', line, { kind });
  if (!asked || opening.id === undefined) return undefined;
  const { question, content } = asked;
  const revision = shortHashOf([kind, plainText(question), rules.revisionText(content)].join('\n'));
  const item = { id: opening.id, line, question, kind, content, revision, ...settings };
  return item as Item;
}

const linesOf = (inside: { from: number; to: number }, problems: ProblemList): SourceLine[] =>
  Array.from({ length: Math.max(0, inside.to - inside.from + 1) }, (_, at) => ({
    line: inside.from + at,
    text: problems.textOf(inside.from + at),
  }));

const toPart =
  (problems: ProblemList) =>
  ({ line, opening, meta, children, asides: raw }: RawBlock): BlockPart => {
    const asides = raw.map((aside) => ({ ...aside, children: withoutItems(aside.children) }));
    reportMisplaced(asides, 'hint', problems);
    return {
      kind: opening.kind,
      id: opening.id,
      line,
      attributes: opening.attributes,
      head: meta.head ? linesOf(meta.head, problems) : [],
      children: withoutItems(children),
      clues: asides.filter(({ kind }) => kind === 'clue'),
      why: readWhy(asides, problems),
    };
  };

/** The one explanation of a block or of a part. */
function readWhy(asides: readonly Aside[], problems: ProblemList): Prose[] {
  const [why, second] = asides.filter((aside) => aside.kind === 'why');
  if (second) problems.add('explanation-double', second.line);
  return why?.children ?? [];
}

/** Clues belong into messages, hints into the block around them. */
function reportMisplaced(
  asides: readonly Aside[],
  kind: 'clue' | 'hint',
  problems: ProblemList,
): void {
  for (const aside of asides) {
    if (aside.kind !== kind) continue;
    problems.add('aside-misplaced', aside.line, { aside: kind.toUpperCase() }, '[!');
  }
}

/** An id made of the first words of the question, for the message. */
export function suggestId(children: readonly Prose[], kind: string): string {
  const answers = children.findIndex(({ type }) => type === 'list' || type === 'table');
  const words = plainText(answers < 0 ? children : children.slice(0, answers))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const id = (words ?? []).slice(0, 4).join('-');
  return idForm.test(id) ? id : `${kind}-1`;
}
