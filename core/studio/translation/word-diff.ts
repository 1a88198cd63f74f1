// What changed in a text, word by word.
import { diffComm } from 'node-diff3';

export interface DiffPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Comparing takes quadratic time where words repeat: longer texts are shown one after the other. */
const mostWords = 2000;

export function wordDiff(before: string, after: string, language: string): DiffPart[] {
  const [a, b] = [wordsOf(before, language), wordsOf(after, language)];
  if (a.length > mostWords || b.length > mostWords) {
    return [part('gone', [before]), part('new', [after])].flat();
  }
  return diffComm(a, b).flatMap((piece) =>
    'common' in piece && piece.common
      ? part('same', piece.common)
      : [...part('gone', piece.buffer1 ?? []), ...part('new', piece.buffer2 ?? [])],
  );
}

const part = (kind: DiffPart['kind'], words: readonly string[]): DiffPart[] => {
  const text = words.join('');
  return text === '' ? [] : [{ kind, text }];
};

function wordsOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** From 0 to 1: how much of the words of two texts is the same. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [bag(a), bag(b)];
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return (2 * shared) / (one.size + other.size);
}

/** Below, two texts are not an earlier and a later state of one. */
const leastLikeness = 0.4;

export const isLater = (earlier: string, later: string): boolean =>
  likeness(earlier, later) >= leastLikeness;

const bag = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
