// Blocks that keep an answer and grade none: keeping it, and going through cards.
import { keptKindOf } from '../../../core/course/kept';
import type { Kept } from '../../../core/course/kept/kept';
import type { LessonOutline } from '../../../core/course/outline';
import { OperationError } from '../../../core/errors';
import type { Draft } from '../../../core/learning/draft';
import type { CardEvent, KeptEvent } from '../../../core/learning/events';
import type { Whose } from '../../../core/learning/item-view';
import { keptView } from '../../../core/learning/kept-view';
import type { KeptView } from '../../../core/views';
import type { Store } from '../store/store';
import type { Handlers } from './handlers';
import { type FoundLesson, lessonsOf, needLearner, needLesson, type Service } from './service';

interface OnBlock {
  learner: string;
  language: string;
  course: string;
  lesson: string;
  item: string;
}

interface FoundBlock extends FoundLesson {
  block: Kept;
}

export function findBlock(service: Service, input: OnBlock): FoundBlock | undefined {
  needLearner(service, input.learner);
  const found = needLesson(service, input);
  const block = found.lesson.kept.find((each) => each.id === input.item);
  return block && { ...found, block };
}

function needBlock(service: Service, input: OnBlock): FoundBlock {
  const found = findBlock(service, input);
  if (!found) throw new OperationError('not-found', { what: 'block' });
  return found;
}

/** A kept block as its learner sees it; `lessons` are those of the course's own language. */
export function keptOf(
  store: Store,
  whose: Whose,
  block: Kept,
  lessons: readonly LessonOutline[],
  draft: Draft | undefined,
): KeptView {
  const place = { ...whose, block: block.id };
  const history = { state: store.kept.find(place), cards: store.kept.cards(place), draft };
  return keptView(block, history, whose.lesson, lessons, (lesson, other) =>
    store.kept.find({ ...whose, lesson, block: other }),
  );
}

function viewOf(service: Service, input: OnBlock, { block, course }: FoundBlock): KeptView {
  const store = service.store();
  const { learner, lesson } = input;
  const drafts = store.drafts.ofLesson(learner, input.course, lesson);
  const whose = { learner, course: input.course, lesson };
  return keptOf(store, whose, block, lessonsOf(course), drafts.get(block.id));
}

/** What all events on this block have in common. */
function stamp(service: Service, input: OnBlock & { event: string }, found: FoundBlock) {
  return {
    id: input.event,
    learner: input.learner,
    device: service.store().device,
    at: service.now().toISOString(),
    course: found.course.id,
    version: found.course.version,
    lesson: input.lesson,
    item: found.block.id,
    revision: found.block.revision,
  };
}

export const kept: Handlers<'kept'> & Handlers<'card'> = {
  'kept.save': (input, service) => {
    const store = service.store();
    const found = needBlock(service, input);
    const { block } = found;
    if (!store.events.has(input.event)) {
      const kind = keptKindOf(block.kind);
      const checked = kind.answer.safeParse(input.answer);
      if (!checked.success || !kind.isComplete(block.content, checked.data)) {
        throw new OperationError('bad-input', { what: 'answer' });
      }
      const event: KeptEvent = {
        type: 'block.kept',
        ...stamp(service, input, found),
        answer: checked.data as KeptEvent['answer'],
        private: block.private,
      };
      store.transact(() => {
        store.record(event);
        store.drafts.remove(input.learner, input.course, input.lesson, block.id);
      });
    }
    return viewOf(service, input, found);
  },

  'card.recall': (input, service) => {
    const store = service.store();
    const found = needBlock(service, input);
    const { block } = found;
    const isThere =
      block.kind === 'cards' && block.content.cards.some(({ key }) => key === input.card);
    if (!isThere) throw new OperationError('not-found', { what: 'card' });
    const event: CardEvent = {
      type: 'card.recalled',
      ...stamp(service, input, found),
      card: input.card,
      grade: input.grade,
      seconds: input.seconds,
    };
    store.record(event);
    return viewOf(service, input, found);
  },
};
