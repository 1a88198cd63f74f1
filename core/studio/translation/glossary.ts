// Glossaries have their terms in the order of their alphabets: which belong together is seen from the
// links of texts that are translated, and from what is known of how a term was translated.
import { anchorOf } from '../../course/anchor';
import type { Memory } from './memory';
import { type Pair, type Paired, pairUp } from './pair';
import type { Segment } from './segment';

/** By anchors of the source, the anchors of the translation. */
export type TermMap = ReadonlyMap<string, string>;

const link = /\]\(\s*<?(?:\.\/)?glossary\.md#([^)\s>]+)/g;

const anchorsIn = (text: string): string[] => [...text.matchAll(link)].map(([, to = '']) => to);

/** Links stand in the same order on both sides, if there are as many; what most texts say counts. */
export function termMap(pairs: readonly Pair[]): TermMap {
  const votes = new Map<string, Map<string, number>>();
  for (const { source, target, state } of pairs) {
    const from = anchorsIn(source.text);
    const to = target && state !== 'missing' ? anchorsIn(target.text) : [];
    if (from.length !== to.length) continue;
    for (const [at, anchor] of from.entries()) {
      const of = votes.get(anchor) ?? new Map<string, number>();
      const other = to[at] ?? '';
      votes.set(anchor, of.set(other, (of.get(other) ?? 0) + 1));
    }
  }
  return new Map(
    [...votes].map(([anchor, of]) => {
      const [first] = [...of].sort((a, b) => b[1] - a[1]);
      return [anchor, first?.[0] ?? ''];
    }),
  );
}

/** A term and what belongs to it; the first has none, where something stands before all terms. */
interface Entry {
  anchor: string;
  segments: Segment[];
}

function entriesOf(segments: readonly Segment[]): Entry[] {
  const entries: Entry[] = [{ anchor: '', segments: [] }];
  for (const each of segments) {
    if (each.role === 'heading') entries.push({ anchor: anchorOf(each.text), segments: [] });
    entries.at(-1)?.segments.push(each);
  }
  return entries;
}

/** As `pairUp`, but with terms that are known to belong together, wherever they stand. */
export function pairGlossaries(
  source: readonly Segment[],
  target: readonly Segment[],
  memory: Memory,
  terms: TermMap,
): Paired {
  const [from, to] = [entriesOf(source), entriesOf(target)];
  const places = from.map((entry) => {
    if (entry.anchor === '') return 0;
    const known = to.findIndex(({ segments: [heading] }) =>
      memory.sourcesOf(heading?.text ?? '').includes(entry.segments[0]?.text ?? ''),
    );
    // A word that is in no link may be the same in both languages.
    const linked = terms.get(entry.anchor) ?? entry.anchor;
    return known > 0 ? known : to.findIndex(({ anchor }) => anchor === linked);
  });
  const known = places.filter((place) => place >= 0);
  const isInOrder = known.every((place, at) => at === 0 || place > (known[at - 1] ?? 0));
  if (isInOrder) return pairUp(source, target, memory, null);
  const parts = from.map(({ segments }, at) =>
    pairUp(segments, to[places[at] ?? -1]?.segments ?? [], memory, null),
  );
  const used = new Set(parts.flatMap(({ pairs }) => pairs.map((pair) => pair.target)));
  return {
    pairs: parts.flatMap(({ pairs }) => pairs),
    extra: target.filter((each) => !used.has(each)),
  };
}
