// Pools and tests: handing in a test, beginning it anew, drawing other questions.
import { v7 as uuidv7 } from 'uuid';
import type { Group } from '../../../core/course/group';
import { OperationError } from '../../../core/errors';
import { completeDraft } from '../../../core/learning/answering';
import type { CourseState } from '../../../core/learning/course-state';
import type { ItemEvent } from '../../../core/learning/events';
import { groupItems, itemStateOf } from '../../../core/learning/group-view';
import { earnedShare } from '../../../core/learning/item-state';
import { record } from './finishing';
import type { Handlers } from './handlers';
import { answerEvent, needItem, stamp } from './items';
import { type FoundLesson, needLearner, needLesson, type Service } from './service';

interface OnGroup {
  learner: string;
  language: string;
  course: string;
  lesson: string;
  group: string;
  event: string;
}

interface FoundGroup extends FoundLesson {
  group: Group;
  state: CourseState;
  attempt: number;
  isFinished: boolean;
}

function needGroup(service: Service, input: OnGroup): FoundGroup {
  needLearner(service, input.learner);
  const found = needLesson(service, input);
  const group = found.lesson.groups.find(({ id }) => id === input.group);
  if (!group) throw new OperationError('not-found', { what: 'group' });
  const { states } = service.store();
  const own = states.group(input.learner, input.course, input.lesson, group.id);
  return {
    ...found,
    group,
    state: states.ofCourse(input.learner, input.course),
    attempt: own?.attempt ?? 1,
    isFinished: own?.finishedAt != null,
  };
}

const stampOf = (service: Service, { course, lesson, group }: FoundGroup, input: OnGroup) => ({
  id: input.event,
  learner: input.learner,
  device: service.store().device,
  at: service.now().toISOString(),
  course: course.id,
  version: course.version,
  lesson: lesson.id,
  group: group.id,
});

/** What each question of a test comes to: its answer graded, or shown where it was left open. */
function answersOf(service: Service, input: OnGroup, found: FoundGroup): ItemEvent[] {
  const { learner, course, lesson: lessonId } = input;
  const drafts = service.store().drafts.ofLesson(learner, course, lessonId);
  return groupItems(found.lesson, found.group, found.state).flatMap((item): ItemEvent[] => {
    const one = needItem(service, { ...input, item: item.id });
    if (one.state.settled) return [];
    const answer = completeDraft(item, one.state.attempt, drafts.get(item.id));
    if (answer !== undefined) {
      return [answerEvent(service, one, uuidv7(), answer, { seconds: null, sure: null })];
    }
    return [{ type: 'item.revealed', ...stamp(service, one, uuidv7()) }];
  });
}

const pointsOf = (event: ItemEvent): number =>
  event.type === 'item.answered' ? earnedShare(event) * event.possible : 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

export const groups: Handlers<'test'> & Handlers<'group'> = {
  'test.finish': (input, service) => {
    const store = service.store();
    if (store.events.has(input.event)) return null;
    const found = needGroup(service, input);
    const { group, lesson, state, course } = found;
    if (group.kind !== 'test' || found.isFinished) {
      throw new OperationError('not-possible', { what: 'test' });
    }
    const answers = answersOf(service, input, found);
    store.transact(() => {
      record(service, course, ...answers, {
        type: 'test.finished',
        ...stampOf(service, found, input),
        attempt: found.attempt,
        points: sum(answers.map(pointsOf)),
        possible: sum(groupItems(lesson, group, state).map(({ points }) => points)),
        pass: group.pass ?? course.texts[0].matter.pass,
        placement: group.placement,
      });
      for (const { item } of answers) {
        store.drafts.remove(input.learner, input.course, input.lesson, item);
      }
    });
    return null;
  },

  'group.restart': (input, service) => {
    const store = service.store();
    if (store.events.has(input.event)) return null;
    const found = needGroup(service, input);
    const { group, lesson, state } = found;
    if (group.within !== null || (group.kind === 'test' && !found.isFinished)) {
      throw new OperationError('not-possible', { what: group.kind });
    }
    const items = groupItems(lesson, group, state);
    const possible = sum(items.map(({ points }) => points));
    const earned = sum(
      items.map((item) => (itemStateOf(lesson, item, state).counted ?? 0) * item.points),
    );
    const begun = items.filter((item) => {
      const { tries, hints, settled } = itemStateOf(lesson, item, state);
      return tries > 0 || hints > 0 || settled;
    });
    const again = begun.map((item): ItemEvent => {
      const one = needItem(service, { ...input, item: item.id });
      const attempt = one.state.attempt + 1;
      return { type: 'item.restarted', ...stamp(service, one, uuidv7()), attempt };
    });
    store.transact(() => {
      store.record(...again, {
        type: 'group.restarted',
        ...stampOf(service, found, input),
        attempt: found.attempt + 1,
        // A test's own result is known already.
        share: group.kind === 'test' || possible === 0 ? 0 : earned / possible,
      });
      for (const { id } of items) {
        store.drafts.remove(input.learner, input.course, input.lesson, id);
      }
    });
    return null;
  },
};
