// Random contents and answers of each graded kind, for properties that must hold for all of them.
import fc from 'fast-check';
import type { AnswerOf, ContentOf, ItemKind } from '../core/course/blocks';
import type { Area, Pin } from '../core/course/blocks/areas';
import type { Gap } from '../core/course/blocks/blanks';
import type { Arrangement } from '../core/course/blocks/kind';
import type { Inline, Prose } from '../core/course/prose';
import { inboxAnswer, inboxContent, otherInbox } from './inbox-arbitraries';
import { otherModel, repairs, texts } from './repair-arbitraries';
import { otherEnds, scenarios, ways } from './scenario-arbitraries';

export const paragraph = (text: string, line = 1): Prose => ({
  type: 'paragraph',
  line,
  children: [{ type: 'text', text }],
});

/** What must never be shown before an answer is due is marked, so that it can be looked for. */
const secret = 'SECRET';
export const tellsASecret = (value: unknown): boolean => JSON.stringify(value).includes(secret);

const feedback = fc.nat(99).map((n) => [paragraph(`${secret} feedback ${n}`)]);
const distinctWords = (minLength: number, maxLength = 7) =>
  fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength, maxLength });

const choice: fc.Arbitrary<ContentOf<'choice'>> = distinctWords(2).chain((words) =>
  fc
    .tuple(
      ...words.map((word, at) =>
        fc.record({
          text: fc.constant<Prose[]>([paragraph(word, at + 1)]),
          feedback,
          right: fc.boolean(),
          pinned: fc.boolean(),
        }),
      ),
    )
    .filter((options) => options.some(({ right }) => right))
    .map((options) => ({
      several: options.filter(({ right }) => right).length > 1,
      options,
    })),
);

const truefalse: fc.Arbitrary<ContentOf<'truefalse'>> = distinctWords(1).chain((words) =>
  fc
    .tuple(
      ...words.map((word, at) =>
        fc.record({
          text: fc.constant<Prose[]>([paragraph(word, at + 1)]),
          feedback,
          isTrue: fc.boolean(),
          pinned: fc.boolean(),
        }),
      ),
    )
    .map((statements) => ({ statements })),
);

const order: fc.Arbitrary<ContentOf<'order'>> = fc
  .tuple(distinctWords(1), feedback)
  .map(([words, words2]) => ({
    entries: words.map((word, at) => ({ text: [paragraph(word, at + 1)], feedback: words2 })),
  }));

const inline = (text: string): Inline[] => [{ type: 'text', text }];

const match: fc.Arbitrary<ContentOf<'match'>> = fc
  .tuple(distinctWords(1), fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 7 }))
  .chain(([left, right]) =>
    fc.nat(3).map((distractors) => ({
      heads: [inline('Left'), inline('Right')] as [Inline[], Inline[]],
      left: left.map(inline),
      right: right.slice(0, Math.min(left.length + distractors, right.length)).map(inline),
    })),
  );

const gap: fc.Arbitrary<Gap> = fc.oneof(
  fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 3 }).map(
    (answers): Gap => ({
      type: 'text',
      answers: answers.map((answer) => `${secret} ${answer}`),
    }),
  ),
  distinctWords(2, 5).map((options): Gap => ({ type: 'options', options })),
  fc.tuple(fc.integer({ min: -999, max: 999 }), fc.nat(9)).map(([from, more]): Gap => {
    const to = from + more;
    return { type: 'number', from, to, written: more === 0 ? `${from}` : `${from}..${to}` };
  }),
);

const blanks: fc.Arbitrary<ContentOf<'blanks'>> = fc
  .tuple(
    fc.array(gap, { minLength: 1, maxLength: 6 }),
    feedback,
    fc.boolean(),
    fc.constantFrom(0, 1, 2),
  )
  .map(([gaps, words, strict, typos]) => ({
    text: [
      {
        type: 'paragraph',
        line: 1,
        children: gaps.map((_, at): Inline => ({ type: 'gap', gap: at })),
      },
    ],
    gaps,
    foreseen: [{ answer: `${secret} foreseen`, feedback: words }],
    forgiveness: { strict, typos },
  }));

const sheet: fc.Arbitrary<ContentOf<'sheet'>> = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    rows: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    title: fc.constantFrom(null, 'Payments'),
    hidden: fc.boolean(),
  })
  .chain(({ columns, rows, title, hidden }) => {
    const cells = rows.flatMap((count, sheetAt) =>
      Array.from({ length: count * columns }, (_, at): [number, number, number] => [
        sheetAt,
        Math.floor(at / columns),
        at % columns,
      ]),
    );
    const line = (row: number) =>
      Array.from({ length: columns }, (_, column) => inline(`${row}/${column}`));
    return fc
      .tuple(fc.subarray(cells, { minLength: 1 }), fc.subarray(cells), feedback)
      .map(([right, others, words]) => ({
        title,
        sheets: rows.map((count, at) => ({
          name: `Sheet ${at}`,
          hidden: hidden && at > 0,
          align: line(0).map(() => null),
          head: line(0),
          rows: Array.from({ length: count }, (_, row) => ({
            hidden: hidden && row === 1,
            cells: line(row + 1),
          })),
        })),
        right,
        notes: [...right, ...others.filter((cell) => !right.includes(cell))].map((cell) => ({
          cell,
          feedback: words,
        })),
        from: null,
      }));
  });
const sort: fc.Arbitrary<ContentOf<'sort'>> = distinctWords(2).chain((words) =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.nat(99), { minLength: words.length, maxLength: words.length }),
      fc.tuple(...words.map(() => feedback)),
    )
    .map(([groups, places, said]) => {
      const group = places.map((each) => each % groups).sort();
      return {
        groups: Array.from({ length: groups }, (_, at) => [paragraph(`group ${at}`)]),
        items: words.map((word, at) => ({
          text: [paragraph(word, at + 1)],
          feedback: said[at] ?? [],
          group: group[at] ?? 0,
        })),
      };
    }),
);

const mark: fc.Arbitrary<ContentOf<'mark'>> = distinctWords(2).chain((words) =>
  fc
    .tuple(
      fc.subarray(
        words.map((_, at) => at),
        { minLength: 1 },
      ),
      fc.constantFrom('word' as const, 'line' as const, 'sentence' as const),
      fc.tuple(...words.map(() => feedback)),
    )
    .map(([right, unit, said]) => ({
      unit,
      text: [
        {
          type: 'paragraph',
          line: 1,
          children: words.map(
            (word, at): Inline => ({ type: 'unit', unit: at, children: inline(word) }),
          ),
        },
      ],
      units: words.length,
      spots: right.map((at) => ({ units: [at], said: [at] })),
      foreseen: words.flatMap((_, at) => (right.includes(at) ? [] : [{ units: [at], said: at }])),
      feedback: said,
    })),
);
const address: fc.Arbitrary<ContentOf<'address'>> = fc
  .uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 5 })
  .chain((urls) =>
    fc.tuple(
      ...urls.map((url) =>
        fc.record({
          address: fc.constant(url),
          feedback,
          genuine: fc.boolean(),
          pinned: fc.boolean(),
        }),
      ),
    ),
  )
  .map((addresses) => ({ addresses }));

const area: fc.Arbitrary<Area> = fc
  .tuple(fc.nat(79), fc.nat(79), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .map(([x, y, width, height]) => ({ x, y, width, height }));

const hotspot: fc.Arbitrary<ContentOf<'hotspot'>> = distinctWords(1, 5)
  .chain((words) =>
    fc.tuple(
      ...words.map((word, at) =>
        fc.record({
          area,
          text: fc.constant<Prose[]>([paragraph(word, at + 1)]),
          feedback,
          right: fc.boolean(),
          pinned: fc.boolean(),
        }),
      ),
    ),
  )
  .filter((areas) => areas.some(({ right }) => right))
  .map((areas) => ({
    image: { type: 'image', source: { to: 'file', path: 'assets/a.svg' }, alt: 'A picture' },
    areas,
  }));

const estimate: fc.Arbitrary<ContentOf<'estimate'>> = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 100 }),
    fc.constantFrom('', '%', 'hours'),
  )
  .map(([answer, negative, tolerance, unit]) => ({
    answer: negative ? -answer : answer,
    unit,
    range: answer % 2 === 0 ? { from: -10_000, to: 10_000 } : null,
    tolerance,
  }));

const form: fc.Arbitrary<ContentOf<'form'>> = fc
  .array(fc.tuple(fc.string(), distinctWords(2), fc.nat(6), feedback), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => ({
    title: null,
    heads: [inline('Setting'), inline('Choice')] as [Inline[], Inline[]],
    rows: rows.map(([setting, choices, right, said]) => ({
      setting: inline(setting),
      choices: choices.map(inline),
      right: right % choices.length,
      feedback: said,
    })),
  }));
const password: fc.Arbitrary<ContentOf<'password'>> = fc.record({
  min: fc.constantFrom(1, 2, 3, 4),
  forbid: fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 3 }),
});

export const contents: { [K in ItemKind]: fc.Arbitrary<ContentOf<K>> } = {
  choice,
  truefalse,
  order,
  match,
  blanks,
  sheet,
  sort,
  mark,
  address,
  hotspot,
  estimate,
  form,
  scenario: scenarios,
  repair: repairs,
  inbox: inboxContent,
  password,
};

const place = (count: number) => fc.nat(count - 1);
const tenth = fc.nat(1000).map((n) => n / 10);

/** Complete answers, in places of the file. */
export const answers: { [K in ItemKind]: (content: ContentOf<K>) => fc.Arbitrary<AnswerOf<K>> } = {
  choice: ({ several, options }) =>
    fc
      .uniqueArray(place(options.length), {
        minLength: 1,
        maxLength: several ? options.length : 1,
      })
      .map((places) => places.sort((a, b) => a - b)),
  truefalse: ({ statements }) => fc.tuple(...statements.map(() => fc.boolean())),
  order: ({ entries }) => {
    const places = entries.map((_, at) => at);
    return fc.shuffledSubarray(places, { minLength: places.length });
  },
  match: ({ left, right }) => fc.tuple(...left.map(() => place(right.length))),
  blanks: ({ gaps }) =>
    fc.tuple(
      ...gaps.map((each) =>
        each.type === 'options'
          ? place(each.options.length)
          : fc.oneof(
              fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
              fc.integer().map(String),
            ),
      ),
    ),
  sheet: ({ sheets }) =>
    fc.subarray(
      sheets.flatMap(({ head, rows }, at) =>
        rows.flatMap((_, row) =>
          head.map((__, column): [number, number, number] => [at, row, column]),
        ),
      ),
      { minLength: 1 },
    ),
  sort: ({ groups, items }) => fc.tuple(...items.map(() => place(groups.length))),
  form: ({ rows }) => fc.tuple(...rows.map(({ choices }) => place(choices.length))),
  mark: ({ units }) => fc.uniqueArray(place(units), { minLength: 1, maxLength: units }),
  address: ({ addresses }) => fc.tuple(...addresses.map(() => fc.boolean())),
  password: () => fc.boolean().map((reached) => ({ reached })),
  estimate: () =>
    fc.oneof(
      fc.integer({ min: -10_000, max: 10_000 }),
      fc.integer({ min: -10_000, max: 10_000 }).map(String),
    ),
  hotspot: ({ areas }) =>
    fc.oneof(
      fc
        .uniqueArray(place(areas.length), { minLength: 1 })
        .map((places) => ({ areas: places.sort((a, b) => a - b) })),
      fc
        .array(fc.tuple(tenth, tenth), { minLength: 1, maxLength: 6 })
        .map((pins): { pins: Pin[] } => ({ pins })),
    ),
  scenario: ways,
  repair: texts,
  inbox: inboxAnswer,
};

/** Puts another key into a content, and leaves everything that may be shown as it is. */
export const otherKey: { [K in ItemKind]: (content: ContentOf<K>, by: number) => ContentOf<K> } = {
  choice: ({ several, options }, by) => ({
    several,
    options: options.map((option, at) => ({
      ...option,
      right: rotated(options, by)[at]?.right ?? false,
      feedback: [paragraph(`${secret} other`)],
    })),
  }),
  truefalse: ({ statements }) => ({
    statements: statements.map((each) => ({
      ...each,
      isTrue: !each.isTrue,
      feedback: [paragraph(`${secret} other`)],
    })),
  }),
  order: ({ entries }, by) => ({ entries: rotated(entries, by) }),
  match: ({ heads, left, right }, by) => ({ heads, left, right: rotated(right, by) }),
  blanks: ({ text, gaps, forgiveness }, by) => ({
    text,
    forgiveness,
    foreseen: [],
    gaps: gaps.map((each): Gap => {
      if (each.type === 'text') return { type: 'text', answers: [`${secret} other`] };
      if (each.type === 'options') return { type: 'options', options: rotated(each.options, by) };
      return { type: 'number', from: 1, to: 1, written: '1' };
    }),
  }),
  sheet: ({ title, sheets }) => ({
    title,
    sheets,
    right: [[0, 0, 0]],
    notes: [{ cell: [0, 0, 0], feedback: [paragraph(`${secret} other`)] }],
    from: null,
  }),
  // In a file the items stand in the order of their groups: others stand there now.
  sort: ({ groups, items }, by) => ({
    groups,
    items: rotated(items, by).map(({ text }, at) => ({
      text,
      group: items[at]?.group ?? 0,
      feedback: [paragraph(`${secret} other`)],
    })),
  }),
  form: ({ rows, ...same }, by) => ({
    ...same,
    rows: rows.map(({ right, ...row }) => ({
      ...row,
      right: (right + by) % row.choices.length,
      feedback: [paragraph(`${secret} other`)],
    })),
  }),
  mark: ({ spots, feedback: said, ...same }, by) => ({
    ...same,
    spots: spots.map(({ units }) => ({
      units: units.map((unit) => (unit + by) % same.units),
      said: [0],
    })),
    foreseen: [],
    feedback: said.map(() => [paragraph(`${secret} other`)]),
  }),
  // All of it is shown: there is no other key.
  password: (content) => content,
  estimate: (content, by) => ({ ...content, answer: by + 1, tolerance: by }),
  hotspot: ({ image, areas }, by) => ({
    image,
    areas: areas.map((each, at) => ({
      ...each,
      area: { x: by, y: by, width: 9, height: 9 },
      right: rotated(areas, by)[at]?.right ?? false,
      feedback: [paragraph(`${secret} other`)],
    })),
  }),
  address: ({ addresses }) => ({
    addresses: addresses.map((each) => ({
      ...each,
      genuine: !each.genuine,
      feedback: [paragraph(`${secret} other`)],
    })),
  }),
  scenario: otherEnds,
  repair: otherModel,
  inbox: otherInbox,
};

const rotated = <T>(things: readonly T[], by: number): T[] => {
  const at = by % things.length;
  return [...things.slice(at), ...things.slice(0, at)];
};

/** The lists of an arrangement whose things `otherKey` moves in the file: there the order is the key. */
const keyLists: Record<ItemKind, (list: number) => boolean> = {
  choice: () => false,
  truefalse: () => false,
  order: () => true,
  match: (list) => list === 1,
  blanks: () => true,
  sheet: () => false,
  sort: () => true,
  mark: () => false,
  address: () => false,
  hotspot: () => false,
  estimate: () => false,
  form: () => false,
  scenario: () => false,
  repair: () => false,
  inbox: () => false,
  password: () => false,
};

/** The order in which the content with the other key looks like the first one in its order. */
export const sameOnScreen = (kind: ItemKind, arrangement: Arrangement, by: number): Arrangement =>
  arrangement.map((list, at) =>
    keyLists[kind](at)
      ? list.map((each) => (each - (by % list.length) + list.length) % list.length)
      : list,
  );
