// Which segment of a translation belongs to which of its source: by their blocks, their order, and by
// what is known of how they came about.
import type { Segment } from './segment';

export interface Kinship {
  /** Whether it is known that one was made from the other, as it is now. */
  isKnown: (source: Segment, target: Segment) => boolean;
  /** How likely it is otherwise, above 0 and below `certain`. */
  likelihood: (source: Segment, target: Segment) => number;
}

const certain = 100;

/** Beyond so many comparisons segments are told apart by their keys alone. */
const mostComparisons = 250_000;

/** By the source's keys. Each target is used at most once. */
export function align(
  source: readonly Segment[],
  target: readonly Segment[],
  kinship: Kinship,
): Map<string, Segment> {
  const aligned = new Map<string, Segment>();
  const byBlock = inBlocks(target);
  for (const [block, sources] of inBlocks(source)) {
    const targets = byBlock.get(block) ?? [];
    for (const [from, to] of alignBlock(sources, targets, kinship)) aligned.set(from.key, to);
  }
  return aligned;
}

function inBlocks(segments: readonly Segment[]): Map<string, Segment[]> {
  const blocks = new Map<string, Segment[]>();
  for (const each of segments) {
    const found = blocks.get(each.block);
    if (found) found.push(each);
    else blocks.set(each.block, [each]);
  }
  return blocks;
}

function alignBlock(
  source: readonly Segment[],
  target: readonly Segment[],
  kinship: Kinship,
): [Segment, Segment][] {
  const isSameShape =
    source.length === target.length && source.every(({ key }, at) => key === target[at]?.key);
  const isLong = source.length * target.length > mostComparisons;
  if (
    isSameShape &&
    (isLong || !source.some((each, at) => isMoved(each, target[at], source, kinship)))
  ) {
    return source.map((each, at): [Segment, Segment] => [each, target[at] as Segment]);
  }
  if (isLong) {
    const byKey = new Map(target.map((each) => [each.key, each]));
    return source.flatMap((each): [Segment, Segment][] => {
      const found = byKey.get(each.key);
      return found ? [[each, found]] : [];
    });
  }
  return inOrder(source, target, kinship);
}

/** One paragraph taken out and another put in leave the same shape: then another one is known to be meant. */
const isMoved = (
  each: Segment,
  target: Segment | undefined,
  sources: readonly Segment[],
  { isKnown }: Kinship,
): boolean =>
  target !== undefined &&
  !isKnown(each, target) &&
  sources.some((other) => other.role === each.role && isKnown(other, target));

/** The best way to put two lists beside each other without changing the order of either. */
function inOrder(
  source: readonly Segment[],
  target: readonly Segment[],
  kinship: Kinship,
): [Segment, Segment][] {
  const width = target.length + 1;
  const best = new Float64Array((source.length + 1) * width);
  const at = (s: number, t: number): number => best[s * width + t] ?? 0;
  const gain = (s: number, t: number): number => {
    const [one, other] = [source[s], target[t]];
    if (one?.role !== other?.role || !one || !other) return Number.NEGATIVE_INFINITY;
    return kinship.isKnown(one, other) ? certain : kinship.likelihood(one, other);
  };
  for (let s = source.length - 1; s >= 0; s--) {
    for (let t = target.length - 1; t >= 0; t--) {
      best[s * width + t] = Math.max(at(s + 1, t), at(s, t + 1), at(s + 1, t + 1) + gain(s, t));
    }
  }
  const pairs: [Segment, Segment][] = [];
  for (let s = 0, t = 0; s < source.length && t < target.length; ) {
    if (at(s, t) === at(s + 1, t + 1) + gain(s, t)) {
      pairs.push([source[s++] as Segment, target[t++] as Segment]);
    } else if (at(s, t) === at(s + 1, t)) s++;
    else t++;
  }
  return pairs;
}
