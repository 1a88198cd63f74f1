// docs/xapi-profile.md shows what is really sent: made from events of somebody who really learned.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import validate from 'xapi-validation';
import type { LearningEvent } from '../../core/learning/events';
import { levels } from '../../core/sync/level';
import { eventOf } from '../../core/xapi/event-of';
import { activityTypes, base, extensions, verbs } from '../../core/xapi/iris';
import { sent } from '../../core/xapi/sent';
import type { Statement } from '../../core/xapi/statement';
import { aliasStatement, voidingStatement } from '../../core/xapi/statement-of';
import { courseText, writeFiles } from './support/course-files';
import { projectFolder, temporaryFolder } from './support/folders';
import { Harness } from './support/service';

const docs = join(projectFolder, 'docs');
const account = {
  homePage: 'https://learning.norlund.example',
  name: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
};
const at = new Date('2026-11-20T08:10:00.000Z');

const lesson = `---
title: Signs of a trap
objectives: [Notice a false message]
---

Look twice.

::: choice #which-is-false {sure}
Which message is false?

- [x] The one that hurries you
  > Yes.
- [ ] The one from your own calendar
  > No.

> [!HINT] Who gains if you do not think?

> [!WHY] Hurry keeps you from thinking.
:::

::: poll #how-sure {scale=1..5 low="not at all" high="very"}
How sure are you that you would notice one?
:::

::: cards #words
Two words to know.

Phishing
: A message that pretends to come from somebody else.
:::

:::: test #check {pass=50}
::: truefalse #hurry
Hurry is a sign.

- [x] Yes
  > It is.

> [!WHY] So it is.
:::
::::
`;

let made = 0;
const id = (): string => `01934a00-0000-7000-8000-${String(++made).padStart(12, '0')}`;

/** Somebody does one of each thing that can be done. */
function eventsOfALearner(): { desk: Harness; learner: string; events: LearningEvent[] } {
  const courses = temporaryFolder();
  const course = courseText('first-steps', '1.2.0').replace('Title of first-steps', 'First steps');
  writeFiles(courses, { 'c/course.md': course, 'c/01-signs.md': lesson });
  const desk = new Harness({ courses: [{ kind: 'shipped', path: courses }] });
  const learner = id();
  desk.ask('learners.create', { id: learner, name: 'Ada', settings: {} });
  const on = { learner, language: 'en', course: 'first-steps', lesson: 'signs' };
  const item = { ...on, item: 'which-is-false' };
  desk.ask('lesson.open', { ...on, event: id() });
  desk.ask('item.hint', { ...item, event: id() });
  desk.ask('item.answer', { ...item, event: id(), answer: [0], seconds: 14.217, sure: true });
  desk.ask('item.restart', { ...item, event: id() });
  desk.ask('item.reveal', { ...item, event: id() });
  desk.ask('kept.save', { ...on, item: 'how-sure', event: id(), answer: 4 });
  const { kept } = desk.lesson(learner, 'first-steps', 'signs');
  const shown = kept.find((block) => block.kind === 'cards')?.shown as { cards: { key: string }[] };
  const card = shown.cards[0]?.key ?? '';
  desk.ask('card.recall', { ...on, item: 'words', event: id(), card, grade: 'good', seconds: 3 });
  desk.ask('draft.save', { ...on, item: 'hurry', answer: [true] });
  desk.ask('test.finish', { ...on, group: 'check', event: id() });
  desk.ask('group.restart', { ...on, group: 'check', event: id() });
  desk.ask('lesson.finish', { ...on, event: id() });
  return { desk, learner, events: desk.service.store().events.ofLearner(learner) };
}

/** Names that are random are written as others: they are another each time. */
function named(statement: Statement, event: LearningEvent): Statement {
  const other = {
    id: '01934a00-0000-4000-8000-00000000000c',
    device: '01934a00-0000-7000-8000-0000000000de',
  };
  const text = JSON.stringify(statement).replaceAll(event.device, other.device);
  const isOurs = event.id.startsWith('01934a00');
  return JSON.parse(isOurs ? text : text.replaceAll(event.id, other.id)) as Statement;
}

const json = (value: unknown): string =>
  ['```json', JSON.stringify(value, null, 2), '```', ''].join('\n');

type Type = LearningEvent['type'];

const meanings: Record<Type, string> = {
  'course.finished': 'A course became finished, or passed after it was finished.',
  'lesson.opened': 'A lesson was opened for the first time.',
  'lesson.finished': 'A lesson was finished.',
  'item.answered': 'A question was answered.',
  'item.hinted': 'A hint was taken.',
  'item.revealed': 'The right answer was asked for.',
  'item.restarted': 'A question was begun anew.',
  'test.finished': 'A test was handed in. Its answers are statements of their own.',
  'group.restarted': 'A test was begun anew, or other questions were drawn from a pool.',
  'block.kept':
    'An answer that nobody grades was kept: a poll, a checklist. Private ones are never sent.',
  'card.recalled': 'A card was recalled, and how well.',
};

const definitions: Record<keyof typeof extensions, string> = {
  event: 'The learning event as JSON text, from which the same event is made again.',
  alias: 'The record that joins two learners or splits them, as JSON text.',
  withheld: 'True where the answer is left out of the event, as it says no more than success.',
  device: 'The installation where it happened, as a UUID.',
  revision: 'Hash of question and answers: another revision is another question.',
  sure: 'Whether the learner was sure of the answer, where they were asked.',
  recall: 'How well a card was known: again, hard, good or easy.',
};

const played = eventsOfALearner();

function example(type: Type): string {
  const event = played.events.find((each) => each.type === type) as LearningEvent;
  const { sync } = played.desk.service.store();
  const shown = new Map<string, string[]>();
  for (const level of levels) {
    const whom = { account, level };
    const { statements } = sync.preview(played.learner, whom, 0, 1000);
    const found = statements.find((each) => each.id === event.id);
    const text = found ? json(named(found, event)) : 'Nothing is sent.\n';
    shown.set(text, [...(shown.get(text) ?? []), level]);
  }
  const parts = [...shown].map(([text, at]) => `At *${at.join('* and *')}*:\n\n${text}`);
  return [`### ${type}`, '', meanings[type], '', ...parts].join('\n');
}

const rows = (head: string, all: readonly (readonly [string, string])[]): string =>
  [`| ${head} | |`, '| --- | --- |', ...all.map(([a, b]) => `| ${a} | ${b} |`), ''].join('\n');

const aliasOf = (kind: 'join' | 'split') => ({
  ...{ id: '01934a00-0000-7000-8000-0000000000aa', at: at.toISOString() },
  device: '01934a00-0000-7000-8000-0000000000de',
  ...{ kind, learner: '01934a00-0000-7000-8000-000000000001' },
  other: '01934a00-0000-7000-8000-0000000000bb',
});
const joined = aliasStatement(aliasOf('join'), { account, level: 'detail', now: at }) as Statement;
const voided = voidingStatement(
  '01934a00-0000-4000-8000-0000000000cc',
  '01934a00-0000-7000-8000-000000000002',
  { account, level: 'detail', now: at },
);

const types = Object.keys(sent) as Type[];

const page = [
  '## Names\n',
  rows(
    'verb',
    Object.values(verbs).map((verb) => [`\`${verb.id}\``, verb.display.en]),
  ),
  rows(
    'activity type',
    Object.entries(activityTypes).map(([name, iri]) => [`\`${iri}\``, name]),
  ),
  rows(
    'extension of the context',
    Object.entries(extensions).map(([name, iri]) => [
      `\`${iri}\``,
      definitions[name as keyof typeof extensions],
    ]),
  ),
  '## Events\n',
  ...types.map(example),
  '### Who is who\n\nSent at *detail* only.\n',
  json(joined),
  '### Voiding\n\nSent at any level, on request.\n',
  json(voided),
].join('\n');

/** Ours only: those of others are described by them. */
const own = (iri: string): boolean => iri.startsWith(base);

const profile = {
  '@context': 'https://w3id.org/xapi/profiles/context',
  id: base,
  type: 'Profile',
  conformsTo: 'https://w3id.org/xapi/profiles#1.0',
  prefLabel: { en: 'Deskwise' },
  definition: { en: 'What Deskwise tells of learning with offline courses, at three levels.' },
  author: { type: 'Organization', name: 'The Deskwise team' },
  versions: [{ id: `${base}/v1`, generatedAtTime: '2026-11-29T00:00:00.000Z' }],
  concepts: [
    ...Object.values(verbs)
      .filter((verb) => own(verb.id))
      .map(({ id: iri, display }) => ({
        ...{ id: iri, type: 'Verb', inScheme: `${base}/v1` },
        ...{ prefLabel: display, definition: { en: `The learner ${display.en}.` } },
      })),
    ...Object.entries(activityTypes)
      .filter(([, iri]) => own(iri))
      .map(([name, iri]) => ({
        ...{ id: iri, type: 'ActivityType', inScheme: `${base}/v1` },
        ...{ prefLabel: { en: name }, definition: { en: `A ${name} of a course.` } },
      })),
    ...Object.entries(extensions).map(([name, iri]) => ({
      ...{ id: iri, type: 'ContextExtension', inScheme: `${base}/v1`, prefLabel: { en: name } },
      definition: { en: definitions[name as keyof typeof extensions] },
    })),
  ],
};

/** Held against the file, or written there. */
function holds(path: string, expected: (before: string) => string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = expected(before);
  if (process.env.WRITE_DOCS === '1') writeFileSync(path, after);
  else expect(before).toBe(after);
}

test('the profile page shows every event at every level as it is sent', () => {
  expect(new Set(played.events.map(({ type }) => type))).toEqual(new Set(types));
  const [begin, end] = ['<!-- profile -->\n', '<!-- /profile -->'];
  holds(join(docs, 'xapi-profile.md'), (text) => {
    const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
    expect(to).toBeGreaterThan(from - 1);
    return `${text.slice(0, from)}\n${page}\n${text.slice(to)}`;
  });
});

test('the profile as data names all that is ours', () => {
  holds(join(docs, 'xapi-profile.jsonld'), () => `${JSON.stringify(profile, null, 2)}\n`);
});

test('every example on the page is one that an LRS takes, and those at detail make their event again', () => {
  const text = readFileSync(join(docs, 'xapi-profile.md'), 'utf8');
  const examples = [...text.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
    ([, each]) => JSON.parse(each as string) as Statement,
  );
  expect(examples.length).toBeGreaterThanOrEqual(types.length + 3);
  for (const each of examples) expect(validate(each)).toEqual([]);
  const again = new Set(examples.flatMap((each) => eventOf(each)?.type ?? []));
  expect(again).toEqual(new Set(types));
});
