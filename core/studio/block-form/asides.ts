// Hints and the explanation: quotes that begin with `[!HINT]` or `[!WHY]`.
import type { FieldValue } from './form';
import { quoted } from './list-entries';
import type { Node } from './nodes';
import { fieldText, type Source } from './source';
import { behind, type FieldSpot, type ListSpot, paragraphAt, proseSpot } from './spots';

export interface AsideNode {
  kind: 'hint' | 'why';
  node: Node;
}

const marker = /^\[!(hint|why)\][ \t]*/i;

export function asideOf(source: Source, node: Node): AsideNode | undefined {
  if (node.type !== 'blockquote_open') return undefined;
  const line = source.words(node.lines.from);
  const found = marker.exec(line.slice(quoted(line, 3)).trimStart());
  if (!found) return undefined;
  return { kind: found[1]?.toLowerCase() === 'hint' ? 'hint' : 'why', node };
}

/** Its words begin behind the marker, or in the line under it. */
function wordsSpot(source: Source, { lines }: Node, clear: boolean): FieldSpot {
  const first = source.words(lines.from);
  const prefix = quoted(first, 3);
  const rest = first.slice(prefix);
  const indent = rest.length - rest.trimStart().length;
  const head = prefix + indent + (marker.exec(rest.trimStart())?.[0].length ?? 0);
  const isBelow = first.slice(head).trim() === '' && lines.to > lines.from + 1;
  const from = isBelow ? lines.from + 1 : lines.from;
  const next = first.slice(0, prefix).replace(/>$/, '> ');
  return proseSpot(source, {
    lines: { from, to: lines.to },
    before: (line) => (line === lines.from ? head : quoted(source.words(line), 3)),
    next,
    ...(clear && {
      clear: () => ({ from: source.start(lines.from), to: source.start(lines.to), text: '' }),
    }),
  });
}

const asideText = (source: Source, kind: string, words: string): string =>
  `> [!${kind}] ${behind(source, '> ', words).slice(2)}`;

export function whySpot(source: Source, asides: readonly AsideNode[], closing: number): FieldSpot {
  const why = asides.find(({ kind }) => kind === 'why');
  if (why) return wordsSpot(source, why.node, true);
  return {
    value: null,
    write: (value) => {
      const words = fieldText(String(value ?? ''));
      if (words === '') return undefined;
      return paragraphAt(source, closing, asideText(source, 'WHY', words), closing);
    },
  };
}

export function hintsSpot(source: Source, asides: readonly AsideNode[], closing: number): ListSpot {
  const hints = asides.filter(({ kind }) => kind === 'hint');
  const why = asides.find(({ kind }) => kind === 'why');
  const entries = hints.map(({ node }) => ({
    fields: { text: wordsSpot(source, node, false) },
    lists: {},
    lines: node.lines,
  }));
  return {
    entries,
    add: (at, fields: Readonly<Record<string, FieldValue>>) => {
      const words = fieldText(String(fields.text ?? ''));
      if (words === '') return undefined;
      const text = asideText(source, 'HINT', words);
      const above = entries[at - 1];
      if (above) {
        const place = source.end(above.lines.to - 1);
        return { from: place, to: place, text: source.ending + source.ending + text };
      }
      const below = entries[at]?.lines.from ?? why?.node.lines.from ?? closing;
      return paragraphAt(source, below, text, closing);
    },
  };
}
