// A course and its result as a window may see them, wherever it is played.
import type { Course, Lesson } from '../course/course';
import { bestLesson, bestText, glossaryOf } from '../course/in-language';
import type { Item } from '../course/item';
import { languageNote } from '../course/language-note';
import { plainText } from '../course/plain-text';
import type { Prose } from '../course/prose';
import type { OrganisationWords } from '../organisation';
import type { CourseView, Links, NextStep, ResultView } from '../views';
import type { CourseState } from './course-state';
import { groupAround, itemsInPlay } from './draw';
import { itemKey } from './item-key';
import { isSureAndWrong, untouchedItem } from './item-state';
import type { Mandate } from './mandate';
import { courseProgress, lessonProgress, nextLesson } from './progress';

/** What a text needs from around its course. */
export interface Surroundings {
  links: Links;
  organisation: OrganisationWords;
}

export function courseView(
  course: Course,
  state: CourseState,
  language: string,
  { links, organisation, mandatory }: Surroundings & { mandatory: Mandate | null },
): CourseView {
  const text = bestText(course, language);
  const { matter } = text;
  const own = course.texts[0];
  const shown = (lesson: Lesson) => bestLesson(course, lesson.id, language);
  return {
    id: course.id,
    version: course.version,
    title: matter.title,
    summary: matter.summary,
    level: matter.level,
    minutes: own.lessons.reduce((sum, lesson) => sum + lesson.matter.minutes, 0),
    pass: own.matter.pass,
    authors: matter.authors,
    license: matter.license ?? null,
    reviewed: own.matter.reviewed ?? null,
    sources: own.matter.sources.map(({ title, url }) => ({
      title,
      url: url ?? null,
    })),
    languages: course.texts.map((each) => each.language),
    language: languageNote(text, language),
    about: text.about,
    links,
    organisation,
    glossary: glossaryOf(course, text),
    objectives: own.lessons.flatMap((each) => shown(each)?.lesson.matter.objectives ?? []),
    lessons: own.lessons.map((lesson) => {
      const best = shown(lesson);
      return {
        id: lesson.id,
        title: (best?.lesson ?? lesson).matter.title,
        minutes: lesson.matter.minutes,
        progress: lessonProgress(lesson, state),
        broken: lesson.broken,
        language: languageNote(best?.text ?? text, language, best?.lesson),
      };
    }),
    progress: courseProgress(course, state),
    mandatory,
    goOn: nextLesson(course, state)?.id ?? null,
    problems: course.problems,
  };
}

export function resultView(
  course: Course,
  state: CourseState,
  language: string,
  next: NextStep | null,
): ResultView {
  const { id } = course;
  return {
    course: { id, title: bestText(course, language).matter.title },
    pass: course.texts[0].matter.pass,
    progress: courseProgress(course, state),
    again: toLookAtAgain(course, state, language),
    next,
  };
}

/** Items that earned less than they are worth, by lesson: what one was sure of, then most points missing. */
function toLookAtAgain(course: Course, state: CourseState, language: string): ResultView['again'] {
  const lessons = course.texts[0].lessons.map((own) => {
    const lesson = bestLesson(course, own.id, language)?.lesson ?? own;
    const stateOf = (item: Item) => state.items.get(itemKey(own.id, item.id)) ?? untouchedItem;
    const missing = itemsInPlay(lesson, state)
      .filter(({ id }) => !groupAround(own, id)?.placement)
      .filter((item) => (stateOf(item).counted ?? 0) < 1)
      .sort((a, b) => Number(isSureAndWrong(stateOf(b))) - Number(isSureAndWrong(stateOf(a))));
    const points = missing.reduce((sum, item) => {
      return sum + (1 - (stateOf(item).counted ?? 0)) * item.points;
    }, 0);
    return {
      points,
      lesson: own.id,
      title: lesson.matter.title,
      minutes: own.matter.minutes,
      items: missing.map((item) => ({
        id: item.id,
        question: firstWords(questionOf(item)),
        sureAndWrong: isSureAndWrong(stateOf(item)),
      })),
    };
  });
  return lessons
    .filter((lesson) => lesson.items.length > 0)
    .sort((a, b) => sureIn(b) - sureIn(a) || b.points - a.points)
    .map(({ points: _, ...lesson }) => lesson);
}

const sureIn = ({ items }: Pick<ResultView['again'][number], 'items'>): number =>
  Number(items.some(({ sureAndWrong }) => sureAndWrong));

/** The text of the gaps is the question of `blanks`; all others ask before their answers. */
const questionOf = (item: Lesson['items'][number]): Prose[] =>
  item.kind === 'blanks' ? item.content.text : item.question;

const firstWords = (prose: readonly Prose[]): string => {
  const words = plainText(prose).replace(/\s+/g, ' ');
  return words.length > 160 ? `${words.slice(0, 159).replace(/\s+\S*$/, '')} …` : words;
};
