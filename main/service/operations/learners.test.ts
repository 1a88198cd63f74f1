// Profiles as a window asks for them: made, opened, changed, taken along whole, and erased.
import { describe, expect, test } from 'vitest';
import { statementOf } from '../../../core/xapi/statement-of';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';

describe('profiles', () => {
  test('none at first; the new one is the last one opened', () => {
    const desk = new Harness();
    expect(desk.ask('learners.list', {})).toEqual({ learners: [], last: null });
    const ada = desk.ask('learners.create', {
      id: uuid(),
      name: '  Ada Lovelace ',
      settings: { language: 'es', textSize: 150 },
    });
    expect(ada).toEqual({
      id: ada.id,
      name: 'Ada Lovelace',
      settings: {
        language: 'es',
        theme: 'system',
        textSize: 150,
        motion: 'system',
        trainers: false,
        team: false,
        path: null,
        library: 'cards',
      },
      createdAt: '2026-11-20T08:00:01.000Z',
    });
    expect(desk.ask('learners.list', {})).toEqual({ learners: [ada], last: ada.id });
  });

  test('the one opened last is first at the next start', () => {
    const data = temporaryFolder();
    const desk = new Harness({ data });
    const [ada, ben] = [desk.learner('Ada'), desk.learner('Ben')];
    expect(desk.ask('learners.list', {}).last).toBe(ben);
    desk.ask('learners.open', { learner: ada });
    desk.close();
    const { learners, last } = new Harness({ data }).ask('learners.list', {});
    expect([last, learners.map(({ name }) => name)]).toEqual([ada, ['Ada', 'Ben']]);
  });

  test('made twice with the same id is one, as it was first', () => {
    const desk = new Harness();
    const id = uuid();
    const first = desk.ask('learners.create', { id, name: 'Ada', settings: {} });
    const second = desk.ask('learners.create', { id, name: 'Bea', settings: { theme: 'dark' } });
    expect(second).toEqual(first);
    expect(desk.ask('learners.list', {}).learners).toHaveLength(1);
  });

  test('changing one thing leaves the others as they were chosen', () => {
    const desk = new Harness();
    const chosen = {
      language: 'es',
      theme: 'dark',
      textSize: 200,
      motion: 'reduced',
      trainers: false,
      team: false,
      path: null,
      library: 'list',
    } as const;
    const learner = desk.learner('Ada', chosen);
    const change = (settings: object) =>
      desk.ask('learners.change', { learner, settings }).settings;
    expect(change({ theme: 'contrast' })).toEqual({ ...chosen, theme: 'contrast' });
    expect(change({ textSize: 100 })).toEqual({ ...chosen, theme: 'contrast', textSize: 100 });
    expect(change({})).toEqual({ ...chosen, theme: 'contrast', textSize: 100 });
    expect(desk.ask('learners.change', { learner, name: 'Ada L.' })).toMatchObject({
      name: 'Ada L.',
      settings: { ...chosen, theme: 'contrast', textSize: 100 },
    });
  });

  test.each([
    ['an empty name', { name: '   ' }],
    ['a name of 81 letters', { name: 'x'.repeat(81) }],
    ['a size nobody offers', { settings: { textSize: 111 } }],
    ['a theme nobody offers', { settings: { theme: 'sepia' } }],
    ['an unknown key', { admin: true }],
  ])('%s is refused and changes nothing', (_, more) => {
    const desk = new Harness();
    const learner = desk.learner('Ada');
    const before = desk.everything();
    for (const [name, input] of [
      ['learners.change', { learner, ...more }],
      ['learners.create', { id: uuid(), name: 'Ben', settings: {}, ...more }],
    ] as const) {
      expect(desk.reply(name, input)).toMatchObject({ ok: false, error: { kind: 'bad-input' } });
    }
    expect(desk.everything()).toBe(before);
  });

  test('nobody knows a learner who is not there', () => {
    const desk = new Harness();
    const learner = uuid();
    expect(desk.failure('learners.open', { learner })).toBe('not-found');
    expect(desk.failure('learners.change', { learner })).toBe('not-found');
    expect(desk.failure('learners.export', { learner })).toBe('not-found');
    expect(desk.failure('learners.erase', { learner })).toBe('not-found');
    expect(desk.failure('home.read', { learner, language: 'en' })).toBe('not-found');
  });
});

describe('everything about me', () => {
  test('holds the profile, each event, half answers and what was read; and nobody else', () => {
    const desk = new Harness();
    const [ada, ben] = [new Pupil(desk), new Pupil(desk, desk.learner('Ben'))];
    ada.open('locks');
    ada.answers('lock-words', 'wrong');
    ada.drafts('leaving', [1]);
    ben.answers('once-only', 'right');
    const { json } = desk.ask('learners.export', { learner: ada.id });
    const exported = JSON.parse(json);
    expect(exported.profile).toMatchObject({ id: ada.id, name: 'Ada' });
    expect(exported.events).toEqual(ada.events());
    expect(exported.events).toMatchObject([
      { type: 'lesson.opened', lesson: 'locks' },
      { type: 'item.answered', item: 'lock-words', answer: [1, '7', 'umbrella'] },
    ]);
    expect(exported.drafts).toMatchObject([{ item: 'leaving' }]);
    expect(exported.lastRead).toEqual([{ course: 'safe-desk', lesson: 'locks' }]);
    expect(json).not.toContain(ben.id);
    expect(json).not.toContain('Ben');
  });

  test('tells with whom they were said to be one person, and that they are not', () => {
    const desk = new Harness();
    const [learner, other, third] = [desk.learner(), desk.learner('Ben'), desk.learner('Carl')];
    desk.ask('persons.join', { learner, other });
    desk.ask('persons.split', { learner, other });
    desk.ask('persons.join', { learner: other, other: third });
    const exported = JSON.parse(desk.ask('learners.export', { learner }).json);
    expect(exported.identities).toEqual([{ learner, home: learner }]);
    expect(exported.aliases).toMatchObject([
      { kind: 'join', learner, other },
      { kind: 'split', learner, other },
    ]);
  });

  test('holds every statement that was made of it, for whosever place, and what came in and lies aside', () => {
    const desk = new Harness();
    const [ada, ben] = [new Pupil(desk), new Pupil(desk, desk.learner('Ben'))];
    ada.open('locks');
    ben.open('locks');
    const { sync, events } = desk.service.store();
    const account = { homePage: 'https://agency.example', name: 'ben' };
    const target = uuid();
    const on = { id: target, kind: 'folder' as const, settings: {}, level: 'detail' as const };
    sync.switchOn({ ...on, learner: ben.id, account, past: true });
    desk.ask('persons.join', { learner: ben.id, other: ada.id });
    while (sync.sendPast(target, 50));
    const [opened] = events.ofLearner(ada.id);
    const [known] = events.ofLearner(ben.id);
    if (!opened || !known) throw new Error('nothing was done');
    sync.outbox(target).setAside(opened.id, 'refused', 'the server said no');
    const setting = { account, level: 'detail' as const, platform: '', now: new Date() };
    const otherWords = [opened, known].map((event) =>
      statementOf(
        { ...event, version: `in other words ${event.learner}` },
        { ...setting, about: null },
      ),
    );
    sync.inbox(target).take(otherWords);

    const { json } = desk.ask('learners.export', { learner: ada.id });
    const exported = JSON.parse(json);
    expect(exported.statements).toMatchObject([
      { target, state: 'waiting', statement: { verb: { id: expect.stringContaining('join') } } },
      {
        ...{ target, id: opened.id, state: 'aside', reason: 'refused' },
        ...{ detail: 'the server said no', statement: { id: opened.id, actor: { account } } },
      },
    ]);
    expect(exported.cameInAndLieAside).toMatchObject([
      { target, id: opened.id, statement: { id: opened.id } },
    ]);
    expect(json).toContain(`in other words ${ada.id}`);
    expect(json).not.toContain(known.id);
    expect(json).not.toContain(`in other words ${ben.id}`);
  });

  test('erased, it is as if the learner had never been; the others stay', () => {
    const desk = new Harness();
    const [ada, ben] = [new Pupil(desk), new Pupil(desk, desk.learner('Ben'))];
    ben.masters('last');
    const { json } = desk.ask('learners.export', { learner: ben.id });
    ada.masters('locks');
    expect(desk.ask('learners.erase', { learner: ada.id })).toBe(null);
    expect(desk.ask('learners.list', {})).toMatchObject({ learners: [{ id: ben.id }] });
    expect(desk.failure('learners.export', { learner: ada.id })).toBe('not-found');
    const after = JSON.parse(desk.ask('learners.export', { learner: ben.id }).json);
    expect({ ...after, exportedAt: 0 }).toEqual({ ...JSON.parse(json), exportedAt: 0 });
    // Somebody who begins anew with the same id begins from nothing.
    desk.ask('learners.create', { id: ada.id, name: 'Ada', settings: {} });
    expect(ada.read('locks').progress).toMatchObject({ status: 'new', answered: 0, points: 0 });
  });
});

test('where things are', () => {
  const desk = new Harness({
    courses: [
      { kind: 'shipped', path: temporaryFolder() },
      { kind: 'machine', path: '/nowhere/deskwise' },
    ],
  });
  desk.learner();
  expect(desk.ask('storage.read', {})).toEqual({
    dataFolder: desk.dataFolder,
    courseFolders: [
      { kind: 'shipped', path: desk.library.folders[0]?.path, exists: true },
      { kind: 'machine', path: '/nowhere/deskwise', exists: false },
    ],
    events: 0,
  });
});
