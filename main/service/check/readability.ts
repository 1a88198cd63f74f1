// Plain language: sentences that are too long, one by one and on average.
import { type Problem, ProblemList } from '../../../core/course/problem';
import { sentencesOf } from './sentences';
import type { SourceText } from './source-text';

const longest = 35;
const average = 20;
/** The average of fewer says little. */
const enough = 5;

export function readability(text: SourceText): Problem[] {
  const problems = new ProblemList(text.file, text.lines);
  const sentences = sentencesOf(text);
  const running = sentences.filter((sentence) => sentence.running);
  const words = running.reduce((sum, sentence) => sum + sentence.words, 0);
  if (running.length >= enough && words > average * running.length) {
    // Rounded up, so that it never reads as the limit itself.
    const rounded = Math.ceil((words / running.length) * 10) / 10;
    problems.addAt('sentences-long', 1, 1, { average: rounded, limit: average });
  }
  for (const { line, words, begin } of sentences) {
    if (words <= longest) continue;
    const [near = ''] = begin.split(' ');
    problems.add('sentence-long', line, { words, limit: longest, begin }, near);
  }
  return problems.problems;
}
