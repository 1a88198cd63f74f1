// What a store may do to a statement, and what it may not.
import { expect, test } from 'vitest';
import { isSameStatement } from './same-statement';

const sent = {
  id: '01900000-0000-7000-8000-00000000000a',
  timestamp: '2026-11-20T08:00:00.000Z',
  actor: { account: { homePage: 'https://id.example', name: 'a' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
  object: { id: 'https://deskwise.org/xapi/items/1', definition: { name: { en: 'Locks' } } },
  result: { success: true, score: { scaled: 1 }, response: 'a' },
  context: {
    registration: '01900000-0000-7000-8000-00000000000b',
    contextActivities: { grouping: { id: 'https://deskwise.org/xapi/courses/1' } },
    extensions: { 'https://deskwise.org/xapi/extensions/event': { definition: 1, list: [1, 2] } },
  },
};

const changed = (change: (copy: typeof sent & Record<string, unknown>) => void): unknown => {
  const copy = structuredClone(sent);
  change(copy);
  return copy;
};

test.each<[string, unknown]>([
  ['nothing', sent],
  [
    'its own notes',
    {
      ...sent,
      stored: '2026-11-20T09:00:00Z',
      version: '1.0.0',
      authority: { mbox: 'mailto:a@b.example' },
      attachments: [],
    },
  ],
  ['the same time, written otherwise', { ...sent, timestamp: '2026-11-20T09:00:00+01:00' }],
  ['the id in capitals', { ...sent, id: sent.id.toUpperCase() }],
  ['what things are', changed((copy) => Object.assign(copy.object, { objectType: 'Activity' }))],
  ['other words for people', changed((copy) => Object.assign(copy.verb, { display: { de: 'x' } }))],
  ['no words for people', changed((copy) => Object.assign(copy.object, { definition: {} }))],
  [
    'a list of one',
    changed((copy) => {
      const { contextActivities } = copy.context;
      const { grouping } = contextActivities;
      Object.assign(contextActivities, { grouping: [{ ...grouping, objectType: 'Activity' }] });
    }),
  ],
])('the same with %s', (_, held) => {
  expect(isSameStatement(sent, held)).toBe(true);
});

test.each<[string, unknown]>([
  ['another result', changed((copy) => Object.assign(copy.result, { success: false }))],
  ['another person', changed((copy) => Object.assign(copy.actor.account, { name: 'b' }))],
  ['another verb', changed((copy) => Object.assign(copy.verb, { id: 'https://x.example' }))],
  ['another time', { ...sent, timestamp: '2026-11-20T08:00:01.000Z' }],
  ['another id', { ...sent, id: '01900000-0000-7000-8000-00000000000c' }],
  ['less said', changed((copy) => Reflect.deleteProperty(copy.result, 'response'))],
  ['more said', changed((copy) => Object.assign(copy.result, { completion: true }))],
  [
    'another event in it',
    changed((copy) => {
      Object.assign(Object.values(copy.context.extensions)[0] ?? {}, { definition: 2 });
    }),
  ],
  ['nothing in it', null],
  ['a list', [sent]],
])('not the same with %s', (_, held) => {
  expect(isSameStatement(sent, held)).toBe(false);
});
