// Plain language: sentences that are too long, one by one and on average, and texts that read too hard.
import { type Problem, ProblemList } from '../../../core/course/problem';
import { readingGrade } from './reading-grade';
import { sentencesOf } from './sentences';
import type { SourceText } from './source-text';

const longest = 35;
const average = 20;
const highestGrade = 8;
/** The average of fewer sentences, and the grade of fewer words, says little. */
const enough = { sentences: 5, words: 100 };

/** The scale was made for English; it says nothing about other languages. */
const isEnglish = (language: string): boolean => /^en(-|$)/i.test(language);

export interface Readability {
  words: number;
  /** Words in a sentence, on average; null where there are too few sentences to tell. */
  average: number | null;
  /** Years of school (Flesch-Kincaid); null for other languages than English, and for short texts. */
  grade: number | null;
}

export function measureReadability(text: SourceText, sentences = sentencesOf(text)): Readability {
  const running = sentences.filter((sentence) => sentence.running);
  const words = running.reduce((sum, sentence) => sum + sentence.words, 0);
  return {
    words,
    average: running.length >= enough.sentences ? words / running.length : null,
    grade: isEnglish(text.language) && words >= enough.words ? readingGrade(running) : null,
  };
}

export function readability(text: SourceText): Problem[] {
  const problems = new ProblemList(text.file, text.lines);
  const sentences = sentencesOf(text);
  const measured = measureReadability(text, sentences);
  if (measured.average !== null && measured.average > average) {
    // Rounded up, so that it never reads as the limit itself.
    const rounded = Math.ceil(measured.average * 10) / 10;
    problems.addAt('sentences-long', 1, 1, { average: rounded, limit: average });
  }
  const { grade } = measured;
  if (grade !== null && grade > highestGrade) {
    problems.addAt('grade-high', 1, 1, { grade, limit: highestGrade });
  }
  for (const { line, words, begin } of sentences) {
    if (words <= longest) continue;
    const [near = ''] = begin.split(' ');
    problems.add('sentence-long', line, { words, limit: longest, begin }, near);
  }
  return problems.problems;
}
