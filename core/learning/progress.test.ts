// Progress through lessons and courses.
import { describe, expect, test } from 'vitest';
import type { Course, Lesson } from '../course/course';
import { assembleCourse } from '../course/course';
import { parseCourseFile, parseLesson } from '../course/parse';
import type { CourseState, LessonState } from './course-state';
import { reaches } from './group-state';
import { itemKey } from './item-key';
import { type ItemState, untouchedItem } from './item-state';
import { courseProgress, lessonProgress, nextLesson } from './progress';

const question = (id: string, points = 1): string =>
  `::: truefalse #${id} {points=${points}}\nQ\n\n- [x] yes\n  > f\n\n> [!WHY] w\n:::\n`;
const lessonText = (minutes: number, ...questions: string[]): string =>
  `---\ntitle: T\nminutes: ${minutes}\nobjectives: [Do it]\n---\n${questions.join('\n')}`;

function course(lessons: string[], pass = 80): Course {
  const names = lessons.map((_, at) => `${at + 1}-l${at + 1}.md`);
  const matter = `id: c\ntitle: C\nsummary: S\nlanguage: en\nversion: 1.0.0\nlevel: basic\nformat: 1`;
  return assembleCourse({
    folder: 'c',
    files: ['course.md', ...names],
    courseFiles: [parseCourseFile('course.md', `---\n${matter}\npass: ${pass}\n---\n`)],
    lessonFiles: names.map((name, at) => parseLesson(name, lessons[at] ?? '')),
    problems: [],
  });
}

const lessonOf = (from: Course, at: number): Lesson => from.texts[0].lessons[at] as Lesson;

function state(
  items: Record<string, Partial<ItemState>>,
  lessons: Record<string, Partial<LessonState>> = {},
): CourseState {
  return {
    groups: new Map(),
    seed: 'somebody/c',
    items: new Map(
      Object.entries(items).map(([key, each]) => [key, { ...untouchedItem, ...each }]),
    ),
    lessons: new Map(
      Object.entries(lessons).map(([key, each]) => [
        key,
        { openedAt: null, finishedAt: null, ...each },
      ]),
    ),
  };
}

const at = '2026-01-01T00:00:00.000Z';
const done = { openedAt: at, finishedAt: at };
const nothing = state({});

describe('a lesson', () => {
  const one = lessonOf(course([lessonText(5, question('a', 2), question('b'))]), 0);
  const revision = one.items[0]?.revision ?? '';

  test('is new, started when opened or answered, finished when finished', () => {
    const status = (of: CourseState) => lessonProgress(one, of).status;
    expect(status(nothing)).toBe('new');
    expect(status(state({}, { l1: { openedAt: at } }))).toBe('started');
    expect(status(state({ 'l1/a': { answeredAt: at } }))).toBe('started');
    expect(status(state({ 'l1/a': { settled: true } }))).toBe('started');
    expect(status(state({ 'l1/a': { hints: 1 } }))).toBe('new');
    expect(status(state({}, { l1: done }))).toBe('finished');
  });

  test('adds up what counts, by points', () => {
    const of = state({
      'l1/a': { answeredAt: at, counted: 0.5, revision },
      'l1/b': { counted: 1 },
    });
    expect(lessonProgress(one, of)).toMatchObject({
      answered: 1,
      items: 2,
      points: 2,
      possible: 3,
      changed: false,
    });
  });

  test('counts an item whose answer was shown as answered, with no points', () => {
    const of = state({ 'l1/a': { settled: true } });
    expect(lessonProgress(one, of)).toMatchObject({ answered: 1, points: 0 });
  });

  test('knows that an answered item has changed since', () => {
    const changed = (each: Partial<ItemState>) =>
      lessonProgress(one, state({ 'l1/a': each })).changed;
    expect(changed({ answeredAt: at, revision: 'old' })).toBe(true);
    expect(changed({ answeredAt: at, revision })).toBe(false);
    expect(changed({ answeredAt: null, revision: '' })).toBe(false);
  });

  test('does not mind states of items that are no more, or of other lessons', () => {
    const of = state({ 'l1/gone': { counted: 1, answeredAt: at }, 'l2/a': { counted: 1 } });
    expect(lessonProgress(one, of)).toMatchObject({ answered: 0, points: 0, status: 'new' });
  });

  test('and item make a key', () => {
    expect(itemKey('l1', 'a')).toBe('l1/a');
  });
});

describe('a course', () => {
  const two = course([lessonText(5, question('a', 3)), lessonText(7, question('a'))]);

  test('is new at first', () => {
    expect(courseProgress(two, nothing)).toEqual({
      status: 'new',
      finishedLessons: 0,
      lessons: 2,
      points: 0,
      possible: 4,
      score: 0,
      passed: null,
      placedOut: false,
      minutesLeft: 12,
    });
  });

  test('is started with its first lesson, and has the minutes of the others left', () => {
    const of = state({ 'l1/a': { counted: 1, answeredAt: at } }, { l1: done });
    expect(courseProgress(two, of)).toMatchObject({
      status: 'started',
      finishedLessons: 1,
      points: 3,
      score: 0.75,
      passed: null,
      minutesLeft: 7,
    });
  });

  test.each([
    [75, true],
    [76, false],
    [0, true],
    [100, false],
  ])('is passed or not when every lesson is finished: pass mark %i', (pass, passed) => {
    const texts = [lessonText(5, question('a', 3)), lessonText(7, question('a'))];
    const of = state({ 'l1/a': { counted: 1 } }, { l1: done, l2: done });
    expect(courseProgress(course(texts, pass), of)).toMatchObject({
      status: 'finished',
      passed,
      minutesLeft: 0,
    });
  });

  test('that asks nothing is passed by reading it', () => {
    const silent = course([lessonText(5)]);
    expect(courseProgress(silent, state({}, { l1: { openedAt: at } }))).toMatchObject({
      score: null,
      passed: null,
    });
    expect(courseProgress(silent, state({}, { l1: done }))).toMatchObject({
      score: null,
      passed: true,
    });
  });

  test('without lessons is never finished', () => {
    expect(courseProgress(course([]), nothing)).toMatchObject({
      status: 'new',
      lessons: 0,
      passed: null,
    });
  });

  test('with items worth nothing has no score', () => {
    const free = course([lessonText(5, question('a', 0))]);
    expect(courseProgress(free, state({}, { l1: done }))).toMatchObject({
      possible: 0,
      score: null,
      passed: true,
    });
  });

  test('made of thirds reaches a hundred per cent', () => {
    const thirds = course([lessonText(5, question('a'), question('b'), question('c'))], 100);
    const third = { counted: 1 / 3 + 1 / 3 + 1 / 3 };
    const of = state({ 'l1/a': third, 'l1/b': third, 'l1/c': third }, { l1: done });
    expect(courseProgress(thirds, of).passed).toBe(true);
  });
});

describe('the pass mark', () => {
  test.each([
    [0.8, 80, true],
    [0.7999, 80, false],
    [0.1 + 0.2, 30, true],
    [2 / 3, 67, false],
    [2 / 3, 66, true],
    [(1 / 3 + 1 / 3) / (2 / 3), 100, true],
    [0.1 * 3 * (1 / 3) * 10, 100, true],
    [0.57, 57, true],
    [0.29, 29, true],
    [0.999999, 100, false],
    [0, 0, true],
  ])('%f reaches %i per cent: %s', (score, pass, expected) => {
    expect(reaches(score, pass)).toBe(expected);
  });

  test('is reached by every whole per cent of itself, and missed by one less', () => {
    for (let pass = 1; pass <= 100; pass++) {
      for (let parts = 1; parts <= 30; parts++) {
        for (let right = 0; right <= parts; right++) {
          const score = Array(right)
            .fill(1 / parts)
            .reduce((sum, each) => sum + each, 0);
          expect(reaches(score, pass)).toBe(right * 100 >= pass * parts);
        }
      }
    }
  });
});

describe('the next lesson', () => {
  const three = course([lessonText(1), lessonText(1), lessonText(1)]);

  test('is the first that is not finished', () => {
    expect(nextLesson(three, nothing)?.id).toBe('l1');
    expect(nextLesson(three, state({}, { l1: done }))?.id).toBe('l2');
    expect(nextLesson(three, state({}, { l2: done }))?.id).toBe('l1');
    expect(nextLesson(three, state({}, { l1: done, l2: { openedAt: at } }))?.id).toBe('l2');
  });

  test('is the first of all when none is left', () => {
    expect(nextLesson(three, state({}, { l1: done, l2: done, l3: done }))?.id).toBe('l1');
  });

  test('is none where there is none', () => {
    expect(nextLesson(course([]), nothing)).toBeUndefined();
  });

  test('is never one that cannot be taught, as long as there is another', () => {
    const broken = course(['no front matter', lessonText(1)]);
    expect(nextLesson(broken, nothing)?.id).toBe('l2');
    expect(nextLesson(broken, state({}, { l2: done }))?.id).toBe('l1');
  });
});
