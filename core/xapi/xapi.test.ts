import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import validate from 'xapi-validation';
import { anyEvent, eventsIn, ids, wideWorld } from '../../tests/event-arbitraries';
import { answers, contents } from '../../tests/item-arbitraries';
import { gradedKinds, type ItemKind, kindOf } from '../course/blocks';
import type { LearningEvent } from '../learning/events';
import { type AliasRecord, aliasRecord } from '../sync/alias';
import { type Level, levels } from '../sync/level';
import type { About } from './about';
import { eventOf, toldBy } from './event-of';
import { extensions } from './iris';
import type { Statement } from './statement';
import {
  aliasStatement,
  registrationOf,
  type Setting,
  statementOf,
  voidingStatement,
} from './statement-of';

const account = { homePage: 'https://agency.example', name: 'somebody' };
const setting = (level: Level, about: About | null = null): Setting => ({
  account,
  level,
  platform: 'Deskwise 1.0.0',
  now: new Date('2028-01-01T12:34:56.789Z'),
  about,
});

/** A question of some kind, and an answer to it. */
const asked = fc.constantFrom(...(Object.keys(gradedKinds) as ItemKind[])).chain((name) => {
  const kind = kindOf(name);
  const content: fc.Arbitrary<unknown> = contents[name];
  const answerTo = answers[name] as (content: unknown) => fc.Arbitrary<unknown>;
  return content.chain((each) =>
    answerTo(each).map((answer) => ({
      answer,
      share: kind.grade(each, answer).share,
      about: {
        course: { en: 'Course', 'pt-BR': 'Curso' },
        lesson: { en: 'Lesson' },
        block: {
          words: { en: 'Which?' },
          kind: name,
          interaction: name === 'password' ? null : kind.interaction(each, answer),
          isPrivate: false,
        },
      } satisfies About,
    })),
  );
});

/** An event and what the library says about it, where it says anything. */
const told: fc.Arbitrary<{ event: LearningEvent; about: About | null }> = fc.oneof(
  anyEvent(wideWorld).map((event) => ({ event, about: null })),
  fc.tuple(anyEvent(wideWorld), fc.boolean()).map(([event, isPrivate]) => ({
    event,
    about: {
      course: { en: 'Course' },
      lesson: { ar: 'درس' },
      block: { words: { en: 'Why?' }, kind: 'poll', interaction: null, isPrivate },
    },
  })),
  fc
    .tuple(eventsIn(wideWorld)['item.answered'], asked)
    .map(([event, { answer, share, about }]) => ({
      event: { ...event, answer: answer as typeof event.answer, share },
      about,
    })),
);

/** As it crosses a network. */
const sentAs = (statement: Statement): unknown => JSON.parse(JSON.stringify(statement));

describe('a statement', () => {
  test('is one that an LRS takes, of every event at every level', () => {
    fc.assert(
      fc.property(told, fc.constantFrom(...levels), ({ event, about }, level) => {
        const statement = statementOf(event, setting(level, about));
        if (statement) expect(validate(sentAs(statement))).toEqual([]);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  test('at detail makes the very event again, byte for byte', () => {
    fc.assert(
      fc.property(told, ({ event, about }) => {
        const statement = statementOf(event, setting('detail', about));
        if (!statement) return;
        expect(JSON.stringify(eventOf(sentAs(statement)))).toBe(JSON.stringify(event));
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  test('at detail tells of everything but what is private', () => {
    fc.assert(
      fc.property(told, ({ event, about }) => {
        const statement = statementOf(event, setting('detail', about));
        const isOpen =
          event.type !== 'block.kept' || (!event.private && about?.block?.isPrivate === false);
        expect(statement !== null).toBe(isOpen);
      }),
    );
  });

  test('makes nothing again below detail', () => {
    fc.assert(
      fc.property(told, fc.constantFrom('completion', 'score'), ({ event, about }, level) => {
        const statement = statementOf(event, setting(level as Level, about));
        if (statement) expect(toldBy(sentAs(statement))).toBe(null);
      }),
    );
  });

  test('is never dated in the future, and keeps its time otherwise', () => {
    fc.assert(
      fc.property(told, ({ event, about }) => {
        const statement = statementOf(event, setting('detail', about));
        if (!statement) return;
        const { now } = setting('detail');
        const [first] = [event.at, now.toISOString()].sort();
        expect(statement.timestamp).toBe(first);
      }),
    );
  });

  test('goes under the registration of the person and the course', () => {
    const one = registrationOf(account, 'a');
    expect(one).toBe(registrationOf({ ...account }, 'a'));
    const others = [
      registrationOf(account, 'b'),
      registrationOf({ ...account, name: 'else' }, 'a'),
      registrationOf({ ...account, homePage: 'https://other.example' }, 'a'),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });
});

/** All keys of a value and all that is said under them, as `a.b=value`. */
const saidIn = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => saidIn(each, path ? `${path}|${key}` : key))
    : [`${path}=${String(value)}`];

const known = {
  completion: [
    /^id=/,
    /^actor\|/,
    /^verb\|(id=http:\/\/adlnet.gov\/expapi\/verbs\/completed|display\|en=completed)$/,
    /^object\|(objectType=Activity|id=https:\/\/deskwise\.org\/xapi\/courses\/[^/]+)$/,
    /^object\|definition\|(type=http:\/\/adlnet.gov\/expapi\/activities\/course|name\|.*)$/,
    /^result\|(completion=true|success=(true|false))$/,
    /^context\|(registration|revision)=/,
    /^context\|contextActivities\|category\|/,
    /^timestamp=\d{4}-\d\d-\d\dT00:00:00\.000Z$/,
  ],
  score: [
    /^verb\|(id=http:\/\/adlnet.gov\/expapi\/verbs\/(completed|passed|failed)|display\|en=.*)$/,
    /^object\|(objectType|id|definition\|type|definition\|name\|[\w-]+)=/,
    /^result\|score\|(scaled|raw|min|max)=/,
    /^context\|contextActivities\|(parent|grouping)\|0\|(id|objectType)=/,
    /^context\|(platform|language)=/,
    /^timestamp=/,
  ],
};

/** What a statement says beyond what its level allows. */
function tooMuchIn(statement: unknown, level: 'completion' | 'score'): string[] {
  const allowed = level === 'completion' ? known.completion : [...known.completion, ...known.score];
  return saidIn(statement).filter((said) => !allowed.some((form) => form.test(said)));
}

describe('below detail', () => {
  test.each(['completion', 'score'] as const)('%s says no more than it may', (level) => {
    fc.assert(
      fc.property(told, ({ event, about }) => {
        const statement = statementOf(event, setting(level, about));
        const types = ['course.finished', 'lesson.finished', 'test.finished'];
        const sends = level === 'completion' ? types.slice(0, 1) : types;
        expect(statement !== null).toBe(sends.includes(event.type));
        if (statement) expect(tooMuchIn(sentAs(statement), level)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('a statement of a higher level is seen to say too much', () => {
    const [event] = fc.sample(
      eventsIn(wideWorld)['course.finished'].map((each) => ({ ...each, possible: 5 })),
      1,
    );
    const at = (level: Level) =>
      sentAs(statementOf(event as LearningEvent, setting(level)) as Statement);
    expect(tooMuchIn(at('score'), 'completion')).not.toEqual([]);
    expect(tooMuchIn(at('detail'), 'score')).not.toEqual([]);
  });
});

const secret = 'nobody-else-may-read-this';
const tellsTheSecret = (statement: Statement | null): boolean =>
  JSON.stringify(statement).includes(secret);

describe('what is private', () => {
  const thought = eventsIn(wideWorld)['block.kept'].map((event) => ({ ...event, answer: secret }));
  const about = (isPrivate: boolean): About => ({
    course: {},
    lesson: null,
    block: {
      words: {},
      kind: 'poll',
      interaction: { type: 'other', response: secret, correct: [] },
      isPrivate,
    },
  });

  test('is sent at no level, however it is known to be private', () => {
    fc.assert(
      fc.property(thought, fc.constantFrom(...levels), (event, level) => {
        expect(statementOf({ ...event, private: true }, setting(level, about(false)))).toBe(null);
        expect(statementOf({ ...event, private: false }, setting(level, about(true)))).toBe(null);
        // The course is gone: nobody knows what was asked there.
        expect(statementOf({ ...event, private: false }, setting(level))).toBe(null);
      }),
    );
  });

  test('would be seen if it were sent', () => {
    const [event] = fc.sample(thought, 1) as [LearningEvent];
    const open = statementOf(
      { ...event, private: false } as LearningEvent,
      setting('detail', about(false)),
    );
    expect(tellsTheSecret(open)).toBe(true);
  });

  test('includes every answer to a password question, in words and in the event', () => {
    const typed = eventsIn(wideWorld)['item.answered'].chain((event) =>
      fc.boolean().map((reached) => ({ ...event, answer: { reached }, share: Number(reached) })),
    );
    fc.assert(
      fc.property(typed, (event) => {
        const statement = statementOf(event, setting('detail')) as Statement;
        expect(statement.result?.response).toBe(undefined);
        expect(JSON.stringify(statement)).not.toContain('reached');
        expect(eventOf(sentAs(statement))).toEqual(event);
      }),
    );
  });
});

describe('an alias', () => {
  const record: AliasRecord = {
    id: ids(3, 1)[0] as string,
    at: '2026-01-01T00:00:00.000Z',
    device: ids(2, 1)[0] as string,
    kind: 'join',
    ...{ learner: ids(1, 2)[0] as string, other: ids(1, 2)[1] as string },
  };

  test.each(['join', 'split'] as const)('%s is told at detail only, and comes back', (kind) => {
    const alias = aliasRecord.parse({ ...record, kind });
    const statement = aliasStatement(alias, setting('detail')) as Statement;
    expect(validate(sentAs(statement))).toEqual([]);
    expect(toldBy(sentAs(statement))).toEqual({ account, alias });
    expect(aliasStatement(alias, setting('score'))).toBe(null);
    expect(aliasStatement(alias, setting('completion'))).toBe(null);
  });

  test('of somebody with themselves is none', () => {
    const alias = { ...record, other: record.learner };
    expect(toldBy(sentAs(aliasStatement(alias, setting('detail')) as Statement))).toBe(null);
  });
});

test('a statement is voided by one that an LRS takes', () => {
  const [own, voided] = ids(4, 2) as [string, string];
  const statement = voidingStatement(own, voided, setting('detail'));
  expect(validate(sentAs(statement))).toEqual([]);
  expect(statement.object).toEqual({ objectType: 'StatementRef', id: voided });
  // Who may know the day only is not told the minute in which somebody stopped.
  expect(statement.timestamp).toBe(setting('detail').now.toISOString());
  expect(voidingStatement(own, voided, setting('completion')).timestamp).toMatch(/T00:00:00.000Z$/);
});

describe('what comes in', () => {
  const [event] = fc.sample(eventsIn(wideWorld)['item.hinted'], 1) as [LearningEvent];
  const good = statementOf(event, setting('detail')) as Statement;
  const carrying = (text: unknown, more: object = {}): unknown => ({
    ...good,
    context: { extensions: { [extensions.event]: text } },
    ...more,
  });

  test('is told from what anybody might send', () => {
    expect(eventOf(carrying(JSON.stringify(event)))).toEqual(event);
    const other = ids(9, 1)[0];
    for (const bad of [
      null,
      [],
      'text',
      carrying(event),
      carrying('{'),
      carrying('null'),
      carrying('[]'),
      carrying(`${'['.repeat(90_000)}${']'.repeat(90_000)}`),
      carrying(JSON.stringify({ ...event, answer: 'x'.repeat(200_001) })),
      carrying(JSON.stringify({ ...event, unknown: 1 })),
      carrying(JSON.stringify({ ...event, type: 'of.tomorrow' })),
      carrying(JSON.stringify({ ...event, at: 'yesterday' })),
      carrying(JSON.stringify({ ...event, learner: event.learner.replace('0190', 'ABCD') })),
      carrying(JSON.stringify({ ...event, attempt: -1 })),
      carrying(JSON.stringify(event), { id: other }),
      carrying(JSON.stringify(event), { actor: { mbox: 'mailto:somebody@agency.example' } }),
      { ...good, context: undefined },
    ]) {
      expect(toldBy(bad)).toBe(null);
    }
  });

  test('whatever it is, reading it never fails', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (odd, text) => {
        expect(toldBy(odd)).toBe(null);
        expect(toldBy(carrying(odd))).toBe(null);
        expect(toldBy(carrying(text))).toBe(null);
      }),
    );
  });

  test('an answer said to be private is not taken: it would write over what nobody may see', () => {
    const [kept] = fc.sample(eventsIn(wideWorld)['block.kept'], 1) as [LearningEvent];
    const text = (isPrivate: boolean) => JSON.stringify({ ...kept, private: isPrivate });
    expect(eventOf(carrying(text(true), { id: kept.id }))).toBe(null);
    expect(eventOf(carrying(text(false), { id: kept.id }))).not.toBe(null);
  });
});
