// An item as a window may see it: without right answers until they are due.
import { type AnyKind, kindOf } from '../course/blocks';
import { inFileOrder, positionOf, seededShuffle } from '../course/blocks/arrangement';
import type { Arrangement, Grade, PartGrade } from '../course/blocks/kind';
import type { Lesson } from '../course/course';
import type { Item } from '../course/item';
import { shortHashOf } from '../course/revision';
import type { ItemView, Verdict } from '../views';
import type { CourseState } from './course-state';
import type { Draft } from './draft';
import { groupAround } from './draw';
import { itemKey } from './item-key';
import { type ItemState, stateFor } from './item-state';

/** Whose answer it is, and where: it decides the order on screen. */
export interface Whose {
  learner: string;
  course: string;
  lesson: string;
}

/** Whether an item stands in a test, and whether that runs. */
export function testOf(
  lesson: Lesson,
  item: string,
  { groups }: Pick<CourseState, 'groups'>,
): ItemView['test'] {
  const group = groupAround(lesson, item);
  if (group?.kind !== 'test') return null;
  return groups.get(itemKey(lesson.id, group.id))?.finishedAt ? 'handed-in' : 'running';
}

/** The order on screen: another for each learner and attempt, the same at each look. */
export function arrangementOf(item: Item, whose: Whose, attempt: number): Arrangement {
  const seed = [whose.learner, whose.course, whose.lesson, item.id, attempt].join('/');
  const shuffle = item.shuffled ? seededShuffle(seed, shortHashOf) : inFileOrder;
  return kindOf(item.kind).arrange(item.content, shuffle);
}

export function itemView(
  item: Item,
  whose: Whose,
  stored: ItemState,
  test: ItemView['test'],
  draft?: Draft,
): ItemView {
  const kind = kindOf(item.kind);
  const state = stateFor(stored, item.revision);
  const arrangement = arrangementOf(item, whose, state.attempt);
  const isAnswered = state.answeredAt !== null || state.settled;
  const drafted = draftAnswer(kind, item, state, draft);
  const given = drafted ?? answered(kind, item, state);
  const view = {
    id: item.id,
    kind: item.kind,
    question: item.question,
    shown: withoutLines(kind.show(item.content, arrangement, given)),
    points: item.points,
    earned: isAnswered ? (state.counted ?? 0) * item.points : null,
    hints: item.hints.slice(0, state.hints),
    hintsLeft: Math.max(0, item.hints.length - state.hints),
    hintCost: item.hintCost,
    attempt: state.attempt,
    triesLeft: item.tries === null ? null : Math.max(0, item.tries - state.tries),
    draft: drafted === null ? null : kind.toScreen(drafted, arrangement),
    asksSure: item.sure === true && test === null && state.tries === 0 && !state.settled,
    sure: state.sure,
    verdict: verdictOf(kind, item, state, arrangement),
    test,
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
  draft: Draft | undefined,
): unknown {
  if (!draft || state.settled) return null;
  if (draft.attempt !== state.attempt || draft.revision !== item.revision) return null;
  const checked = kind.answer.safeParse(draft.answer);
  return checked.success ? checked.data : null;
}

/** The last answer of this attempt, in places of the file; null where there is none to grade. */
function answered(kind: AnyKind, item: Item, state: ItemState): unknown {
  if (state.tries === 0) return null;
  const checked = kind.answer.safeParse(state.answer);
  return checked.success && kind.isComplete(item.content, checked.data) ? checked.data : null;
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
  const answer = answered(kind, item, state);
  const grade: Grade = answer === null ? { share: 0, parts: [] } : kind.grade(item.content, answer);
  const key = state.settled ? kind.key(item.content) : null;
  return {
    answer: answer === null ? null : kind.toScreen(answer, arrangement),
    share: grade.share,
    right: grade.share === 1,
    parts: grade.parts.map(onScreen),
    ...(grade.tally && { tally: grade.tally }),
    key: key && {
      answer: kind.toScreen(key.answer, arrangement),
      parts: key.parts.map(onScreen).map(({ part, feedback }) => ({ part, feedback })),
      why: item.why,
      due: kind.due?.(item.content, answer, arrangement) ?? null,
    },
  } as Verdict;
}
