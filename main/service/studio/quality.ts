// How good a course is, in figures: what the check measures, lesson by lesson and over all of them.
import type { Course } from '../../../core/course/course';
import type { QualityView } from '../../../core/studio/views';
import { courseProblems } from '../check/check';
import { choiceQuestions } from '../check/give-aways';
import { measureReadability } from '../check/readability';
import { estimatedMinutes } from '../check/reading-time';
import { sourceTexts } from '../check/source-text';

/** Of the course's own language: translations have its questions. */
export function qualityOf(root: string, course: Course, today: Date): QualityView {
  const [own] = course.texts;
  const texts = sourceTexts(root, course).filter(({ folder }) => folder === '');
  const lessons = texts.flatMap((text) => {
    const { lesson } = text;
    if (!lesson) return [];
    const { words, average, grade } = measureReadability(text);
    return [
      {
        file: text.file,
        title: lesson.matter.title,
        minutes: lesson.matter.minutes,
        estimate: estimatedMinutes(lesson, text.language),
        words,
        average,
        grade,
        objectives: lesson.matter.objectives.length,
        items: lesson.items.length,
        kinds: [...new Set(lesson.items.map(({ kind }) => kind))],
      },
    ];
  });
  const questions = own.lessons.flatMap(choiceQuestions);
  const places = Math.max(0, ...questions.map(({ answers }) => answers));
  const items = own.lessons.flatMap((lesson) =>
    lesson.items.map(({ kind, competence }) => ({
      kind,
      competences: competence === null ? (lesson.matter.competences ?? []) : [competence],
    })),
  );
  return {
    title: own.matter.title,
    problems: courseProblems(root, today),
    lessons,
    choices: {
      questions: questions.length,
      longest: questions.filter(({ isLongest }) => isLongest).length,
      /** What chance would bring about. */
      expected: questions.reduce((sum, { answers }) => sum + 1 / answers, 0),
      places: Array.from(
        { length: places },
        (_, at) => questions.filter(({ place }) => place === at + 1).length,
      ),
    },
    kinds: counted(items.map(({ kind }) => kind)),
    competences: counted(items.flatMap(({ competences }) => competences)),
  };
}

/** The most frequent first. */
function counted(names: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
