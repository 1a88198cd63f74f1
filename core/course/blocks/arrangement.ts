// Permutations between the order in the file and the order on screen.
import { byNumber } from '../by-number';
import type { Arrangement, Shuffle } from './kind';

/** Keeps the order of the file (`shuffle=no`). */
export const inFileOrder: Shuffle = (count) => Array.from({ length: count }, (_, place) => place);

/**
 * A shuffle that always gives the same order for the same seed. `rank` turns a text into an
 * evenly spread sort key (a hash); things are sorted by it, pinned ones stay.
 */
export function seededShuffle(seed: string, rank: (text: string) => string): Shuffle {
  let lists = 0;
  return (count, pinned = new Set()) => {
    const list = lists++;
    const places = inFileOrder(count);
    const moving = places.filter((place) => !pinned.has(place));
    const keys = new Map(moving.map((place) => [place, rank(`${seed}/${list}/${place}`)]));
    const shuffled = [...moving].sort((a, b) =>
      (keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1,
    );
    let next = 0;
    return places.map((place) => (pinned.has(place) ? place : (shuffled[next++] as number)));
  };
}

/** The place in the file of what stands at `shown` in list `list`; unknown positions stay unknown. */
export function placeOf(arrangement: Arrangement, list: number, shown: number): number {
  return arrangement[list]?.[shown] ?? -1;
}

/** Where on screen the thing from `place` in the file stands. */
export function positionOf(arrangement: Arrangement, list: number, place: number): number {
  return arrangement[list]?.indexOf(place) ?? -1;
}

/** Puts things of the file into the order of the screen. */
export function arranged<T>(things: readonly T[], arrangement: Arrangement, list: number): T[] {
  return (arrangement[list] ?? []).map((place) => things[place] as T);
}

/**
 * Puts things given in the order of the screen back into the order of the file. Another number of
 * things than the list has is left as it is: whoever takes it must see that it does not fit.
 */
export function unarranged<T>(things: readonly T[], arrangement: Arrangement, list: number): T[] {
  const order = arrangement[list] ?? [];
  if (things.length !== order.length) return [...things];
  const inFile: T[] = [];
  for (const [shown, place] of order.entries()) inFile[place] = things[shown] as T;
  return inFile;
}

/**
 * An order that says nothing about the key, for lists whose order in the file is the key:
 * `shuffle=no` puts them by their words.
 */
export function arrangedUnlikeFile(texts: readonly string[], shuffle: Shuffle): number[] {
  if (shuffle !== inFileOrder) return shuffle(texts.length);
  return inFileOrder(texts.length).sort((a, b) => byNumber(texts[a] ?? '', texts[b] ?? ''));
}

/** True when the numbers are exactly 0 … count-1 in any order. */
export function isPermutation(numbers: readonly number[], count: number): boolean {
  return (
    numbers.length === count &&
    new Set(numbers).size === count &&
    numbers.every((n) => n >= 0 && n < count)
  );
}
