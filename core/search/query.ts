// What somebody typed: words to look for, whatever else stands between them.
import { isCommon } from './common-words';
import { baseOf, stemsOf } from './stems';
import { wordsIn } from './words';

export interface QueryWord {
  folded: string;
  /** As it was typed: its accents tell its stem. */
  written: string;
  /** Perhaps only the beginning of a word: it is still being typed. */
  isOpen: boolean;
}

/** Nobody types more in earnest, and each one costs time. */
const mostWords = 12;
const longestQuery = 2000;

/** `language` is that of who asks. Words that say little are looked for only where there are no others. */
export function readQuery(typed: string, language: string): QueryWord[] {
  const text = typed.slice(0, longestQuery);
  const all = wordsIn(text).slice(0, mostWords);
  const words = new Map<string, QueryWord>();
  for (const [at, { folded, from, to }] of all.entries()) {
    const isOpen = at === all.length - 1;
    words.set(folded, { folded, written: text.slice(from, to), isOpen });
  }
  const query = [...words.values()];
  const telling = query.filter(({ folded }) => !isCommon(folded, language));
  return telling.length > 0 ? telling : query;
}

/** As some write ä, ö and ü in German where the keyboard has none. */
export function spellingsOf({ folded }: QueryWord, language: string): string[] {
  const other = baseOf(language) === 'de' ? folded.replace(/([aou])e/g, '$1') : folded;
  return [...new Set([folded, other])];
}

/** The places in `query` of the words that a word of a text stands for. */
export type Matcher = (written: string, folded: string) => number[];

export interface MatchOptions {
  /** BCP 47 tag of the text. */
  language: string;
  /** BCP 47 tag of who asks. */
  asked: string;
  /** Also what stands inside a longer word, as in a German compound. */
  inside: boolean;
}

/**
 * Whether a piece of a word is looked for inside of others. Short ones stand everywhere, but for
 * those of languages that write no short vowels.
 */
export const isPiece = (folded: string): boolean => folded.length >= (/[a-z]/.test(folded) ? 4 : 3);

export function matcherOf(
  query: readonly QueryWord[],
  { language, asked, inside }: MatchOptions,
): Matcher {
  const wanted = query.map((word) => ({
    ...word,
    spellings: spellingsOf(word, asked),
    stems: new Set(stemsOf(word.written, language)),
  }));
  const known = new Map<string, number[]>();
  const placesOf: Matcher = (written, folded) => {
    const stems = stemsOf(written, language);
    return wanted.flatMap(({ spellings, isOpen, stems: wantedStems }, at) => {
      const isFound =
        stems.some((stem) => wantedStems.has(stem)) ||
        spellings.some(
          (each) =>
            each === folded ||
            (isOpen && folded.startsWith(each)) ||
            (inside && isPiece(each) && folded.includes(each)),
        );
      return isFound ? [at] : [];
    });
  };
  // Texts say the same words again and again.
  return (written, folded) => {
    const places = known.get(written) ?? placesOf(written, folded);
    known.set(written, places);
    return places;
  };
}
