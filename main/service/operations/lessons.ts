// One lesson: reading it, opening it, finishing it.

import { termsFor } from '../../../core/course/glossary';
import { bestLesson, bestText, glossaryOf } from '../../../core/course/in-language';
import { itemsInPlay } from '../../../core/learning/draw';
import type { LessonEvent } from '../../../core/learning/events';
import { groupView } from '../../../core/learning/group-view';
import { itemKey } from '../../../core/learning/item-key';
import { untouchedItem } from '../../../core/learning/item-state';
import { itemView, testOf } from '../../../core/learning/item-view';
import { courseProgress, lessonProgress } from '../../../core/learning/progress';
import type { Handlers } from './handlers';
import { keptOf } from './kept';
import { languageNote } from './languages';
import { linksOf } from './links';
import { lessonsOf, needLearner, needLesson, type Service } from './service';

export const lessons: Handlers<'lesson'> = {
  'lesson.read': (input, service) => {
    const { learner, language } = input;
    needLearner(service, learner);
    const found = needLesson(service, input);
    const { course, lesson, text, number } = found;
    const own = lessonsOf(course);
    const words = glossaryOf(course, text);
    const store = service.store();
    const state = store.states.ofLearner(learner)(course.id);
    const drafts = store.drafts.ofLesson(learner, course.id, lesson.id);
    const whose = { learner, course: course.id, lesson: lesson.id };
    const neighbour = (at: number) => {
      const other = own[at];
      if (!other) return null;
      const title = (bestLesson(course, other.id, language)?.lesson ?? other).matter.title;
      return { id: other.id, title, minutes: other.matter.minutes };
    };
    return {
      course: {
        id: course.id,
        title: bestText(course, language).matter.title,
        version: course.version,
      },
      id: lesson.id,
      title: lesson.matter.title,
      minutes: lesson.matter.minutes,
      objectives: lesson.matter.objectives,
      number,
      lessons: own.length,
      language: languageNote(text, language, lesson),
      prose: lesson.prose,
      items: itemsInPlay(lesson, state).map((item) =>
        itemView(
          item,
          whose,
          state.items.get(itemKey(lesson.id, item.id)) ?? untouchedItem,
          testOf(lesson, item.id, state),
          drafts.get(item.id),
        ),
      ),
      groups: lesson.groups.map((group) =>
        groupView(lesson, group, state, course.texts[0].matter.pass),
      ),
      kept: lesson.kept.map((block) => keptOf(store, whose, block, own, drafts.get(block.id))),
      links: linksOf(found, text),
      organisation: service.organisation.words(),
      glossary: { language: words.language, terms: termsFor(words.terms, lesson.terms) },
      place: store.places.ofLesson(learner, course.id, lesson.id),
      progress: lessonProgress(own[number - 1] ?? lesson, state),
      courseProgress: courseProgress(course, state),
      previous: neighbour(number - 2),
      next: neighbour(number),
      reviewBy: (own[number - 1] ?? lesson).matter.reviewBy ?? null,
      broken: lesson.broken,
      problems: course.problems.filter((problem) => problem.file === lesson.file),
    };
  },

  'lesson.open': (input, service) => {
    const store = service.store();
    const event = lessonEvent('lesson.opened', input, service);
    store.transact(() => {
      store.places.touch(input.learner, input.course, input.lesson, event.at);
    });
    const { openedAt } = store.states
      .ofLearner(input.learner)(input.course)
      .lessons.get(input.lesson) ?? { openedAt: null };
    if (openedAt === null) store.record(event);
    return null;
  },

  'lesson.finish': (input, service) => {
    service.store().record(lessonEvent('lesson.finished', input, service));
    return null;
  },
};

function lessonEvent(
  type: LessonEvent['type'],
  input: { learner: string; language: string; course: string; lesson: string; event: string },
  service: Service,
): LessonEvent {
  needLearner(service, input.learner);
  const { course, lesson } = needLesson(service, input);
  return {
    type,
    id: input.event,
    learner: input.learner,
    device: service.store().device,
    at: service.now().toISOString(),
    course: course.id,
    version: course.version,
    lesson: lesson.id,
  };
}
