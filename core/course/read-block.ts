// Reads one `:::` block: its opening line, then by its kind an item, folded text or a figure.
import { distance } from 'fastest-levenshtein';
import { type Opening, readOpening } from './attributes';
import { allKinds, type ItemKind, isItemKind, kindOf } from './blocks';
import type { BlockBody } from './blocks/kind';
import { competenceCodes } from './competences';
import type { Item } from './item';
import { plainText } from './plain-text';
import type { ProblemList } from './problem';
import type { Inline, Prose } from './prose';
import { shortHashOf } from './revision';
import type { RawBlock, ReadBlock } from './to-prose';

const idForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const commonAttributes = [
  'points',
  'sure',
  'tries',
  'review',
  'competence',
  'shuffle',
  'hintcost',
] as const;

interface Reading {
  items: Map<string, Item>;
  problems: ProblemList;
  /** Turns the title of `details` into inline prose. */
  inline: (text: string, line: number) => Inline[];
  /** False in course.md, where nobody is asked. */
  mayAsk: boolean;
}

/** Makes the reader that `toProse` calls at each block; items found go into `items`. */
export function blockReader({ items, problems, inline, mayAsk }: Reading): ReadBlock {
  const lines = new Map<string, number>();

  return (raw) => {
    const opening = readOpening(raw.meta.info);
    const { kind } = opening;
    if (!raw.meta.closed) {
      problems.add('block-open', raw.line, { kind, colons: ':'.repeat(raw.meta.colons) });
    }
    for (const text of opening.malformed) {
      problems.add('attribute-syntax', raw.line, { text }, text, '{');
    }
    if (kind === '') {
      problems.add('block-kind-missing', raw.line);
      return raw.children;
    }
    if (!allKinds.includes(kind)) {
      problems.add(
        'block-kind-unknown',
        raw.line,
        {
          kind,
          suggestion: nearest(kind, allKinds),
          known: allKinds.join(', '),
        },
        kind,
      );
      return raw.children;
    }
    if (opening.id !== undefined && !idForm.test(opening.id)) {
      problems.add('block-id-form', raw.line, { id: opening.id }, `#${opening.id}`);
    }
    if (kind !== 'details' && opening.title !== '') {
      const text = opening.title;
      problems.add('attribute-syntax', raw.line, { text }, text, kind);
    }
    if (isItemKind(kind) && !mayAsk) {
      problems.add('block-outside-lesson', raw.line, { kind });
      return [];
    }
    if (isItemKind(kind)) {
      const item = readItem(kind, opening, raw, problems);
      // What stands inside is not shown, so nobody could answer it.
      for (const id of nestedItems(raw)) items.delete(id);
      if (!item) return [];
      const earlier = lines.get(item.id);
      if (earlier !== undefined) {
        problems.add('block-id-double', raw.line, { id: item.id, other: earlier }, `#${item.id}`);
        return [];
      }
      lines.set(item.id, raw.line);
      items.set(item.id, item);
      return [{ type: 'item', line: raw.line, id: item.id }];
    }
    checkAttributes(kind, opening, raw.line, [], problems);
    return kind === 'details'
      ? [readDetails(opening, raw, problems, inline)]
      : readFigure(opening, raw, problems);
  };
}

/** The nearest word of a list, for “did you mean”. */
export function nearest(word: string, known: readonly string[]): string {
  return [...known].sort((a, b) => distance(word, a) - distance(word, b))[0] ?? '';
}

function readItem(
  kind: ItemKind,
  opening: Opening,
  raw: RawBlock,
  problems: ProblemList,
): Item | undefined {
  const { line } = raw;
  const { attributes } = opening;
  const rules = kindOf(kind);
  if (opening.id === undefined) {
    problems.add('block-id-missing', line, { kind, suggestion: suggestId(raw.children, kind) });
  }
  if (nestedItems(raw).length > 0) problems.add('block-nested', line);
  checkAttributes(kind, opening, line, [...commonAttributes, ...rules.attributes], problems);

  const number = (
    name: string,
    fallback: number,
    isFit: (value: number) => boolean,
    expected: string,
  ) => {
    const written = attributes.get(name);
    if (written === undefined) return fallback;
    const value = Number(written);
    if (written !== '' && Number.isFinite(value) && isFit(value)) return value;
    problems.add('attribute-value', line, { name, value: written, expected }, name, '{');
    return fallback;
  };
  const yesNo = (name: string): boolean | null => {
    const written = attributes.get(name);
    if (written === undefined) return null;
    if (written === 'yes' || written === 'no') return written === 'yes';
    const values = { name, value: written, expected: 'yes or no' };
    problems.add('attribute-value', line, values, name, '{');
    return null;
  };
  const competence = (): string | null => {
    const written = attributes.get('competence');
    if (written === undefined || competenceCodes.includes(written)) return written ?? null;
    const expected = 'a DigComp code, for example 4.1';
    const values = { name: 'competence', value: written, expected };
    problems.add('attribute-value', line, values, 'competence', '{');
    return null;
  };

  const asides = raw.asides.map((aside) => ({ ...aside, children: withoutItems(aside.children) }));
  const hints = asides.filter((aside) => aside.kind === 'hint').map((aside) => aside.children);
  const whys = asides.filter((aside) => aside.kind === 'why');
  if (whys.length > 1) problems.add('explanation-double', whys[1]?.line ?? line);
  const why = whys[0]?.children ?? [];
  const body: BlockBody = {
    kind,
    line,
    children: withoutItems(raw.children),
    gaps: raw.gaps,
    attributes,
    problems,
  };
  const tries = number('tries', 0, (n) => Number.isInteger(n) && n >= 1, 'a whole number from 1');
  const settings = {
    hints,
    why,
    points: number('points', 1, (n) => n >= 0 && n <= 100, 'a number from 0 to 100'),
    hintCost: number('hintcost', 0, (n) => n >= 0, 'a number from 0'),
    tries: tries === 0 ? null : tries,
    sure: yesNo('sure'),
    review: yesNo('review') ?? true,
    shuffled: yesNo('shuffle') ?? true,
    competence: competence(),
  };
  const read = rules.read(body);
  if (why.length === 0) problems.add('explanation-missing', line, { kind });
  if (!read || opening.id === undefined) return undefined;
  const { question, content } = read;
  const revision = shortHashOf([kind, plainText(question), rules.revisionText(content)].join('\n'));
  const item = { id: opening.id, line, question, kind, content, revision, ...settings };
  return item as Item;
}

function checkAttributes(
  kind: string,
  opening: Opening,
  line: number,
  known: readonly string[],
  problems: ProblemList,
): void {
  for (const name of opening.attributes.keys()) {
    if (known.includes(name)) continue;
    const values = { kind, name, known: known.join(', ') || '–' };
    problems.add('attribute-unknown', line, values, name, '{');
  }
}

function readDetails(
  opening: Opening,
  raw: RawBlock,
  problems: ProblemList,
  inline: Reading['inline'],
): Prose {
  if (opening.title === '') problems.add('details-title-missing', raw.line);
  const title = inline(opening.title, raw.line);
  return { type: 'details', line: raw.line, title, children: raw.children };
}

/** A picture, a caption, and after a rule a long description. Without a picture only the text is kept. */
function readFigure(opening: Opening, raw: RawBlock, problems: ProblemList): Prose[] {
  const first = raw.children[0];
  const image =
    first?.type === 'paragraph' && first.children.length === 1 ? first.children[0] : undefined;
  if (image?.type !== 'image') {
    problems.add('figure-image-missing', raw.line);
    return raw.children;
  }
  const rest = raw.children.slice(1);
  const ruleAt = rest.findIndex((node) => node.type === 'rule');
  return [
    {
      type: 'figure',
      line: raw.line,
      ...(opening.id ? { id: opening.id } : {}),
      image: { source: image.source, alt: image.alt },
      caption: ruleAt < 0 ? rest : rest.slice(0, ruleAt),
      description: ruleAt < 0 ? [] : rest.slice(ruleAt + 1),
    },
  ];
}

/** Ids of the items inside a node. */
function itemsIn(node: Prose): string[] {
  switch (node.type) {
    case 'item':
      return [node.id];
    case 'list':
      return node.items.flatMap((item) => item.children.flatMap(itemsIn));
    case 'figure':
      return [...node.caption, ...node.description].flatMap(itemsIn);
    case 'quote':
    case 'alert':
    case 'details':
      return node.children.flatMap(itemsIn);
    default:
      return [];
  }
}

const withoutItems = (nodes: readonly Prose[]): Prose[] =>
  nodes.filter((node) => itemsIn(node).length === 0);

const nestedItems = (raw: RawBlock): string[] =>
  [...raw.children, ...raw.asides.flatMap((aside) => aside.children)].flatMap(itemsIn);

/** An id made of the first words of the question, for the message. */
function suggestId(children: readonly Prose[], kind: string): string {
  const answers = children.findIndex(({ type }) => type === 'list' || type === 'table');
  const words = plainText(answers < 0 ? children : children.slice(0, answers))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const id = (words ?? []).slice(0, 4).join('-');
  return idForm.test(id) ? id : `${kind}-1`;
}
