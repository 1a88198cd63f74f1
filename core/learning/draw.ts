// Which questions of a lesson a learner is asked: a pool gives some of them, others at the next attempt.
import { seededShuffle } from '../course/blocks/arrangement';
import type { Group } from '../course/group';
import type { LessonOutline } from '../course/outline';
import { shortHashOf } from '../course/revision';
import type { CourseState } from './course-state';
import { untouchedGroup } from './group-state';
import { itemKey } from './item-key';

/** The parts of a lesson and of a learner's state that the draw depends on. */
interface Drawn<Item> extends Pick<LessonOutline, 'id' | 'groups'> {
  items: Item[];
}
type Whose = Pick<CourseState, 'seed' | 'groups'>;

/** The items this learner is asked, in the order of the lesson. */
export function itemsInPlay<Item extends { id: string }>(
  lesson: Drawn<Item>,
  state: Whose,
): Item[] {
  const left = new Set(lesson.groups.flatMap((group) => itemsNotDrawn(lesson, group, state)));
  return left.size === 0 ? lesson.items : lesson.items.filter(({ id }) => !left.has(id));
}

/** A pool inside a test goes by the attempts of the test. */
function itemsNotDrawn(lesson: Pick<LessonOutline, 'id'>, group: Group, state: Whose): string[] {
  const { items, pick } = group;
  if (pick === null || pick >= items.length) return [];
  const { attempt } =
    state.groups.get(itemKey(lesson.id, group.within ?? group.id)) ?? untouchedGroup;
  const order = seededShuffle(`${state.seed}/${lesson.id}/${group.id}`, shortHashOf)(items.length);
  // Each attempt goes on where the last one ended: nothing comes twice before all have come once.
  const begin = (attempt - 1) * pick;
  const drawn = new Set(
    Array.from({ length: pick }, (_, at) => order[(begin + at) % items.length]),
  );
  return items.filter((_, place) => !drawn.has(place));
}

/** The outermost group an item stands in. */
export const groupAround = (
  lesson: Pick<LessonOutline, 'groups'>,
  item: string,
): Group | undefined =>
  lesson.groups.find((group) => group.within === null && group.items.includes(item));
