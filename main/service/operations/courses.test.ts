import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../core/course/plain-text';
import { known } from '../../../tests/unit/support/answers';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness } from '../../../tests/unit/support/service';

const course = ({ desk, id, language }: Pupil) =>
  desk.ask('course.read', { learner: id, language, course: 'safe-desk' });
/** The course as a file, taken in on a computer that has no other. */
async function takenIn(): Promise<Harness> {
  const file = join(temporaryFolder(), 'desk.course');
  const alone = temporaryFolder();
  cpSync(join(fixtureCourses(), '01-safe-desk'), join(alone, 'safe-desk'), { recursive: true });
  const writer = new Harness({ courses: [{ kind: 'own', path: alone }] });
  await writer.service.packs.write('safe-desk', file, async () => null);
  const desk = new Harness({ courses: [{ kind: 'own', path: temporaryFolder() }] });
  await desk.service.packs.open(file);
  const { reading } = desk.ask('pack.read', {});
  if (reading.at !== 'ready') throw new Error(JSON.stringify(reading));
  desk.ask('pack.install', { job: reading.job });
  return desk;
}

const result = ({ desk, id, language }: Pupil) =>
  desk.ask('result.read', { learner: id, language, course: 'safe-desk' });

describe('a course', () => {
  test('from a file tells who only learns nothing that only its author can mend', async () => {
    const desk = await takenIn();
    const ada = new Pupil(desk);
    expect(course(ada).problems).toEqual([]);
    desk.ask('learners.change', { learner: ada.id, settings: { trainers: true } });
    const advice = [{ rule: 'translation-stale', file: 'es/02-words.md' }];
    expect(course(ada).problems).toMatchObject(advice);
    expect(course(new Pupil(new Harness())).problems).toMatchObject(advice);
  });

  test('says what it is about, who wrote it and what one will be able to do', () => {
    const view = course(new Pupil(new Harness()));
    expect(view).toMatchObject({
      id: 'safe-desk',
      version: '1.2.0',
      level: 'basic',
      minutes: 13,
      pass: 75,
      authors: ['Ada Example'],
      license: 'CC-BY-4.0',
      reviewed: '2026-11-01',
      sources: [{ title: 'House rules', url: null }],
      objectives: [
        'Lock the screen whenever you leave',
        'Keep words to yourself',
        'Look back before you go',
      ],
      goOn: 'locks',
    });
    expect(plainText(view.about)).toBe('Everything about a desk. See the first lesson.');
    expect(view.links['01-locks.md']).toEqual({ to: 'lesson', lesson: 'locks' });
  });

  test('shows how far one is, lesson by lesson', () => {
    const ada = new Pupil(new Harness());
    ada.masters('locks');
    ada.open('last');
    const { lessons, goOn, progress } = course(ada);
    expect(lessons.map(({ id, progress: its }) => [id, its.status, its.points])).toEqual([
      ['locks', 'finished', 7],
      ['words', 'new', 0],
      ['last', 'started', 0],
    ]);
    expect(goOn).toBe('words');
    expect(progress).toMatchObject({ finishedLessons: 1, points: 7, possible: 10, score: 0.7 });
  });

  test('in another language, lesson by lesson what is missing and what is old', () => {
    const desk = new Harness();
    const view = course(new Pupil(desk, desk.learner(), 'es'));
    expect(view).toMatchObject({
      title: 'Una mesa segura',
      // What holds for the course holds in every language.
      pass: 75,
      reviewed: '2026-11-01',
      sources: [{ title: 'House rules' }],
      objectives: [
        'Bloquear la pantalla al salir',
        'Guardar las palabras',
        'Look back before you go',
      ],
    });
    expect(view.lessons.map(({ title, language }) => [title, language])).toEqual([
      ['Cerraduras y pantallas', { language: 'es', missing: null, stale: false }],
      ['Palabras que abren puertas', { language: 'es', missing: null, stale: true }],
      ['The last look', { language: 'en', missing: 'es', stale: false }],
    ]);
  });
});

describe('the result', () => {
  test('is open until every lesson is finished; then it is passed or not', () => {
    const ada = new Pupil(new Harness());
    ada.masters('locks');
    ada.answers('once-only', 'wrong');
    ada.answers('twice', 'wrong');
    ada.finish('words');
    expect(result(ada).progress.passed).toBe(null);
    ada.finish('last');
    // All 7 of the first lesson and half a point of the second: exactly the pass mark.
    expect(result(ada)).toMatchObject({
      course: { id: 'safe-desk', title: 'A safe desk' },
      pass: 75,
      progress: { status: 'finished', points: 7.5, possible: 10, score: 0.75, passed: true },
      next: { course: 'far-post', lesson: 'strangers' },
    });
  });

  test('below the pass mark it is not passed', () => {
    const ada = new Pupil(new Harness());
    ada.masters('locks');
    ada.answers('once-only', 'wrong');
    for (const lesson of ['words', 'last']) ada.finish(lesson);
    expect(result(ada).progress).toMatchObject({ score: 0.7, passed: false });
  });

  test('names what to look at again, most points missing first', () => {
    const ada = new Pupil(new Harness());
    ada.masters('locks');
    // Right in the end, but not at the first try.
    ada.answers('twice', 'wrong');
    ada.answers('twice', 'right');
    expect(result(ada).again).toEqual([
      {
        lesson: 'words',
        title: 'Words that open doors',
        minutes: 4,
        items: [
          {
            id: 'once-only',
            question: 'Somebody asks for your word on the phone.',
            sureAndWrong: false,
          },
          { id: 'twice', question: 'Judge each.', sureAndWrong: false },
        ],
      },
      {
        lesson: 'last',
        title: 'The last look',
        minutes: 3,
        items: [{ id: 'look-back', question: 'What do you look at last?', sureAndWrong: false }],
      },
    ]);
    ada.masters('last');
    ada.answers('once-only', 'right');
    expect(result(ada).again.map(({ lesson, items }) => [lesson, items.length])).toEqual([
      ['words', 1],
    ]);
    ada.restart('twice');
    ada.answers('twice', 'right');
    expect(result(ada).again).toEqual([]);
  });

  test('puts the lesson that would bring most first, not the first in the course', () => {
    const ada = new Pupil(new Harness());
    ada.answers('leaving', 'right');
    for (const [item, { lesson }] of Object.entries(known)) {
      if (lesson === 'locks' && item !== 'leaving' && item !== 'signs') ada.answers(item, 'right');
    }
    expect(result(ada).again.map(({ lesson, items }) => [lesson, items.length])).toEqual([
      ['words', 2],
      ['locks', 1],
      ['last', 1],
    ]);
  });

  test('of gaps it shows the text, in the learner’s language', () => {
    const desk = new Harness();
    const ada = new Pupil(desk, desk.learner(), 'es');
    const [first] = result(ada).again;
    expect(first?.title).toBe('Cerraduras y pantallas');
    const question = first?.items.find(({ id }) => id === 'lock-words')?.question;
    expect(question).toMatch(/^Press the …, then go for at most … minutes/);
    // The answers stand in the gaps.
    expect(question).not.toMatch(/tecla|tarjeta/);
  });

  test('after everything nothing is next', () => {
    const ada = new Pupil(new Harness());
    new Pupil(ada.desk, ada.id, 'en', 'far-post').finish('strangers');
    for (const lesson of new Set(Object.values(known).map((each) => each.lesson))) {
      ada.masters(lesson);
    }
    expect(result(ada)).toMatchObject({
      next: null,
      again: [],
      progress: { score: 1, passed: true },
    });
  });
});
