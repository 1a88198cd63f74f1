// What the organisation decides holds, whatever the person or the window asks for.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../../core/policy/policy';
import { smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';

/** A service under a policy file that says this. */
function under(written: object): Harness {
  const own = join(temporaryFolder(), 'courses');
  mkdirSync(own);
  writeFiles(own, smallCourse('mine', 'mine'));
  const desk = new Harness({
    courses: [
      { kind: 'shipped', path: fixtureCourses() },
      { kind: 'own', path: own },
    ],
  });
  decide(desk, written);
  return desk;
}

function decide(desk: Harness, written: object): void {
  desk.policy = readPolicy({ state: 'read', file: 'policy.json', text: JSON.stringify(written) });
}

const trainersOf = (desk: Harness, id: string): boolean | undefined =>
  desk.ask('learners.list', {}).learners.find((each) => each.id === id)?.settings.trainers;

describe('Studio', () => {
  /** What only authors ask for. */
  const asks = (desk: Harness, learner: string) => [
    desk.failure('studio.courses', {}),
    desk.failure('studio.read', { folder: 'mine', file: '01-first.md' }),
    desk.failure('studio.create', { template: 'blank', title: 'T', author: '', language: 'en' }),
    desk.failure('translation.status', { folder: 'mine' }),
    desk.failure('trial.begin', { learner }),
    desk.failure('export.start', {
      export: uuid(),
      folder: 'mine',
      format: 'html',
      language: 'en',
    }),
  ];

  test('off: nobody writes courses here, whatever they chose; nothing they chose is lost', () => {
    const desk = under({});
    const ada = desk.learner('Ada', { trainers: true });
    expect(asks(desk, ada)).toEqual(Array(6).fill(null));
    decide(desk, { Studio: 'off' });
    expect(trainersOf(desk, ada)).toBe(false);
    expect(asks(desk, ada)).toEqual(Array(6).fill('forbidden'));
    const change = { learner: ada, settings: { trainers: true } } as const;
    expect(desk.ask('learners.change', change).settings.trainers).toBe(false);
    // Learning goes on, and so does handing a course on.
    const course = { course: 'safe-desk', format: 'html', language: 'en' } as const;
    expect(desk.failure('export.start', { export: uuid(), ...course })).toBeNull();
    expect(
      desk.failure('course.read', { learner: ada, language: 'en', course: 'mine' }),
    ).toBeNull();

    // Another setting that is changed meanwhile does not carry the lock into what is kept.
    desk.ask('learners.change', { learner: ada, settings: { theme: 'dark' } });
    decide(desk, {});
    expect(trainersOf(desk, ada)).toBe(true);
  });

  test('on: it stands there for everybody', () => {
    const desk = under({ Studio: 'on' });
    const ada = desk.learner('Ada', { trainers: false });
    expect(trainersOf(desk, ada)).toBe(true);
    expect(asks(desk, ada)).toEqual(Array(6).fill(null));
    decide(desk, {});
    expect(trainersOf(desk, ada)).toBe(false);
  });

  test('recommended: new profiles begin with it, and may choose otherwise', () => {
    const desk = under({});
    const before = desk.learner('Ada');
    decide(desk, { recommended: { Studio: 'on' } });
    const after = desk.learner('Ben');
    expect([trainersOf(desk, before), trainersOf(desk, after)]).toEqual([false, true]);
    desk.ask('learners.change', { learner: after, settings: { trainers: false } });
    expect(trainersOf(desk, after)).toBe(false);
  });
});

describe('MandatoryCourses', () => {
  const mandatory = (...courses: { course: string; due?: string }[]) => ({
    MandatoryCourses: courses,
  });

  test('comes first on Home until it is finished, what is due first in front', () => {
    const desk = under(
      mandatory({ course: 'mine' }, { course: 'far-post', due: '2026-12-31' }, { course: 'gone' }),
    );
    const ada = new Pupil(desk);
    const home = () => desk.ask('home.read', { learner: ada.id, language: 'en' });
    expect(home()).toMatchObject({
      goOn: null,
      next: { course: 'far-post' },
      mandatory: [
        { course: 'far-post', mandate: { due: '2026-12-31', overdue: false } },
        { course: 'mine', mandate: { due: null, overdue: false } },
      ],
    });

    const far = new Pupil(desk, ada.id, 'en', 'far-post');
    for (const lesson of far.page().lessons) {
      far.finish(lesson.id);
    }
    expect(home()).toMatchObject({ next: { course: 'mine' }, mandatory: [{ course: 'mine' }] });
  });

  test('is marked in the library and on its page; its last day counts to its end', () => {
    const desk = under(mandatory({ course: 'far-post', due: '2026-11-20' }));
    const ada = desk.learner();
    const marks = () => {
      const of = { learner: ada, language: 'en' };
      const { courses } = desk.ask('library.read', of);
      return [
        courses.find(({ id }) => id === 'far-post')?.mandatory,
        desk.ask('course.read', { ...of, course: 'far-post' }).mandatory,
        courses.find(({ id }) => id === 'safe-desk')?.mandatory,
      ];
    };
    const mark = (overdue: boolean) => ({ due: '2026-11-20', overdue });
    desk.clock = new Date(2026, 10, 20, 23, 50).getTime();
    expect(marks()).toEqual([mark(false), mark(false), null]);
    desk.clock = new Date(2026, 10, 21, 0, 10).getTime();
    expect(marks()).toEqual([mark(true), mark(true), null]);
    const far = new Pupil(desk, ada, 'en', 'far-post');
    for (const { id } of far.page().lessons) {
      far.finish(id);
    }
    expect(marks()).toEqual([mark(false), mark(false), null]);
  });

  test('a course that is asked for and not here is listed as a mistake', () => {
    const desk = under(mandatory({ course: 'gone' }, { course: 'mine' }, { course: 'lost' }));
    expect(desk.ask('policy.read', {}).rows).toMatchObject([
      { key: 'MandatoryCourses', mistake: { kind: 'course-missing', detail: 'gone, lost' } },
    ]);
  });
});

describe('a mandatory course that is to come from the catalogue', () => {
  const decided = {
    MandatoryCourses: [{ course: 'gone', due: '2026-12-31' }, { course: 'mine' }],
    CatalogueAddress: 'https://courses.example/',
  };
  const comingTo = (desk: Harness, learner: string) =>
    desk.ask('catalogue.coming', { learner, language: 'en' }).courses;

  test('is told to who has not finished it', () => {
    const desk = under(decided);
    const [ada, ben] = [desk.learner(), desk.learner('Ben')];
    desk.service.store().record({
      ...{ type: 'course.finished', id: uuid(), learner: ben, device: uuid() },
      ...{ at: '2026-11-01T08:00:00.000Z', course: 'gone', version: '1.0.0' },
      ...{ points: 3, possible: 4, pass: 0.5, passed: true },
    });
    expect(comingTo(desk, ada)).toEqual([
      {
        ...{ course: 'gone', title: null, language: null, coming: { at: 'unknown-key' } },
        mandate: { due: '2026-12-31', overdue: false },
      },
    ]);
    expect(comingTo(desk, ben)).toEqual([]);
  });

  test('is not told where there is no catalogue', () => {
    const { CatalogueAddress: _, ...without } = decided;
    const desk = under(without);
    expect(comingTo(desk, desk.learner())).toEqual([]);
  });
});

test('a folder of Markdown is not brought in where no course may come in', () => {
  const folder = join(temporaryFolder(), 'Handbook');
  cpSync(fixtureCourses(), folder, { recursive: true });
  const start = (written: object) => () => under(written).service.imports.start(folder);
  expect(start({ CourseImport: 'forbid' })).toThrow('forbidden');
  expect(start({ CourseImport: 'perhaps' })).toThrow('forbidden');
  expect(start({})).not.toThrow();
});

test('the screens hear what is locked, and why', () => {
  const desk = under({ Studio: 'off', UnsignedPacks: 'forbid', Wings: 2 });
  expect(desk.ask('policy.read', {})).toMatchObject({
    file: 'policy.json',
    fault: null,
    rows: [
      { key: 'Studio', value: '"off"', level: 'enforced', mistake: null },
      { key: 'UnsignedPacks', value: '"forbid"' },
      { key: 'Wings', mistake: { kind: 'unknown-key' } },
    ],
    locks: { studio: 'off', imports: false, unsigned: true, team: false },
  });
  decide(desk, {});
  expect(desk.ask('policy.read', {}).locks).toEqual({
    studio: null,
    imports: false,
    unsigned: false,
    team: false,
  });
});
