// Texts on their way between formats: syntax trees of Markdown (mdast), with nodes of our own for gaps.
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { markdown } from '../../course/markdown';

/** The place of a gap in the text of a `blanks`; `gap` counts from 0. */
export interface GapNode {
  type: 'gap';
  gap: number;
  /** What stands between its brackets, once it is known. */
  written?: string;
}

/** Signs that mean something to blocks, such as `[!WHY]`: written as they are. */
export interface MarkerNode {
  type: 'marker';
  value: string;
}

declare module 'mdast' {
  interface ImageData {
    /** As `picture-width.ts` makes it. */
    width?: string;
  }
  interface PhrasingContentMap {
    gap: GapNode;
    marker: MarkerNode;
  }
  interface RootContentMap {
    gap: GapNode;
    marker: MarkerNode;
  }
}

/** Paragraphs, lists and the like. */
export type Flow = RootContent[];

export const paragraph = (children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
});

export const textNode = (value: string): PhrasingContent => ({ type: 'text', value });

/** Characters that say nothing; ends of lines as everywhere here. */
export const cleanText = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    // Unicode keeps the last ones for use inside programs: they hold places and escapes here.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\uFDD0-\uFDEF]/g, '');

/** One line of plain words: addresses that may be opened become links. */
function plainLine(line: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const found of markdown.linkify.match(line) ?? []) {
    if (found.schema !== 'https:') continue;
    if (found.index > at) nodes.push(textNode(line.slice(at, found.index)));
    nodes.push({ type: 'link', url: found.url, children: [textNode(found.raw)] });
    at = found.lastIndex;
  }
  if (at < line.length) nodes.push(textNode(line.slice(at)));
  return nodes;
}

/** Plain words, cleaned before: an empty line begins a paragraph, any other one stays a line. */
export function plainFlow(text: string): Flow {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (words !== '') paragraphs.at(-1)?.push(words);
    else if (paragraphs.at(-1)?.length) paragraphs.push([]);
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      paragraph(
        lines.flatMap((line, at): PhrasingContent[] =>
          at === 0 ? plainLine(line) : [{ type: 'break' }, ...plainLine(line)],
        ),
      ),
    );
}

/** Parts that stand beside each other in a line; between others there is a space. */
const inLine: ReadonlySet<string> = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'image',
  'gap',
  'marker',
]);

function collectWords(nodes: readonly RootContent[], into: string[]): void {
  for (const node of nodes) {
    if (!inLine.has(node.type)) into.push(' ');
    if (node.type === 'gap') into.push('…');
    else if (node.type === 'image') into.push(node.alt ?? '');
    else if ('children' in node) collectWords(node.children as RootContent[], into);
    else if ('value' in node) into.push(node.value);
  }
}

/** The words alone, in one line. */
export function wordsOf(flow: readonly RootContent[]): string {
  const words: string[] = [];
  collectWords(flow, words);
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** The text with its one gap, at the end of what is asked. */
export function withGapBehind(flow: Flow, isApart = false): Flow {
  const gap: PhrasingContent = { type: 'gap', gap: 0 };
  const last = flow.at(-1);
  if (isApart || last?.type !== 'paragraph') return [...flow, paragraph([gap])];
  return [...flow.slice(0, -1), paragraph([...last.children, textNode(' '), gap])];
}

/** True when there is nothing to see: no words, no picture. */
export const isEmpty = (flow: readonly RootContent[]): boolean =>
  wordsOf(flow) === '' && !holds(flow, 'image') && !holds(flow, 'gap');

export function holds(flow: readonly RootContent[], type: RootContent['type']): boolean {
  return flow.some(
    (node) =>
      node.type === type || ('children' in node && holds(node.children as RootContent[], type)),
  );
}

/** True when the text is more than words in one paragraph. */
export const isFormatted = (flow: readonly RootContent[]): boolean =>
  flow.length > 1 ||
  flow.some(
    (node) => node.type !== 'paragraph' || node.children.some(({ type }) => type !== 'text'),
  );

const isPhrasing = (node: RootContent): node is PhrasingContent =>
  inLine.has(node.type) || node.type === 'break';

/** Words that stand alone become paragraphs. */
export function inParagraphs(nodes: readonly RootContent[]): Flow {
  const flow: Flow = [];
  let open: PhrasingContent[] | undefined;
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      flow.push(node);
      open = undefined;
    } else if (open) open.push(node);
    else {
      open = [node];
      flow.push({ type: 'paragraph', children: open });
    }
  }
  return flow;
}

/** Everything in one line, as in the cell of a table: forms within the line stay. */
export function inOneLine(flow: readonly RootContent[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const add = (each: readonly RootContent[]): void => {
    for (const node of each) {
      if (node.type === 'break') nodes.push(textNode(' '));
      else if (node.type === 'text') nodes.push(textNode(node.value.replace(/\s*\n\s*/g, ' ')));
      else if (node.type === 'code') {
        nodes.push({ type: 'inlineCode', value: node.value.replace(/\s*\n\s*/g, ' ') });
      } else if (isPhrasing(node)) nodes.push(node);
      else if ('children' in node) {
        if (nodes.length > 0) nodes.push(textNode(' '));
        add(node.children as RootContent[]);
      }
    }
  };
  add(flow);
  return nodes;
}
