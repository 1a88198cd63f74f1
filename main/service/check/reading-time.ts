// Whether a lesson takes far longer than it says.
import { plainText } from '../../../core/course/plain-text';
import { type Problem, ProblemList } from '../../../core/course/problem';
import { countWords } from './sentences';
import { matterLine, type SourceText } from './source-text';

const wordsPerMinute = 180;
const minutesPerItem = 0.5;
/** Far longer: half as much again, and this many minutes at least. */
const far = { times: 1.5, minutes: 2 };

export function readingTime({ file, lines, lesson, language }: SourceText): Problem[] {
  if (!lesson || lesson.broken) return [];
  const { minutes } = lesson.matter;
  const words = countWords(plainText(lesson.prose), language);
  const estimate = Math.round(words / wordsPerMinute + lesson.items.length * minutesPerItem);
  if (estimate <= minutes * far.times || estimate < minutes + far.minutes) return [];
  const problems = new ProblemList(file, lines);
  problems.add('lesson-long', matterLine(lines, 'minutes'), { estimate, minutes });
  return problems.problems;
}
