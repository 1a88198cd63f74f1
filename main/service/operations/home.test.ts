import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lessonText, smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';

const home = ({ desk, id, language }: Pupil, wanted = language) =>
  desk.ask('home.read', { learner: id, language: wanted });

/** Course and lesson of the two buttons. */
function buttons(ada: Pupil) {
  const { goOn, next } = home(ada);
  return {
    goOn: goOn && `${goOn.course}/${goOn.lesson}`,
    next: next && `${next.course}/${next.lesson}`,
  };
}

const inCourse = (ada: Pupil, course: string): Pupil =>
  new Pupil(ada.desk, ada.id, ada.language, course);

describe('where to go on', () => {
  test('the whole way from the first lesson of the first course to the end of the last', () => {
    const ada = new Pupil(new Harness());
    expect(buttons(ada)).toEqual({ goOn: null, next: 'safe-desk/locks' });

    ada.open('locks');
    expect(buttons(ada)).toEqual({ goOn: 'safe-desk/locks', next: null });
    expect(home(ada).goOn).toEqual({
      course: 'safe-desk',
      courseTitle: 'A safe desk',
      lesson: 'locks',
      lessonTitle: 'Locks and screens',
      language: 'en',
      number: 1,
      lessons: 3,
      minutes: 6,
      progress: expect.objectContaining({ status: 'started', answered: 0, items: 6 }),
      courseProgress: expect.objectContaining({ status: 'started', minutesLeft: 13 }),
    });

    ada.masters('locks');
    expect(buttons(ada)).toEqual({ goOn: 'safe-desk/words', next: null });

    // Skipping ahead: what was read last comes first, what was left out after it.
    ada.open('last');
    expect(buttons(ada)).toEqual({ goOn: 'safe-desk/last', next: null });
    ada.masters('last');
    expect(buttons(ada)).toEqual({ goOn: 'safe-desk/words', next: null });

    // A second course in between; then back to the first.
    const far = inCourse(ada, 'far-post');
    far.open('strangers');
    expect(buttons(ada)).toEqual({ goOn: 'far-post/strangers', next: null });
    far.finish('strangers');
    expect(buttons(ada)).toEqual({ goOn: 'safe-desk/words', next: null });

    ada.masters('words');
    expect(buttons(ada)).toEqual({ goOn: null, next: null });
  });

  test('a course finished, the next one not begun', () => {
    const ada = new Pupil(new Harness());
    for (const lesson of ['locks', 'words', 'last']) ada.masters(lesson);
    expect(buttons(ada)).toEqual({ goOn: null, next: 'far-post/strangers' });
  });

  test('reading a finished lesson again leads on to what is left', () => {
    const ada = new Pupil(new Harness());
    ada.masters('locks');
    ada.open('locks');
    expect(buttons(ada)).toEqual({ goOn: 'safe-desk/words', next: null });
  });

  test('is another for each learner', () => {
    const ada = new Pupil(new Harness());
    const ben = new Pupil(ada.desk);
    ada.open('words');
    expect(buttons(ada).goOn).toBe('safe-desk/words');
    expect(buttons(ben)).toEqual({ goOn: null, next: 'safe-desk/locks' });
  });

  test('a course that is gone is passed over', () => {
    const courses = fixtureCourses();
    const data = temporaryFolder();
    const desk = new Harness({ data });
    const ada = new Pupil(desk);
    inCourse(ada, 'far-post').open('strangers');
    ada.open('locks');
    desk.close();
    rmSync(join(courses, '01-safe-desk'), { recursive: true });
    const later = new Harness({ data, courses: [{ kind: 'shipped', path: courses }] });
    expect(buttons(ada.at(later))).toEqual({ goOn: 'far-post/strangers', next: null });
    const ben = new Pupil(later);
    expect(buttons(ben)).toEqual({ goOn: null, next: 'far-post/strangers' });
  });

  test('a lesson that cannot be read does not hide those after it', () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      ...smallCourse('01-one', 'one'),
      '01-one/02-broken.md': '---\ntitle: Never closed\n',
      '01-one/03-third.md': lessonText('Third'),
      ...smallCourse('02-two', 'two'),
    });
    const desk = new Harness({ courses: [{ kind: 'own', path: folder }] });
    const ada = new Pupil(desk, desk.learner(), 'en', 'one');
    ada.open('first');
    ada.finish('first');
    expect(buttons(ada)).toEqual({ goOn: 'one/third', next: null });
    expect(desk.ask('course.read', { learner: ada.id, language: 'en', course: 'one' }).goOn).toBe(
      'third',
    );
    // After that nothing can be done there: the other course is next.
    ada.open('third');
    ada.finish('third');
    expect(buttons(ada)).toEqual({ goOn: null, next: 'two/first' });
  });
});

test('a folder that was named and is not there is told', () => {
  const missing = `${temporaryFolder()}/nowhere`;
  const desk = new Harness({ courses: [{ kind: 'extra', path: missing }] });
  expect(home(new Pupil(desk))).toMatchObject({
    courses: 0,
    path: null,
    paths: 0,
    goOn: null,
    next: null,
    unreadableFolders: [missing],
  });
});

test('who is on a path begins there, and goes on there', () => {
  const ada = new Pupil(new Harness());
  expect(home(ada)).toMatchObject({ courses: 2, path: null, paths: 2 });
  ada.masters('locks');
  ada.masters('words');
  ada.masters('last');
  expect(buttons(ada)).toEqual({ goOn: null, next: 'far-post/strangers' });
  ada.desk.ask('learners.change', { learner: ada.id, settings: { path: 'second-week' } });
  const { path } = home(ada);
  expect(path).toMatchObject({ id: 'second-week', chosen: true, next: null, finished: 1 });
  // That path is done: then the first course with something left.
  expect(buttons(ada).next).toBe('far-post/strangers');
  const ben = new Pupil(ada.desk);
  ben.masters('locks');
  ben.desk.ask('learners.change', { learner: ben.id, settings: { path: 'first-days' } });
  expect(home(ben).path).toMatchObject({ id: 'first-days', next: 1, finished: 1 });
  // A path that has gone is no path.
  ben.desk.ask('learners.change', { learner: ben.id, settings: { path: 'no-more' } });
  expect(home(ben).path).toBe(null);
});

test('what is not there is not found', () => {
  const desk = new Harness();
  const learner = desk.learner();
  expect(desk.failure('home.read', { learner: uuid(), language: 'en' })).toBe('not-found');
  for (const name of ['course.read', 'result.read'] as const) {
    const input = { learner, language: 'en', course: 'safe-desk' };
    expect(desk.failure(name, input)).toBe(null);
    expect(desk.failure(name, { ...input, course: 'no-course' })).toBe('not-found');
    expect(desk.failure(name, { ...input, learner: uuid() })).toBe('not-found');
  }
});
