// A kept block as a window may see it: what is due only once there is an answer comes with it.
import { type AnyKeptKind, keptKindOf } from '../course/kept';
import type { Kept } from '../course/kept/kept';
import type { LessonOutline } from '../course/outline';
import type { KeptView } from '../views';
import type { Draft } from './draft';
import type { CardState, KeptState } from './kept-state';

/** What is known of a learner and a block. */
export interface KeptHistory {
  state: KeptState | undefined;
  /** By their keys. */
  cards: ReadonlyMap<string, CardState>;
  draft: Draft | undefined;
}

/** The kept answer, as far as it fits the block as it is written now. */
export function keptAnswer(block: Kept, state: KeptState | undefined): unknown {
  if (!state) return null;
  const kind: AnyKeptKind = keptKindOf(block.kind);
  const checked = kind.answer.safeParse(state.answer);
  if (!checked.success) return null;
  const answer =
    state.revision === block.revision
      ? checked.data
      : (kind.carry?.(block.content, checked.data) ?? null);
  return answer !== null && kind.isComplete(block.content, answer) ? answer : null;
}

/** Half an answer; one of another revision only where its kind can carry it over. */
function draftAnswer(block: Kept, draft: Draft | undefined): unknown {
  if (!draft) return null;
  const kind: AnyKeptKind = keptKindOf(block.kind);
  const checked = kind.answer.safeParse(draft.answer);
  if (!checked.success) return null;
  if (draft.revision === block.revision) return checked.data;
  return kind.carry?.(block.content, checked.data) ?? null;
}

/** What was answered to the poll asked before this one; `stateOf` knows the blocks of the course. */
function before(
  block: Kept,
  lesson: string,
  lessons: readonly LessonOutline[],
  stateOf: (lesson: string, block: string) => KeptState | undefined,
): unknown {
  const pair = keptKindOf(block.kind).pair?.(block.content) ?? null;
  if (!pair) return null;
  const where = pair.lesson ?? lesson;
  const other = lessons
    .find((each) => each.id === where)
    ?.kept.find((each) => each.kind === block.kind && each.id === pair.id);
  if (!other) return null;
  const answer = keptAnswer(other, stateOf(where, other.id));
  // What fits the first poll may not fit this one, as long as its author has not mended it.
  const kind = keptKindOf(block.kind);
  return answer !== null && kind.isComplete(block.content, answer) ? answer : null;
}

/** `lessons` are those of the course's own language, where its pairs are looked up. */
export function keptView(
  block: Kept,
  { state, cards, draft }: KeptHistory,
  lesson: string,
  lessons: readonly LessonOutline[],
  stateOf: (lesson: string, block: string) => KeptState | undefined,
): KeptView {
  const kind = keptKindOf(block.kind);
  const answer = keptAnswer(block, state);
  const view = {
    id: block.id,
    kind: block.kind,
    question: block.question,
    shown: kind.show(block.content),
    private: block.private,
    answer,
    keptAt: answer === null ? null : (state?.at ?? null),
    draft: draftAnswer(block, draft),
    after:
      answer === null
        ? null
        : (kind.after?.(block.content, answer, before(block, lesson, lessons, stateOf)) ?? null),
    cards: Object.fromEntries(cards),
    changed: state !== undefined && state.revision !== block.revision,
  };
  return view as KeptView;
}
