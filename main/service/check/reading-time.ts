// Whether a lesson takes far longer than it says.
import { type AnyKind, type ContentOf, kindOf } from '../../../core/course/blocks';
import { inFileOrder } from '../../../core/course/blocks/arrangement';
import { Explored, walk } from '../../../core/course/blocks/scenario-paths';
import type { Lesson } from '../../../core/course/course';
import type { Item } from '../../../core/course/item';
import { inlineText, plainText } from '../../../core/course/plain-text';
import { type Problem, ProblemList } from '../../../core/course/problem';
import { countWords } from './sentences';
import { eachNode, matterLine, type SourceText } from './source-text';

const wordsPerMinute = 180;
const minutesPerItem = 0.5;
/** Far longer: half as much again, and this many minutes at least. */
const far = { times: 1.5, minutes: 2 };

export function readingTime(text: SourceText): Problem[] {
  const { file, lines, lesson } = text;
  if (!lesson || lesson.broken) return [];
  const { minutes } = lesson.matter;
  const estimate = Math.round(estimatedMinutes(lesson, text.language));
  if (estimate <= minutes * far.times || estimate < minutes + far.minutes) return [];
  const problems = new ProblemList(file, lines);
  problems.add('lesson-long', matterLine(lines, 'minutes'), { estimate, minutes });
  return problems.problems;
}

/** Minutes to read what a lesson shows, and to answer; feedback and second thoughts come on top. */
export function estimatedMinutes({ prose, items }: Lesson, language: string): number {
  const asked = items.map((item) => `${plainText(item.question)}\n${textShown(item)}`);
  const words = countWords([plainText(prose), ...asked].join('\n'), language);
  return words / wordsPerMinute + items.length * minutesPerItem;
}

/** What the learner reads to answer: all that is shown at first, or one way through a story. */
function textShown(item: Item): string {
  if (item.kind === 'scenario') return textOnTheWay(item.content);
  const kind: AnyKind = kindOf(item.kind);
  const texts: string[] = [];
  eachNode(kind.show(item.content, kind.arrange(item.content, inFileOrder)), (node) => {
    if (typeof node.text === 'string') texts.push(node.text);
  });
  return texts.join(' ');
}

/** The scenes and choices of the shortest way to a good end. */
function textOnTheWay(content: ContentOf<'scenario'>): string {
  const isGood = (at: number): boolean => content.scenes[at]?.outcome === 'good';
  const path = new Explored(content).pathTo(isGood) ?? [];
  return walk(content, path)
    .map(({ scene }) => content.scenes[scene])
    .map((scene) =>
      [
        plainText(scene?.prose ?? []),
        ...(scene?.choices ?? []).map(({ words }) => inlineText(words)),
      ].join('\n'),
    )
    .join('\n');
}
