// What a training office counts of a statement: the same at every level, and nothing of what is made up badly.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEvent, wideWorld } from '../../tests/event-arbitraries';
import { nastyTexts } from '../../tests/nasty-texts';
import { finished, voiding } from '../../tests/unit/support/team-statements';
import { levels } from '../sync/level';
import { statementOf, voidingStatement } from '../xapi/statement-of';
import { factOf, isoOf, tellingOf } from './fact';

const account = { homePage: 'https://id.example', name: 'ada' };
const setting = {
  account,
  level: 'detail',
  platform: 'Deskwise 1.0.0',
  now: new Date('2031-01-01'),
  about: null,
};

describe('a statement', () => {
  test('at any level tells of a course or a lesson what the event itself tells', () => {
    const plain = { ...wideWorld, names: ['phishing', 'a/b?c#d'] };
    fc.assert(
      fc.property(anyEvent(plain), fc.constantFrom(...levels), (event, level) => {
        const statement = statementOf(event, { ...setting, level });
        if (!statement) return;
        const told = tellingOf(JSON.parse(JSON.stringify(statement)));
        const fact = factOf(event, account);
        if (fact === null) expect(told.is).toBe('other');
        else expect(told).toEqual({ is: 'fact', ...fact });
      }),
    );
  });

  test('that takes another one back names it', () => {
    const [id, voided] = [
      '01900000-0000-4000-8000-000000000001',
      '01900000-0000-4000-8000-000000000002',
    ];
    expect(tellingOf(voidingStatement(id, voided, { ...setting, level: 'detail' }))).toEqual({
      is: 'void',
      account,
      voided,
    });
  });

  const good = finished({
    ...{ id: '01900000-0000-4000-8000-000000000001', account: 'ada', course: 'desk' },
    ...{ at: '2026-03-02T00:00:00.000Z', success: true, title: 'The desk' },
  });

  test('names the course, the day and whether it was passed', () => {
    const what = { kind: 'course', course: 'desk', day: 20514, passed: true };
    expect(tellingOf(good)).toMatchObject({ is: 'fact', what, titles: { en: 'The desk' } });
    expect(isoOf(20514)).toBe('2026-03-02');
    expect(tellingOf({ ...good, result: { success: false } })).toMatchObject({
      what: { passed: false },
    });
  });

  test.each([
    ['of no account', { actor: { mbox: 'mailto:ada@norlund.example' } }],
    ['of an empty account', { actor: { account: { homePage: '', name: '' } } }],
    ['under no id', { id: 'one' }],
    ['before there were such courses', { timestamp: '1901-01-01T00:00:00Z' }],
    ['far in the future', { timestamp: '9999-01-01T00:00:00Z' }],
    ['at no time', { timestamp: 'soon' }],
    ['about nothing', { object: null }],
  ])('%s is unreadable', (_, change) => {
    expect(tellingOf({ ...good, ...change })).toEqual({ is: 'unreadable' });
  });

  test.each([
    ['of another program', { object: { id: 'https://other.example/courses/desk' } }],
    ['about an activity written in another way', { object: { id: `${good.object.id}/` } }],
    ['about a part of a lesson', { object: { id: `${good.object.id}/lessons/a/items/b` } }],
    ['with another verb', { verb: { id: 'http://adlnet.gov/expapi/verbs/failed' } }],
  ])('%s is not counted', (_, change) => {
    expect(tellingOf({ ...good, ...change })).toEqual({ is: 'other' });
  });

  test('of any shape, with any words, is told apart without a crash', () => {
    const broken = fc.constant('https://deskwise.org/xapi/courses/%E0%A4%A');
    const words = fc.oneof(
      broken,
      nastyTexts.map(({ text }) => text),
    );
    const near = fc.record(
      {
        id: fc.oneof(fc.constant(good.id), words),
        actor: fc.oneof(fc.constant(good.actor), fc.anything()),
        verb: fc.oneof(
          fc.constant(good.verb),
          fc.constant(voiding({ ...idle }).verb),
          fc.anything(),
        ),
        object: fc.oneof(
          fc.constant(good.object),
          words.map((id) => ({ id })),
          fc.anything(),
        ),
        timestamp: fc.oneof(fc.constant(good.timestamp), words),
        context: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), near), (statement) => {
        expect(['fact', 'void', 'other', 'unreadable']).toContain(tellingOf(statement).is);
      }),
      { numRuns: 1000 },
    );
  });

  test('nested beyond all measure is unreadable', () => {
    let deep: unknown = [];
    for (let level = 0; level < 50_000; level++) deep = [deep];
    expect(tellingOf({ ...good, context: { extensions: deep } }).is).not.toBe('void');
  });
});

const idle = { id: '01900000-0000-4000-8000-000000000003', account: 'ada', voided: 'x' };
