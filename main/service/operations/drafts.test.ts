import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../core/learning/draft';
import { untouchedItem } from '../../../core/learning/item-state';
import { itemView } from '../../../core/learning/item-view';
import { known, onScreen } from '../../../tests/unit/support/answers';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';
import { needCourse } from './service';

/** Half answers, as they are on the screen of this learner. */
const half = (ada: Pupil): Record<string, unknown> => ({
  leaving: onScreen(ada.sees('leaving'), { choice: ['Lock it'] }),
  signs: onScreen(ada.sees('signs'), { choice: ['The coffee is cold'] }),
  'true-locks': [null, true, null],
  'after-lunch': onScreen(ada.sees('after-lunch'), {
    order: ['Unlock it', 'Read what came in'],
  }),
  'who-does-what': [2, null, 0],
  'lock-words': [1, '', 'bad'],
});
const items = ['leaving', 'signs', 'true-locks', 'after-lunch', 'who-does-what', 'lock-words'];

describe('half an answer', () => {
  test.each(items)('%s stands where it stood, also after the app was started again', (item) => {
    const data = temporaryFolder();
    const desk = new Harness({ data });
    const ada = new Pupil(desk);
    const answer = half(ada)[item];
    expect(ada.sees(item).draft).toBe(null);
    expect(ada.drafts(item, answer)).toBe(null);
    expect(ada.sees(item)).toMatchObject({ draft: answer, verdict: null, earned: null });
    desk.close();
    expect(ada.at(new Harness({ data })).sees(item).draft).toEqual(answer);
  });

  test('is nobody else’s, and not that of another item', () => {
    const desk = new Harness();
    const [ada, ben] = [new Pupil(desk), new Pupil(desk)];
    ada.drafts('lock-words', [0, 'se', null]);
    expect(ben.sees('lock-words').draft).toBe(null);
    expect(ada.read('locks').items.filter(({ draft }) => draft !== null)).toHaveLength(1);
  });

  test.each(items)('%s: an answer takes it away, so does a new attempt', (item) => {
    const ada = new Pupil(new Harness());
    ada.drafts(item, half(ada)[item]);
    expect(ada.answers(item, 'wrong').draft).toBe(null);
    ada.drafts(item, half(ada)[item]);
    expect(ada.sees(item).draft).not.toBe(null);
    expect(ada.restart(item).draft).toBe(null);
    expect(ada.sees(item).draft).toBe(null);
  });

  test('stays while hints are read, and can be taken back', () => {
    const ada = new Pupil(new Harness());
    const [place] = onScreen(ada.sees('leaving'), known.leaving?.wrong ?? { choice: [] });
    ada.drafts('leaving', [place]);
    expect(ada.hint('leaving').draft).toEqual([place]);
    ada.drafts('leaving', null);
    expect(ada.sees('leaving').draft).toBe(null);
  });

  test('that arrives after the answer is forgotten without a word', () => {
    const ada = new Pupil(new Harness());
    ada.answers('leaving', 'right');
    expect(ada.drafts('leaving', [0])).toBe(null);
    const { json } = ada.desk.ask('learners.export', { learner: ada.id });
    expect(JSON.parse(json).drafts).toEqual([]);
    expect(ada.restart('leaving').draft).toBe(null);
  });

  test('of another attempt or revision is not shown, should one ever lie there', () => {
    const { desk, id } = new Pupil(new Harness());
    const { course } = needCourse(desk.service, 'safe-desk');
    const item = course.texts[0].lessons[0]?.items[0];
    if (!item) expect.unreachable();
    const shown = (draft: Partial<Draft>) =>
      itemView(item, { learner: id, course: 'safe-desk', lesson: 'locks' }, untouchedItem, null, {
        ...{ revision: item.revision, attempt: 1, answer: [0] },
        ...draft,
      }).draft;
    expect(shown({})).toHaveLength(1);
    expect(shown({ attempt: 2 })).toBe(null);
    expect(shown({ revision: 'another' })).toBe(null);
    expect(shown({ answer: 'unreadable' })).toBe(null);
  });

  test('is dropped when the author changed the question', () => {
    const courses = fixtureCourses();
    const desk = new Harness({ courses: [{ kind: 'shipped', path: courses }] });
    const ada = new Pupil(desk);
    ada.drafts('leaving', [0]);
    ada.drafts('signs', [0]);
    desk.close();
    const file = join(courses, '01-safe-desk', '01-locks.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('for a coffee', 'for an hour'));
    const later = ada.at(
      new Harness({ data: desk.dataFolder, courses: [{ kind: 'shipped', path: courses }] }),
    );
    expect(later.sees('leaving').draft).toBe(null);
    expect(later.sees('signs').draft).toEqual([0]);
  });

  test.each([
    ['leaving', 'Lock it'],
    ['leaving', ['Lock it']],
    ['leaving', [-1]],
    ['true-locks', [1, 0, 1]],
    ['lock-words', ['x'.repeat(2001)]],
    ['who-does-what', { Guard: 0 }],
  ])('%s: %j is none, and what was there stays', (item, answer) => {
    const ada = new Pupil(new Harness());
    ada.drafts(item, half(ada)[item]);
    const before = ada.desk.everything();
    expect(ada.drafts(item, answer)).toBe('bad-input');
    expect(ada.desk.everything()).toBe(before);
  });

  test('speaking of things that are not there, it does no harm', () => {
    const ada = new Pupil(new Harness());
    for (const [item, answer] of [
      ['leaving', [7, 999]],
      ['true-locks', [true, null, null, false, false]],
      ['after-lunch', [9, 9]],
      ['who-does-what', [99, null, 3]],
      ['lock-words', [99, '7', '', 'more']],
    ] as const) {
      ada.drafts(item, answer);
      ada.sees(item);
      expect(ada.answers(item, 'right').verdict?.right).toBe(true);
    }
  });
});

describe('the place where reading stopped', () => {
  const at = (ada: Pupil, lesson: string, line: number, offset: number) =>
    ada.desk.ask('place.save', {
      learner: ada.id,
      language: 'en',
      course: 'safe-desk',
      lesson,
      line,
      offset,
    });

  test('is there when the lesson is opened again, for each lesson and learner its own', () => {
    const data = temporaryFolder();
    const desk = new Harness({ data });
    const [ada, ben] = [new Pupil(desk), new Pupil(desk)];
    expect(ada.read('locks').place).toBe(null);
    at(ada, 'locks', 12, 0);
    at(ada, 'locks', 40, 0.25);
    at(ada, 'words', 9, 1);
    desk.close();
    const again = new Harness({ data });
    expect(ada.at(again).read('locks').place).toEqual({ line: 40, offset: 0.25 });
    expect(ada.at(again).read('words').place).toEqual({ line: 9, offset: 1 });
    expect(ben.at(again).read('locks').place).toBe(null);
  });

  test('opening the lesson does not move it', () => {
    const ada = new Pupil(new Harness());
    at(ada, 'locks', 40, 0.25);
    ada.open('locks');
    expect(ada.read('locks').place).toEqual({ line: 40, offset: 0.25 });
  });

  test('in a lesson or of a learner that is not there, it is not found', () => {
    const ada = new Pupil(new Harness());
    const place = {
      learner: ada.id,
      language: 'en',
      course: 'safe-desk',
      lesson: 'locks',
      line: 1,
    };
    const fails = (more: object) => {
      const reply = ada.desk.reply('place.save', { ...place, offset: 0, ...more });
      return reply.ok ? null : reply.error.kind;
    };
    expect(fails({})).toBe(null);
    expect(fails({ lesson: 'nowhere' })).toBe('not-found');
    expect(fails({ learner: uuid() })).toBe('not-found');
    expect(fails({ line: 0 })).toBe('bad-input');
    expect(fails({ offset: 1.01 })).toBe('bad-input');
  });
});
