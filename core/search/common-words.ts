// Words that nearly every text has, such as “the” and “to”: they tell no place from another.
import { ara, deu, eng, fra, por, spa } from 'stopword';
import { baseOf } from './stems';
import { wordsIn } from './words';

const lists: ReadonlyMap<string, readonly string[]> = new Map([
  ['ar', ara],
  ['de', deu],
  ['en', eng],
  ['es', spa],
  ['fr', fra],
  ['pt', por],
]);
/** Folded once for each language that is asked in. */
const read = new Map<string, ReadonlySet<string>>();

export function isCommon(folded: string, language: string): boolean {
  const base = baseOf(language);
  const list = lists.get(base);
  if (!list) return false;
  const words = read.get(base) ?? new Set(list.flatMap(wordsIn).map((word) => word.folded));
  read.set(base, words);
  return words.has(folded);
}
