// The parts that markdown-it finds in the body of a block, with the lines they stand in.
import type { Token } from 'markdown-it';
import { markdown } from '../../course/markdown';
import type { BlockMeta } from '../../course/markdown-block';
import { TangledText } from '../../course/markdown-budget';
import type { NoForm } from './form';
import type { LineRange, Source } from './source';

export interface Node {
  type: string;
  /** Without blank lines at its end. */
  lines: LineRange;
  token: Token;
  children: Node[];
}

export interface BlockNodes {
  /** The line that closes the block. */
  closing: number;
  nodes: Node[];
}

/** Thrown where a part is written in a way that a form cannot show. */
export class Tangled extends Error {
  override readonly name = 'Tangled';
}

/** The parts of the one block that is the whole text, or why it is none. */
export function readNodes(source: Source): BlockNodes | NoForm {
  let tokens: Token[];
  try {
    tokens = markdown.parse(source.text, {});
  } catch (error) {
    if (error instanceof TangledText) return 'tangled';
    throw error;
  }
  const [open] = tokens;
  if (open?.type !== 'course_block_open' || open.map?.[0] !== 0) return 'no-block';
  if (!(open.meta as unknown as BlockMeta).closed) return 'not-closed';
  const closing = open.map[1];
  for (let line = closing + 1; line < source.lines.length; line++) {
    if (!source.isBlank(line)) return 'more-behind';
  }
  const [block] = tree(source, tokens);
  return { closing, nodes: block?.children ?? [] };
}

/** Tokens without a place of their own are left out: their lines belong to what is around them. */
function tree(source: Source, tokens: readonly Token[]): Node[] {
  const top: Node[] = [];
  const open: { node: Node | null; siblings: Node[] }[] = [];
  let siblings = top;
  for (const token of tokens) {
    if (token.nesting === -1) {
      siblings = open.pop()?.siblings ?? top;
      continue;
    }
    const node = token.map && token.type !== 'inline' ? nodeOf(source, token, token.map) : null;
    if (node) siblings.push(node);
    if (token.nesting === 1) {
      open.push({ node, siblings });
      siblings = node?.children ?? [];
    }
  }
  return top;
}

function nodeOf(source: Source, token: Token, [from, end]: [number, number]): Node {
  // The map of a block ends before its closing line.
  const isBlock = token.type === 'course_block_open';
  const isClosed = isBlock && (token.meta as unknown as BlockMeta).closed;
  let to = Math.min(end + (isClosed ? 1 : 0), source.lines.length);
  while (to > from + 1 && source.isBlank(to - 1)) to--;
  return { type: token.type, lines: { from, to }, token, children: [] };
}
