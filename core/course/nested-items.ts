// Finds blocks that keep an answer inside other things: a block that keeps one may hold none.
import type { Prose } from './prose';
import type { RawBlock } from './to-prose';

/** Ids of the blocks inside a node that keep an answer, graded or not. */
export const itemsIn = (node: Prose): string[] => blocksIn(node).map(({ id }) => id);

/** Ids of the graded ones alone: what a pool can draw and a test can count. */
export const gradedIn = (node: Prose): string[] =>
  blocksIn(node).flatMap(({ type, id }) => (type === 'item' ? [id] : []));

type Block = Extract<Prose, { type: 'item' | 'kept' }>;

function blocksIn(node: Prose): Block[] {
  switch (node.type) {
    case 'item':
    case 'kept':
      return [node];
    case 'list':
      return node.items.flatMap((item) => item.children.flatMap(blocksIn));
    case 'figure':
      return [...node.caption, ...node.description].flatMap(blocksIn);
    case 'columns':
      return node.columns.flat().flatMap(blocksIn);
    case 'media':
      return [...node.caption, ...node.transcript].flatMap(blocksIn);
    case 'quote':
    case 'alert':
    case 'steps':
    case 'details':
    case 'group':
    case 'whatif':
      return node.children.flatMap(blocksIn);
    default:
      return [];
  }
}

export const withoutItems = (nodes: readonly Prose[]): Prose[] =>
  nodes.filter((node) => itemsIn(node).length === 0);

/** Ids of the items inside a block that may hold none. */
export const nestedItems = (raw: RawBlock): string[] =>
  [
    ...[raw, ...raw.parts].flatMap(({ children, asides }) => [
      ...children,
      ...asides.flatMap((aside) => aside.children),
    ]),
  ].flatMap(itemsIn);
