// One item: answering it, hints, the right answer on request, another attempt.
import { kindOf } from '../../../core/course/blocks';
import type { Item } from '../../../core/course/item';
import { OperationError } from '../../../core/errors';
import { fromScreen, graded } from '../../../core/learning/answering';
import type { ItemEvent } from '../../../core/learning/events';
import { type ItemState, stateFor, untouchedItem } from '../../../core/learning/item-state';
import { itemView, testOf, type Whose } from '../../../core/learning/item-view';
import type { ItemView } from '../../../core/views';
import { record } from './finishing';
import type { Handlers } from './handlers';
import { type FoundLesson, needLearner, needLesson, type Service } from './service';

type Answered = Extract<ItemEvent, { type: 'item.answered' }>;

interface OnItem {
  learner: string;
  language: string;
  course: string;
  lesson: string;
  item: string;
}

/** An item, where its learner stands, and the order in which it is on their screen. */
export interface FoundItem extends FoundLesson {
  item: Item;
  state: ItemState;
  whose: Whose;
  /** Whether it stands in a test, and whether that runs. */
  test: ItemView['test'];
}

export function needItem(service: Service, input: OnItem): FoundItem {
  needLearner(service, input.learner);
  const found = needLesson(service, input);
  const item = found.lesson.items.find((each) => each.id === input.item);
  if (!item) throw new OperationError('not-found', { what: 'item' });
  const { learner, course, lesson } = input;
  const { states } = service.store();
  const stored = states.item(learner, course, lesson, item.id) ?? untouchedItem;
  return {
    ...found,
    item,
    state: stateFor(stored, item.revision),
    whose: { learner, course, lesson },
    test: testOf(found.lesson, item.id, states.ofCourse(learner, course)),
  };
}

/** What all events on this item have in common. */
export function stamp(service: Service, { course, item, state, whose }: FoundItem, id: string) {
  return {
    id,
    ...whose,
    device: service.store().device,
    at: service.now().toISOString(),
    version: course.version,
    item: item.id,
    revision: item.revision,
    attempt: state.attempt,
  };
}

/** Records an event, unless it is known already (asked again after a restart), and shows the item. */
function recordOnce(
  service: Service,
  input: OnItem & { event: string },
  make: (found: FoundItem) => ItemEvent,
): ItemView {
  const store = service.store();
  const found = needItem(service, input);
  if (!store.events.has(input.event)) {
    const event = make(found);
    store.transact(() => {
      record(service, found.course, event);
      if (event.type !== 'item.hinted') {
        store.drafts.remove(input.learner, input.course, input.lesson, input.item);
      }
    });
  }
  const { item, state, whose, test } = needItem(service, input);
  const draft = store.drafts.ofLesson(input.learner, input.course, input.lesson).get(item.id);
  return itemView(item, whose, state, test, draft);
}

/** In a test the answers are given together, and begun anew together. */
function needOutsideTest({ test }: FoundItem): void {
  if (test !== null) throw new OperationError('not-possible', { what: 'test' });
}

function needOpen({ state }: FoundItem): void {
  if (state.settled) throw new OperationError('not-possible', { what: 'answered' });
}

/** The event of a complete answer, given in places of the file. */
export function answerEvent(
  service: Service,
  found: FoundItem,
  id: string,
  answer: unknown,
  { seconds, sure }: { seconds: number | null; sure: boolean | null },
): Answered {
  const { item, state, test } = found;
  return {
    type: 'item.answered',
    ...stamp(service, found, id),
    ...graded(item, state, test, answer, sure),
    seconds,
    language: found.text.language,
    pass: found.course.texts[0].matter.pass,
  };
}

export const items: Handlers<'item'> = {
  'item.answer': (input, service) =>
    recordOnce(service, input, (found) => {
      needOutsideTest(found);
      needOpen(found);
      const { item, state, whose } = found;
      const answer = fromScreen(item, whose, state.attempt, input.answer);
      if (answer === undefined || !kindOf(item.kind).isComplete(item.content, answer)) {
        throw new OperationError('bad-input', { what: 'answer' });
      }
      return answerEvent(service, found, input.event, answer, input);
    }),

  'item.hint': (input, service) =>
    recordOnce(service, input, (found) => {
      needOutsideTest(found);
      needOpen(found);
      if (found.state.hints >= found.item.hints.length) {
        throw new OperationError('not-possible', { what: 'hint' });
      }
      return { type: 'item.hinted', ...stamp(service, found, input.event) };
    }),

  'item.reveal': (input, service) =>
    recordOnce(service, input, (found) => {
      needOutsideTest(found);
      needOpen(found);
      return { type: 'item.revealed', ...stamp(service, found, input.event) };
    }),

  'item.restart': (input, service) =>
    recordOnce(service, input, (found) => {
      needOutsideTest(found);
      const { attempt } = found.state;
      return {
        type: 'item.restarted',
        ...stamp(service, found, input.event),
        attempt: attempt + 1,
      };
    }),
};
