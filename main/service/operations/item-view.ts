// An item as a window may see it: without right answers until they are due.
import { type AnyKind, kindOf } from '../../../core/course/blocks';
import { inFileOrder, positionOf, seededShuffle } from '../../../core/course/blocks/arrangement';
import type { Arrangement, PartGrade } from '../../../core/course/blocks/kind';
import type { Item } from '../../../core/course/item';
import { shortHashOf } from '../../../core/course/revision';
import { type ItemState, stateFor } from '../../../core/learning/item-state';
import type { ItemView, Verdict } from '../../../core/views';
import type { Draft } from '../store/drafts';

interface Whose {
  learner: string;
  course: string;
  lesson: string;
}

/** The order on screen: another for each learner and attempt, the same at each look. */
export function arrangementOf(item: Item, whose: Whose, attempt: number): Arrangement {
  const seed = [whose.learner, whose.course, whose.lesson, item.id, attempt].join('/');
  const shuffle = item.shuffled ? seededShuffle(seed, shortHashOf) : inFileOrder;
  return kindOf(item.kind).arrange(item.content, shuffle);
}

export function itemView(item: Item, whose: Whose, stored: ItemState, draft?: Draft): ItemView {
  const kind = kindOf(item.kind);
  const state = stateFor(stored, item.revision);
  const arrangement = arrangementOf(item, whose, state.attempt);
  const isAnswered = state.answeredAt !== null || state.settled;
  const view = {
    id: item.id,
    kind: item.kind,
    question: item.question,
    shown: withoutLines(kind.show(item.content, arrangement)),
    points: item.points,
    earned: isAnswered ? (state.counted ?? 0) * item.points : null,
    hints: item.hints.slice(0, state.hints),
    hintsLeft: Math.max(0, item.hints.length - state.hints),
    hintCost: item.hintCost,
    attempt: state.attempt,
    triesLeft: item.tries === null ? null : Math.max(0, item.tries - state.tries),
    draft: draftAnswer(kind, item, state, arrangement, draft),
    verdict: verdictOf(kind, item, state, arrangement),
    changed: state.answeredAt !== null && state.revision !== item.revision,
  };
  return view as ItemView;
}

/** Lines of the file would tell in which order answers were written, and that may be the answer. */
function withoutLines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLines);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === 'line' ? 1 : withoutLines(each)]),
  );
}

/** A draft of another attempt or revision, or one the kind no longer understands, is forgotten. */
function draftAnswer(
  kind: AnyKind,
  item: Item,
  state: ItemState,
  arrangement: Arrangement,
  draft: Draft | undefined,
): unknown {
  if (!draft || state.settled) return null;
  if (draft.attempt !== state.attempt || draft.revision !== item.revision) return null;
  const checked = kind.answer.safeParse(draft.answer);
  return checked.success ? kind.toScreen(checked.data, arrangement) : null;
}

function verdictOf(
  kind: AnyKind,
  item: Item,
  state: ItemState,
  arrangement: Arrangement,
): Verdict | null {
  if (state.tries === 0 && !state.settled) return null;
  const onScreen = ({ part, right, feedback }: PartGrade) => ({
    part: kind.partsIn === null ? part : positionOf(arrangement, kind.partsIn, part),
    right,
    feedback,
  });
  const answered = kind.answer.safeParse(state.answer);
  const isGraded =
    state.tries > 0 && answered.success && kind.isComplete(item.content, answered.data);
  const grade = isGraded ? kind.grade(item.content, answered.data) : { share: 0, parts: [] };
  const key = state.settled ? kind.key(item.content) : null;
  return {
    answer: isGraded ? kind.toScreen(answered.data, arrangement) : null,
    share: grade.share,
    right: grade.share === 1,
    parts: grade.parts.map(onScreen),
    key: key && {
      answer: kind.toScreen(key.answer, arrangement),
      parts: key.parts.map(onScreen).map(({ part, feedback }) => ({ part, feedback })),
      why: item.why,
    },
  } as Verdict;
}
