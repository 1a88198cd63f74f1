// Words that nearly every text has, such as “the” and “to”: they tell no place from another.
import { ara, deu, eng, fra, por, spa } from 'stopword';
import { baseOf } from './stems';
import { wordsIn } from './words';

const setOf = (list: readonly string[]): ReadonlySet<string> =>
  new Set(list.flatMap(wordsIn).map(({ folded }) => folded));

const lists: Readonly<Record<string, readonly string[]>> = {
  ar: ara,
  de: deu,
  en: eng,
  es: spa,
  fr: fra,
  pt: por,
};
const read = new Map<string, ReadonlySet<string>>();

function commonIn(language: string): ReadonlySet<string> {
  const base = baseOf(language);
  const known = read.get(base) ?? setOf(lists[base] ?? []);
  read.set(base, known);
  return known;
}

export const isCommon = (folded: string, language: string): boolean =>
  commonIn(language).has(folded);
