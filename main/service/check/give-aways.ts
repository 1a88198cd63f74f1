// Whether the right answers of a course give themselves away: by their length, or by where they stand.
import type { Lesson } from '../../../core/course/course';
import { plainText } from '../../../core/course/plain-text';
import type { Problem } from '../../../core/course/problem';
import { chanceOfAtLeast } from './chance';
import type { SourceText } from './source-text';
import { visibleLength } from './visible-length';

/** A `choice` with one right answer. */
export interface ChoiceQuestion {
  /** Ids of the lesson and of the block. */
  name: string;
  answers: number;
  /** Of the right answer, in the file; from 1. */
  place: number;
  /** The right answer is longer than each of the others. */
  isLongest: boolean;
}

/** Fewer questions tell nothing; more tell nothing new, and reckoning would take its time. */
const enough = 8;
const most = 2000;
/** What chance brings about less often than this is not put down to chance. */
const unlikely = 0.05;

/** Each text by itself, as its words differ; it is reported at the course's file. */
export function giveAways(texts: readonly SourceText[]): Problem[] {
  return texts
    .filter(({ lesson }) => lesson === null)
    .flatMap(({ file, folder }) => {
      const questions = texts
        .filter((text) => text.folder === folder)
        .flatMap(({ lesson }) => (lesson && !lesson.broken ? choiceQuestions(lesson) : []))
        .slice(0, most);
      if (questions.length < enough) return [];
      // A translation has its right answers in the places of its source.
      const found = [longest(questions), folder === '' ? placed(questions) : undefined];
      return found.flatMap((each) => (each ? { ...each, file, line: 1, column: 1 } : []));
    });
}

export function choiceQuestions({ id, items }: Lesson): ChoiceQuestion[] {
  return items.flatMap((item) => {
    if (item.kind !== 'choice' || item.content.several) return [];
    const { options } = item.content;
    if (options.length < 2) return [];
    const at = options.findIndex(({ right }) => right);
    const lengths = options.map(({ text }) => visibleLength(plainText(text)));
    const [own = 0] = lengths.splice(at, 1);
    return {
      name: `${id}/${item.id}`,
      answers: options.length,
      place: at + 1,
      isLongest: lengths.every((length) => length < own),
    };
  });
}

type Found = Pick<Problem, 'rule' | 'values'> | undefined;

function longest(questions: readonly ChoiceQuestion[]): Found {
  const { chance, values } = tally(questions, ({ isLongest }) => isLongest);
  return chance < unlikely ? { rule: 'answers-longest', values } : undefined;
}

/**
 * The place that stands out most, if any does. One of several does so by chance the more easily, so
 * each must do so the more (Bonferroni). Places that few questions have tell nothing, nor do they count.
 */
function placed(questions: readonly ChoiceQuestion[]): Found {
  const places = questions.map(({ answers }) => answers).sort((a, b) => b - a)[enough - 1] ?? 0;
  const [first] = [...new Set(questions.map(({ place }) => place))]
    .filter((place) => place <= places)
    .map((place) => {
      const having = questions.filter(({ answers }) => answers >= place);
      return { place, ...tally(having, (question) => question.place === place) };
    })
    .sort((a, b) => a.chance - b.chance || a.place - b.place);
  if (!first || first.chance * places >= unlikely) return undefined;
  return { rule: 'answers-placed', values: { place: first.place, ...first.values } };
}

/** How often it is so, and the chance that it is so as often where each answer is as likely. */
function tally(questions: readonly ChoiceQuestion[], isSo: (question: ChoiceQuestion) => boolean) {
  const found = questions.filter(isSo);
  const chances = questions.map(({ answers }) => 1 / answers);
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  return {
    chance: chanceOfAtLeast(found.length, chances),
    values: {
      count: found.length,
      questions: questions.length,
      expected: Math.round(expected * 10) / 10,
      ids: found.map(({ name }) => name).join(', '),
    },
  };
}
