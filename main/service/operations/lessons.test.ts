import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../core/course/plain-text';
import { itemIn, known, onScreen, optionsOf } from '../../../tests/unit/support/answers';
import { lessonText, smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';

describe('a lesson', () => {
  test('says where it stands in its course', () => {
    const lesson = new Pupil(new Harness()).read('words');
    expect(lesson).toMatchObject({
      course: { id: 'safe-desk', title: 'A safe desk', version: '1.2.0' },
      id: 'words',
      title: 'Words that open doors',
      minutes: 4,
      objectives: ['Keep words to yourself'],
      number: 2,
      lessons: 3,
      previous: { id: 'locks', title: 'Locks and screens' },
      next: { id: 'last', title: 'The last look', minutes: 3 },
      progress: { status: 'new', answered: 0, items: 2, points: 0, possible: 2 },
      courseProgress: { status: 'new', finishedLessons: 0, lessons: 3, minutesLeft: 13 },
      reviewBy: null,
      broken: false,
      problems: [],
    });
  });

  test('the first has none before it, the last none after it', () => {
    const ada = new Pupil(new Harness());
    expect(ada.read('locks')).toMatchObject({ previous: null, number: 1, reviewBy: '2027-11-01' });
    expect(ada.read('last')).toMatchObject({ next: null, number: 3 });
  });

  test('leads to lessons, to pictures and to files, in the words’ own language', () => {
    const desk = new Harness();
    const ada = new Pupil(desk);
    const stamp = desk.library.find('safe-desk')?.stamp;
    const { links } = ada.read('locks');
    expect(links['02-words.md']).toEqual({ to: 'lesson', lesson: 'words' });
    expect(links['course.md']).toEqual({ to: 'course' });
    expect(links['assets/desk.svg']).toEqual({
      to: 'asset',
      url: `course://safe-desk/${stamp}/assets/desk.svg`,
      path: 'assets/desk.svg',
    });
    const spanish = new Pupil(desk, ada.id, 'es').read('locks').links;
    expect(spanish['02-words.md']).toEqual({ to: 'lesson', lesson: 'words' });
    expect(spanish['assets/desk.svg']).toMatchObject({ path: 'es/assets/desk.svg' });
    // What was not translated is that of the course.
    expect(spanish['assets/checklist.pdf']).toMatchObject({ path: 'assets/checklist.pdf' });
    expect(spanish['10-last.md']).toEqual({ to: 'lesson', lesson: 'last' });
  });

  test('a picture with an odd name has an address that can be asked for', () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      ...smallCourse('01-one', 'one'),
      '01-one/assets/50% más #1?.svg': '<svg/>',
    });
    const desk = new Harness({ courses: [{ kind: 'own', path: folder }] });
    const { links } = desk.lesson(desk.learner(), 'one', 'first');
    const link = links['assets/50% más #1?.svg'];
    expect(link).toMatchObject({ to: 'asset', path: 'assets/50% más #1?.svg' });
    expect(link?.to === 'asset' && link.url).toMatch(/\/assets\/50%25%20m%C3%A1s%20%231%3F\.svg$/);
  });

  test('that is broken says so and keeps its problems; the others have none of them', () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      ...smallCourse('01-one', 'one'),
      '01-one/02-open.md': '---\ntitle: Never closed\n',
      '01-one/03-third.md': lessonText('Third'),
    });
    const desk = new Harness({ courses: [{ kind: 'own', path: folder }] });
    const learner = desk.learner();
    expect(desk.lesson(learner, 'one', 'open')).toMatchObject({
      broken: true,
      items: [],
      problems: [{ rule: 'matter-open', file: '02-open.md', line: 1 }],
    });
    expect(desk.lesson(learner, 'one', 'third')).toMatchObject({ broken: false, problems: [] });
  });
});

describe('opening and finishing', () => {
  test('opening counts once, however often', () => {
    const ada = new Pupil(new Harness());
    ada.open('locks');
    ada.open('locks');
    expect(ada.events().map(({ type }) => type)).toEqual(['lesson.opened']);
    expect(ada.read('locks').progress.status).toBe('started');
  });

  test('with the same event twice it is one', () => {
    const ada = new Pupil(new Harness());
    const [opened, finished] = [uuid(), uuid()];
    for (let n = 0; n < 3; n++) {
      ada.open('locks', opened);
      ada.finish('locks', finished);
    }
    expect(ada.events().map(({ id }) => id)).toEqual([opened, finished]);
  });

  test('a lesson is finished when the learner says so, answered or not', () => {
    const ada = new Pupil(new Harness());
    ada.open('locks');
    ada.answers('leaving', 'right');
    ada.finish('locks');
    const { progress, courseProgress } = ada.read('locks');
    expect(progress).toMatchObject({ status: 'finished', answered: 1, points: 2, possible: 7 });
    expect(courseProgress).toMatchObject({
      status: 'started',
      finishedLessons: 1,
      minutesLeft: 7,
      passed: null,
    });
    // Read again, it stays finished.
    ada.open('locks');
    expect(ada.read('locks').progress.status).toBe('finished');
  });

  test('each event carries when, where and of which version', () => {
    const desk = new Harness();
    const ada = new Pupil(desk);
    ada.open('locks');
    ada.answers('leaving', 'wrong');
    const [opened, answered] = ada.events();
    expect(opened).toMatchObject({
      learner: ada.id,
      device: desk.service.store().device,
      course: 'safe-desk',
      version: '1.2.0',
      lesson: 'locks',
    });
    expect(Date.parse(String(answered?.at))).toBeGreaterThan(Date.parse(String(opened?.at)));
    expect(answered).toMatchObject({ pass: 75, language: 'en', seconds: 5, attempt: 1 });
  });

  test('what is not there is not found', () => {
    const desk = new Harness();
    const learner = desk.learner();
    const whole = { learner, language: 'en', course: 'safe-desk', lesson: 'locks' };
    const before = desk.everything();
    for (const more of [{ learner: uuid() }, { course: 'no' }, { lesson: 'no' }]) {
      const input = { ...whole, ...more };
      expect(desk.failure('lesson.read', input)).toBe('not-found');
      expect(desk.failure('lesson.open', { ...input, event: uuid() })).toBe('not-found');
      expect(desk.failure('lesson.finish', { ...input, event: uuid() })).toBe('not-found');
    }
    expect(desk.everything()).toBe(before);
  });
});

describe('languages', () => {
  const inLanguage = (language: string, lesson: string) => {
    const ada = new Pupil(new Harness());
    return new Pupil(ada.desk, ada.id, language).read(lesson);
  };

  test.each([
    ['es', 'Cerraduras y pantallas', { language: 'es', missing: null, stale: false }],
    ['es-MX', 'Cerraduras y pantallas', { language: 'es', missing: null, stale: false }],
    ['ES', 'Cerraduras y pantallas', { language: 'es', missing: null, stale: false }],
    ['en-GB', 'Locks and screens', { language: 'en', missing: null, stale: false }],
    ['ar', 'Locks and screens', { language: 'en', missing: 'ar', stale: false }],
    ['est', 'Locks and screens', { language: 'en', missing: 'est', stale: false }],
  ])('%s gets “%s”', (wanted, title, language) => {
    expect(inLanguage(wanted, 'locks')).toMatchObject({ title, language });
  });

  test('a translation older than its source says so', () => {
    expect(inLanguage('es', 'words')).toMatchObject({
      title: 'Palabras que abren puertas',
      language: { language: 'es', missing: null, stale: true },
    });
  });

  test('a lesson without a translation is shown in the course’s own, and says so', () => {
    const lesson = inLanguage('es', 'last');
    expect(lesson).toMatchObject({
      title: 'The last look',
      course: { title: 'Una mesa segura' },
      previous: { title: 'Palabras que abren puertas' },
      language: { language: 'en', missing: 'es', stale: false },
      number: 3,
    });
  });

  test('an answer in one language is an answer in the other', () => {
    const ada = new Pupil(new Harness());
    const spanish = new Pupil(ada.desk, ada.id, 'es');
    ada.answers('leaving', 'wrong');
    const view = spanish.sees('leaving');
    const chosen = view.kind === 'choice' ? (view.verdict?.answer ?? []) : [];
    expect(chosen.map((place) => optionsOf(view)[place])).toEqual([
      'Pedir a una colega que la mire',
    ]);
    expect(view.changed).toBe(false);
    const settled = spanish.answers('leaving', { choice: ['Bloquearla'] });
    expect(settled).toMatchObject({ verdict: { right: true }, earned: 0 });
    expect(spanish.read('locks').progress).toEqual(ada.read('locks').progress);
    expect(ada.events().map(({ language }) => language)).toEqual(['en', 'es']);
    expect(ada.sees('leaving').verdict?.answer).toEqual(
      onScreen(ada.sees('leaving'), known.leaving?.right ?? { choice: [] }),
    );
  });

  test('the points and tries of the course hold in every language', () => {
    const courses = fixtureCourses();
    const file = join(courses, '01-safe-desk', 'es', '02-words.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('{tries=1}', '{tries=5 points=50}'));
    const desk = new Harness({ courses: [{ kind: 'shipped', path: courses }] });
    const ada = new Pupil(desk, desk.learner(), 'es');
    expect(itemIn(ada.read('words'), 'once-only')).toMatchObject({ triesLeft: 1, points: 1 });
  });

  test('a translation with other questions is not taught', () => {
    const courses = fixtureCourses();
    const file = join(courses, '01-safe-desk', 'es', '02-words.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('#once-only', '#other'));
    const desk = new Harness({ courses: [{ kind: 'shipped', path: courses }] });
    const lesson = new Pupil(desk, desk.learner(), 'es').read('words');
    expect(lesson.language).toEqual({ language: 'en', missing: 'es', stale: false });
    expect(lesson.items.map(({ question }) => plainText(question))).toContain(
      'Somebody asks for your word on the phone.',
    );
  });
});
