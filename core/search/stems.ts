// What the forms of a word have in common: who looks for “passwords” finds “password”.
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { folded } from './words';

const article = /^و?(?:[بكف]?ال|لل)(?=..)/u;
const and = /^و(?=...)/u;
const endings = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/**
 * “Light10” (Larkey, Ballesteros and Connell, 2007): takes off articles and endings only. The
 * stemmer of the library takes the first letter of بريد for a preposition, and then does not find
 * البريد.
 */
function arabic(word: string): string {
  const bare = word.replace(article, '').replace(and, '');
  return endings.reduce(
    (left, ending) =>
      left.endsWith(ending) && left.length >= ending.length + 2
        ? left.slice(0, -ending.length)
        : left,
    bare,
  );
}

const stemmers: ReadonlyMap<string, (word: string) => string> = new Map([
  ['ar', arabic],
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['pt', portuguese],
]);

export const stemmedLanguages: readonly string[] = [...stemmers.keys()];

/** `es-MX` → `es`. */
export const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** Texts say the same words again and again. */
const known = new Map<string, string[]>();
const mostKnown = 30_000;

/**
 * The stems of a word as it is written and as it would be without its accents: many people leave
 * them out where they search. None where the language is not known.
 */
export function stemsOf(written: string, language: string): string[] {
  const base = baseOf(language);
  const key = `${base} ${written}`;
  const stems = known.get(key) ?? stemsIn(written, base);
  if (known.size >= mostKnown) known.clear();
  known.set(key, stems);
  return stems;
}

function stemsIn(written: string, base: string): string[] {
  const stem = stemmers.get(base);
  if (!stem) return [];
  const plain = folded(written);
  const accented = written.normalize('NFC').toLowerCase();
  const stems = plain === accented ? [stem(plain)] : [folded(stem(accented)), stem(plain)];
  // What is left of “one” is “on”, and that is another word.
  return [...new Set(stems)].filter((each) => each.length > 2);
}
