// Half answers and reading places: kept at once, so that nothing is lost between two phone calls.
import { kindOf } from '../../../core/course/blocks';
import { keptKindOf } from '../../../core/course/kept';
import { OperationError } from '../../../core/errors';
import { fromScreen } from '../../../core/learning/answering';
import { onlyAttempt } from '../../../core/learning/draft';
import { itemView } from '../../../core/learning/item-view';
import type { Handlers } from './handlers';
import { needItem } from './items';
import { findBlock } from './kept';
import { needLearner, needLesson } from './service';

export const drafts: Handlers<'draft'> & Handlers<'place'> = {
  'draft.save': (input, service) => {
    const { learner, course, lesson } = input;
    const store = service.store();
    const block = findBlock(service, input)?.block;
    if (block) {
      const checked = keptKindOf(block.kind).answer.safeParse(input.answer);
      if (input.answer !== null && !checked.success) {
        throw new OperationError('bad-input', { what: 'answer' });
      }
      store.transact(() => {
        if (!checked.success) store.drafts.remove(learner, course, lesson, block.id);
        else {
          const { revision } = block;
          const draft = { revision, attempt: onlyAttempt, answer: checked.data };
          store.drafts.put(learner, course, lesson, block.id, draft);
        }
      });
      return null;
    }
    const { item, state, whose, test } = needItem(service, input);
    if (input.answer === null) {
      store.transact(() => store.drafts.remove(learner, course, lesson, item.id));
      return null;
    }
    // An answer that arrives late, after the item was settled, is no draft any more.
    if (state.settled) return null;
    const answer = fromScreen(item, whose, state.attempt, input.answer);
    if (answer === undefined) throw new OperationError('bad-input', { what: 'answer' });
    const { revision } = item;
    const { attempt } = state;
    const draft = { revision, attempt, answer };
    store.transact(() => store.drafts.put(learner, course, lesson, item.id, draft));
    return kindOf(item.kind).unfolds || test === 'running'
      ? itemView(item, whose, state, test, draft)
      : null;
  },

  'place.save': (input, service) => {
    needLearner(service, input.learner);
    const { lesson } = needLesson(service, input);
    const store = service.store();
    const { line, offset } = input;
    const at = service.now().toISOString();
    store.transact(() => {
      store.places.put(input.learner, input.course, lesson.id, { line, offset }, at);
    });
    return null;
  },
};
