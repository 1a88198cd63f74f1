// The words of a block that somebody sees who has answered nothing yet. No right answer can be told
// from them: what is to be chosen, put in order or paired stands by the alphabet.
import { type ItemKind, kindOf, type ShownOf } from '../course/blocks';
import { inFileOrder } from '../course/blocks/arrangement';
import type { Item } from '../course/item';
import { type KeptKindName, type KeptShownOf, keptKindOf } from '../course/kept';
import type { Kept } from '../course/kept/kept';
import { inlineText, plainText } from '../course/plain-text';
import type { Inline, Prose } from '../course/prose';

/** Which alphabet does not matter: only that the order of the file has no say. */
const inAnyOrder = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
const proseInAnyOrder = (texts: readonly Prose[][]): string[] => inAnyOrder(texts.map(plainText));
const inlineInAnyOrder = (texts: readonly Inline[][]): string[] =>
  inAnyOrder(texts.map(inlineText));

/** One for each kind of question: a new kind does not compile without. */
const itemWords: { [K in ItemKind]: (shown: ShownOf<K>) => string[] } = {
  choice: ({ options }) => proseInAnyOrder(options),
  truefalse: ({ statements }) => proseInAnyOrder(statements),
  order: ({ entries }) => proseInAnyOrder(entries),
  match: ({ heads, left, right }) => [
    ...heads.map(inlineText),
    ...inlineInAnyOrder(left),
    ...inlineInAnyOrder(right),
  ],
  blanks: ({ text, gaps }) => [
    plainText(text),
    ...inAnyOrder(gaps.flatMap((gap) => (gap.type === 'options' ? gap.options : []))),
  ],
  sort: ({ groups, items }) => [...proseInAnyOrder(groups), ...proseInAnyOrder(items)],
  mark: ({ text }) => [plainText(text)],
  form: ({ title, heads, rows }) => [
    title ?? '',
    ...heads.map(inlineText),
    ...rows.flatMap(({ setting, choices }) => [inlineText(setting), ...inlineInAnyOrder(choices)]),
  ],
  address: ({ addresses }) => inAnyOrder(addresses),
  hotspot: ({ image, areas }) => [image.alt, ...proseInAnyOrder(areas)],
  inbox: ({ messages }) =>
    messages.flatMap(({ from, subject, attachments, body }) => [
      `${from.name} ${from.address}`,
      subject,
      plainText(body),
      ...attachments,
    ]),
  sheet: ({ title, sheets }) => [
    title ?? '',
    ...sheets.flatMap(({ name, head, rows }) => [
      name,
      ...[head, ...rows.map(({ cells }) => cells)].map((row) => row.map(inlineText).join(' · ')),
    ]),
  ],
  // What may be typed is a number.
  estimate: () => [],
  scenario: ({ path }) =>
    path.flatMap(({ title, prose, choices }) => [
      inlineText(title),
      plainText(prose),
      ...inlineInAnyOrder(choices.map(({ words }) => words)),
    ]),
  repair: ({ text, checks }) => [text, ...checks.map(({ label }) => label ?? '')],
  // The task itself says what everybody knows.
  password: () => [],
};

/** One for each kind of block that keeps an answer. What a card means is what one tries to recall. */
const keptWords: { [K in KeptKindName]: (shown: KeptShownOf<K>) => string[] } = {
  checklist: ({ items }) => items.map((item) => plainText(item)),
  reflect: () => [],
  poll: (shown) =>
    shown.type === 'list'
      ? shown.options.map((option) => plainText(option))
      : [plainText(shown.low), plainText(shown.high)],
  plan: ({ lines }) => lines.map(({ words }) => words.map(inlineText).join(' … ')),
  cards: ({ cards }) => cards.map(({ term }) => inlineText(term)),
};

/** The question and what there is to answer with. */
export function wordsOfItem({ kind, question, content }: Item): string[] {
  const rules = kindOf(kind);
  const shown = rules.show(content, rules.arrange(content, inFileOrder));
  // What a kind shows belongs to that kind, so the types may be left out here.
  const words = itemWords[kind] as (shown: unknown) => string[];
  return [plainText(question), ...words(shown)];
}

export function wordsOfKept({ kind, question, content }: Kept): string[] {
  const words = keptWords[kind] as (shown: unknown) => string[];
  return [plainText(question), ...words(keptKindOf(kind).show(content))];
}
