// One course: what it is about, its lessons, and its result.
import type { Course, Lesson } from '../../../core/course/course';
import { bestLesson, bestText, glossaryOf } from '../../../core/course/in-language';
import type { Item } from '../../../core/course/item';
import { plainText } from '../../../core/course/plain-text';
import type { Prose } from '../../../core/course/prose';
import type { CourseState } from '../../../core/learning/course-state';
import { groupAround, itemsInPlay } from '../../../core/learning/draw';
import { itemKey } from '../../../core/learning/item-key';
import { isSureAndWrong, untouchedItem } from '../../../core/learning/item-state';
import { courseProgress, lessonProgress, nextLesson } from '../../../core/learning/progress';
import type { ResultView } from '../../../core/views';
import type { Handlers } from './handlers';
import { languageNote } from './languages';
import { linksOf } from './links';
import { lessonsOf, needCourse, needLearner } from './service';
import { unfinishedStep } from './steps';

export const courses: Handlers<'course'> & Handlers<'result'> = {
  'course.read': ({ learner, language, course: id }, service) => {
    needLearner(service, learner);
    const found = needCourse(service, id);
    const { course } = found;
    const text = bestText(course, language);
    const { matter } = text;
    const state = service.store().states.ofLearner(learner)(id);
    const shown = (lesson: Lesson) => bestLesson(course, lesson.id, language);
    return {
      id,
      version: course.version,
      title: matter.title,
      summary: matter.summary,
      level: matter.level,
      minutes: lessonsOf(course).reduce((sum, lesson) => sum + lesson.matter.minutes, 0),
      pass: course.texts[0].matter.pass,
      authors: matter.authors,
      license: matter.license ?? null,
      reviewed: course.texts[0].matter.reviewed ?? null,
      sources: course.texts[0].matter.sources.map(({ title, url }) => ({
        title,
        url: url ?? null,
      })),
      languages: course.texts.map((each) => each.language),
      language: languageNote(text, language),
      about: text.about,
      links: linksOf(found, text),
      organisation: service.organisation.words(),
      glossary: glossaryOf(course, text),
      objectives: lessonsOf(course).flatMap((each) => shown(each)?.lesson.matter.objectives ?? []),
      lessons: lessonsOf(course).map((own) => {
        const best = shown(own);
        return {
          id: own.id,
          title: (best?.lesson ?? own).matter.title,
          minutes: own.matter.minutes,
          progress: lessonProgress(own, state),
          broken: own.broken,
          language: languageNote(best?.text ?? text, language, best?.lesson),
        };
      }),
      progress: courseProgress(course, state),
      goOn: nextLesson(course, state)?.id ?? null,
      problems: course.problems,
    };
  },

  'result.read': ({ learner, language, course: id }, service) => {
    needLearner(service, learner);
    const { course } = needCourse(service, id);
    const stateOf = service.store().states.ofLearner(learner);
    const state = stateOf(id);
    const others = service.library.all().filter((each) => each.course.id !== id);
    const steps = others.map((each) =>
      unfinishedStep(each.course, stateOf(each.course.id), language),
    );
    return {
      course: { id, title: bestText(course, language).matter.title },
      pass: course.texts[0].matter.pass,
      progress: courseProgress(course, state),
      again: toLookAtAgain(course, state, language),
      next: steps.find((step) => step !== null) ?? null,
    };
  },
};

/** Items that earned less than they are worth, by lesson: what one was sure of, then most points missing. */
function toLookAtAgain(course: Course, state: CourseState, language: string): ResultView['again'] {
  const lessons = lessonsOf(course).map((own) => {
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
