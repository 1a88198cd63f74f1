// The library as a learner sees it: courses with their progress, paths with theirs.
import { describe, expect, test } from 'vitest';
import { lessonText, smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';

const library = ({ desk, id, language }: Pupil, wanted = language) =>
  desk.ask('library.read', { learner: id, language: wanted });
const path = ({ desk, id, language }: Pupil, wanted: string, inLanguage = language) =>
  desk.ask('path.read', { learner: id, language: inLanguage, path: wanted });

describe('the courses', () => {
  test('in their order, with what was done in each', () => {
    const ada = new Pupil(new Harness());
    ada.masters('last');
    const { courses, unreadableFolders } = library(ada);
    expect(unreadableFolders).toEqual([]);
    expect(courses).toMatchObject([
      {
        id: 'safe-desk',
        title: 'A safe desk',
        level: 'basic',
        minutes: 13,
        languages: ['en', 'es'],
        errors: 0,
        progress: { status: 'started', finishedLessons: 1, points: 1, possible: 10, passed: null },
      },
      { id: 'far-post', minutes: 5, languages: ['en'], progress: { status: 'new' } },
    ]);
  });

  test('in the learner’s language where they have it', () => {
    const ada = new Pupil(new Harness());
    const { courses } = library(ada, 'es-MX');
    expect(courses.map(({ title, language }) => [title, language])).toEqual([
      ['Una mesa segura', { language: 'es', missing: null, stale: false }],
      ['Post from far away', { language: 'en', missing: 'es-MX', stale: false }],
    ]);
  });

  test('one with mistakes says how many', () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      ...smallCourse('01-one', 'one'),
      '01-one/02-two.md': lessonText('Two').replace('[x]', '[ ]'),
    });
    const desk = new Harness({ courses: [{ kind: 'own', path: folder }] });
    const { courses } = desk.ask('library.read', { learner: desk.learner(), language: 'en' });
    expect(courses[0]?.errors).toBe(1);
  });
});

describe('the paths', () => {
  test('in short, each with how far one is', () => {
    const ada = new Pupil(new Harness());
    ada.masters('locks');
    expect(library(ada).paths).toMatchObject([
      { id: 'first-days', title: 'The first days', lessons: 2, finished: 1, minutesLeft: 5 },
      { id: 'second-week', lessons: 1, finished: 0, chosen: false },
    ]);
  });

  test('step by step, with the reasons, in the nearest language', () => {
    const ada = new Pupil(new Harness());
    expect(path(ada, 'first-days', 'es-MX')).toMatchObject({
      title: 'Los primeros días',
      language: 'es',
      summary: 'For everybody who is new.',
      summaryLanguage: 'en',
      after: null,
      next: 0,
      steps: [
        {
          course: 'safe-desk',
          lesson: 'locks',
          title: 'Cerraduras y pantallas',
          language: 'es',
          why: 'Deja su mesa diez veces al día.',
          whyLanguage: 'es',
          status: 'new',
        },
        { lesson: 'strangers', language: 'en', whyLanguage: 'en' },
      ],
    });
  });

  test('a path says what comes before it, until that is done; lessons that are not there are left out', () => {
    const ada = new Pupil(new Harness());
    const { after, steps } = path(ada, 'second-week');
    expect(after).toEqual({ id: 'first-days', title: 'The first days' });
    expect(steps.map(({ lesson }) => lesson)).toEqual(['words']);
    ada.masters('locks');
    const far = new Pupil(ada.desk, ada.id, 'en', 'far-post');
    far.open('strangers');
    far.finish('strangers');
    expect(path(ada, 'first-days')).toMatchObject({ next: null, minutesLeft: 0 });
    expect(path(ada, 'second-week').after).toBe(null);
  });

  test('a path of courses for trainers is there once they are wanted', () => {
    const folder = temporaryFolder();
    const course = smallCourse('01-one', 'one');
    writeFiles(folder, {
      ...course,
      '01-one/course.md': String(course['01-one/course.md']).replace(
        'format: 1',
        'format: 1\nhidden: true',
      ),
      'paths.yml':
        '- id: teach\n  title: { en: T }\n  summary: { en: S }\n  lessons:\n    - at: one/first\n      why: { en: W }\n',
    });
    const desk = new Harness({ courses: [{ kind: 'own', path: folder }] });
    const learner = desk.learner();
    const there = () => desk.ask('library.read', { learner, language: 'en' }).paths.length;
    expect(there()).toBe(0);
    desk.ask('learners.change', { learner, settings: { trainers: true } });
    expect(there()).toBe(1);
    // Who is on it and no longer wants such courses is on no path.
    const mine = () => desk.ask('home.read', { learner, language: 'en' }).path?.id;
    desk.ask('learners.change', { learner, settings: { path: 'teach' } });
    expect(mine()).toBe('teach');
    desk.ask('learners.change', { learner, settings: { trainers: false } });
    expect(mine()).toBeUndefined();
  });

  test('what is not there is not found', () => {
    const desk = new Harness();
    const input = { learner: desk.learner(), language: 'en', path: 'first-days' };
    expect(desk.failure('path.read', { ...input, path: 'no-path' })).toBe('not-found');
    expect(desk.failure('path.read', { ...input, learner: uuid() })).toBe('not-found');
  });

  test('a file that is no list of paths leaves the courses as they are', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...smallCourse('01-one', 'one'), 'paths.yml': '- id: [' });
    const desk = new Harness({ courses: [{ kind: 'own', path: folder }] });
    const { courses, paths } = desk.ask('library.read', {
      learner: desk.learner(),
      language: 'en',
    });
    expect([courses.length, paths]).toEqual([1, []]);
  });
});
