import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../core/course/plain-text';
import type { Prose } from '../../../core/course/prose';
import type { ItemView } from '../../../core/views';
import { itemIn, known, onScreen, optionsOf, rightsOf } from '../../../tests/unit/support/answers';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';

const pupil = (): Pupil => new Pupil(new Harness());

/** All kinds, one item each, and the others that can be answered several times. */
const repeatable = ['leaving', 'signs', 'true-locks', 'after-lunch', 'who-does-what', 'lock-words'];

const text = (prose: readonly Prose[]): string => plainText(prose);

/** What is said about each part of an answer, by the words of that part on the screen. */
function saidAbout(view: ItemView, parts: { part: number; feedback: Prose[] }[]) {
  const options = optionsOf(view);
  return Object.fromEntries(
    parts.map(({ part, feedback }) => [options[part] ?? part, text(feedback).split(':')[0]]),
  );
}

describe.each(repeatable)('%s', (item) => {
  test('a wrong answer: what was wrong about it, and no word about the right one', () => {
    const ada = pupil();
    const before = ada.sees(item);
    expect(before).toMatchObject({ verdict: null, earned: null, attempt: 1, changed: false });
    const view = ada.answers(item, 'wrong');
    const given = onScreen(before, known[item]?.wrong ?? { choice: [] });
    expect(view.verdict).toMatchObject({ right: false, key: null });
    expect([view.verdict?.answer ?? []].flat().sort()).toEqual([...given].sort());
    expect(view.verdict?.share).toBeLessThan(1);
    expect(view.verdict?.parts.some(({ right }) => !right)).toBe(true);
    expect(view.shown).toEqual(before.shown);
    // The lesson shows it as the reply did.
    expect(ada.sees(item)).toEqual(view);
  });

  test('a right answer: the key, the reason, and all points', () => {
    const ada = pupil();
    const view = ada.answers(item, 'right');
    expect(view.verdict).toMatchObject({ right: true, share: 1 });
    expect(view.verdict?.parts.every(({ right }) => right)).toBe(true);
    expect(view.earned).toBe(view.points);
    expect(text(view.verdict?.key?.why ?? [])).toMatch(/^Why-/);
    if (item !== 'lock-words') {
      // As on this screen, not as in the file.
      expect(view.verdict?.key?.answer).toEqual(view.verdict?.answer);
    }
    expect(ada.sees(item)).toEqual(view);
    expect(ada.fails('item.answer', item, { answer: view.verdict?.answer })).toBe('not-possible');
  });

  test('right at the second try: settled, but what counts is the first', () => {
    const ada = pupil();
    const { earned } = ada.answers(item, 'wrong');
    const view = ada.answers(item, 'right');
    expect(view.verdict).toMatchObject({ right: true, key: expect.anything() });
    expect(view.earned).toBe(earned);
    expect(view.earned).toBeLessThan(view.points);
    // Beginning anew and right at once: now it counts whole, and stays counted.
    ada.restart(item);
    expect(ada.sees(item)).toMatchObject({ attempt: 2, verdict: null, earned });
    expect(ada.answers(item, 'right').earned).toBe(view.points);
    ada.restart(item);
    expect(ada.answers(item, 'wrong').earned).toBe(view.points);
  });

  test('is stored in places of the file, however it stands on the screen', () => {
    const screens = new Set<string>();
    const stored = new Set<string>();
    const desk = new Harness();
    for (let n = 0; n < 12; n++) {
      const each = new Pupil(desk);
      screens.add(JSON.stringify(each.sees(item).shown));
      each.answers(item, 'wrong');
      stored.add(JSON.stringify(each.events().at(-1)?.answer));
    }
    expect(screens.size).toBeGreaterThan(1);
    const inFile = {
      leaving: [1],
      signs: [0, 1],
      'true-locks': [true, true, false],
      'after-lunch': [0, 1, 3, 2],
      'who-does-what': [0, 2, 3],
      'lock-words': [1, '7', 'umbrella'],
    }[item];
    expect([...stored]).toEqual([JSON.stringify(inFile)]);
  });

  test('stands the same at each look and after a restart of the app, another way after a new attempt', () => {
    const data = temporaryFolder();
    const first = new Harness({ data });
    const ada = new Pupil(first);
    const { shown } = ada.sees(item);
    expect(ada.sees(item).shown).toEqual(shown);
    first.close();
    const again = ada.at(new Harness({ data }));
    expect(again.sees(item).shown).toEqual(shown);
    const orders = new Set([JSON.stringify(shown)]);
    for (let n = 0; n < 8; n++) orders.add(JSON.stringify(again.restart(item).shown));
    expect(orders.size).toBeGreaterThan(1);
  });
});

describe('what is said about an answer', () => {
  test('choice: about what was chosen; about all once it is settled', () => {
    const ada = pupil();
    const wrong = ada.answers('leaving', 'wrong');
    expect(saidAbout(wrong, wrong.verdict?.parts ?? [])).toEqual({
      'Ask a colleague to watch it': 'Feedback-leaving-ask',
    });
    const right = ada.answers('leaving', 'right');
    expect(saidAbout(right, right.verdict?.key?.parts ?? [])).toEqual({
      'Turn the brightness down': 'Feedback-leaving-dark',
      'Ask a colleague to watch it': 'Feedback-leaving-ask',
      'Lock it': 'Feedback-leaving-lock',
      'Leave it, the room is known': 'Feedback-leaving-known',
    });
  });

  test('choice of several: a wrong one takes off what a right one earned', () => {
    const ada = pupil();
    const view = ada.answers('signs', 'wrong');
    expect(view.verdict?.share).toBe(0);
    expect(saidAbout(view, view.verdict?.parts ?? [])).toEqual({
      'The chair stands lower': 'Feedback-signs-chair',
      'The coffee is cold': 'Feedback-signs-coffee',
    });
    expect(ada.answers('signs', { choice: ['The chair stands lower'] }).verdict?.share).toBe(0.5);
  });

  test('statements: about each where it stands', () => {
    const view = pupil().answers('true-locks', 'wrong');
    expect(saidAbout(view, view.verdict?.parts ?? [])).toEqual({
      'A screen can lock by itself': 'Feedback-true-itself',
      'A locked screen stops the download': 'Feedback-true-download',
      'A password on a note is a lock': 'Feedback-true-note',
    });
    const options = optionsOf(view);
    const wrong = view.verdict?.parts
      .filter(({ right }) => !right)
      .map(({ part }) => options[part]);
    expect(wrong).toEqual(['A locked screen stops the download']);
    expect(view.verdict?.share).toBeCloseTo(2 / 3);
  });

  test('order: by what stands in its place', () => {
    const view = pupil().answers('after-lunch', 'wrong');
    const options = optionsOf(view);
    const right = view.verdict?.parts.filter((part) => part.right).map(({ part }) => options[part]);
    expect(right).toEqual(['Look whether the screen is locked', 'Unlock it']);
    expect(saidAbout(view, view.verdict?.parts ?? [])['Unlock it']).toBe('Feedback-order-unlock');
  });

  test('match: by row, and the key as on the screen', () => {
    const ada = pupil();
    const view = ada.answers('who-does-what', 'wrong');
    const options = optionsOf(view);
    const right = view.verdict?.parts.filter((part) => part.right).map(({ part }) => options[part]);
    expect(right).toEqual(['Guard']);
    const shown = ada.reveal('who-does-what');
    if (shown.kind !== 'match') expect.unreachable();
    const key = shown.verdict?.key?.answer ?? [];
    const pairs = optionsOf(shown).map((left, row) => [left, rightsOf(shown)[key[row] ?? -1]]);
    expect(Object.fromEntries(pairs)).toEqual(known['who-does-what']?.right['match' as never]);
  });

  test('gaps: by gap; slips are forgiven as the author says', () => {
    const ada = pupil();
    const view = ada.answers('lock-words', 'wrong');
    expect(
      view.verdict?.parts.map(({ right, feedback }) => [right, text(feedback).split(':')[0]]),
    ).toEqual([
      [false, 'Feedback-blanks-space'],
      [true, ''],
      [false, 'Feedback-blanks-umbrella'],
    ]);
    expect(view.verdict?.answer).toEqual([expect.any(Number), '7', 'umbrella']);
    const typed = ada.answers('lock-words', { blanks: ['lock key', '12', ' BADGEE '] });
    expect(typed.verdict?.parts.map(({ right }) => right)).toEqual([true, false, true]);
    const settled = ada.answers('lock-words', { blanks: ['lock key', '5', 'Pass'] });
    expect(settled.verdict).toMatchObject({ right: true });
    expect(settled.verdict?.key?.answer).toEqual([
      settled.kind === 'blanks' && settled.shown.gaps[0]?.type === 'options'
        ? settled.shown.gaps[0].options.indexOf('lock key')
        : null,
      '5–10',
      'badge',
    ]);
  });
});

describe('hints', () => {
  test('come one by one and cost what the author says', () => {
    const ada = pupil();
    expect(ada.sees('leaving')).toMatchObject({ hints: [], hintsLeft: 2, hintCost: 0.5 });
    const one = ada.hint('leaving');
    expect(one.hints.map(text)).toEqual(['Hint-leaving-one: which one needs nobody else?']);
    expect(one).toMatchObject({ hintsLeft: 1, verdict: null, earned: null });
    const two = ada.hint('leaving');
    expect(two.hints.map(text)).toEqual([
      'Hint-leaving-one: which one needs nobody else?',
      'Hint-leaving-two: there is a key for it.',
    ]);
    expect(ada.fails('item.hint', 'leaving')).toBe('not-possible');
    expect(ada.answers('leaving', 'right')).toMatchObject({ points: 2, earned: 1 });
    expect(ada.events().at(-1)).toMatchObject({ share: 1, possible: 2, hintCost: 1 });
  });

  test('after an answer they cost nothing more, after the last one there are none', () => {
    const ada = pupil();
    ada.answers('leaving', 'wrong');
    ada.hint('leaving');
    ada.answers('leaving', 'right');
    expect(ada.fails('item.hint', 'leaving')).toBe('not-possible');
    expect(ada.fails('item.hint', 'signs')).toBe('not-possible');
    // A new attempt hides them again.
    expect(ada.restart('leaving')).toMatchObject({ hints: [], hintsLeft: 2 });
  });
});

describe('asking for the right answer', () => {
  test('settles the item without points', () => {
    const ada = pupil();
    const view = ada.reveal('leaving');
    expect(view).toMatchObject({ earned: 0, verdict: { answer: null, right: false, parts: [] } });
    expect(view.verdict?.key?.answer).toEqual(
      onScreen(view, known.leaving?.right ?? { choice: [] }),
    );
    for (const name of ['item.answer', 'item.hint', 'item.reveal'] as const) {
      expect(ada.fails(name, 'leaving')).toBe('not-possible');
    }
    expect(ada.read('locks').progress).toMatchObject({ answered: 1, points: 0 });
  });

  test('keeps the answer given before', () => {
    const ada = pupil();
    const wrong = ada.answers('signs', 'wrong');
    const view = ada.reveal('signs');
    expect(view.verdict?.answer).toEqual(wrong.verdict?.answer);
    expect(view.verdict?.key).not.toBe(null);
  });
});

describe('tries', () => {
  test('one try: a wrong answer settles it and shows the right one', () => {
    const ada = pupil();
    expect(ada.sees('once-only').triesLeft).toBe(1);
    const view = ada.answers('once-only', 'wrong');
    expect(view).toMatchObject({ triesLeft: 0, earned: 0, verdict: { right: false } });
    expect(view.verdict?.key?.answer).toEqual(
      onScreen(view, known['once-only']?.right ?? { choice: [] }),
    );
    expect(ada.fails('item.answer', 'once-only')).toBe('not-possible');
    expect(ada.events().at(-1)).toMatchObject({ final: true });
    expect(ada.restart('once-only')).toMatchObject({ attempt: 2, triesLeft: 1, verdict: null });
  });

  test('two tries: the first wrong one leaves it open', () => {
    const ada = pupil();
    expect(ada.answers('twice', 'wrong')).toMatchObject({ triesLeft: 1, verdict: { key: null } });
    expect(ada.answers('twice', 'wrong')).toMatchObject({
      triesLeft: 0,
      earned: 0.5,
      verdict: { key: expect.anything() },
    });
  });

  test('until right: there is no number', () => {
    const ada = pupil();
    for (let n = 0; n < 5; n++) expect(ada.answers('leaving', 'wrong').triesLeft).toBe(null);
  });
});

describe('asked twice with the same event', () => {
  test('an answer counts once, and the reply shows how it stands', () => {
    const ada = pupil();
    const event = uuid();
    const first = ada.answers('twice', 'wrong', event);
    const before = ada.desk.everything();
    // The screen did not hear the reply, and what it sends is what it sent before.
    expect(ada.answers('twice', 'wrong', event)).toEqual(first);
    expect(ada.answers('twice', 'right', event)).toEqual(first);
    expect(ada.desk.everything()).toBe(before);
    const last = uuid();
    const settled = ada.answers('twice', 'right', last);
    // Settled by now, and yet no mistake: it is the same answer.
    expect(ada.answers('twice', 'right', last)).toEqual(settled);
  });

  test('so does a hint, a request for the answer and a new attempt', () => {
    const ada = pupil();
    const [hint, reveal, restart] = [uuid(), uuid(), uuid()];
    expect(ada.hint('leaving', hint)).toEqual(ada.hint('leaving', hint));
    expect(ada.sees('leaving').hintsLeft).toBe(1);
    expect(ada.reveal('leaving', reveal)).toEqual(ada.reveal('leaving', reveal));
    expect(ada.restart('leaving', restart)).toEqual(ada.restart('leaving', restart));
    expect(ada.sees('leaving').attempt).toBe(2);
    expect(ada.events().map(({ type }) => type)).toEqual([
      'item.hinted',
      'item.revealed',
      'item.restarted',
    ]);
  });
});

describe('what cannot be', () => {
  const bad: [item: string, why: string, answer: unknown][] = [
    ['leaving', 'nothing chosen', []],
    ['leaving', 'two chosen where one is right', [0, 1]],
    ['leaving', 'an option that is not there', [4]],
    ['leaving', 'a negative option', [-1]],
    ['leaving', 'half an option', [0.5]],
    ['leaving', 'a word', ['Lock it']],
    ['leaving', 'no list', 2],
    ['leaving', 'nothing at all', null],
    ['signs', 'the same one twice', [0, 0]],
    ['signs', 'an option that is not there', [0, 3]],
    ['true-locks', 'one judgement missing', [true, false, null]],
    ['true-locks', 'too few', [true, false]],
    ['true-locks', 'none', []],
    ['true-locks', 'too many', [true, false, false, true]],
    ['true-locks', 'no judgement', [true, false, 'no']],
    ['after-lunch', 'one missing', [0, 1, 2]],
    ['after-lunch', 'one twice', [0, 1, 2, 2]],
    ['after-lunch', 'one that is not there', [0, 1, 2, 4]],
    ['who-does-what', 'a row left open', [0, 1, null]],
    ['who-does-what', 'too few rows', [0, 1]],
    ['who-does-what', 'too many rows', [0, 1, 2, 3]],
    ['who-does-what', 'a cell that is not there', [0, 1, 4]],
    ['lock-words', 'a gap left open', [0, '7', null]],
    ['lock-words', 'a gap with spaces only', [0, '7', '  ']],
    ['lock-words', 'an option that is not there', [3, '7', 'badge']],
    ['lock-words', 'a word for an option', ['lock key', '7', 'badge']],
    ['lock-words', 'a position for a word', [0, 7, 'badge']],
    ['lock-words', 'too few gaps', [0, '7']],
    ['lock-words', 'too many gaps', [0, '7', 'badge', 'badge']],
    ['lock-words', 'more than anybody would type', [0, '7', 'x'.repeat(2001)]],
  ];
  test.each(bad)('%s: %s is no answer, and nothing is stored', (item, _, answer) => {
    const ada = pupil();
    const before = ada.desk.everything();
    expect(ada.fails('item.answer', item, { answer })).toBe('bad-input');
    expect(ada.desk.everything()).toBe(before);
    // The item is as open as it was.
    expect(ada.answers(item, 'right').earned).toBe(ada.sees(item).points);
  });

  test('what is not there is not found', () => {
    const ada = pupil();
    const before = ada.desk.everything();
    for (const more of [
      { learner: uuid() },
      { course: 'no-course' },
      { lesson: 'no-lesson' },
      { item: 'no-item' },
      { item: 'once-only' },
      { course: '__proto__' },
      { item: 'constructor' },
    ]) {
      for (const name of ['item.answer', 'item.hint', 'item.reveal', 'item.restart'] as const) {
        expect(ada.fails(name, 'leaving', more)).toBe('not-found');
      }
    }
    expect(ada.desk.everything()).toBe(before);
  });
});

describe('after the author changed the course', () => {
  /** The app started again, after a file of the course was edited. */
  function edited(ada: Pupil, courses: string, file: string, from: string, to: string): Pupil {
    ada.desk.close();
    const path = join(courses, '01-safe-desk', file);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
    return ada.at(
      new Harness({ data: ada.desk.dataFolder, courses: [{ kind: 'shipped', path: courses }] }),
    );
  }

  function learning() {
    const courses = fixtureCourses();
    const desk = new Harness({ courses: [{ kind: 'shipped', path: courses }] });
    return { ada: new Pupil(desk), courses };
  }

  test('a changed question is asked anew, what was learned stays, and the screen says so', () => {
    const { ada, courses } = learning();
    ada.answers('leaving', 'right');
    ada.answers('signs', 'right');
    const later = edited(ada, courses, '01-locks.md', 'Lock it', 'Lock it with the key');
    const lesson = later.read('locks');
    expect(itemIn(lesson, 'leaving')).toMatchObject({
      changed: true,
      attempt: 2,
      verdict: null,
      earned: 2,
    });
    expect(itemIn(lesson, 'signs')).toMatchObject({ changed: false, attempt: 1 });
    expect(lesson.progress).toMatchObject({ changed: true, answered: 2, points: 3 });
    // Answered again, even wrongly, it is known again, and what counted still counts.
    const view = later.answers('leaving', 'wrong');
    expect(view).toMatchObject({
      changed: false,
      attempt: 2,
      earned: 2,
      verdict: { right: false },
    });
    expect(later.read('locks').progress.changed).toBe(false);
  });

  test('another word of feedback asks nothing anew', () => {
    const { ada, courses } = learning();
    const { shown } = ada.answers('leaving', 'right');
    const later = edited(ada, courses, '01-locks.md', 'it takes one second', 'it takes a second');
    expect(later.sees('leaving')).toMatchObject({
      changed: false,
      shown,
      verdict: { right: true },
    });
  });

  test('a hint before the answer does not hide that it changed', () => {
    const { ada, courses } = learning();
    ada.answers('leaving', 'wrong');
    const later = edited(
      ada,
      courses,
      '01-locks.md',
      'You leave for a coffee',
      'You leave for tea',
    );
    expect(later.hint('leaving')).toMatchObject({ changed: true, attempt: 2, hintsLeft: 1 });
    expect(later.answers('leaving', 'right')).toMatchObject({ changed: false, earned: 1.5 });
  });

  test('an item that is gone keeps its events, and nothing fails', () => {
    const { ada, courses } = learning();
    ada.answers('twice', 'right');
    const later = edited(ada, courses, '02-words.md', '#twice', '#thrice');
    expect(later.read('words').items.map(({ id }) => id)).toEqual(['once-only', 'thrice']);
    expect(later.read('words').progress).toMatchObject({ answered: 0, points: 0, changed: false });
    expect(later.events()).toHaveLength(1);
  });
});
