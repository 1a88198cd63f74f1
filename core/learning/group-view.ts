// A pool or a test as a window may see it.
import type { Lesson } from '../course/course';
import type { Group } from '../course/group';
import type { Item } from '../course/item';
import type { GroupView } from '../views';
import type { CourseState } from './course-state';
import { itemsInPlay } from './draw';
import { reaches, untouchedGroup } from './group-state';
import { itemKey } from './item-key';
import { stateFor, untouchedItem } from './item-state';

/** `pass` is the course's, where the test names none. */
export function groupView(
  lesson: Lesson,
  group: Group,
  state: CourseState,
  pass: number,
): GroupView {
  const own = state.groups.get(itemKey(lesson.id, group.id)) ?? untouchedGroup;
  const items = groupItems(lesson, group, state);
  const possible = items.reduce((sum, { points }) => sum + points, 0);
  const isTest = group.kind === 'test';
  const passMark = group.pass ?? pass;
  return {
    id: group.id,
    kind: group.kind,
    attempt: own.attempt,
    items: items.map(({ id }) => id),
    of: group.items.length,
    within: group.within,
    pass: passMark,
    placement: group.placement,
    finished: isTest
      ? own.finishedAt !== null
      : items.every((item) => itemStateOf(lesson, item, state).settled),
    points: own.share === null ? null : own.share * possible,
    possible,
    passed: own.share === null ? null : reaches(own.share, passMark),
  };
}

/** The items of a group that the learner is asked. */
export const groupItems = (lesson: Lesson, group: Group, state: CourseState): Item[] =>
  itemsInPlay(lesson, state).filter(({ id }) => group.items.includes(id));

export const itemStateOf = (lesson: Lesson, item: Item, state: CourseState) =>
  stateFor(state.items.get(itemKey(lesson.id, item.id)) ?? untouchedItem, item.revision);
