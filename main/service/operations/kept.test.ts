// Keeping what nobody grades: checklists, thoughts, polls, plans and cards, and what Home makes of them.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KeptKindName } from '../../../core/course/kept';
import type { Input } from '../../../core/inputs';
import type { RecallGrade } from '../../../core/learning/recall-grades';
import type { KeptViewOf } from '../../../core/views';
import { lessonText, smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Harness, uuid } from '../../../tests/unit/support/service';

const courses = join(import.meta.dirname, '../../../tests/fixtures/kept/courses');

/** Somebody at a desk with the course of kept blocks. */
class Doer {
  readonly desk: Harness;
  readonly id: string;

  constructor(desk = new Harness({ courses: [{ kind: 'own', path: courses }] })) {
    this.desk = desk;
    this.id = desk.learner();
  }

  on(item: string, lesson = 'promises', language = 'en') {
    return { learner: this.id, language, course: 'habits', lesson, item };
  }

  sees<K extends KeptKindName>(item: string, lesson = 'promises', language = 'en'): KeptViewOf<K> {
    const { kept } = this.desk.lesson(this.id, 'habits', lesson, language);
    return kept.find((each) => each.id === item) as unknown as KeptViewOf<K>;
  }

  keeps(item: string, answer: Input<'kept.save'>['answer'], lesson?: string, event = uuid()) {
    return this.desk.ask('kept.save', { ...this.on(item, lesson), event, answer });
  }

  recalls(card: string, grade: RecallGrade, event = uuid()) {
    const input = { ...this.on('words-to-know'), event, card, grade, seconds: 2.5 };
    return this.desk.ask('card.recall', input);
  }

  home(language = 'en') {
    return this.desk.ask('home.read', { learner: this.id, language });
  }

  finish(lesson: string): void {
    const { id: learner, desk } = this;
    const input = { learner, language: 'en', course: 'habits', lesson, event: uuid() };
    desk.ask('lesson.finish', input);
  }

  /** Days later. */
  waits(days: number): void {
    this.desk.clock += days * 24 * 60 * 60 * 1000;
  }
}

const plan = (fields: string[], review: string | null = null) => ({ fields, review });

describe('keeping', () => {
  test('the answer is there the next time, the same event twice is one', () => {
    const ada = new Doer();
    expect(ada.sees('this-week')).toMatchObject({ answer: null, keptAt: null, private: false });
    const event = uuid();
    const view = ada.keeps('this-week', [1], undefined, event);
    expect(view).toMatchObject({ kind: 'checklist', answer: [1] });
    ada.keeps('this-week', [0, 1, 2], undefined, event);
    expect(ada.sees('this-week').answer).toEqual([1]);
    ada.keeps('this-week', []);
    expect(ada.sees('this-week')).toMatchObject({ answer: [], keptAt: expect.any(String) });
    expect(ada.desk.service.store().events.count()).toBe(2);
  });

  test('another start of the app finds it, another learner does not', () => {
    const data = temporaryFolder();
    const folders = { data, courses: [{ kind: 'own' as const, path: courses }] };
    const first = new Doer(new Harness(folders));
    first.keeps('last-hurry', 'On Tuesday.');
    first.desk.close();
    const desk = new Harness(folders);
    const read = (learner: string) =>
      desk.lesson(learner, 'habits', 'promises').kept.find(({ id }) => id === 'last-hurry');
    expect(read(first.id)).toMatchObject({ answer: 'On Tuesday.' });
    expect(read(desk.learner('Ben'))).toMatchObject({ answer: null });
  });

  test.each([
    ['this-week', [9]],
    ['this-week', [1, 0]],
    ['this-week', 'all'],
    ['last-hurry', '   '],
    ['last-hurry', 7],
    ['sure-before', 0],
    ['sure-before', 6],
    ['sure-before', 2.5],
    ['first-call', 3],
    ['hurry-plan', plan(['', '', ''])],
    ['hurry-plan', plan(['a'])],
    ['hurry-plan', { ...plan(['a', 'b', 'c']), more: 1 }],
    ['hurry-plan', plan(['a', 'b', 'c'], 'badly')],
    ['words-to-know', []],
    ['words-to-know', null],
  ])('%s does not take %j, and nothing changes', (item, answer) => {
    const ada = new Doer();
    const before = ada.desk.everything();
    const input = { ...ada.on(item), event: uuid(), answer } as Input<'kept.save'>;
    expect(ada.desk.failure('kept.save', input)).toBe('bad-input');
    expect(ada.desk.everything()).toBe(before);
  });

  test('what is not there, or is a graded item, is not found', () => {
    const ada = new Doer();
    const save = (more: object) =>
      ada.desk.failure('kept.save', {
        ...ada.on('this-week'),
        event: uuid(),
        answer: [0],
        ...more,
      });
    expect(save({})).toBe(null);
    expect(save({ item: 'nothing' })).toBe('not-found');
    expect(save({ lesson: 'later', item: 'check' })).toBe('not-found');
    expect(save({ learner: uuid() })).toBe('not-found');
    const on = ada.on('this-week');
    expect(ada.desk.failure('item.answer', { ...on, event: uuid(), answer: [0], seconds: 1 })).toBe(
      'not-found',
    );
  });

  test('counts neither as a question nor as points', () => {
    const ada = new Doer();
    const before = ada.desk.lesson(ada.id, 'habits', 'promises').progress;
    expect(before).toMatchObject({ items: 0, possible: 0 });
    ada.keeps('this-week', [0]);
    expect(ada.desk.lesson(ada.id, 'habits', 'promises').progress).toEqual(before);
  });

  test('the events say who may see them', () => {
    const ada = new Doer();
    ada.keeps('this-week', [0]);
    ada.keeps('last-hurry', 'On Tuesday.');
    ada.keeps('hurry-plan', plan(['a', 'b', '']));
    const events = ada.desk.service.store().events.ofLearner(ada.id);
    expect(events.map((event) => 'private' in event && [event.item, event.private])).toEqual([
      ['this-week', false],
      ['last-hurry', true],
      ['hurry-plan', true],
    ]);
  });

  test('everything is in the export', () => {
    const ada = new Doer();
    ada.keeps('last-hurry', 'A thought of my own.');
    ada.recalls(ada.sees<'cards'>('words-to-know').shown.cards[0]?.key ?? '', 'hard');
    const { json } = ada.desk.ask('learners.export', { learner: ada.id });
    expect(json).toContain('A thought of my own.');
    expect(json).toContain('"card.recalled"');
    expect(json).toContain('"hard"');
  });
});

describe('a reflection', () => {
  test('brings the model answer once something is kept, and not before', () => {
    const ada = new Doer();
    const whole = () => JSON.stringify(ada.desk.lesson(ada.id, 'habits', 'promises'));
    expect(whole()).not.toContain('I am glad to help');
    ada.desk.ask('draft.save', { ...ada.on('last-hurry'), answer: 'On Tu' });
    expect(ada.sees('last-hurry')).toMatchObject({ answer: null, draft: 'On Tu', after: null });
    expect(whole()).not.toContain('I am glad to help');
    ada.keeps('last-hurry', 'On Tuesday.');
    expect(ada.sees('last-hurry')).toMatchObject({ answer: 'On Tuesday.', draft: null });
    expect(JSON.stringify(ada.sees('last-hurry').after)).toContain('I am glad to help');
  });

  test('half of another one lies beside it until it is kept or left', () => {
    const ada = new Doer();
    ada.keeps('last-hurry', 'On Tuesday.');
    ada.desk.ask('draft.save', { ...ada.on('last-hurry'), answer: '' });
    expect(ada.sees('last-hurry')).toMatchObject({ answer: 'On Tuesday.', draft: '' });
    ada.desk.ask('draft.save', { ...ada.on('last-hurry'), answer: null });
    expect(ada.sees('last-hurry')).toMatchObject({ answer: 'On Tuesday.', draft: null });
    const odd = { ...ada.on('last-hurry'), answer: [1] };
    expect(ada.desk.failure('draft.save', odd)).toBe('bad-input');
  });
});

describe('a poll asked twice', () => {
  test('shows what was answered before, wherever that was', () => {
    const ada = new Doer();
    ada.keeps('sure-after', 4, 'later');
    expect(ada.sees('sure-after', 'later').after).toBe(null);
    ada.keeps('sure-before', 2);
    expect(ada.sees('sure-after', 'later')).toMatchObject({ answer: 4, after: { before: 2 } });
    expect(ada.sees('sure-before').after).toBe(null);
    ada.keeps('first-call', 0);
    expect(ada.keeps('call-after', 1, 'later').after).toEqual({ before: 0 });
  });
});

describe('cards', () => {
  const keysOf = (ada: Doer, language = 'en') =>
    ada.sees<'cards'>('words-to-know', 'promises', language).shown.cards.map(({ key }) => key);

  test('keep their whole history, each for itself', () => {
    const ada = new Doer();
    const [one = '', two = ''] = keysOf(ada);
    const event = uuid();
    ada.recalls(one, 'again', event);
    ada.recalls(one, 'again', event);
    ada.recalls(two, 'easy');
    expect(ada.recalls(one, 'good').cards).toEqual({
      [one]: { seen: 2, grade: 'good', at: expect.any(String) },
      [two]: { seen: 1, grade: 'easy', at: expect.any(String) },
    });
    const events = ada.desk.service.store().events.ofLearner(ada.id);
    expect(events.map((each) => each.type === 'card.recalled' && each.grade)).toEqual([
      ...['again', 'easy', 'good'],
    ]);
    expect(events[0]).toMatchObject({ item: 'words-to-know', card: one, seconds: 2.5 });
  });

  test('are the same in every language', () => {
    const ada = new Doer();
    expect(keysOf(ada, 'ar')).toEqual(keysOf(ada));
    const [one = ''] = keysOf(ada);
    const input = { event: uuid(), card: one, grade: 'hard' as const, seconds: null };
    ada.desk.ask('card.recall', { ...ada.on('words-to-know', 'promises', 'es'), ...input });
    expect(ada.sees('words-to-know').cards).toMatchObject({ [one]: { grade: 'hard' } });
  });

  test('that are not there cannot be recalled', () => {
    const ada = new Doer();
    const recall = (more: object) =>
      ada.desk.failure('card.recall', {
        ...{ ...ada.on('words-to-know'), event: uuid(), card: 'none', grade: 'good', seconds: 1 },
        ...more,
      } as Input<'card.recall'>);
    expect(recall({})).toBe('not-found');
    expect(recall({ item: 'this-week' })).toBe('not-found');
    expect(recall({ grade: 'fair' })).toBe('bad-input');
    expect(ada.desk.service.store().events.count()).toBe(0);
  });
});

describe('Home', () => {
  test('shows what is open on a checklist, once it was begun, until it is done', () => {
    const ada = new Doer();
    expect(ada.home().promises).toEqual([]);
    ada.keeps('this-week', [0, 2]);
    expect(ada.home().promises).toEqual([
      {
        ...{ course: 'habits', lesson: 'promises', block: 'this-week', language: 'en' },
        ...{ lessonTitle: 'From knowing to doing', item: 1 },
        text: 'Put the number of the help desk on your phone',
      },
      expect.objectContaining({ item: 3, text: 'Read the house rules once more' }),
    ]);
    ada.keeps('this-week', [0, 1, 2, 3]);
    expect(ada.home().promises).toEqual([]);
    ada.keeps('this-week', []);
    expect(ada.home().promises).toHaveLength(4);
  });

  test('shows the whole list once its lesson is finished, in the learner’s language', () => {
    const ada = new Doer();
    ada.finish('promises');
    const { promises } = ada.home('es');
    expect(promises.map(({ text, language }) => [text, language])[0]).toEqual([
      'Bloquear la pantalla',
      'es',
    ]);
    expect(promises).toHaveLength(4);
  });

  test('asks how a plan went when its days have passed, and again after “not yet”', () => {
    const ada = new Doer();
    const fields = ['a message hurries me', 'I call back', ''];
    ada.keeps('hurry-plan', plan(fields));
    ada.waits(13);
    expect(ada.home().plans).toEqual([]);
    ada.waits(1);
    expect(ada.home().plans).toEqual([
      {
        ...{ course: 'habits', lesson: 'promises', block: 'hurry-plan', language: 'en' },
        ...{ lessonTitle: 'From knowing to doing', days: 14, keptAt: expect.any(String) },
        lines: ['If a message hurries me then I call back'],
        answer: plan(fields),
      },
    ]);
    ada.keeps('hurry-plan', plan(fields, 'notYet'));
    expect(ada.home().plans).toEqual([]);
    ada.waits(14);
    expect(ada.home().plans).toMatchObject([{ answer: { review: 'notYet' } }]);
    ada.keeps('hurry-plan', plan(fields, 'well'));
    ada.waits(100);
    expect(ada.home().plans).toEqual([]);
    // Written anew it is a new plan.
    ada.keeps('hurry-plan', plan([...fields.slice(0, 2), 'Jonas']));
    ada.waits(14);
    expect(ada.home().plans).toHaveLength(1);
  });
});

describe('when the author changes a block', () => {
  function desks(before: string, after: string) {
    const folder = temporaryFolder();
    const data = temporaryFolder();
    const write = (block: string) =>
      writeFiles(folder, {
        ...smallCourse('01-one', 'one'),
        '01-one/02-kept.md': `${lessonText('Kept')}\n${block}`,
      });
    const open = () => new Harness({ data, courses: [{ kind: 'own', path: folder }] });
    write(before);
    const first = open();
    const learner = first.learner();
    const on = { learner, language: 'en', course: 'one', lesson: 'kept' };
    return {
      keep(item: string, answer: Input<'kept.save'>['answer']) {
        first.ask('kept.save', { ...on, item, event: uuid(), answer });
        first.close();
        write(after);
        return open().lesson(learner, 'one', 'kept').kept[0];
      },
    };
  }

  test('ticks of another list are not taken for ticks of this one', () => {
    const list = (first: string) => `::: checklist #a\n- [ ] ${first}\n- [ ] two\n:::\n`;
    expect(desks(list('one'), list('other')).keep('a', [0])).toMatchObject({
      answer: null,
      changed: true,
    });
    expect(desks(list('one'), list('one')).keep('a', [0])).toMatchObject({
      answer: [0],
      changed: false,
    });
  });

  test('no written word is lost', () => {
    const reflect = (question: string) => `::: reflect #a\n${question}\n\n---\n\nModel\n:::\n`;
    expect(desks(reflect('Why?'), reflect('Why not?')).keep('a', 'Because.')).toMatchObject({
      answer: 'Because.',
      changed: true,
    });
    const lines = (count: number) => `::: plan #a\n${'- x: ___\n'.repeat(count)}:::\n`;
    expect(desks(lines(3), lines(1)).keep('a', plan(['one', 'two', '']))).toMatchObject({
      answer: plan(['one\ntwo']),
      changed: true,
    });
  });
});
