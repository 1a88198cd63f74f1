// The grade of a school at which an English text can be read, by the scale of Flesch and Kincaid.
import { syllable } from 'syllable';
import { type Sentence, wordsIn } from './sentences';

/** No English word is longer; for what is none, the library would take its time. */
const longestWord = 50;

/** A number, too, is spoken. */
const syllablesOf = (word: string): number => Math.max(1, syllable(word.slice(0, longestWord)));

/**
 * Rounded to a tenth, which is as much as the scale can tell: what is held against a limit is what
 * is shown. Reckoned from three counts alone, so that the same text always has the same grade.
 */
export function readingGrade(sentences: readonly Sentence[]): number {
  let words = 0;
  let syllables = 0;
  for (const { text } of sentences) {
    for (const word of wordsIn(text, 'en')) {
      words++;
      syllables += syllablesOf(word);
    }
  }
  const grade = 0.39 * (words / sentences.length) + 11.8 * (syllables / words) - 15.59;
  return Math.round(grade * 10) / 10;
}
