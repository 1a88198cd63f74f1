// Sync as a person steers it: on, tried, seen, paused, taken back and ended, over a store that plays tricks and a real folder.
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { noPolicy, readPolicy } from '../../../core/policy/policy';
import type { SyncTargetView } from '../../../core/sync/views';
import { extensions as names } from '../../../core/xapi/iris';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { type Fault, ScriptedLrs } from '../../../tests/unit/support/scripted-lrs';
import { Harness, uuid } from '../../../tests/unit/support/service';

const account = { homePage: 'https://people.example', name: 'b7' };

/** Lets time pass until it is so. What is read from the disk meanwhile takes real time. */
async function pass(desk: Harness, isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !isSo(); turn++) {
    await wait(2);
    await desk.time.runUntil(isSo, desk.time.now() + 3000);
  }
}

/** An hour in which nothing should happen. */
async function passHour(desk: Harness): Promise<void> {
  await wait(20);
  await desk.time.runUntil(() => false, desk.time.now() + 3_600_000);
}

/** A desk with a learner, and a learning record store that does what it is told. */
function withLrs(script: { fault?: () => Fault | null; desk?: Harness; lrs?: ScriptedLrs } = {}) {
  const desk = script.desk ?? new Harness();
  const { fault = () => null } = script;
  const lrs = script.lrs ?? new ScriptedLrs({ clock: desk.time, fault });
  desk.web = lrs.web;
  const pupil = new Pupil(desk);
  const target = uuid();
  const where = {
    ...{ kind: 'lrs' as const, address: lrs.endpoint },
    signIn: { kind: 'basic' as const },
  };
  const view = () => desk.ask('sync.read', { learner: pupil.id });
  return {
    ...{ desk, lrs, pupil, target, where, view, learner: pupil.id },
    setUp: (level: 'completion' | 'score' | 'detail', past = true) =>
      desk.ask('sync.set-up', { learner: pupil.id, target, where, account, level, past }),
    own: (): SyncTargetView => view().targets[0] as SyncTargetView,
    /** Lets time pass until it stands so. */
    until: (kind: SyncTargetView['state']['kind']) =>
      pass(desk, () => view().targets[0]?.state.kind === kind),
    settled: () =>
      pass(desk, () => {
        const [own] = view().targets;
        return (
          own?.state.kind === 'up-to-date' && own.state.at !== null && own.counts.waiting === 0
        );
      }),
  };
}

test('without a target there is nothing: no origin, no request, no timer', async () => {
  const { desk, lrs, pupil, view } = withLrs();
  pupil.answers('leaving', 'right');
  desk.service.syncing.follow();
  desk.service.syncing.nudge();
  expect(view()).toMatchObject({ targets: [], ended: [], trial: null });
  await desk.time.runUntil(() => false);
  expect([desk.origins, lrs.requests, desk.changed]).toEqual([[], [], []]);
});

describe('a place is tried', () => {
  test('before anything is sent: it may be asked, and nothing is written there', async () => {
    const { desk, lrs, pupil, target, where, view, learner } = withLrs();
    pupil.answers('leaving', 'right');
    desk.ask('sync.try', { learner, target, where, account });
    expect(view().trial).toEqual({ target, outcome: null });
    await pass(desk, () => view().trial?.outcome !== null);
    expect(view().trial?.outcome?.kind).toBe('up-to-date');
    expect(desk.origins).toEqual([['https://lrs.example'], []]);
    expect(lrs.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(lrs.held.size).toBe(0);
    expect(view().targets).toEqual([]);
  });

  test.each([
    ['sign-in', { kind: 'sign-in-needed' }],
    ['portal-page', { kind: 'problem', problem: 'captive-portal' }],
    ['drop', { kind: 'waiting', why: 'offline' }],
  ] as const)('%s is told', async (fault, outcome) => {
    const { desk, target, where, view, learner } = withLrs({ fault: () => fault });
    desk.ask('sync.try', { learner, target, where, account: null });
    await pass(desk, () => view().trial?.outcome !== null);
    expect(view().trial?.outcome).toMatchObject(outcome);
  });
});

describe('a learning record store', () => {
  test('gets what was and is done, at the level that was chosen, and no more', async () => {
    const { desk, lrs, pupil, setUp, own, settled, learner, target } = withLrs();
    pupil.answers('leaving', 'right');
    setUp('detail');
    await settled();
    const before = lrs.held.size;
    expect(before).toBeGreaterThan(0);
    pupil.answers('signs', 'wrong');
    desk.service.syncing.nudge();
    await settled();
    expect(lrs.held.size).toBeGreaterThan(before);
    expect(own()).toMatchObject({ level: 'detail', account, counts: { waiting: 0, aside: 0 } });

    // At the lowest level, answers stay here.
    desk.ask('sync.change', { learner, target, level: 'completion' });
    const here = lrs.held.size;
    pupil.answers('true-locks', 'right');
    desk.service.syncing.nudge();
    await settled();
    expect(lrs.held.size).toBe(here);
  });

  test('brings what was done on another computer, and the screens hear of it', async () => {
    const first = withLrs();
    first.pupil.answers('leaving', 'right');
    first.setUp('detail');
    await first.settled();
    const clock = new Harness();
    const statements = [...first.lrs.held.values()];
    const second = withLrs({ desk: clock });
    for (const each of statements) second.lrs.put(each);
    const progress = () =>
      second.desk.ask('course.read', {
        learner: second.learner,
        language: 'en',
        course: 'safe-desk',
      }).progress;
    const before = progress();
    second.setUp('detail');
    await second.settled();
    await pass(second.desk, () => second.desk.changed.includes('progress'));
    expect(progress()).not.toEqual(before);
    const { others } = second.desk.ask('persons.read', { learner: second.learner });
    expect(others).toMatchObject([{ learner: first.learner, name: null, isMe: true }]);

    // A wrong join is taken back, and that is taken back as well.
    second.desk.ask('persons.split', { learner: second.learner, other: first.learner });
    expect(progress()).toEqual(before);
    second.desk.ask('persons.join', { learner: second.learner, other: first.learner });
    expect(progress()).not.toEqual(before);
  });

  test('of two profiles, it is told where the work of each goes, and joined it goes there', async () => {
    const { desk, lrs, pupil, setUp, settled, learner, target } = withLrs();
    setUp('score');
    await settled();
    const ben = new Pupil(desk, desk.learner('Ben'));
    const folder = temporaryFolder();
    const theirs = uuid();
    desk.service.syncing.chooseFolder(folder);
    const on = { learner: ben.id, target: theirs, where: { kind: 'folder' as const } };
    desk.ask('sync.set-up', { ...on, account: null, level: 'detail', past: false });
    const [mine, other] = [
      [{ place: lrs.endpoint, level: 'score' }],
      [{ place: folder, level: 'detail' }],
    ];
    expect(desk.ask('persons.read', { learner })).toMatchObject({
      own: { goesTo: mine },
      others: [{ learner: ben.id, goesTo: other }],
    });
    expect(desk.ask('persons.read', { learner: ben.id })).toMatchObject({
      own: { goesTo: other },
      others: [{ learner, goesTo: mine }],
    });
    desk.ask('sync.pause', { learner, target, isPaused: true });
    desk.ask('sync.pause', { learner: ben.id, target: theirs, isPaused: true });
    desk.ask('persons.join', { learner, other: ben.id });
    const places = [...other, ...mine].map(({ place }) => place).sort();
    const { own } = desk.ask('persons.read', { learner });
    expect(own.goesTo.map(({ place }) => place).sort()).toEqual(places);

    const { sync } = desk.service.store();
    const waitingAt = (id: string) =>
      sync
        .outbox(id)
        .waiting(1000, 1e9)
        .map((each) => each.id);
    pupil.masters('last');
    const done = pupil.events().at(-1)?.id;
    expect(waitingAt(theirs)).toContain(done);
    ben.masters('locks');
    const finished = ben.events().findLast(({ type }) => type === 'lesson.finished')?.id;
    expect(waitingAt(target)).toContain(finished);
  });

  test('a wrong password stops it, and what waits stays until somebody signs in', async () => {
    let fault: Fault | null = 'sign-in';
    const { desk, lrs, pupil, setUp, own, until, settled, learner, target } = withLrs({
      fault: () => fault,
    });
    pupil.answers('leaving', 'right');
    setUp('detail');
    await until('sign-in-needed');
    expect(own().counts.waiting).toBeGreaterThan(0);
    expect(desk.ask('sync.sign', { learner })).toEqual({ needsPerson: true });
    fault = null;
    desk.ask('sync.retry', { learner, target });
    await settled();
    expect(lrs.held.size).toBeGreaterThan(0);
    expect(desk.ask('sync.sign', { learner })).toEqual({ needsPerson: false });
  });

  test('what it refuses lies aside, with the reason, and the rest arrives', async () => {
    const desk = new Harness();
    const refuses = new Set<string>();
    const lrs = new ScriptedLrs({ clock: desk.time, refuses });
    const { pupil, setUp, own, settled, learner, target } = withLrs({ desk, lrs });
    pupil.answers('leaving', 'right');
    const answered = desk.service
      .store()
      .events.ofLearner(learner)
      .find(({ type }) => type === 'item.answered');
    refuses.add(answered?.id ?? '');
    setUp('detail');
    await settled();
    expect(own()).toMatchObject({
      counts: { waiting: 0, aside: 1 },
      aside: [{ reason: 'refused', count: 1 }],
    });
    const { rows } = desk.ask('sync.aside', { learner, target, language: 'en' });
    expect(rows).toMatchObject([{ id: answered?.id, reason: 'refused', verb: 'answered' }]);
  });

  test('what it holds in other words lies aside, and is shown however little sense it makes', async () => {
    const { desk, lrs, pupil, setUp, own, settled, learner, target } = withLrs();
    pupil.answers('leaving', 'right');
    setUp('detail');
    await settled();
    const asked = { learner, target, language: 'en' };
    const [event] = pupil.events();
    const [known] = desk.ask('sync.sent', { ...asked, before: null, count: 1, within: null }).rows;
    const said = { ...event, version: 'of somebody else' };
    const extensions = { [names.event]: JSON.stringify(said) };
    const { id, actor } = JSON.parse(known?.json ?? '');
    desk.service
      .store()
      .sync.inbox(target)
      .take([{ id, actor, context: { extensions }, verb: 7, timestamp: 'lately' }]);
    expect(own().aside).toEqual([{ reason: 'different-here', count: 1 }]);
    const [row] = desk.ask('sync.aside', asked).rows;
    expect(row).toMatchObject({ id, verb: '', about: '', reason: 'different-here' });
    expect(row?.when).toBe(row?.at);
    expect(lrs.held.size).toBe(1);
  });

  test('looks again when it is asked to, though it looked a moment ago', async () => {
    const { desk, lrs, setUp, settled, learner, target } = withLrs();
    setUp('detail');
    await settled();
    const asked = lrs.requests.length;
    desk.ask('sync.retry', { learner, target });
    await pass(desk, () => lrs.requests.length > asked);
    expect(lrs.requests.length).toBeGreaterThan(asked);
  });

  test('a pause sends nothing and asks nobody; going on sends what came meanwhile', async () => {
    const { desk, lrs, pupil, setUp, own, settled, learner, target } = withLrs();
    setUp('detail');
    await settled();
    desk.ask('sync.pause', { learner, target, isPaused: true });
    expect(own().state).toEqual({ kind: 'paused' });
    expect(desk.origins.at(-1)).toEqual([]);
    const asked = lrs.requests.length;
    pupil.answers('leaving', 'right');
    desk.service.syncing.nudge();
    await passHour(desk);
    expect(lrs.requests.length).toBe(asked);
    expect(own().counts.waiting).toBeGreaterThan(0);
    desk.ask('sync.pause', { learner, target, isPaused: false });
    await settled();
    expect(own().counts.waiting).toBe(0);
  });

  test('the end can take back what arrived; the ledger stays, the password goes', async () => {
    const { desk, lrs, pupil, setUp, settled, view, learner, target } = withLrs();
    pupil.answers('leaving', 'right');
    setUp('detail');
    await settled();
    const sent = [...lrs.held.keys()];
    desk.ask('sync.end', { learner, target, takeBack: true });
    expect(view().targets).toEqual([]);
    await pass(desk, () => desk.forgotten.length > 0);
    const voided = [...lrs.held.values()]
      .filter(({ verb }) => (verb as { id: string }).id.endsWith('/voided'))
      .map(({ object }) => (object as { id: string }).id);
    expect(voided.sort()).toEqual(sent.sort());
    expect(desk.forgotten).toEqual([target]);
    expect(desk.origins.at(-1)).toEqual([]);
    const { rows } = desk.ask('sync.sent', {
      ...{ learner, target, language: 'en', before: null, count: 100, within: null },
    });
    expect(
      rows
        .filter(({ isVoided }) => isVoided)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(sent);
    // Nothing more goes there.
    const asked = lrs.requests.length;
    pupil.answers('signs', 'wrong');
    desk.service.syncing.nudge();
    await passHour(desk);
    expect(lrs.requests.length).toBe(asked);
  });

  test('once all is taken back the password goes, whatever the server says from then on', async () => {
    let isTakenBack = () => false;
    const { desk, pupil, setUp, settled, view, learner, target } = withLrs({
      fault: () => (isTakenBack() ? 'sign-in' : null),
    });
    pupil.answers('leaving', 'right');
    setUp('detail');
    await settled();
    isTakenBack = () => view().ended[0]?.counts.waiting === 0;
    desk.ask('sync.end', { learner, target, takeBack: true });
    await pass(desk, () => desk.forgotten.length > 0);
    expect(desk.forgotten).toEqual([target]);
    expect(desk.origins.at(-1)).toEqual([]);
    expect(view().ended[0]?.state).toEqual({ kind: 'off' });
  });

  test('another profile of this computer sees nothing of it, and cannot steer it', () => {
    const { desk, setUp, target } = withLrs();
    setUp('detail');
    const ben = desk.learner('Ben');
    expect(desk.ask('sync.read', { learner: ben }).targets).toEqual([]);
    expect(desk.failure('sync.end', { learner: ben, target, takeBack: false })).toBe('not-found');
  });

  test('erasing a profile ends its sync and its password', () => {
    const { desk, setUp, target, learner } = withLrs();
    setUp('detail');
    desk.ask('learners.erase', { learner });
    expect(desk.forgotten).toEqual([target]);
    expect(desk.origins.at(-1)).toEqual([]);
  });
});

describe('what would leave', () => {
  test('is seen before, and is what then leaves', async () => {
    const { desk, lrs, pupil, setUp, settled, learner } = withLrs();
    pupil.answers('leaving', 'right');
    const asked = { learner, language: 'en', account, from: 0, count: 50 };
    const preview = desk.ask('sync.preview', { ...asked, level: 'detail' });
    expect(preview.isExample).toBe(false);
    setUp('detail');
    await settled();
    expect(preview.statements.map(({ id }) => id)).toEqual([...lrs.held.keys()]);
    const first = lrs.bodies.flatMap((body) => JSON.parse(body) as unknown[]);
    expect(preview.statements.map(({ json }) => JSON.parse(json))).toEqual(first);
  });

  test('where nothing is sent at a level, an example is shown, and is called one', () => {
    const { desk, pupil, learner } = withLrs();
    pupil.answers('leaving', 'right');
    const preview = desk.ask('sync.preview', {
      ...{ learner, language: 'en', level: 'completion', account: null, from: 0, count: 5 },
    });
    expect(preview).toMatchObject({
      isExample: true,
      statements: [{ verb: 'completed' }],
      next: null,
    });
    expect(preview.statements[0]?.json).not.toMatch(/score/);
  });

  test('the ledger tells it by the day', async () => {
    const { desk, pupil, setUp, settled, learner, target } = withLrs();
    pupil.answers('leaving', 'right');
    setUp('detail');
    await settled();
    const onDay = (from: string, to: string) =>
      desk.ask('sync.sent', {
        ...{ learner, target, language: 'en', before: null, count: 2, within: { from, to } },
      });
    const today = onDay('2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z');
    expect(today.rows.length).toBe(1);
    expect(onDay('2026-11-19T00:00:00.000Z', '2026-11-20T00:00:00.000Z').rows).toEqual([]);
  });
});

describe('the organisation', () => {
  const policy = (written: object) =>
    readPolicy({ state: 'read', file: '/etc/policy.json', text: JSON.stringify(written) });

  test('can switch all of it off, also what is on', async () => {
    const { desk, lrs, where, own, setUp, settled, learner } = withLrs();
    setUp('detail');
    await settled();
    desk.policy = policy({ SyncLevel: { most: 'off' } });
    desk.service.syncing.follow();
    expect(own().state).toEqual({ kind: 'off' });
    const asked = lrs.requests.length;
    expect(desk.failure('sync.try', { learner, target: uuid(), where, account })).toBe('forbidden');
    await passHour(desk);
    expect(lrs.requests.length).toBe(asked);
    desk.policy = noPolicy;
    desk.service.syncing.follow();
    await settled();
    expect(lrs.requests.length).toBeGreaterThan(asked);
  });

  test('lowers what is sent, and can say where it goes', () => {
    const { desk, setUp, own, where, learner, lrs } = withLrs();
    const address = lrs.endpoint;
    desk.policy = policy({
      SyncLevel: { most: 'score', fixed: true },
      SyncTarget: { kind: 'lrs', address, actorHomePage: 'https://staff.example' },
    });
    setUp('detail');
    expect(own().level).toBe('score');
    const elsewhere = { ...where, address: 'https://other.example/xapi' };
    const chosen = { learner, target: uuid(), account: null, level: 'score', past: true } as const;
    expect(desk.failure('sync.set-up', { ...chosen, where: elsewhere })).toBe('forbidden');
    desk.ask('sync.set-up', { ...chosen, where });
    const { targets } = desk.ask('sync.read', { learner });
    expect(targets.at(-1)?.account).toMatchObject({ homePage: 'https://staff.example' });
    // What is on cannot be led elsewhere afterwards, and then nothing of the change holds.
    const change = { learner, target: chosen.target, where: elsewhere, level: 'score' } as const;
    expect(desk.failure('sync.change', change)).toBe('forbidden');
    expect(desk.ask('sync.read', { learner }).targets).toEqual(targets);
  });
});

describe('a folder', () => {
  /** A computer of its own. */
  function computer(folder: string, name: string) {
    const desk = new Harness();
    const pupil = new Pupil(desk);
    const target = uuid();
    desk.service.syncing.chooseFolder(folder);
    const read = () => desk.ask('sync.read', { learner: pupil.id });
    return {
      ...{ desk, pupil, target, read, learner: pupil.id },
      setUp: () =>
        desk.ask('sync.set-up', {
          ...{ learner: pupil.id, target, level: 'detail', past: true },
          ...{ where: { kind: 'folder' }, account: { ...account, name } },
        }),
      /** Real files take real time. */
      async settle() {
        for (let turn = 0; turn < 400; turn++) {
          await wait(5);
          await desk.time.runUntil(() => false, desk.time.now());
          const { state, counts } = read().targets[0] as SyncTargetView;
          const isDone = state.kind === 'up-to-date' && state.at !== null && counts.waiting === 0;
          if (isDone || state.kind === 'problem') return;
        }
      },
      progress: () =>
        desk.ask('course.read', { learner: pupil.id, language: 'en', course: 'safe-desk' })
          .progress,
    };
  }

  test('carries what one computer did to the other, under the code that was made here', async () => {
    const folder = temporaryFolder();
    const one = computer(folder, 'code');
    one.pupil.answers('leaving', 'right');
    one.setUp();
    expect(one.read().chosenFolder).toBeNull();
    await one.settle();
    expect(readdirSync(join(folder, 'deskwise', '1'))).toHaveLength(1);
    const two = computer(folder, 'code');
    expect(two.progress()).not.toEqual(one.progress());
    two.setUp();
    await two.settle();
    expect(two.progress()).toEqual(one.progress());
  });

  test('that is gone is told; begun anew, all of it is written once more', async () => {
    const above = temporaryFolder();
    const folder = join(above, 'shared');
    mkdirSync(folder);
    const { desk, pupil, setUp, settle, read, learner, target } = computer(folder, 'code');
    pupil.answers('leaving', 'right');
    setUp();
    await settle();
    rmSync(join(folder, 'deskwise'), { recursive: true });
    desk.ask('sync.retry', { learner, target });
    await pass(desk, () => read().targets[0]?.state.kind === 'problem');
    expect(read().targets[0]?.state).toEqual({ kind: 'problem', problem: 'folder-gone' });
    desk.ask('sync.begin-anew', { learner, target });
    await wait(20);
    await settle();
    const root = join(folder, 'deskwise', '1');
    const [person = ''] = readdirSync(root);
    const [file = ''] = readdirSync(join(root, person));
    expect(readFileSync(join(root, person, file), 'utf8').split('\n').length).toBe(2);
  });

  test('says what in it could not be read, and no more once it can be', async () => {
    const folder = temporaryFolder();
    const one = computer(folder, 'code');
    one.pupil.answers('leaving', 'right');
    one.setUp();
    await one.settle();
    const two = computer(folder, 'code');
    two.setUp();
    await two.settle();
    const unread = () => two.read().targets[0]?.unread;
    expect(unread()).toBeNull();

    const look = async () => {
      two.desk.ask('sync.retry', { learner: two.learner, target: two.target });
      await wait(20);
      await two.settle();
    };
    const root = join(folder, 'deskwise', '1');
    const [person = ''] = readdirSync(root);
    const [file = ''] = readdirSync(join(root, person));
    const [whole = ''] = readFileSync(join(root, person, file), 'utf8').split('\n');
    // One is not downloaded yet; in a conflict copy of another the first line is torn.
    const onItsWay = join(root, person, 'phone.0001.jsonl.nextcloud');
    writeFileSync(onItsWay, ' ');
    const copy = join(root, person, file.replace('.jsonl', ' (conflicted copy).jsonl'));
    writeFileSync(copy, `${whole.slice(0, 90)}\n${whole}\n`);
    symlinkSync(copy, join(root, person, 'link.jsonl'));
    await look();
    expect(unread()).toEqual({ later: 1, torn: 1, foreign: 0, leftAlone: 1 });
    expect(two.progress()).toEqual(one.progress());
    rmSync(onItsWay);
    rmSync(copy);
    rmSync(join(root, person, 'link.jsonl'));
    await look();
    expect(unread()).toBeNull();
  });

  test('that nobody chose is not used', () => {
    const desk = new Harness();
    const learner = desk.learner();
    const asked = { learner, target: uuid(), where: { kind: 'folder' }, account: null } as const;
    expect(desk.failure('sync.try', asked)).toBe('not-found');
    expect(desk.failure('sync.set-up', { ...asked, level: 'detail', past: true })).toBe(
      'not-found',
    );
  });
});
