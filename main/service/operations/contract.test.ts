// Anything at all, sent to every operation: what comes back is a named error, and nothing changed.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, type Operation } from '../../../core/contract';
import { keyOf } from '../../../core/course/kept/cards';
import { type ErrorKind, errorKinds, OperationError } from '../../../core/errors';
import { prove } from '../../../core/inputs';
import { sourceHash } from '../../../core/studio/translation/source-hash';
import {
  courseText,
  lessonText,
  smallCourse,
  writeFiles,
} from '../../../tests/unit/support/course-files';
import {
  examinedCourses,
  fixtureCourses,
  temporaryFolder,
} from '../../../tests/unit/support/folders';
import { Pupil } from '../../../tests/unit/support/pupil';
import { Harness, uuid } from '../../../tests/unit/support/service';
import { History } from '../studio/history';
import type { ServiceOperation } from './handlers';

const inputs = 200;
const names = (Object.keys(contract) as Operation[]).filter(
  (name): name is ServiceOperation => contract[name].at === 'service',
);

/** Keeps something, though no screen depends on it. */
const keeping: ReadonlySet<string> = new Set(['draft.save', 'place.save']);

/** The smallest picture there is. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The person's own courses: one with a test, and one that is being written. */
function write({ library, dataFolder }: Harness, own: string): void {
  cpSync(examinedCourses, own, { recursive: true });
  rmSync(join(own, 'mine'), { recursive: true, force: true });
  const course = smallCourse('mine', 'mine');
  const source = sourceHash(course['mine/01-first.md'] ?? '');
  writeFiles(own, {
    ...course,
    'mine/es/course.md': courseText('mine').replace('language: en', 'language: es'),
    'mine/es/01-first.md': lessonText('Primera', `source: "${source}"`),
  });
  library.reload(join(own, 'mine'));
  const history = new History(join(dataFolder, 'history'), () => new Date('2026-11-01T00:00:00Z'));
  history.keep(join(own, 'mine'), '01-first.md', 'Once.', false);
}
/** Only work once a pack, or a catalogue, was read or taken in, sync is on, or a team has a source: tests of their own see to that. */
const notYet: ReadonlyMap<string, ErrorKind> = new Map([
  ['team.read-again', 'not-found'],
  ['team.begin-anew', 'not-possible'],
  ...['change', 'pause', 'retry', 'begin-anew', 'end', 'sent', 'aside'].map(
    (verb): [string, ErrorKind] => [`sync.${verb}`, 'not-found'],
  ),
  ['persons.join', 'not-found'],
  ['persons.split', 'not-found'],
  ['pack.install', 'not-possible'],
  ['pack.trust', 'not-possible'],
  ['pack.remove', 'not-found'],
  ['catalogue.trust', 'not-possible'],
  ['catalogue.get', 'not-found'],
]);

const where = { kind: 'lrs', address: 'https://lrs.example/xapi', signIn: { kind: 'basic' } };

/** An input of each operation that works. */
function good(name: ServiceOperation, learner: string): Record<string, unknown> {
  const inCourse = { learner, language: 'en', course: 'safe-desk' };
  const inLesson = { ...inCourse, lesson: 'locks' };
  const onItem = { ...inLesson, item: 'leaving' };
  const inExam = { ...inCourse, course: 'examined', lesson: 'exam' };
  const event = uuid();
  const onSpanish = { folder: 'mine', language: 'es', file: '01-first.md' };
  const all: Record<ServiceOperation, Record<string, unknown>> = {
    'learners.list': {},
    'learners.create': { id: uuid(), name: 'Ada', settings: {} },
    'learners.open': { learner },
    'learners.change': { learner, name: 'Ada', settings: { theme: 'dark' } },
    'learners.export': { learner },
    'learners.erase': { learner },
    'home.read': { learner, language: 'en' },
    'library.read': { learner, language: 'en' },
    'library.search': { learner, language: 'en', words: 'lock the screen' },
    'path.read': { learner, language: 'en', path: 'first-days' },
    'course.read': inCourse,
    'result.read': inCourse,
    'lesson.read': inLesson,
    'lesson.open': { ...inLesson, event },
    'lesson.finish': { ...inLesson, event },
    'item.answer': { ...onItem, event, answer: [0], seconds: 3 },
    'item.hint': { ...onItem, event },
    'item.reveal': { ...onItem, event },
    'item.restart': { ...onItem, event },
    'test.finish': { ...inExam, group: 'final', event },
    'group.restart': { ...inExam, lesson: 'pool', group: 'some', event },
    'kept.save': { ...inCourse, lesson: 'last', item: 'habits', event, answer: [0, 2] },
    'card.recall': {
      ...inCourse,
      lesson: 'last',
      item: 'words-last',
      event,
      card: keyOf([{ type: 'text', text: 'Tailgating' }]),
      grade: 'good',
      seconds: 3,
    },
    'draft.save': { ...onItem, answer: [0] },
    'place.save': { ...inLesson, line: 3, offset: 0.5 },
    'organisation.read': {},
    'organisation.set': { text: 'helpdesk: Room 3' },
    'organisation.forget': {},
    'studio.courses': {},
    'studio.course': { folder: 'mine' },
    'studio.check': { folder: 'mine' },
    'studio.quality': { folder: 'mine' },
    'studio.results': { folder: 'mine', texts: ['{}'] },
    'studio.read': { folder: 'mine', file: '01-first.md' },
    'studio.save': { folder: 'mine', file: '01-first.md', text: '', base: null },
    'studio.set-aside': { folder: 'mine', file: '01-first.md', text: '' },
    'studio.history': { folder: 'mine', file: '01-first.md' },
    'studio.version': { folder: 'mine', file: '01-first.md', key: '2026-11-01T00-00-00-000Z.gz' },
    'studio.create': { template: 'blank', title: 'T', author: '', language: 'en' },
    'studio.copy': { course: 'safe-desk' },
    'studio.add-lesson': { folder: 'mine', title: 'T' },
    'studio.order-lessons': { folder: 'mine', files: ['01-first.md'] },
    'studio.bring-in': {
      folder: 'mine',
      name: 'bank.gift',
      format: 'gift',
      text: 'Sky is blue {T}',
    },
    'studio.hand-out': { folder: 'mine', file: '01-first.md', format: 'gift' },
    'studio.remove-lesson': { folder: 'mine', file: '01-first.md' },
    'studio.add-picture': { folder: 'mine', name: 'a.png', data: png },
    'translation.status': { folder: 'mine' },
    'translation.read': onSpanish,
    'translation.write': {
      ...onSpanish,
      key: 'choice#one/answer/1',
      source: 'This',
      words: 'Esto',
    },
    'translation.begin': { folder: 'mine', language: 'fr' },
    'translation.lay-out': onSpanish,
    'translation.settle': onSpanish,
    'translation.export': { folder: 'mine', language: 'es' },
    'translation.import': { folder: 'mine', language: 'es', text: '<xliff/>' },
    'team.read': { block: null, course: null, year: null, language: 'en' },
    'team.people': {
      ...{ block: null, course: null, state: 'all', from: 0, count: 10, language: 'en' },
    },
    'team.phishing': { language: 'en' },
    'team.questions': { course: 'safe-desk' },
    'team.sources': {},
    'team.begin-anew': {},
    'team.add-store': { address: 'https://lrs.example/xapi' },
    'team.read-again': { source: uuid() },
    'team.remove-source': { source: uuid() },
    'team.stop': {},
    'team.require': { course: 'safe-desk', due: '2027-03-31' },
    'team.release': { course: 'safe-desk' },
    'team.forget-roster': {},
    'team.forget': {},
    'trial.begin': { learner },
    'trial.end': {},
    'pack.read': {},
    'pack.install': { job: uuid() },
    'pack.dismiss': {},
    'pack.stop': {},
    'pack.trust': { job: uuid(), name: 'Unit' },
    'pack.added': { course: 'safe-desk' },
    'pack.remove': { course: 'safe-desk' },
    'catalogue.read': { language: 'en' },
    'catalogue.coming': { learner, language: 'en' },
    'catalogue.check': {},
    'catalogue.set': { address: 'https://courses.example/' },
    'catalogue.forget': {},
    'catalogue.acknowledge': {},
    'catalogue.trust': { keyId: 'a'.repeat(32) },
    'catalogue.get': { courses: ['safe-desk'] },
    'catalogue.stop': {},
    'catalogue.pin': { course: 'safe-desk', pinned: true },
    'signers.list': {},
    'signers.acknowledge': {},
    'signers.know': { key: 'a'.repeat(64), name: 'Unit' },
    'signers.forget': { keyId: 'a'.repeat(32) },
    'export.start': { export: uuid(), course: 'safe-desk', format: 'html', language: 'en' },
    'export.read': { export: uuid() },
    'export.end': { export: uuid() },
    // Nothing lies in it, so that nothing is brought in.
    'import.read': {},
    'import.cancel': {},
    'import.report': { from: 0, count: 10 },
    'policy.read': {},
    'storage.read': {},
    'sync.read': { learner },
    'sync.sign': { learner },
    'sync.try': { learner, target: uuid(), where, account: null },
    'sync.set-up': {
      ...{ learner, target: uuid(), where, account: null, level: 'completion', past: true },
    },
    'sync.change': { learner, target: event, level: 'score' },
    'sync.pause': { learner, target: event, isPaused: true },
    'sync.retry': { learner, target: event },
    'sync.begin-anew': { learner, target: event },
    'sync.end': { learner, target: event, takeBack: true },
    'sync.preview': {
      ...{ learner, language: 'en', level: 'detail', account: null, from: 0, count: 5 },
    },
    'sync.sent': { learner, target: event, language: 'en', before: null, count: 5, within: null },
    'sync.aside': { learner, target: event, language: 'en' },
    'persons.read': { learner },
    'persons.join': { learner, other: event },
    'persons.split': { learner, other: event },
  };
  return all[name];
}

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

const odd = fc.oneof(
  anything,
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    ...['__proto__', 'constructor', 'hasOwnProperty', '', '../..', 'x'.repeat(100_000)],
    ...[Number.NaN, Infinity, -1, 1e308, [], {}, null, undefined, [[[]]]],
  ),
  fc.uuid(),
);

describe.each(names)('%s', (name) => {
  test(`${inputs} inputs of any kind`, () => {
    const own = temporaryFolder();
    const desk = new Harness({
      courses: [
        { kind: 'shipped', path: fixtureCourses() },
        { kind: 'own', path: own },
      ],
    });
    write(desk, own);
    const ada = new Pupil(desk);
    ada.answers('signs', 'wrong');
    ada.drafts('leaving', [1]);
    const isKeeping = keeping.has(name) || 'writes' in contract[name];
    let kept = desk.everything();
    const whole = good(name, ada.id);
    const keys = Object.keys(whole);
    const near = fc
      .tuple(
        fc.subarray(keys, { minLength: Math.min(1, keys.length) }),
        fc.array(odd, { minLength: keys.length, maxLength: keys.length }),
        fc.boolean(),
      )
      .map(([changed, values, isLeftOut]) => {
        const input = { ...good(name, ada.id) };
        for (const key of changed) {
          if (isLeftOut) delete input[key];
          else input[key] = values[keys.indexOf(key)];
        }
        return keys.length === 0 ? { [String(values.length)]: 1 } : input;
      });
    let failed = 0;
    fc.assert(
      fc.property(fc.oneof(anything, near, near), (input) => {
        const reply = desk.reply(name, input);
        if (!reply.ok) {
          failed++;
          expect(errorKinds).toContain(reply.error.kind);
          expect(reply.error.kind).not.toBe('unexpected');
        }
        const now = desk.everything();
        if (!reply.ok || !isKeeping) expect(now).toBe(kept);
        kept = now;
        if (!desk.service.store().learners.find(ada.id)) {
          desk.ask('learners.create', { id: ada.id, name: 'Ada', settings: {} });
          kept = desk.everything();
        }
      }),
      { numRuns: inputs },
    );
    expect(failed).toBeGreaterThan(inputs / 4);
    expect(desk.log.filter(({ words }) => words.endsWith('failed'))).toEqual([]);
    // What is right still works.
    write(desk, own);
    const ben = desk.learner('Ben');
    const expected = notYet.get(name);
    expect(desk.reply(name, good(name, ben))).toMatchObject(
      expected ? { ok: false, error: { kind: expected } } : { ok: true },
    );
  });

  test('an operation takes each key it names and no other', () => {
    const desk = new Harness();
    const { id } = new Pupil(desk);
    const before = desk.everything();
    expect(desk.reply(name, { ...good(name, id), more: 1 })).toMatchObject({
      ok: false,
      error: { kind: 'bad-input' },
    });
    expect(desk.everything()).toBe(before);
  });
});

test('lists in lists without end are a bad input, not a crash', () => {
  const desk = new Harness();
  const { id } = new Pupil(desk);
  let deep: unknown = [];
  for (let n = 0; n < 20_000; n++) deep = [deep];
  const circle: unknown[] = [];
  circle.push(circle);
  for (const name of ['item.answer', 'draft.save'] as const) {
    for (const answer of [deep, circle]) {
      expect(desk.reply(name, { ...good(name, id), answer })).toEqual({
        ok: false,
        error: { kind: 'bad-input', values: { what: expect.any(String) } },
      });
    }
  }
});

test('names that are no operation of the service', () => {
  const desk = new Harness();
  for (const name of ['app.read', 'file.save', '', 'learners', '__proto__', 'constructor']) {
    expect(desk.reply(name, {})).toEqual({
      ok: false,
      error: { kind: 'bad-input', values: { what: 'operation' } },
    });
  }
});

describe('what only the shell answers', () => {
  const shellNames = (Object.keys(contract) as Operation[]).filter(
    (name) => contract[name].at === 'shell',
  );
  const whole: Record<string, Record<string, unknown>> = {
    'app.read': {},
    'window.theme': { theme: 'dark', language: 'es' },
    'window.ready': {},
    'organisation.open': {},
    'results.open': {},
    'questions.open': {},
    'translation.open': {},
    'link.open': { url: 'https://norlund.example' },
    'file.save': { name: 'all.json', text: '{}' },
    'import.choose': {},
    'pack.inspect': {},
    'pack.export': { course: 'safe-desk' },
    'signing.read': {},
    'signing.create': {},
    'signing.forget': {},
    'export.save': { export: uuid() },
    'sheet.save': { export: uuid() },
    'asset.save': { course: 'safe-desk', path: 'assets/checklist.pdf' },
    'team.choose': { what: 'files' },
    'team.sign-in': { address: 'https://lrs.example/xapi', user: 'reader', password: 'secret' },
    'table.save': { name: 'open', format: 'csv', rows: [['Name'], ['Ada']] },
    'text.copy': { text: '::: choice' },
    'folder.choose': {},
    'secret.keep': { target: uuid(), address: 'https://lrs.example', user: 'k', password: 's' },
    'secret.forget': { target: uuid() },
    'proxy.sign-in': { user: 'k', password: 's' },
    'folder.show': { folder: 'data' },
  };

  test.each(shellNames)(
    '%s proves its input without a crash, and takes no key it does not name',
    (name) => {
      const good = whole[name] ?? {};
      const refusal = new OperationError('bad-input', { what: 'input' });
      expect(() => prove(name, good)).not.toThrow();
      expect(() => prove(name, { ...good, more: 1 })).toThrow(refusal);
      fc.assert(
        fc.property(odd, fc.nat(3), (value, at) => {
          const key = Object.keys(good)[at];
          const input = key === undefined ? value : { ...good, [key]: value };
          let checked: object;
          try {
            checked = prove(name, input);
          } catch (thrown) {
            expect(thrown).toEqual(refusal);
            return;
          }
          // Whatever passes is a plain object with the known keys and nothing else.
          const known = Object.keys(good);
          expect(Object.keys(checked).every((each) => known.includes(each))).toBe(true);
        }),
        { numRuns: inputs },
      );
    },
  );

  test('all of them are named here', () => {
    expect([...shellNames].sort()).toEqual(Object.keys(whole).sort());
    expect(shellNames.length + names.length).toBe(Object.keys(contract).length);
  });
});
