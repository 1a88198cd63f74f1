// `cards`: terms and their meanings, one to a card, gone through on the spot.
import { z } from '../../zod';
import { label } from '../blocks/answers';
import { inlineText, plainText } from '../plain-text';
import type { Inline, Prose } from '../prose';
import { shortHashOf } from '../revision';
import type { KeptBody, KeptKind } from './kind';

export interface Card {
  /** Names the card for ever, as long as its term is the same: hash of the term in the source. */
  key: string;
  term: Inline[];
  meaning: Prose[];
}

export interface CardsContent {
  cards: Card[];
}

type Paragraph = Extract<Prose, { type: 'paragraph' }>;

interface Written {
  line: number;
  term: Inline[];
  meaning: Prose[];
}

interface WrittenLine {
  line: number;
  words: Inline[];
  /** It begins with a colon. */
  isMeaning: boolean;
}

const colon = /^:[ \t]+/;

const breaksIn = (nodes: readonly Inline[]): number =>
  nodes.reduce(
    (sum, node) =>
      sum + (node.type === 'break' ? 1 : 'children' in node ? breaksIn(node.children) : 0),
    0,
  );

/** The lines of a paragraph, split where its author broke them. */
function linesOf({ line: from, children }: Paragraph): WrittenLine[] {
  let line = from;
  const lines: WrittenLine[] = [{ line, words: [], isMeaning: false }];
  for (const node of children) {
    line += breaksIn([node]);
    if (node.type === 'break') lines.push({ line, words: [], isMeaning: false });
    else lines.at(-1)?.words.push(node);
  }
  return lines.map((each) => {
    const [first, ...rest] = each.words;
    const text = first?.type === 'text' ? first.text : '';
    if (text.trim() !== ':' && !colon.test(text)) return each;
    const left = text.replace(/^:[ \t]*/, '');
    const words: Inline[] = left === '' ? rest : [{ type: 'text', text: left }, ...rest];
    return { ...each, words, isMeaning: true };
  });
}

/**
 * Adds what a paragraph says. A line begins a card if it is the first one, or stands right before a
 * meaning and is not indented, as the second line of a meaning is.
 */
function addTo(found: Written[], paragraph: Paragraph, next: Prose | undefined, body: KeptBody) {
  const { problems } = body;
  const indent = (line: number): number => /^[\s>]*/.exec(problems.textOf(line))?.[0].length ?? 0;
  const lines = linesOf(paragraph);
  const beforeMeaning = (at: number): boolean =>
    (lines[at + 1]?.isMeaning ?? isMeaning(next)) &&
    indent(lines[at]?.line ?? 0) <= indent(body.line);
  for (const [at, { line, words, isMeaning: means }] of lines.entries()) {
    const card = found.at(-1);
    const last = card?.meaning.at(-1);
    if (means && card) card.meaning.push({ type: 'paragraph', line, children: words });
    else if (means) problems.add('card-term-missing', line);
    else if (!card || at === 0 || beforeMeaning(at)) {
      found.push({ line, term: [...words], meaning: [] });
    } else if (last?.type === 'paragraph') {
      last.children.push({ type: 'break', hard: false }, ...words);
    } else card.term.push({ type: 'break', hard: false }, ...words);
  }
}

const hasMeaning = (node: Prose): boolean =>
  node.type === 'paragraph' && linesOf(node).some((line) => line.isMeaning);

const isMeaning = (node: Prose | undefined): boolean =>
  node?.type === 'paragraph' && linesOf(node)[0]?.isMeaning === true;

export const keyOf = (term: readonly Inline[]): string =>
  shortHashOf(inlineText(term).replace(/\s+/g, ' ').trim());

export const cards: KeptKind<CardsContent, CardsContent, never> = {
  attributes: [],

  read(body) {
    const { children, line, problems } = body;
    const begin = children.findIndex(
      (node, at) => hasMeaning(node) || (node.type === 'paragraph' && isMeaning(children[at + 1])),
    );
    if (begin < 0) {
      const expected = 'terms, each with a line “: meaning” under it';
      problems.add('answers-missing', line, { kind: body.kind, expected });
      return undefined;
    }
    const written: Written[] = [];
    for (const [at, node] of children.entries()) {
      if (at < begin) continue;
      if (node.type === 'paragraph') addTo(written, node, children[at + 1], body);
      else problems.add('answers-after', node.line);
    }
    const seen = new Set<string>();
    const made: Card[] = [];
    for (const { line: at, term, meaning } of written) {
      const text = label([{ type: 'paragraph', line: at, children: term }]);
      const key = keyOf(term);
      if (text === '') problems.add('card-term-missing', at);
      else if (plainText(meaning).trim() === '') problems.add('card-meaning-missing', at, { text });
      else if (seen.has(key)) problems.add('card-double', at, { text });
      else made.push({ key, term, meaning });
      seen.add(key);
    }
    if (made.length === 0) return undefined;
    return { question: children.slice(0, begin), content: { cards: made } };
  },

  revisionText: ({ cards: all }) =>
    all.map(({ term, meaning }) => `${inlineText(term)}: ${plainText(meaning)}`).join('\n'),
  shape: ({ cards: all }) => String(all.length),

  // A card is the same in every language: how well it is known hangs on its key.
  translated: ({ cards: all }, source) => ({
    cards: all.map((card, at) => ({ ...card, key: source.cards[at]?.key ?? card.key })),
  }),

  show: (content) => content,

  // Each card is recalled for itself; the block keeps nothing besides.
  answer: z.never(),
  isComplete: () => false,

  isPrivate: false,

  sample: `::: cards #words-to-know
Two words to know.

Phishing
: A message that pretends to come from somebody else, so that you give something away.

Spoofing
: Showing a sender, a number or an address that is not one's own.
:::
`,
};
