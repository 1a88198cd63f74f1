// One lesson: reading it, opening it, finishing it.
import { itemsInPlay } from '../../../core/learning/draw';
import type { LessonEvent } from '../../../core/learning/events';
import { groupView } from '../../../core/learning/group-view';
import { itemKey } from '../../../core/learning/item-key';
import { untouchedItem } from '../../../core/learning/item-state';
import { itemView, testOf } from '../../../core/learning/item-view';
import { lessonView } from '../../../core/learning/lesson-view';
import { record } from './finishing';
import type { Handlers } from './handlers';
import { keptOf } from './kept';
import { linksOf } from './links';
import { lessonsOf, needLearner, needLesson, type Service } from './service';

export const lessons: Handlers<'lesson'> = {
  'lesson.read': (input, service) => {
    const { learner, language } = input;
    needLearner(service, learner);
    const found = needLesson(service, input);
    const { course, lesson, text } = found;
    const store = service.store();
    const state = store.states.ofCourse(learner, course.id);
    const drafts = store.drafts.ofLesson(learner, course.id, lesson.id);
    const whose = { learner, course: course.id, lesson: lesson.id };
    const played = {
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
      kept: lesson.kept.map((block) =>
        keptOf(store, whose, block, lessonsOf(course), drafts.get(block.id)),
      ),
    };
    return lessonView(found, state, language, played, {
      links: linksOf(found, text),
      organisation: service.organisation.words(),
      place: store.places.ofLesson(learner, course.id, lesson.id),
    });
  },

  'lesson.open': (input, service) => {
    const store = service.store();
    const event = lessonEvent('lesson.opened', input, service);
    store.transact(() => {
      store.places.touch(input.learner, input.course, input.lesson, event.at);
    });
    const { openedAt } = store.states
      .ofCourse(input.learner, input.course)
      .lessons.get(input.lesson) ?? { openedAt: null };
    if (openedAt === null) store.record(event);
    return null;
  },

  'lesson.finish': (input, service) => {
    const event = lessonEvent('lesson.finished', input, service);
    record(service, needLesson(service, input).course, event);
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
