// A source and its translation side by side: what is missing, what is there, and what went stale.
import { align } from './align';
import type { Memory } from './memory';
import type { Segment } from './segment';
import { likeness } from './word-diff';

export type PairState = 'missing' | 'translated' | 'stale';

export interface Pair {
  source: Segment;
  /** Null where the translation has no place for it. */
  target: Segment | null;
  state: PairState;
  /** The source that the translation was made from, where it is another one now. */
  was: string | null;
}

export interface Paired {
  pairs: Pair[];
  /** What only the translation has. */
  extra: Segment[];
}

/**
 * `base` is the source as it was when its translation was last said to be up to date; null where
 * nobody knows.
 */
export function pairUp(
  source: readonly Segment[],
  target: readonly Segment[],
  memory: Memory,
  base: readonly Segment[] | null,
): Paired {
  const isBaseOf = base !== null && hasShapeOf(base, target);
  const baseOf = new Map(isBaseOf ? base.map(({ text }, at) => [target[at], text]) : []);
  const made = new Map<Segment, string[]>(
    target.map((each) => {
      const known = memory.sourcesOf(each.text);
      const before = baseOf.get(each);
      // A copy was made from what it says.
      if (known.length === 0 && memory.isCopy(each.text)) return [each, [each.text]];
      return [each, known.length > 0 || before === undefined ? known : [before]];
    }),
  );
  const aligned = align(source, target, {
    isKnown: ({ text }, other) => made.get(other)?.includes(text) ?? false,
    likelihood: (one, other) => likelihoodOf(one, other, made.get(other)?.at(-1)),
  });
  const used = new Set(aligned.values());
  return {
    pairs: source.map((each) => {
      const found = aligned.get(each.key) ?? null;
      return { source: each, target: found, ...stateOf(each, found, memory, baseOf) };
    }),
    extra: target.filter((each) => !used.has(each)),
  };
}

/** The same segments at the same places, whatever they say. */
export const hasShapeOf = (one: readonly Segment[], other: readonly Segment[]): boolean =>
  one.length === other.length && one.every(({ key }, at) => key === other[at]?.key);

function stateOf(
  { text }: Segment,
  target: Segment | null,
  memory: Memory,
  baseOf: ReadonlyMap<Segment | undefined, string>,
): Pick<Pair, 'state' | 'was'> {
  if (!target) return { state: 'missing', was: null };
  const known = memory.sourcesOf(target.text);
  if (known.includes(text)) return { state: 'translated', was: null };
  const was = known.at(-1);
  if (was !== undefined) return { state: 'stale', was };
  if (memory.isCopy(target.text)) return { state: 'missing', was: null };
  const before = baseOf.get(target);
  // What reads like its source is not translated, unless somebody said that all of it is right.
  if (target.text === text && before !== text) return { state: 'missing', was: null };
  if (before !== undefined && before !== text) return { state: 'stale', was: before };
  return { state: 'translated', was: null };
}

function likelihoodOf(source: Segment, target: Segment, was: string | undefined): number {
  if (was !== undefined) return 1 + 50 * likeness(was, source.text);
  if (source.text === target.text) return 5;
  const [short, long] = [source.text.length, target.text.length].sort((a, b) => a - b);
  return 1 + (short ?? 0) / (long ?? 1) + 2 * likeness(unchanging(source), unchanging(target));
}

/** Numbers, code and addresses are the same in every language. */
const unchanging = ({ text }: Segment): string =>
  (text.match(/`[^`]*`|\d+|\]\([^)\s]+/g) ?? []).join(' ');
