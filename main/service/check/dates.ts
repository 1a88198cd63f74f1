// Days by which lessons and facts were to be looked at again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../../../core/course/course';
import { type Fact, parseFacts } from '../../../core/course/facts';
import { type Problem, ProblemList } from '../../../core/course/problem';
import { matterLine, type SourceText } from './source-text';

/** The day itself is still in time. */
const isPast = (date: string, today: Date): boolean => date < today.toISOString().slice(0, 10);

export function reviewPassed({ file, folder, lines, lesson }: SourceText, today: Date): Problem[] {
  const date = lesson?.matter.reviewBy;
  if (folder !== '' || date === undefined || !isPast(date, today)) return [];
  const problems = new ProblemList(file, lines);
  problems.add('review-passed', matterLine(lines, 'reviewBy'), { date });
  return problems.problems;
}

/** Of the facts that a course names, those that are due. A list that cannot be read is reported elsewhere. */
export function factsPassed(course: Course, root: string, today: Date): Problem[] {
  const named = new Set(
    course.texts.flatMap(({ matter, lessons }) => [
      ...matter.facts,
      ...lessons.flatMap((lesson) => lesson.matter.facts ?? []),
    ]),
  );
  if (named.size === 0) return [];
  let text: string;
  let facts: Fact[];
  try {
    text = readFileSync(join(root, '..', 'facts.yml'), 'utf8');
    facts = parseFacts(text);
  } catch {
    return [];
  }
  const problems = new ProblemList('../facts.yml', text.split('\n'));
  for (const { id, reviewBy } of facts) {
    if (!named.has(id) || reviewBy === undefined || !isPast(reviewBy, today)) continue;
    problems.add('fact-review-passed', lineOfFact(text, id), { id, date: reviewBy });
  }
  return problems.problems;
}

/** The line of `id: …`; the first one where it is written in another way. */
function lineOfFact(text: string, id: string): number {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => {
    const value = /^\s*(?:-\s+)?id:\s*(.*)$/.exec(line)?.[1];
    return value !== undefined && value.replace(/\s+#.*$|["']/g, '').trim() === id;
  });
  return Math.max(0, at) + 1;
}
