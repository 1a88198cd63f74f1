// Keeps the places of gaps while a text is read by a parser that knows nothing of them.
import type { PhrasingContent } from 'mdast';
import { type Flow, paragraph, textNode } from './flow';

/** Stands in a text for a gap; `cleanText` has taken these characters out of what authors wrote. */
export const gapMark = (gap: number): string => `\uFDD0${gap}\uFDD1`;

const marks = /(\uFDD0\d+\uFDD1)/;

function split(text: string, found: Set<number>): PhrasingContent[] {
  return text.split(marks).flatMap((piece): PhrasingContent[] => {
    if (!piece.startsWith('\uFDD0')) return piece === '' ? [] : [textNode(piece)];
    const gap = Number(piece.slice(1, -1));
    if (found.has(gap)) return [];
    found.add(gap);
    return [{ type: 'gap', gap }];
  });
}

function place(flow: Flow, found: Set<number>): Flow {
  return flow.flatMap((node): Flow => {
    if ('value' in node && marks.test(node.value)) {
      const nodes = split(node.value, found);
      // Nothing can be filled in inside code.
      return node.type === 'code' ? [paragraph(nodes)] : nodes;
    }
    if (!('children' in node)) return [node];
    return [{ ...node, children: place(node.children as Flow, found) } as Flow[number]];
  });
}

/** Puts gaps where their marks stand, each once; one whose mark is lost comes last. */
export function withGaps(flow: Flow, count: number): Flow {
  const found = new Set<number>();
  const placed = place(flow, found);
  const lost = Array.from({ length: count }, (_, gap) => gap).filter((gap) => !found.has(gap));
  return [...placed, ...lost.map((gap) => paragraph([{ type: 'gap', gap }]))];
}
