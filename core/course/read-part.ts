// Reads tokens into prose and the blocks in it: of a whole text, or of one part of it.
import type { Token } from 'markdown-it';
import type { Group } from './group';
import type { Item } from './item';
import type { Kept } from './kept/kept';
import { markdown } from './markdown';
import type { Names } from './names';
import type { ProblemList } from './problem';
import type { Inline, Prose } from './prose';
import { blockReader } from './read-block';
import { toProse } from './to-prose';

/** What stands in tokens, each list in the order of the text. */
export interface PartReading {
  prose: Prose[];
  items: Item[];
  kept: Kept[];
  /** Inner ones first. */
  groups: Group[];
}

/** Nothing of the parts before matters but their `names`. `mayAsk`: only lessons ask. */
export function readPart(
  tokens: readonly Token[],
  problems: ProblemList,
  names: Names,
  mayAsk: boolean,
): PartReading {
  const items = new Map<string, Item>();
  const groups = new Map<string, Group>();
  const kept = new Map<string, Kept>();
  const inline = (words: string, line: number): Inline[] => {
    const inside = markdown.parseInline(words, {});
    for (const token of inside) token.map = [line - 1, line];
    const [paragraph] = toProse(inside, problems, () => []);
    return paragraph?.type === 'paragraph' ? paragraph.children : [];
  };
  const readBlock = blockReader({ items, groups, kept, names, problems, inline, mayAsk });
  const prose = toProse(tokens, problems, readBlock, names);
  return {
    prose,
    items: [...items.values()],
    kept: [...kept.values()],
    groups: [...groups.values()],
  };
}
