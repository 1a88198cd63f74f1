// Finds blocks that keep an answer inside other things: a block that keeps one may hold none.
import type { Prose } from './prose';
import type { RawBlock } from './to-prose';

/** Ids of the items inside a node. */
export function itemsIn(node: Prose): string[] {
  switch (node.type) {
    case 'item':
    case 'kept':
      return [node.id];
    case 'list':
      return node.items.flatMap((item) => item.children.flatMap(itemsIn));
    case 'figure':
      return [...node.caption, ...node.description].flatMap(itemsIn);
    case 'columns':
      return node.columns.flat().flatMap(itemsIn);
    case 'media':
      return [...node.caption, ...node.transcript].flatMap(itemsIn);
    case 'quote':
    case 'alert':
    case 'steps':
    case 'details':
    case 'group':
    case 'whatif':
      return node.children.flatMap(itemsIn);
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
