// From what stands on a screen to what an answer comes to: the same in the service and wherever else a lesson is played.
import { kindOf } from '../course/blocks';
import type { Item } from '../course/item';
import type { ItemView } from '../views';
import type { ItemEvent } from './events';
import type { ItemState } from './item-state';
import { arrangementOf, type Whose } from './item-view';

type Answered = Extract<ItemEvent, { type: 'item.answered' }>;

/**
 * An answer in places of the file; undefined where it is none of this kind. Half answers count too:
 * they are drafts.
 */
export function fromScreen(item: Item, whose: Whose, attempt: number, answer: unknown): unknown {
  const kind = kindOf(item.kind);
  const checked = kind.answer.safeParse(answer);
  if (!checked.success) return undefined;
  return kind.toFile(checked.data, arrangementOf(item, whose, attempt));
}

/** What a complete answer, in places of the file, comes to in this attempt. */
export function graded(
  item: Item,
  state: ItemState,
  test: ItemView['test'],
  answer: unknown,
  sure: boolean | null,
): Pick<Answered, 'answer' | 'share' | 'possible' | 'hintCost' | 'final' | 'sure'> {
  const { share } = kindOf(item.kind).grade(item.content, answer);
  const isLastTry = item.tries !== null && state.tries + 1 >= item.tries;
  return {
    answer: answer as Answered['answer'],
    share,
    possible: item.points,
    hintCost: state.hints * item.hintCost,
    final: share === 1 || isLastTry || test !== null,
    sure: item.sure ? sure : null,
  };
}

/** What a draft of a test holds for an item, where it is complete; undefined where it was left open. */
export function completeDraft(
  item: Item,
  attempt: number,
  draft: { revision: string; attempt: number; answer: unknown } | undefined,
): unknown {
  if (draft?.revision !== item.revision || draft.attempt !== attempt) return undefined;
  const kind = kindOf(item.kind);
  const checked = kind.answer.safeParse(draft.answer);
  return checked.success && kind.isComplete(item.content, checked.data) ? checked.data : undefined;
}
