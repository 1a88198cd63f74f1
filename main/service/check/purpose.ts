// Whether a course asks for what it promises: objectives with questions, a pass mark with points.
import { isItemKind } from '../../../core/course/blocks';
import type { Course } from '../../../core/course/course';
import { type Problem, ProblemList } from '../../../core/course/problem';
import { isWritten, matterLine, type SourceText } from './source-text';

/** Where a question cannot be read, that is what is to be mended. */
const mayAsk = (line: string): boolean =>
  isItemKind(/^[\s>]*:{3,}[ \t]*([^\s#{]+)/.exec(line)?.[1] ?? '');

/** A job aid is to be looked at, not learned. Translations have the questions of their source. */
export function untestedObjectives({ file, folder, lines, lesson }: SourceText): Problem[] {
  if (folder !== '' || !lesson || lesson.broken || lesson.items.length > 0) return [];
  const { objectives, aid } = lesson.matter;
  // A thought, a plan or cards ask as well, though nobody grades what is kept.
  if (aid || objectives.length === 0 || lesson.kept.length > 0 || lines.some(mayAsk)) return [];
  const problems = new ProblemList(file, lines);
  problems.add('objectives-untested', matterLine(lines, 'objectives'));
  return problems.problems;
}

/**
 * Hints and wrong tries take points from a learner, never from a course: whoever needs none gets
 * them all. So a pass mark can be missed by everybody in no course; but where there are no points,
 * nobody can miss it. A course that asks nothing and names no pass mark means it so.
 */
export function passWithoutPoints(course: Course, own: SourceText): Problem[] {
  const [{ matter, lessons }] = course.texts;
  const items = lessons.flatMap((lesson) => lesson.items);
  const points = items.reduce((sum, item) => sum + item.points, 0);
  const isMeant = isWritten(own.lines, 'pass') || items.length > 0;
  if (matter.pass === 0 || points > 0 || lessons.length === 0 || !isMeant) return [];
  const problems = new ProblemList(own.file, own.lines);
  problems.add('pass-without-points', matterLine(own.lines, 'pass'), { pass: matter.pass });
  return problems.problems;
}
