// Splits a text into the units that a learner may mark: words, lines or sentences. What the author
// has marked leaves no trace in it; where that was is told apart.
import { inlineText } from './plain-text';
import type { Inline, Prose } from './prose';

export const unitKinds = ['word', 'line', 'sentence'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A passage that the author has marked. */
export interface Passage {
  line: number;
  text: string;
  /** The units it stands in, in their order. */
  units: number[];
}

/** A word as it stands in the text, in small letters, without the signs around it. */
export interface TextWord {
  word: string;
  unit: number;
  /** The passage it belongs to. */
  passage: number | null;
}

export interface UnitText {
  text: Prose[];
  units: number;
  passages: Passage[];
  words: TextWord[];
}

type Wrapper = Extract<Inline, { type: 'emphasis' | 'strong' | 'strike' }>;

/** A piece of text without children, and what stands around it. */
interface Leaf {
  node: Inline;
  text: string;
  wrappers: readonly Wrapper[];
  passage: number | null;
}

interface Span {
  start: number;
  end: number;
}

interface Piece {
  node: Inline;
  wrappers: readonly Wrapper[];
}

/** Stands for what is no text, such as a picture: it belongs to the word it touches. */
const thing = '\ufffc';

/**
 * The rules of one language for all: units keep their numbers on every computer, whatever its
 * language, and the rules for others hardly differ.
 */
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Without the white space at its ends; undefined when nothing is left. */
function trimmed(text: string, start: number): Span | undefined {
  const rest = text.trimStart();
  if (rest === '') return undefined;
  const from = start + text.length - rest.length;
  return { start: from, end: from + rest.trimEnd().length };
}

function spansOf(text: string, unit: UnitKind): Span[] {
  if (unit === 'word') return wordsIn(text);
  const spans: (Span | undefined)[] = [];
  if (unit === 'sentence') {
    for (const { segment, index } of sentences.segment(text)) spans.push(trimmed(segment, index));
  } else {
    let start = 0;
    for (const line of text.split('\n')) {
      spans.push(trimmed(line, start));
      start += line.length + 1;
    }
  }
  return spans.filter((span) => span !== undefined);
}

const wordsIn = (text: string): Span[] =>
  [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));

const lettersAndDigits = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/** Words are compared without case and without the signs around them. */
const folded = (word: string): string =>
  (lettersAndDigits.exec(word)?.[0] ?? word).toLocaleLowerCase('en');

/** The words of an author's line, to be looked for in the text. */
export const foldedWords = (text: string): string[] =>
  wordsIn(text).map(({ start, end }) => folded(text.slice(start, end)));

/** Puts pieces back into what stood around them; neighbours share it. */
function wrapped(pieces: readonly Piece[], depth = 0): Inline[] {
  const nodes: Inline[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    const wrapper = piece.wrappers[depth];
    let end = at + 1;
    if (wrapper === undefined) nodes.push(piece.node);
    else {
      while (pieces[end]?.wrappers[depth] === wrapper) end++;
      nodes.push({ ...wrapper, children: wrapped(pieces.slice(at, end), depth + 1) });
    }
    at = end;
  }
  return nodes;
}

const asText = ({ text }: { text: string }): Inline => ({ type: 'text', text });

class Splitter {
  units = 0;
  readonly passages: Passage[] = [];
  readonly words: TextWord[] = [];

  constructor(private readonly unit: UnitKind) {}

  prose(nodes: readonly Prose[]): Prose[] {
    return nodes.map((node) => this.node(node));
  }

  private node(node: Prose): Prose {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return { ...node, children: this.inline(node.children, node.line) };
      case 'quote':
      case 'alert':
      case 'details':
        return { ...node, children: this.prose(node.children) };
      case 'list': {
        const items = node.items.map((item) => ({ ...item, children: this.prose(item.children) }));
        return { ...node, items };
      }
      case 'table': {
        const cells = (row: readonly Inline[][], line: number) =>
          row.map((cell) => this.inline(cell, line));
        return {
          ...node,
          head: cells(node.head, node.line),
          rows: node.rows.map((row) => ({ ...row, cells: cells(row.cells, row.line) })),
        };
      }
      default:
        return node;
    }
  }

  private inline(nodes: readonly Inline[], line: number): Inline[] {
    const leaves: Leaf[] = [];
    this.collect(nodes, [], null, line, leaves);
    const text = leaves.map((leaf) => leaf.text).join('');
    const spans = spansOf(text, this.unit);
    const first = this.units;
    this.units += spans.length;

    const whole: Inline[] = [];
    let pieces: Piece[] = [];
    let current: number | null = null;
    const flush = (): void => {
      if (current !== null && pieces.length > 0) {
        whole.push({ type: 'unit', unit: current, children: wrapped(pieces) });
      } else {
        // Between units stands nothing but white space, and it has no form.
        for (const { node } of pieces) whole.push(node.type === 'code' ? asText(node) : node);
      }
      pieces = [];
    };
    let at = 0;
    let position = 0;
    for (const leaf of leaves) {
      const end = position + leaf.text.length;
      while (position < end) {
        while ((spans[at]?.end ?? end) <= position && at < spans.length) at++;
        const span = spans[at];
        const isInside = span !== undefined && span.start <= position;
        const stop = Math.min(end, (isInside ? span.end : span?.start) ?? end);
        const unit = isInside ? first + at : null;
        if (unit !== current) {
          flush();
          current = unit;
        }
        const from = leaf.text.length - (end - position);
        const part = leaf.text.slice(from, from + stop - position);
        const isText = leaf.node.type === 'text' || leaf.node.type === 'code';
        const node = isText ? ({ ...leaf.node, text: part } as Inline) : leaf.node;
        pieces.push({ node, wrappers: leaf.wrappers });
        this.note(leaf, part, unit);
        position = stop;
      }
    }
    flush();
    this.noteWords(text, leaves, spans, first);
    return whole;
  }

  private collect(
    nodes: readonly Inline[],
    wrappers: readonly Wrapper[],
    passage: number | null,
    line: number,
    leaves: Leaf[],
  ): void {
    for (const node of nodes) {
      const leaf = (text: string, own: Inline = node): void => {
        leaves.push({ node: own, text, wrappers, passage });
      };
      switch (node.type) {
        case 'text':
        case 'code':
          leaf(node.text);
          break;
        case 'emphasis':
        case 'strong':
        case 'strike':
          this.collect(node.children, [...wrappers, node], passage, line, leaves);
          break;
        case 'marked': {
          this.passages.push({ line, text: inlineText(node.children), units: [] });
          this.collect(node.children, wrappers, this.passages.length - 1, line, leaves);
          break;
        }
        // A link inside something to press would be pressed too: its words alone stand here.
        case 'link':
        case 'unit':
          this.collect(node.children, wrappers, passage, line, leaves);
          break;
        case 'break':
          if (this.unit === 'line') leaf('\n', { type: 'break', hard: true });
          else leaf(node.hard ? '\n' : ' ');
          break;
        default:
          leaf(thing);
      }
    }
  }

  private note({ passage }: Leaf, part: string, unit: number | null): void {
    if (passage === null || unit === null || part.trim() === '') return;
    const { units } = this.passages[passage] as Passage;
    if (units.at(-1) !== unit) units.push(unit);
  }

  private noteWords(
    text: string,
    leaves: readonly Leaf[],
    spans: readonly Span[],
    first: number,
  ): void {
    let at = 0;
    let leaf = 0;
    let leafEnd = leaves[0]?.text.length ?? 0;
    for (const { start, end } of wordsIn(text)) {
      while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
      while (leafEnd <= start) leafEnd += leaves[++leaf]?.text.length ?? 1;
      let passage = leaves[leaf]?.passage ?? null;
      while (leafEnd < end && leaf < leaves.length - 1) {
        leafEnd += leaves[++leaf]?.text.length ?? 1;
        passage ??= leaves[leaf]?.passage ?? null;
      }
      const word = folded(text.slice(start, end));
      this.words.push({ word, unit: first + at, passage });
    }
  }
}

export function splitIntoUnits(nodes: readonly Prose[], unit: UnitKind): UnitText {
  const splitter = new Splitter(unit);
  const text = splitter.prose(nodes);
  const { units, passages, words } = splitter;
  return { text, units, passages, words };
}

/** The units of a text, in groups as they follow each other in it: a paragraph, a cell, a line. */
export function unitRuns(nodes: readonly Prose[]): { unit: number; words: string }[][] {
  const runs: { unit: number; words: string }[][] = [];
  const run = (children: readonly Inline[]): void => {
    let units: { unit: number; words: string }[] = [];
    for (const node of children) {
      if (node.type === 'unit') units.push({ unit: node.unit, words: inlineText(node.children) });
      else if (node.type === 'break' && node.hard && units.length > 0) {
        runs.push(units);
        units = [];
      }
    }
    if (units.length > 0) runs.push(units);
  };
  const walk = (node: Prose): void => {
    if (node.type === 'paragraph' || node.type === 'heading') run(node.children);
    else if (node.type === 'list') for (const item of node.items) item.children.forEach(walk);
    else if (node.type === 'table') {
      node.head.forEach(run);
      for (const row of node.rows) row.cells.forEach(run);
    } else if ('children' in node) node.children.forEach(walk);
  };
  nodes.forEach(walk);
  return runs;
}
