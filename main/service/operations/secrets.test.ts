// No right answer leaves the service before it is due: looked for in every reply about every course.
import { describe, expect, test } from 'vitest';
import { type AnyKind, type ContentOf, gradedKinds, kindOf } from '../../../core/course/blocks';
import { inFileOrder } from '../../../core/course/blocks/arrangement';
import { Explored } from '../../../core/course/blocks/scenario-paths';
import type { Lesson } from '../../../core/course/course';
import type { Item } from '../../../core/course/item';
import { inlineText, plainText } from '../../../core/course/plain-text';
import type { Prose } from '../../../core/course/prose';
import type { ItemView, LessonView } from '../../../core/views';
import { optionsOf, rightsOf } from '../../../tests/unit/support/answers';
import { fixtureCourses, shippedCourses } from '../../../tests/unit/support/folders';
import { Harness, uuid, wholeCourses } from '../../../tests/unit/support/service';

const desk = new Harness({
  courses: [
    { kind: 'shipped', path: shippedCourses },
    { kind: 'own', path: fixtureCourses() },
  ],
});

const lessons = wholeCourses(desk.library).flatMap(({ course }) =>
  course.texts.flatMap(({ language, lessons: all }) =>
    all.map((lesson) => ({
      name: `${course.id} ${language} ${lesson.id}`,
      course: course.id,
      language,
      lesson,
    })),
  ),
);

/** Values of a key wherever it stands, or of every key. */
function valuesOf(value: unknown, key?: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    ...(key === undefined || (name === key && !Array.isArray(value)) ? [each] : []),
    ...valuesOf(each, key),
  ]);
}

/** The pieces of text that prose is made of, long enough to be told apart. */
const piecesOf = (prose: unknown): string[] =>
  valuesOf(prose, 'text').filter((text): text is string => String(text).trim().length >= 10);

/** What a learner may read from the start: prose, questions and the answers to choose from. */
function visible({ prose, items }: Lesson): string {
  const shown = items.map((item) => {
    const kind = kindOf(item.kind);
    return kind.show(item.content, kind.arrange(item.content, inFileOrder));
  });
  return JSON.stringify([prose, items.map(({ question }) => question), shown]);
}

/** Words that only an answer, a hint or the end may bring. */
function secretsOf(lesson: Lesson, item: Item): string[] {
  const open = visible(lesson);
  const feedback = valuesOf(item.content, 'feedback');
  return [...feedback, item.why, item.hints]
    .flatMap(piecesOf)
    .filter((piece) => !open.includes(JSON.stringify(piece)));
}

const viewKeys = [
  'asksSure',
  'attempt',
  'changed',
  'draft',
  'earned',
  'hintCost',
  'hints',
  'hintsLeft',
  'id',
  'kind',
  'points',
  'question',
  'shown',
  'sure',
  'test',
  'triesLeft',
  'verdict',
];
const shownKeys: Record<Item['kind'], string[]> = {
  choice: ['options', 'several'],
  truefalse: ['statements'],
  order: ['entries'],
  match: ['heads', 'left', 'right'],
  blanks: ['gaps', 'text'],
  sheet: ['sheets', 'title'],
  sort: ['groups', 'items'],
  mark: ['text', 'unit', 'units'],
  address: ['addresses'],
  hotspot: ['areas', 'image'],
  estimate: ['range', 'unit'],
  form: ['heads', 'rows', 'title'],
  scenario: ['ended', 'meters', 'path', 'stage'],
  repair: ['checks', 'text'],
  inbox: ['messages'],
  password: ['forbid', 'min'],
};

/** Names of courses and of terms: feedback may mention them, and every screen does. */
const names = new Set(
  wholeCourses(desk.library)
    .flatMap(({ course }) => course.texts)
    .flatMap(({ matter, glossary }) => [
      matter.title,
      ...glossary.map(({ term }) => inlineText(term)),
    ])
    .map((name) => name.toLowerCase()),
);
const isPublic = (piece: string): boolean => names.has(piece.toLowerCase());

/** What a reply tells that it should not, about the items of a lesson nobody has answered. */
function leaksIn(reply: Pick<LessonView, 'items'>, lesson: Lesson): string[] {
  const json = JSON.stringify(reply);
  const leaks = lesson.items
    .flatMap((item) => secretsOf(lesson, item))
    .filter((piece) => !isPublic(piece) && json.includes(JSON.stringify(piece)))
    .map((piece) => `the words ${piece}`);
  for (const view of reply.items) {
    const differs = (found: object, known: readonly string[]) =>
      Object.keys(found).some((key) => !known.includes(key));
    if (differs(view, viewKeys)) leaks.push(`an unknown key of ${view.id}`);
    if (differs(view.shown, shownKeys[view.kind])) leaks.push(`an unknown key in ${view.id}`);
    if (view.verdict || view.hints.length > 0) leaks.push(`a verdict or hint of ${view.id}`);
    if (new Set(valuesOf(view.shown, 'line')).size > 1) leaks.push(`the order of ${view.id}`);
    if (view.kind !== 'blanks') continue;
    for (const gap of view.shown.gaps) {
      if (differs(gap, gap.type === 'options' ? ['type', 'options'] : ['type'])) {
        leaks.push(`the answer of a gap of ${view.id}`);
      }
    }
  }
  return leaks;
}

const read = (learner: string, { course, language, lesson }: (typeof lessons)[number]) =>
  desk.lesson(learner, course, lesson.id, language);

test('there is much to be kept', () => {
  const items = lessons.flatMap(({ lesson }) => lesson.items.map((item) => ({ lesson, item })));
  // Every kind there is: the gallery shows them all.
  expect(new Set(items.map(({ item }) => item.kind))).toEqual(new Set(Object.keys(gradedKinds)));
  expect(items.length).toBeGreaterThan(100);
  // Every item but those that say nothing of their own has words to keep.
  const kept = items.filter(({ lesson, item }) => secretsOf(lesson, item).length >= 1);
  expect(kept.length).toBe(items.length);
});

describe.each(lessons)('$name', (each) => {
  const { lesson, course, language } = each;

  test('tells no right answer to somebody who begins', () => {
    const learner = desk.learner();
    expect(leaksIn(read(learner, each), lesson)).toEqual([]);
    const others = [
      desk.reply('home.read', { learner, language }),
      desk.reply('course.read', { learner, language, course }),
      desk.reply('result.read', { learner, language, course }),
      desk.reply('lesson.open', { learner, language, course, lesson: lesson.id, event: uuid() }),
    ];
    const json = JSON.stringify(others);
    const told = lesson.items
      .flatMap((item) => secretsOf(lesson, item))
      .filter((piece) => !isPublic(piece) && json.includes(JSON.stringify(piece)));
    expect(told).toEqual([]);
  });

  test('tells no reason and nothing about answers not chosen after a wrong one', () => {
    const learner = desk.learner();
    // In a test nothing is said of an answer before all are given.
    for (const view of read(learner, each).items.filter(({ test: state }) => state === null)) {
      const on = { learner, language, course, lesson: lesson.id, item: view.id };
      const item = lesson.items.find(({ id }) => id === view.id);
      const answer = item?.kind === 'scenario' ? wayToAnEnd(item.content) : anyAnswer(view);
      const reply = desk.ask('item.answer', { ...on, event: uuid(), answer, seconds: null });
      if (!item || reply.verdict?.right || reply.triesLeft === 0) continue;
      expect(reply.verdict?.key).toBe(null);
      const json = JSON.stringify(reply);
      const told = (words: unknown) =>
        piecesOf(words).filter(
          (piece) =>
            !visible(lesson).includes(JSON.stringify(piece)) &&
            json.includes(JSON.stringify(piece)),
        );
      expect(told([item.why, item.hints])).toEqual([]);
      if (item.kind !== 'choice') continue;
      const chosen = new Set(reply.verdict?.parts.map(({ part }) => optionsOf(reply)[part]));
      const isChosen = ({ text }: { text: Prose[] }) => chosen.has(plainText(text));
      const due = piecesOf(item.content.options.filter(isChosen));
      expect(due.length).toBeGreaterThan(0);
      const others = item.content.options.filter((option) => !isChosen(option));
      expect(told(others).filter((piece) => !due.includes(piece))).toEqual([]);
    }
  });
});

/** The shortest way to an end that is not good. */
function wayToAnEnd(content: ContentOf<'scenario'>): { path: number[] } {
  const { scenes } = content;
  const isBad = (at: number) => !['good', null].includes(scenes[at]?.outcome ?? null);
  return { path: new Explored(content).pathTo(isBad) ?? [] };
}

/** A whole answer, made without knowing the right one. */
function anyAnswer(view: ItemView) {
  if (view.kind === 'choice') return [0];
  if (view.kind === 'truefalse') return view.shown.statements.map(() => true);
  if (view.kind === 'order') return view.shown.entries.map((_, at) => at);
  if (view.kind === 'match') return view.shown.left.map(() => 0);
  if (view.kind === 'sheet') return [[0, 0, 0]];
  if (view.kind === 'form') return view.shown.rows.map(() => 0);
  if (view.kind === 'mark') return [0];
  if (view.kind === 'sort') return view.shown.items.map(() => 0);
  if (view.kind === 'password') return { reached: false };
  if (view.kind === 'estimate') return view.shown.range?.from ?? 1e9;
  if (view.kind === 'hotspot') return { areas: [0] };
  if (view.kind === 'address') return view.shown.addresses.map(() => true);
  if (view.kind === 'scenario') return { path: [] };
  if (view.kind === 'repair') return { text: 'nothing sensible' };
  if (view.kind === 'inbox') return view.shown.messages.map(() => ({ verdict: 'safe', clues: [] }));
  return view.shown.gaps.map((gap) => (gap.type === 'options' ? 0 : 'nothing sensible'));
}

describe('the order on the screen', () => {
  test('never is the right one of an order, and tells nothing about choices and pairs', () => {
    const places = new Map<string, string[]>();
    for (let n = 0; n < 24; n++) {
      const learner = desk.learner();
      for (const each of lessons.filter(({ language }) => language === 'en')) {
        const { items } = read(learner, each);
        for (const item of each.lesson.items) {
          const view = items.find(({ id }) => id === item.id);
          if (view?.kind === 'order' && item.kind === 'order') {
            const inOrder = item.content.entries.map(({ text }) => plainText(text));
            expect(optionsOf(view)).not.toEqual(inOrder);
          }
          const where = view && whereRightIs(item, view);
          const key = `${each.name} ${item.id}`;
          if (where) places.set(key, [...(places.get(key) ?? []), where]);
        }
      }
    }
    expect(places.size).toBeGreaterThan(60);
    // A question that a pool seldom draws may stand in the same place a few times by chance.
    const alwaysThere = [...places]
      .filter(([, found]) => found.length > 12 && new Set(found).size === 1)
      .map(([key]) => key);
    expect(alwaysThere).toEqual([]);
  });
});

/** The places on the screen of what is right; undefined where the author fixed them. */
function whereRightIs(item: Item, view: ItemView): string | undefined {
  if (!item.shuffled) return undefined;
  if (item.kind === 'choice') {
    const { options } = item.content;
    if (options.every(({ right, pinned }) => right || pinned)) return undefined;
    const right = options.filter((option) => option.right && !option.pinned);
    if (right.length === 0) return undefined;
    return String(right.map(({ text }) => optionsOf(view).indexOf(plainText(text))));
  }
  if (item.kind === 'match' && view.kind === 'match') {
    const lefts = item.content.left.map(inlineText);
    const rights = item.content.right.map(inlineText);
    return String(
      optionsOf(view).map((left) => rightsOf(view).indexOf(rights[lefts.indexOf(left)] ?? '')),
    );
  }
  if (item.kind === 'blanks' && view.kind === 'blanks') {
    const right = item.content.gaps.flatMap((gap, at) => {
      const shown = view.shown.gaps[at];
      if (gap.type !== 'options' || shown?.type !== 'options') return [];
      return [shown.options.indexOf(gap.options[0] ?? '')];
    });
    return right.length > 0 ? String(right) : undefined;
  }
  return undefined;
}

describe('the search finds it when', () => {
  const [whole] = lessons.filter(({ name }) => name === 'safe-desk en locks');
  if (!whole) throw new Error('the fixture is missing');
  const { lesson } = whole;
  const broken = (change: (item: Item, view: ItemView, kind: AnyKind) => object): string[] => {
    const reply = read(desk.learner(), whole);
    const items = reply.items.map((view, at) => {
      const item = lesson.items[at] as Item;
      return { ...view, ...change(item, view, kindOf(item.kind)) } as ItemView;
    });
    return leaksIn({ items }, lesson);
  };

  test('nothing is broken, it finds nothing', () => {
    expect(broken(() => ({}))).toEqual([]);
  });

  // What a match keeps is only which of the two columns' rows belong together: see above.
  const kinds = ['choice', 'truefalse', 'order', 'blanks'];
  test.each(kinds)('the content of %s is sent whole', (kind) => {
    const leaks = broken((item) => (item.kind === kind ? { shown: item.content } : {}));
    expect(leaks).not.toEqual([]);
  });

  test.each(['choice', 'truefalse', 'order'])('the lines of %s are sent', (kind) => {
    const leaks = broken((item) => {
      if (item.kind !== kind) return {};
      const texts = (answers: readonly { text: Prose[] }[]) => answers.map(({ text }) => text);
      if (item.kind === 'choice') return { shown: { options: texts(item.content.options) } };
      if (item.kind === 'order') return { shown: { entries: texts(item.content.entries) } };
      if (item.kind !== 'truefalse') return {};
      return { shown: { statements: texts(item.content.statements) } };
    });
    expect(leaks.every((leak) => leak.startsWith('the order of'))).toBe(true);
    expect(leaks).not.toEqual([]);
  });

  test('a reason, a hint, a verdict or one more key is sent', () => {
    expect(broken(({ why }) => ({ question: why }))).toHaveLength(lesson.items.length);
    expect(broken(({ hints }) => ({ question: hints.flat() }))).not.toEqual([]);
    expect(broken(({ hints }) => ({ hints }))).not.toEqual([]);
    expect(broken(({ revision }) => ({ revision }))).toHaveLength(lesson.items.length);
    expect(broken(() => ({ verdict: { key: null } }))).toHaveLength(lesson.items.length);
  });
});
