import { describe, expect, test } from 'vitest';
import type { CourseEvent } from '../../../core/learning/events';
import type { Statement } from '../../../core/xapi/statement';
import { courseText, lessonText, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Harness, uuid } from '../../../tests/unit/support/service';
import { recordFinished } from './finishing';

const placement = `:::: test #skip {pass=100 placement}
::: truefalse #known
A week has a Monday.

- [x] Yes
  > It is.

> [!WHY] So it is.
:::
::::
`;

/** A course of two lessons with a question each. */
function deskWith(extra = ''): Harness {
  const courses = temporaryFolder();
  writeFiles(courses, {
    'two/course.md': courseText('two', '1.0.0', 'pass: 50'),
    'two/01-first.md': `${lessonText('First')}\n${extra}`,
    'two/02-second.md': lessonText('Second'),
  });
  return new Harness({ courses: [{ kind: 'shipped', path: courses }] });
}

const on = (learner: string, lesson: string) => ({
  learner,
  language: 'en',
  course: 'two',
  lesson,
});

const finish = (desk: Harness, learner: string, lesson: string): void => {
  desk.ask('lesson.finish', { ...on(learner, lesson), event: uuid() });
};

function answer(desk: Harness, learner: string, lesson: string, isRight: boolean): void {
  const view = desk.lesson(learner, 'two', lesson).items.find(({ id }) => id === 'one');
  const shown = view?.kind === 'choice' ? view.shown.options : [];
  const right = shown.findIndex((option) => JSON.stringify(option).includes('This'));
  const given = { ...on(learner, lesson), item: 'one', event: uuid(), seconds: null, sure: null };
  desk.ask('item.answer', { ...given, answer: [isRight ? right : 1 - right] });
}

const finishedIn = (desk: Harness, learner: string): CourseEvent[] =>
  desk.service
    .store()
    .events.ofLearner(learner)
    .filter((event) => event.type === 'course.finished');

describe('a course that becomes finished', () => {
  test('is said to be, with what it came to, once and with the event that finished it', () => {
    const desk = deskWith();
    const ada = desk.learner();
    answer(desk, ada, 'first', true);
    answer(desk, ada, 'second', false);
    finish(desk, ada, 'first');
    expect(finishedIn(desk, ada)).toEqual([]);
    finish(desk, ada, 'second');
    const [said, ...more] = finishedIn(desk, ada);
    expect(more).toEqual([]);
    const all = desk.service.store().events.ofLearner(ada);
    expect(said).toMatchObject({
      ...{ course: 'two', version: '1.0.0', learner: ada, at: all.at(-2)?.at },
      ...{ points: 1, possible: 2, pass: 50, passed: true },
    });
    // A name that would tell the minute is none for who may only know the day.
    expect(said?.id[14]).toBe('4');
    finish(desk, ada, 'second');
    expect(finishedIn(desk, ada)).toHaveLength(1);
  });

  test('and passes only later is said to be passed then, once', () => {
    const desk = deskWith();
    const ada = desk.learner();
    finish(desk, ada, 'first');
    finish(desk, ada, 'second');
    answer(desk, ada, 'first', true);
    answer(desk, ada, 'second', true);
    const said = finishedIn(desk, ada).map(({ points, passed }) => [points, passed]);
    expect(said).toEqual([
      [0, false],
      [1, true],
    ]);
  });

  test('by its placement test is said to be as well', () => {
    const desk = deskWith(placement);
    const ada = desk.learner();
    const where = { ...on(ada, 'first'), item: 'known' };
    desk.ask('draft.save', { ...where, answer: [true] });
    desk.ask('test.finish', { ...on(ada, 'first'), group: 'skip', event: uuid() });
    expect(finishedIn(desk, ada)).toMatchObject([{ passed: true }]);
  });

  test('changes nothing about what the learner sees, and is there after all is made anew', () => {
    const desk = deskWith();
    const ada = desk.learner();
    finish(desk, ada, 'first');
    finish(desk, ada, 'second');
    const before = desk.everything();
    desk.service.store().rebuild();
    expect(desk.everything()).toBe(before);
    expect(desk.ask('learners.export', { learner: ada }).json).toContain('course.finished');
  });

  test('on two computers together is said to be where both halves meet', () => {
    const account = { homePage: 'https://agency.example', name: 'ada' };
    const target = uuid();
    const [here, there] = [deskWith(), deskWith()].map((desk) => {
      const learner = desk.learner();
      desk.service.store().sync.switchOn({
        ...{ id: target, learner, kind: 'lrs', settings: {}, account, level: 'detail', past: true },
      });
      return { desk, learner, sync: desk.service.store().sync };
    }) as [Side, Side];
    finish(here.desk, here.learner, 'first');
    finish(there.desk, there.learner, 'second');
    expect(recordFinished(here.desk.service, here.learner)).toBe(0);
    const sent = there.sync.outbox(target).waiting(100, 1e9);
    here.sync.inbox(target).take(sent.map(({ json }) => JSON.parse(json) as unknown));
    expect(recordFinished(here.desk.service, here.learner)).toBe(1);
    expect(recordFinished(here.desk.service, here.learner)).toBe(0);
    expect(finishedIn(here.desk, here.learner)).toHaveLength(1);
  });
});

interface Side {
  desk: Harness;
  learner: string;
  sync: ReturnType<Harness['service']['store']>['sync'];
}

test('what is sent of an answer names the course, the lesson and the question in their own words', () => {
  const desk = deskWith();
  const ada = desk.learner();
  const id = uuid();
  const account = { homePage: 'https://agency.example', name: 'ada' };
  const { sync } = desk.service.store();
  sync.switchOn({
    ...{ id, learner: ada, kind: 'lrs', settings: {}, account, level: 'detail', past: true },
  });
  answer(desk, ada, 'first', true);
  finish(desk, ada, 'first');
  finish(desk, ada, 'second');
  const sent = sync
    .outbox(id)
    .waiting(100, 1e9)
    .map(({ json }) => JSON.parse(json) as Statement);
  expect(sent[0]).toMatchObject({
    object: {
      id: 'https://deskwise.org/xapi/courses/two/lessons/first/items/one',
      definition: {
        name: { en: 'Which?' },
        interactionType: 'choice',
        correctResponsesPattern: ['0'],
      },
    },
    result: { success: true, response: '0', score: { scaled: 1, raw: 1, min: 0, max: 1 } },
    context: {
      language: 'en',
      revision: '1.0.0',
      platform: 'Deskwise 1.0.0',
      contextActivities: {
        parent: [{ id: 'https://deskwise.org/xapi/courses/two/lessons/first' }],
        grouping: [{ id: 'https://deskwise.org/xapi/courses/two' }],
      },
    },
  });
  expect(sent[1]).toMatchObject({ object: { definition: { name: { en: 'First' } } } });
  expect(sent.at(-1)).toMatchObject({
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: { definition: { name: { en: 'Title of two' } } },
  });
});
