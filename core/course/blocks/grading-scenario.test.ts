// Scenarios: where a path leads, what it earns, and what a window learns on the way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contents, tellsASecret } from '../../../tests/item-arbitraries';
import { parseLesson } from '../parse';
import { inlineText, plainText } from '../plain-text';
import { inFileOrder } from './arrangement';
import { scenario } from './scenario';
import type { ScenarioContent } from './scenario-content';
import { Explored, offered, walk } from './scenario-paths';
import { readEffect, readMeters, readNeeds } from './scenario-state';

function read(body: string, attributes = ''): ScenarioContent {
  const text = `---\ntitle: T\nobjectives: [Do it]\n---\n::: scenario #a ${attributes}\n${body}\n\n> [!WHY] w\n:::\n`;
  const { items, problems } = parseLesson('01-a.md', text);
  expect(problems).toEqual([]);
  const [item] = items;
  if (item?.kind !== 'scenario') throw new Error('no scenario');
  return item.content;
}

const story = `Q

### Start

The start.

- [Shortcut](#bad)
  > Too short.
- [Slowly](#middle)
  > Good.

### Middle

The middle.

- [Back](#start)
  > Again.
- [On](#good)
  > On.
- [Aside](#mixed)
  > Aside.

### Good {outcome=good}

A good end.

### Mixed {outcome=mixed}

A mixed end.

### Bad {outcome=bad}

A bad end.`;
const content = read(story);
const arrangement = scenario.arrange(content, inFileOrder);
const show = (path: number[]) => scenario.show(content, arrangement, { path });

describe('what it earns', () => {
  test.each([
    [[1, 1], 1],
    [[1, 2], 0.5],
    [[0], 0],
    [[1, 0, 1, 0, 1, 1], 1],
    [[1, 0, 0], 0],
  ])('%j: %d', (path, share) => {
    expect(scenario.isComplete(content, { path })).toBe(true);
    expect(scenario.grade(content, { path }).share).toBe(share);
  });

  test.each([[[]], [[1]], [[2]], [[1, 3]], [[0, 0]], [[1, 1, 0]], [[999]]])(
    '%j is no whole answer',
    (path) => {
      expect(scenario.isComplete(content, { path })).toBe(false);
      expect(scenario.grade(content, { path }).share).toBeLessThanOrEqual(1);
    },
  );

  test('each choice has its feedback, and is right as long as a good end could be reached', () => {
    const { parts } = scenario.grade(content, { path: [1, 0, 1, 2] });
    expect(parts.map(({ right }) => right)).toEqual([true, true, true, false]);
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual([
      'Good.',
      'Again.',
      'Good.',
      'Aside.',
    ]);
  });

  test('the key is the shortest way to a good end', () => {
    expect(scenario.key(content).answer).toEqual({ path: [1, 1] });
  });

  test('one try, if the author does not say otherwise', () => {
    const tries = (attributes: string) =>
      parseLesson('01-a.md', `::: scenario #a ${attributes}\n${story}\n:::\n`).items[0]?.tries;
    expect([tries(''), tries('{tries=3}')]).toEqual([1, 3]);
  });
});

describe('a window knows', () => {
  test('the first scene and its choices, at first', () => {
    const shown = scenario.show(content, arrangement);
    expect(shown).toEqual(show([]));
    expect(shown.path.map(({ title }) => inlineText(title))).toEqual(['Start']);
    expect(shown.path[0]?.choices.map(({ words }) => inlineText(words))).toEqual([
      'Shortcut',
      'Slowly',
    ]);
    expect(shown.ended).toBe(false);
    expect(JSON.stringify(shown)).not.toContain('middle');
  });

  test('the scenes of its path, and not how it ended', () => {
    const shown = show([1, 2]);
    expect(shown.path.map(({ chosen }) => chosen)).toEqual([1, 2, null]);
    expect(shown.ended).toBe(true);
    const json = JSON.stringify(shown);
    expect(json).toContain('A mixed end.');
    for (const word of ['outcome', 'A good end.', 'A bad end.', 'Aside.', 'feedback']) {
      expect(json).not.toContain(word);
    }
  });

  test('only as much of a path as there is', () => {
    expect(show([1, 7, 0])).toEqual(show([1]));
    expect(show([0, 0, 0])).toEqual(show([0]));
  });

  test('no feedback, whatever the path', () => {
    fc.assert(
      fc.property(contents.scenario, fc.array(fc.nat(3), { maxLength: 6 }), (each, path) => {
        const shown = scenario.show(each, [], { path });
        // The ends of these random ones are marked too: they may be read once one is there.
        if (!shown.ended) expect(tellsASecret(shown)).toBe(false);
        expect(JSON.stringify(shown)).not.toContain('SECRET feedback');
      }),
    );
  });

  test('everything, once it is due', () => {
    const due = scenario.due?.(content, { path: [1, 2] }, arrangement);
    expect(due?.taken).toEqual([0, 1, 3]);
    expect(due?.best).toEqual([0, 1, 2]);
    expect(due?.scenes.map(({ outcome }) => outcome)).toEqual([null, null, 'good', 'mixed', 'bad']);
    expect(scenario.due?.(content, null, arrangement).taken).toEqual([]);
  });
});

describe('meters', () => {
  const shop = read(
    `Q

### Shop

- [Buy](#shop) {money-0.1 things+1 if="money>0.05"}
  > f
- [Leave](#home) {if="things>=2 and money<0.2"}
  > f
- [Leave early](#empty)
  > f

### Home {outcome=good}

### Empty {outcome=bad}`,
    '{meters="money 0.3, things 0"}',
  );

  test('change with the choices, and open and close others', () => {
    const offers = (path: number[]) =>
      offered(shop, walk(shop, path).at(-1) ?? { scene: 0, values: [] }).map(({ at }) => at);
    expect([[], [0], [0, 0], [0, 0, 0]].map(offers)).toEqual([
      [0, 2],
      [0, 2],
      [0, 1, 2],
      [1, 2],
    ]);
    expect(walk(shop, [0, 0, 0]).map(({ values }) => values)).toEqual([
      [0.3, 0],
      [0.2, 1],
      [0.1, 2],
      [0, 3],
    ]);
    expect(scenario.key(shop).answer).toEqual({ path: [0, 0, 1] });
    expect(shop.meters.map(({ top }) => top)).toEqual([0.3, 3]);
  });

  test('hide choices from the window, and refuse them in answers', () => {
    const shown = scenario.show(shop, [], { path: [] });
    expect(shown.path[0]?.choices.map(({ at }) => at)).toEqual([0, 2]);
    expect(scenario.isComplete(shop, { path: [1] })).toBe(false);
    expect(scenario.isComplete(shop, { path: [0, 0, 1] })).toBe(true);
  });

  test('that grow without end stop nobody', () => {
    const endless = read(
      `Q\n\n### A\n\n- [More](#a) {n+1}\n  > f\n- [End](#b) {if="n>3"}\n  > f\n- [Stop](#c)\n  > f\n\n### B {outcome=good}\n\n### C {outcome=bad}`,
      '{meters="n 0"}',
    );
    expect(new Explored(endless).isWhole).toBe(false);
    expect(scenario.key(endless).answer).toEqual({ path: [0, 0, 0, 0, 1] });
    const parts = scenario.grade(endless, { path: [0, 2] }).parts;
    expect(parts.map(({ right }) => right)).toEqual([true, false]);
  });

  test.each([
    ['trust 5', [{ name: 'trust', start: 5 }]],
    [
      'a_b 1.5 , ثقة -2',
      [
        { name: 'a_b', start: 1.5 },
        { name: 'ثقة', start: -2 },
      ],
    ],
    ['trust', undefined],
    ['5', undefined],
    ['trust 5,', undefined],
    ['a 1, a 2', undefined],
    ['a-b 1', undefined],
    ['a 1e9', undefined],
  ])('%j', (written, meters) => {
    expect(readMeters(written)).toEqual(meters);
  });

  test.each([
    ['trust+1', { name: 'trust', by: 1 }],
    ['trust-0.5', { name: 'trust', by: -0.5 }],
    ['trust', undefined],
    ['trust+', undefined],
    ['trust=1', undefined],
    ['+1', undefined],
    ['trust++1', undefined],
  ])('changes: %j', (written, effect) => {
    expect(readEffect(written)).toEqual(effect);
  });

  test.each([
    ['a>0', [{ name: 'a', is: '>', than: 0 }]],
    [
      ' a >= -1 and b=2.5 ',
      [
        { name: 'a', is: '>=', than: -1 },
        { name: 'b', is: '=', than: 2.5 },
      ],
    ],
    ['a<1', [{ name: 'a', is: '<', than: 1 }]],
    ['a<=1', [{ name: 'a', is: '<=', than: 1 }]],
    ['', undefined],
    ['a', undefined],
    ['a>', undefined],
    ['a>b', undefined],
    ['a>0 and', undefined],
    ['a>0 or b>0', undefined],
    ['a>0 b>0', undefined],
    ['(a>0)', undefined],
    ['a=>0', undefined],
    ['process.exit()', undefined],
  ])('conditions: %j', (written, needs) => {
    expect(readNeeds(written)).toEqual(needs);
  });
});

test('a revision changes with scenes, choices, ends and meters', () => {
  const revision = (body: string, attributes?: string) =>
    scenario.revisionText(read(body, attributes));
  const base = revision(story);
  const [from, to]: [string, string] = ['[Aside](#mixed)', '[Aside](#bad)\n  > f\n- [No](#mixed)'];
  expect(revision(story.replace(from, to))).not.toBe(base);
  expect(revision(story.replace('The middle.', 'Else.'))).not.toBe(base);
  expect(revision(story.replace('Too short.', 'Else.'))).toBe(base);
  expect(revision(story, '{meters="a 1"}')).not.toBe(base);
});

test('a translation has as many scenes and choices', () => {
  const sizes = arrangement.map((list) => list.length);
  expect(sizes).toEqual([2, 3, 0, 0, 0]);
});

test('the words of choices lead nowhere outside', () => {
  const { references, anchors } = parseLesson('01-a.md', `::: scenario #a\n${story}\n:::\n`);
  expect(references).toEqual([]);
  expect(anchors).toEqual([]);
});

test('answers of other shapes are refused', () => {
  const junk: unknown[] = [[], { path: [0.5] }, { path: [-1] }, { path: 'a' }, { path: [], x: 1 }];
  for (const each of junk) expect(scenario.answer.safeParse(each).success).toBe(false);
});
