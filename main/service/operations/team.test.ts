// The team view as a window asks for it: sources of every kind, figures, names only for what is mandatory.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../../core/policy/policy';
import { Desk } from '../../../tests/unit/support/folder-desk';
import { fixtureCourses, temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { ScriptedLrs, type Statement } from '../../../tests/unit/support/scripted-lrs';
import { Harness } from '../../../tests/unit/support/service';
import { finished, voiding } from '../../../tests/unit/support/team-statements';
import { VirtualClock } from '../../../tests/unit/support/virtual-clock';
import { Library } from '../library/library';
import { noParseCache } from '../store/parse-cache';
import type { Web } from '../sync/web';
import { Team } from '../team/team';

const id = (at: number): string => `01900000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const everything = { block: null, course: null, year: null, language: 'en' } as const;

/** So many people of a unit finished the course. */
const done = (unit: string, count: number, course = 'safe-desk', from = 0) =>
  Array.from({ length: count }, (_, at) =>
    finished({
      ...{ id: id(from + at + 1), account: `${unit}-${at + 1}`, course, success: true },
      at: '2026-03-02T00:00:00.000Z',
    }),
  );

const listOf = (units: Record<string, number>): string =>
  [
    'account,name,unit',
    ...Object.entries(units).flatMap(([unit, count]) =>
      Array.from({ length: count }, (_, at) => `${unit}-${at + 1},${unit} ${at + 1},${unit}`),
    ),
  ].join('\n');

/** A desk whose team view has read these files. */
async function deskWith(files: Record<string, string>, roster = ''): Promise<Harness> {
  const desk = new Harness();
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { team } = desk.service;
  if (roster !== '') {
    writeFileSync(join(folder, 'list.csv'), roster);
    team.readChosen('roster', [join(folder, 'list.csv')]);
  }
  team.readChosen(
    'files',
    Object.keys(files).map((name) => join(folder, name)),
  );
  await team.idle();
  return desk;
}

const peopleOf = (desk: Harness, state: 'all' | 'open' | 'overdue' | 'done', course = null) =>
  desk
    .ask('team.people', { block: null, course, state, from: 0, count: 100, language: 'en' })
    .rows.map(({ name, state }) => `${name} ${state}`);

describe('files that were handed in', () => {
  test('are counted in any form they come in, and said to be none where they are none', async () => {
    const [a, b, c, d, e] = done('x', 5);
    const desk = await deskWith({
      'answer.json': JSON.stringify({ statements: [a, a], more: '' }),
      'list.json': JSON.stringify([b]),
      'one.json': JSON.stringify(c),
      'lines.jsonl': `${JSON.stringify(d)}\n{"torn\n${JSON.stringify(e)}\n`,
      'letter.json': 'Dear office',
      'other.json': '{"name":"x"}',
    });
    expect(desk.ask('team.sources', {}).job).toMatchObject({
      state: 'done',
      reading: { taken: 5, known: 1, refused: 3 },
    });
    expect(desk.ask('team.read', everything)).toMatchObject({
      ...{ people: 5, isEmpty: false, roster: null },
      total: { people: 5, reached: 5 },
      byCourse: [{ id: 'safe-desk', title: 'A safe desk', people: 5, reached: 5 }],
    });
  });

  test('may be what learners save in Settings, and count once with the statements of the same', async () => {
    const desk = new Harness();
    const folder = temporaryFolder();
    const files = Array.from({ length: 5 }, (_, at) => {
      const pupil = new Pupil(desk, desk.learner(`Learner ${at}`));
      pupil.read('locks');
      pupil.answers('leaving', at < 4 ? 'right' : 'wrong');
      const { json } = desk.ask('learners.export', { learner: pupil.id });
      const file = join(folder, `${at}.json`);
      writeFileSync(file, json);
      return file;
    });
    const { team } = desk.service;
    team.readChosen('files', [...files, ...files]);
    await team.idle();
    expect(desk.ask('team.read', everything).people).toBe(5);
    // Four of five: in quarters, so that nobody can tell that it was one who was wrong.
    expect(desk.ask('team.questions', { course: 'safe-desk' })).toMatchObject({
      people: 5,
      items: [{ item: 'leaving', people: 5, rightAtFirst: 0.75, tempting: null }],
    });
  });

  test('of four people are too few for any figure', async () => {
    const desk = await deskWith({ 'all.json': JSON.stringify(done('x', 4)) });
    const view = desk.ask('team.read', everything);
    expect(view).toMatchObject({ isEmpty: true, people: 0, blocks: [], byBlock: [] });
    expect(view.total.reached).toBe(null);
  });
});

describe('figures', () => {
  const statements = [...done('archive', 12), ...done('post', 3, 'safe-desk', 100)];
  const roster = listOf({ archive: 12, post: 3, legal: 4 });

  test('follow the unit, the course and the year that were chosen', async () => {
    const desk = await deskWith({ 'all.json': JSON.stringify(statements) }, roster);
    const { blocks, years } = desk.ask('team.read', everything);
    expect(blocks.map(({ name, units, people }) => [name, units, people])).toEqual([
      ['archive', 1, 12],
      [null, 2, 7],
    ]);
    expect(years).toEqual([2026]);
    const [archive] = blocks;
    const of = (change: object) => desk.ask('team.read', { ...everything, ...change });
    expect(of({ block: archive?.key }).total).toEqual({ people: 12, reached: 12 });
    expect(of({ course: 'far-post' }).total).toEqual({ people: 19, reached: null });
    expect(of({ year: 2025 }).total.reached).toBe(null);
    expect(of({ year: 2026, course: 'safe-desk' }).total).toEqual({ people: 19, reached: 12 });
    // A block that is no more is nobody.
    expect(of({ block: 4711 }).total).toEqual({ people: 0, reached: null });
    expect(of({ course: 'safe-desk' }).overTime.at(-1)).toEqual({ month: '2026-11', reached: 12 });
  });

  test('about competences count whoever passed a course that is about them', async () => {
    const desk = await deskWith({ 'all.json': JSON.stringify(statements) }, roster);
    // At the first look what the courses are about is not known yet.
    expect(desk.ask('team.read', everything).competences).toBe(null);
    await desk.service.team.idle();
    const { competences } = desk.ask('team.read', everything);
    const shown = competences?.filter(({ reached }) => reached !== null);
    expect(shown).toEqual([{ code: '4.1', people: 19, reached: 12 }]);
  });
});

describe('mandatory courses', () => {
  const statements = [...done('archive', 5), ...done('post', 1, 'safe-desk', 100)];
  const roster = listOf({ archive: 6, post: 2 });

  test('name who has finished and who has not, and no more than that and the day', async () => {
    const desk = await deskWith({ 'all.json': JSON.stringify(statements) }, roster);
    expect(peopleOf(desk, 'all')).toEqual([]);
    desk.ask('team.require', { course: 'safe-desk', due: '2026-11-01' });
    expect(desk.ask('team.read', everything).mandatory).toEqual([
      {
        ...{ id: 'safe-desk', title: 'A safe desk', due: '2026-11-01', isOver: true },
        ...{ done: 6, open: 2, people: 8, isDecreed: false },
      },
    ]);
    expect(peopleOf(desk, 'overdue')).toEqual(['archive 6 overdue', 'post 2 overdue']);
    expect(peopleOf(desk, 'open')).toEqual([]);
    const { rows } = desk.ask('team.people', {
      ...{ block: null, course: null, state: 'done', from: 0, count: 1, language: 'en' },
    });
    expect(rows).toEqual([
      {
        ...{ account: 'archive-1', name: 'archive 1', unit: 'archive', group: '' },
        course: { id: 'safe-desk', title: 'A safe desk' },
        ...{ due: '2026-11-01', state: 'done', doneOn: '2026-03-02' },
      },
    ]);
    desk.ask('team.release', { course: 'safe-desk' });
    expect(peopleOf(desk, 'all')).toEqual([]);
  });

  test('of the policy stand there too, and cannot be taken back; a policy can forbid the view', async () => {
    const desk = await deskWith({ 'all.json': JSON.stringify(statements) }, roster);
    const decide = (written: object) => {
      desk.policy = readPolicy({
        ...{ state: 'read', file: 'policy.json', text: JSON.stringify(written) },
      });
    };
    decide({ MandatoryCourses: [{ course: 'safe-desk' }] });
    desk.ask('team.release', { course: 'safe-desk' });
    expect(desk.ask('team.read', everything).mandatory).toMatchObject([
      { id: 'safe-desk', due: null, isDecreed: true, open: 2 },
    ]);
    expect(peopleOf(desk, 'open')).toEqual(['archive 6 open', 'post 2 open']);
    decide({ TeamView: 'off', Studio: 'on' });
    expect(desk.failure('team.read', everything)).toBe('forbidden');
    expect(desk.ask('policy.read', {}).locks.team).toBe(true);
    // Writing courses is another matter, and the other way round.
    expect(desk.failure('studio.courses', {})).toBe(null);
    decide({ Studio: 'off' });
    expect(desk.failure('team.read', everything)).toBe(null);
  });
});

/** A team view that reaches what `web` reaches. */
function teamOver(web: Web, forgotten: string[] = []): Team {
  const library = new Library([{ kind: 'shipped', path: fixtureCourses() }], noParseCache);
  return new Team({
    ...{ library, web, dataFolder: temporaryFolder(), decreed: () => [] },
    now: () => new Date('2026-11-20T08:00:00.000Z'),
    log: (words, error) => {
      throw new Error(words, { cause: error });
    },
    forgetSecret: (name) => void forgotten.push(name),
    forgetSecrets: () => void forgotten.push('all of the team view'),
    ...{ onProgress: () => {}, onFigures: () => {} },
  });
}

const reachedIn = (team: Team): number | null => team.figures(everything).total.reached;
const signIn = { kind: 'basic', secret: 'team' } as const;

describe('a shared folder', () => {
  test('is read to its end, and the next time only what is new; when it is gone, nothing is lost', async () => {
    const share = temporaryFolder();
    const team = teamOver(() => Promise.reject(new Error('no web')));
    const [first, ...others] = done('x', 6);
    const put = async (statement: (typeof others)[number]) => {
      const { account } = statement.actor;
      const desk = new Desk(share, [account]);
      desk.outbox.add({ id: statement.id, json: JSON.stringify(statement) });
      await desk.settle();
    };
    for (const each of others) await put(each);
    team.addFolder(share);
    await team.idle();
    expect(reachedIn(team)).toBe(5);
    expect(team.sources().job).toMatchObject({ state: 'done', reading: { taken: 5 } });
    const [source] = team.sources().sources;
    if (first) await put(first);
    team.readAgain(source?.id ?? '');
    await team.idle();
    expect(team.sources().job).toMatchObject({ reading: { taken: 1, known: 0 } });
    expect(reachedIn(team)).toBe(6);
    rmSync(share, { recursive: true });
    team.readAgain(source?.id ?? '');
    await team.idle();
    expect(team.sources().sources[0]?.failed).toEqual({ kind: 'problem', problem: 'folder-gone' });
    expect(reachedIn(team)).toBe(6);
    team.close();
  });
});

describe('a learning record store', () => {
  const storeWith = (statements: readonly object[], script = {}) => {
    const clock = new VirtualClock();
    const lrs = new ScriptedLrs({ clock, ...script });
    for (const [at, each] of statements.entries()) {
      const stored = new Date(Date.UTC(2026, 10, 1, 0, 0, at)).toISOString();
      lrs.put({ ...(each as Statement), stored });
    }
    return { lrs, clock };
  };
  const read = async (team: Team, clock: VirtualClock): Promise<void> => {
    let isIdle = false;
    void team.idle().then(() => {
      isIdle = true;
    });
    // Between two pages nobody waits for the clock.
    while (!isIdle) await clock.runUntil(() => isIdle);
  };

  test.each([
    ['names its pages', {}],
    ['names them wrongly', { breaksMore: true }],
  ])('that %s is read page by page, and then only what is new', async (_, script) => {
    const { lrs, clock } = storeWith(done('x', 25), { pageLimit: 10, ...script });
    const team = teamOver(lrs.web);
    team.addLrs(lrs.endpoint, signIn);
    await read(team, clock);
    expect(team.sources().job).toMatchObject({ state: 'done', reading: { taken: 25, refused: 0 } });
    expect(reachedIn(team)).toBe(25);
    expect(team.origins()).toEqual(['https://lrs.example']);
    const asked = lrs.requests.length;
    team.readAgain(team.sources().sources[0]?.id ?? '');
    await read(team, clock);
    expect(lrs.requests.length - asked).toBeLessThanOrEqual(4);
    expect(team.sources().job).toMatchObject({ reading: { taken: 0 } });
    team.close();
  });

  test('decides itself what was taken back, whoever asked for it', async () => {
    const all = done('x', 6);
    const { lrs, clock } = storeWith([
      ...all,
      voiding({ id: id(900), account: 'administrator', voided: id(1) }),
    ]);
    const team = teamOver(lrs.web);
    team.addLrs(lrs.endpoint, signIn);
    await read(team, clock);
    expect(team.sources().job).toMatchObject({ reading: { taken: 6, voided: 1 } });
    expect(reachedIn(team)).toBe(5);
    team.close();
  });

  test('is gone with its password, and what was read stays', async () => {
    const { lrs, clock } = storeWith(done('x', 5));
    const forgotten: string[] = [];
    const team = teamOver(lrs.web, forgotten);
    team.addLrs(lrs.endpoint, signIn);
    await read(team, clock);
    team.removeSource(team.sources().sources[0]?.id ?? '');
    expect(forgotten).toEqual(['team']);
    expect(team.origins()).toEqual([]);
    expect(reachedIn(team)).toBe(5);
    team.close();
  });

  test.each([
    ['sign-in', { kind: 'sign-in-needed' }],
    ['portal-page', { kind: 'problem', problem: 'captive-portal' }],
    ['drop', { kind: 'offline' }],
    ['error-500', { kind: 'trouble' }],
  ] as const)('that fails by %s is said, and what was read before stays', async (fault, failed) => {
    let now: typeof fault | null = null;
    const { lrs, clock } = storeWith(done('x', 5), { fault: () => now });
    const team = teamOver(lrs.web);
    team.addLrs(lrs.endpoint, signIn);
    await read(team, clock);
    now = fault;
    team.readAgain(team.sources().sources[0]?.id ?? '');
    await read(team, clock);
    expect(team.sources().sources[0]).toMatchObject({ failed, readAt: '2026-11-20T08:00:00.000Z' });
    expect(reachedIn(team)).toBe(5);
    team.close();
  });
});

/** A team view that does something whenever it says how far it is. */
function teamWith(dataFolder: string, onProgress: () => void): Team {
  const library = new Library([{ kind: 'shipped', path: fixtureCourses() }], noParseCache);
  return new Team({
    ...{ library, dataFolder, onProgress, decreed: () => [] },
    now: () => new Date('2026-11-20T08:00:00.000Z'),
    web: () => Promise.reject(new Error('no web')),
    log: () => {},
    onFigures: () => {},
    forgetSecret: () => {},
    forgetSecrets: () => {},
  });
}

describe('a damaged file', () => {
  /** A table whose first page holds nothing that it should. */
  function spoil(file: string, table: string): void {
    const db = new Database(file);
    db.pragma('journal_mode = DELETE');
    const size = Number(db.pragma('page_size', { simple: true }));
    const { rootpage } = db
      .prepare<[string], { rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .get(table) ?? { rootpage: 0 };
    db.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xab, (rootpage - 1) * size, rootpage * size));
  }

  /** The figures of a shared folder with five people, and a mandatory course. */
  async function ofFolder(): Promise<{ data: string; file: string; share: string }> {
    const [data, share] = [temporaryFolder(), temporaryFolder()];
    const desk = new Harness({ data });
    for (const each of done('x', 5)) {
      const one = new Desk(share, [each.actor.account]);
      one.outbox.add({ id: each.id, json: JSON.stringify(each) });
      await one.settle();
    }
    desk.service.team.addFolder(share);
    await desk.service.team.idle();
    desk.ask('team.require', { course: 'safe-desk', due: '2026-12-01' });
    desk.close();
    return { data, file: join(data, 'team.db'), share };
  }

  test('is named, and can be erased, with nothing else touched', async () => {
    const { data, file } = await ofFolder();
    writeFileSync(file, 'no database at all, but something else that is long enough to be one');
    const desk = new Harness({ data });
    const learner = desk.learner('Amina');
    expect(desk.failure('team.read', everything)).toBe('team-damaged');
    expect(desk.ask('team.sources', {})).toMatchObject({
      damaged: { file, places: [] },
      sources: [],
    });
    desk.ask('team.forget', {});
    expect(desk.forgotten).toEqual(['team *']);
    expect(desk.ask('team.sources', {}).damaged).toBeNull();
    expect(desk.ask('team.read', everything).isEmpty).toBe(true);
    expect(desk.ask('learners.list', {}).learners.map(({ id }) => id)).toEqual([learner]);
  });

  test('in which the sources can still be read is read anew from them', async () => {
    const { data, file, share } = await ofFolder();
    spoil(file, 'coverage');
    const desk = new Harness({ data });
    expect(desk.failure('team.read', everything)).toBe('team-damaged');
    expect(desk.ask('team.sources', {}).damaged).toEqual({ file, places: [share] });
    // Looking at it changes nothing.
    expect(desk.ask('team.sources', {}).damaged?.places).toEqual([share]);
    desk.ask('team.begin-anew', {});
    await desk.service.team.idle();
    expect(desk.ask('team.sources', {})).toMatchObject({
      damaged: null,
      sources: [{ kind: 'folder', place: share, failed: null }],
    });
    expect(desk.ask('team.read', everything)).toMatchObject({
      mandatory: [{ id: 'safe-desk', due: '2026-12-01' }],
      total: { reached: 5 },
    });
    // Asked once more, from another window: a whole file is not erased.
    expect(desk.failure('team.begin-anew', {})).toBe('not-possible');
    expect(desk.ask('team.read', everything).total.reached).toBe(5);
  });
});

describe('erasing', () => {
  test('while a list is read leaves nothing of it, nor a copy from before an update', async () => {
    const folder = temporaryFolder();
    const list = join(temporaryFolder(), 'list.csv');
    writeFileSync(list, listOf({ archive: 6 }));
    let told = 0;
    const team = teamWith(folder, () => {
      if (++told === 1) team.forget();
    });
    team.sources();
    writeFileSync(join(folder, 'team.db.before-version-2'), 'Ada');
    team.readChosen('roster', [list]);
    await team.idle();
    expect(readdirSync(folder)).toEqual([]);
    expect(team.sources().roster).toBe(null);
    team.close();
  });
});

describe('reading', () => {
  test('of competences that was stopped stays stopped, however often the figures are looked at', async () => {
    const folder = temporaryFolder();
    const file = join(temporaryFolder(), 'all.json');
    writeFileSync(file, JSON.stringify(done('x', 300)));
    let isStopping = false;
    let begun = 0;
    let wasRunning = false;
    const team = teamWith(folder, () => {
      const isRunning = team.sources().job.state === 'running';
      // On a slow computer, it is told several times that one and the same goes on.
      if (isRunning && !wasRunning) begun++;
      wasRunning = isRunning;
      if (isRunning && isStopping) team.stop();
    });
    team.readChosen('files', [file]);
    await team.idle();
    team.close();
    // Another version of the courses: everybody's competences are to be counted again.
    const db = new Database(join(folder, 'team.db'));
    db.prepare("DELETE FROM meta WHERE key = 'skills'").run();
    db.close();
    isStopping = true;
    begun = 0;
    for (let look = 0; look < 3; look++) {
      team.figures({ block: null, course: null, year: null, language: 'en' });
      await team.idle();
    }
    expect(begun).toBe(1);
    expect(team.sources().job.state).toBe('cancelled');
    team.close();
  });

  test('can be stopped, and keeps what was taken in', async () => {
    const share = temporaryFolder();
    mkdirSync(share, { recursive: true });
    const file = join(share, 'all.json');
    writeFileSync(file, JSON.stringify(done('x', 3000)));
    let told = 0;
    // The first is that it begins, the second that something is read.
    const team = teamWith(temporaryFolder(), () => {
      if (++told === 2) team.stop();
    });
    team.readChosen('files', [file]);
    await team.idle();
    const { job } = team.sources();
    expect(job.state).toBe('cancelled');
    const taken = 'reading' in job ? job.reading.taken : -1;
    expect(taken).toBeLessThan(3000);
    team.readChosen('files', [file]);
    await team.idle();
    expect(team.sources().job).toMatchObject({
      state: 'done',
      reading: { taken: 3000 - taken, known: taken },
    });
    team.close();
  });
});
