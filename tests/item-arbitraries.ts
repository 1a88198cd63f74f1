// Random contents and answers of each graded kind, for properties that must hold for all of them.
import fc from 'fast-check';
import type { AnswerOf, ContentOf, ItemKind } from '../core/course/blocks';
import type { Gap } from '../core/course/blocks/blanks';
import type { Arrangement } from '../core/course/blocks/kind';
import type { Inline, Prose } from '../core/course/prose';
import { inboxAnswer, inboxContent, otherInbox } from './inbox-arbitraries';

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

export const contents: { [K in ItemKind]: fc.Arbitrary<ContentOf<K>> } = {
  choice,
  truefalse,
  order,
  match,
  blanks,
  inbox: inboxContent,
};

const place = (count: number) => fc.nat(count - 1);

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
  inbox: () => false,
};

/** The order in which the content with the other key looks like the first one in its order. */
export const sameOnScreen = (kind: ItemKind, arrangement: Arrangement, by: number): Arrangement =>
  arrangement.map((list, at) =>
    keyLists[kind](at)
      ? list.map((each) => (each - (by % list.length) + list.length) % list.length)
      : list,
  );
