// Tests and pools: what is asked, when it is judged, what counts.
import { describe, expect, test } from 'vitest';
import type { ItemView } from '../../../core/views';
import { examinedCourses } from '../../../tests/unit/support/folders';
import { Harness, uuid } from '../../../tests/unit/support/service';

const courses = [{ kind: 'own', path: examinedCourses }] as const;

class Examinee {
  readonly desk = new Harness({ courses });
  readonly id = this.desk.learner();

  private at = (lesson: string) => ({
    learner: this.id,
    language: 'en',
    course: 'examined',
    lesson,
  });

  lesson = (lesson: string) => this.desk.ask('lesson.read', this.at(lesson));
  course = () =>
    this.desk.ask('course.read', { learner: this.id, language: 'en', course: 'examined' });
  item = (lesson: string, id: string): ItemView =>
    this.lesson(lesson).items.find((each) => each.id === id) as ItemView;
  group = (lesson: string, id: string) => this.lesson(lesson).groups.find((each) => each.id === id);

  /** The answer on screen: right, or a wrong one. */
  private answerTo(view: ItemView, rightly: boolean): unknown {
    if (view.kind === 'choice') {
      const texts = view.shown.options.map((option) => JSON.stringify(option));
      return [texts.findIndex((text) => text.includes('Yes') === rightly)];
    }
    if (view.kind === 'truefalse') {
      return view.shown.statements.map(
        (text) =>
          JSON.stringify(text).includes('even') &&
          JSON.stringify(text).includes('Four') === rightly,
      );
    }
    return [rightly ? '4' : '5'];
  }

  drafts(lesson: string, item: string, rightly: boolean): ItemView | null {
    const answer = this.answerTo(this.item(lesson, item), rightly);
    return this.desk.ask('draft.save', { ...this.at(lesson), item, answer: answer as never });
  }

  answers(lesson: string, item: string, rightly: boolean): ItemView {
    const answer = this.answerTo(this.item(lesson, item), rightly);
    const input = { ...this.at(lesson), item, event: uuid(), answer: answer as never, seconds: 1 };
    return this.desk.ask('item.answer', input);
  }

  finish = (group: string, event = uuid()) =>
    this.desk.ask('test.finish', { ...this.at('exam'), group, event });
  restart = (lesson: string, group: string) =>
    this.desk.ask('group.restart', { ...this.at(lesson), group, event: uuid() });
  cannot = (name: 'test.finish' | 'group.restart', lesson: string, group: string) =>
    this.desk.failure(name, { ...this.at(lesson), group, event: uuid() });
  cannotAnswer = (
    name: 'item.answer' | 'item.hint' | 'item.reveal' | 'item.restart',
    item: string,
  ) =>
    this.desk.failure(name, {
      ...this.at('exam'),
      item,
      event: uuid(),
      ...(name === 'item.answer' ? { answer: [0], seconds: null } : {}),
    });
}

describe('a test that runs', () => {
  test('keeps what is given and judges nothing', () => {
    const ada = new Examinee();
    expect(ada.drafts('exam', 't1', true)).toMatchObject({
      id: 't1',
      test: 'running',
      verdict: null,
    });
    expect(ada.item('exam', 't1')).toMatchObject({ verdict: null, earned: null, asksSure: false });
    expect(ada.item('exam', 't1').draft).not.toBeNull();
    for (const name of ['item.answer', 'item.hint', 'item.reveal', 'item.restart'] as const) {
      expect(ada.cannotAnswer(name, 't1')).toBe('not-possible');
    }
    expect(ada.cannot('group.restart', 'exam', 'final')).toBe('not-possible');
  });

  test('judges all answers when it is handed in, and shows those left open', () => {
    const ada = new Examinee();
    ada.drafts('exam', 't1', true);
    ada.drafts('exam', 't2', false);
    ada.drafts('exam', 't3', true);
    ada.finish('final');
    const outcome = ada
      .lesson('exam')
      .items.map(({ id, verdict, test: state }) => [id, verdict?.right ?? null, state]);
    expect(outcome).toEqual([
      ['p1', null, 'running'],
      ['t1', true, 'handed-in'],
      ['t2', false, 'handed-in'],
      ['t3', true, 'handed-in'],
      ['t4', false, 'handed-in'],
    ]);
    expect(ada.item('exam', 't4').verdict).toMatchObject({ answer: null });
    expect(
      ada
        .lesson('exam')
        .items.slice(1)
        .every(({ verdict }) => verdict?.key),
    ).toBe(true);
    expect(ada.group('exam', 'final')).toMatchObject({
      finished: true,
      points: 2,
      possible: 4,
      passed: true,
      pass: 50,
    });
    expect(ada.lesson('exam').progress).toMatchObject({ points: 2, possible: 4 });
  });

  test('is handed in once, however often it is asked', () => {
    const ada = new Examinee();
    const event = uuid();
    ada.finish('final', event);
    ada.finish('final', event);
    expect(ada.cannot('test.finish', 'exam', 'final')).toBe('not-possible');
    const kinds = ada.desk.service
      .store()
      .events.ofLearner(ada.id)
      .map(({ type }) => type);
    expect(kinds.filter((type) => type === 'test.finished')).toHaveLength(1);
  });
});

describe('a test taken again', () => {
  test('begins empty, and the best result counts', () => {
    const ada = new Examinee();
    for (const id of ['t1', 't2', 't3']) ada.drafts('exam', id, true);
    ada.finish('final');
    ada.restart('exam', 'final');
    expect(ada.group('exam', 'final')).toMatchObject({ attempt: 2, finished: false, passed: null });
    expect(ada.item('exam', 't1')).toMatchObject({ verdict: null, draft: null, test: 'running' });
    ada.finish('final');
    expect(ada.group('exam', 'final')).toMatchObject({ points: 0, passed: false });
    expect(ada.lesson('exam').progress).toMatchObject({ points: 3, possible: 4 });
  });

  test('comes out the same when the summaries are made anew', () => {
    const ada = new Examinee();
    ada.drafts('exam', 't1', true);
    ada.finish('final');
    ada.restart('exam', 'final');
    const before = ada.lesson('exam');
    ada.desk.service.store().rebuild();
    expect(ada.lesson('exam')).toEqual(before);
  });
});

describe('a placement test', () => {
  test('counts for nothing but the placement', () => {
    const ada = new Examinee();
    expect(ada.course().progress.possible).toBe(6);
    ada.drafts('exam', 'p1', false);
    ada.finish('skip');
    expect(ada.course().progress).toMatchObject({
      placedOut: false,
      possible: 6,
      points: 0,
    });
  });

  test('lets who passes it skip the course', () => {
    const ada = new Examinee();
    ada.drafts('exam', 'p1', true);
    ada.finish('skip');
    expect(ada.course().progress).toMatchObject({
      placedOut: true,
      passed: true,
      status: 'finished',
      minutesLeft: 0,
    });
    const home = ada.desk.ask('home.read', { learner: ada.id, language: 'en' });
    expect(home.next).toBeNull();
  });
});

describe('a pool', () => {
  test('asks as many as it says, the same at each look, others at the next attempt', () => {
    const ada = new Examinee();
    const ids = () => ada.lesson('pool').items.map(({ id }) => id);
    const first = ids();
    expect(first).toHaveLength(2);
    expect(ids()).toEqual(first);
    for (const id of first) ada.answers('pool', id, true);
    expect(ada.group('pool', 'some')).toMatchObject({ items: first, of: 5, finished: true });
    ada.restart('pool', 'some');
    const second = ids();
    expect(second).toHaveLength(2);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });

  test('does not take back what was earned', () => {
    const ada = new Examinee();
    for (const { id } of ada.lesson('pool').items) ada.answers('pool', id, true);
    expect(ada.lesson('pool').progress).toMatchObject({ points: 2, possible: 2 });
    ada.restart('pool', 'some');
    expect(ada.lesson('pool').progress).toMatchObject({ points: 2, possible: 2, answered: 0 });
  });

  test('draws differently for different people', () => {
    const draws = new Set(
      Array.from({ length: 12 }, () =>
        new Examinee()
          .lesson('pool')
          .items.map(({ id }) => id)
          .join(),
      ),
    );
    expect(draws.size).toBeGreaterThan(1);
  });
});
