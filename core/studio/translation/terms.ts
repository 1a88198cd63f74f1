// The words of the glossary in a text, each with what it is called in the translation.
import type { Pair } from './pair';

export interface TermHint {
  term: string;
  /** Null while the glossary of the translation does not have it. */
  translated: string | null;
}

/** The pairs are those of the two glossaries: their headings are the terms. */
export const termsOf = (pairs: readonly Pair[]): TermHint[] =>
  pairs
    .filter(({ source }) => source.role === 'heading')
    .map(({ source, target, state }) => ({
      term: source.text,
      translated: target && state !== 'missing' ? target.text : null,
    }));

/** Finds all of them in one go: the longest that begins at a place counts, in any case, with any ending. */
export function termFinder(terms: readonly TermHint[]): (text: string) => TermHint[] {
  const known = new Map(terms.map((each) => [each.term.toLowerCase(), each]));
  const words = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (words.length === 0) return () => [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'giu');
  return (text) => {
    const found = [...text.matchAll(pattern)].flatMap(
      ([word]) => known.get(word.toLowerCase()) ?? [],
    );
    return [...new Set(found)];
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
