// Random questions on their way into a course, in texts full of signs that mean something somewhere.
import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import type { Asked, Draft } from '../core/exchange/draft';
import { type Flow, paragraph, plainFlow, textNode } from '../core/exchange/text/flow';

const signs = [
  ...[
    '*',
    '_',
    '**b**',
    '[x]',
    '[ ] a',
    '{pin}',
    '{',
    '}',
    '=',
    '~',
    '#',
    '\\',
    '->',
    '::',
    '####',
  ],
  ...['<b>', '&amp;', '&', 'http://x.example/a', 'https://x.example/a_b', 'a@b.example', '`', '|'],
  ...['1. a', '- b', '> c', '[!WHY] d', '{{org.a | b}}', '::: choice #x', ':::', '$CATEGORY: e'],
  ...[
    '// f',
    '%50%',
    '[html]',
    '[[g]]',
    '==h==',
    '~~i~~',
    'é',
    '日本',
    'ع',
    '😀',
    '###',
    '---',
    '+',
  ],
  ...[
    'T',
    'F',
    '\\n',
    '[^1]',
    '![j](k)',
    '[l](m)',
    "'",
    '"',
    '(x)',
    '* n',
    '| o |',
    '1822:2',
    '..',
  ],
];

const words = fc
  .array(fc.oneof(fc.constantFrom('one', 'two words', 'three'), fc.constantFrom(...signs)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(' '));

/** Letters at both ends keep it one line that a question may begin with. */
const line = words.map((text) => `q ${text} z`);

const form: fc.Arbitrary<PhrasingContent> = fc.oneof(
  line.map(textNode),
  fc.record({
    type: fc.constantFrom('emphasis' as const, 'strong' as const),
    children: line.map((text) => [textNode(text)]),
  }),
  fc
    .constantFrom('a', 'a = b', '[[x]]', '{y}', '~')
    .map((value): PhrasingContent => ({ type: 'inlineCode', value })),
);

/** A paragraph, or more of them with forms and lists. */
export const flow: fc.Arbitrary<Flow> = fc.oneof(
  { weight: 3, arbitrary: line.map(plainFlow) },
  {
    weight: 1,
    arbitrary: fc
      .array(line, { minLength: 2, maxLength: 3 })
      .map((all) => plainFlow(all.join('\n\n'))),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(line, { minLength: 2, maxLength: 3 })
      .map((all) => plainFlow(all.join('\n'))),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(form, { minLength: 1, maxLength: 3 })
      .map((nodes) => [
        paragraph(nodes.flatMap((node, at) => (at === 0 ? [node] : [textNode(' '), node]))),
      ]),
  },
);

const feedback = fc.oneof(fc.constant<Flow>([]), flow);

/** Each differs from all others. */
const distinct = (minLength: number, maxLength = 5): fc.Arbitrary<Flow[]> =>
  fc.array(flow, { minLength, maxLength }).map((all) =>
    all.map((each, at): Flow => {
      const [first, ...rest] = each;
      if (first?.type !== 'paragraph') return each;
      return [paragraph([textNode(`n${at} `), ...first.children]), ...rest];
    }),
  );

const options = distinct(2).chain((texts) =>
  fc.tuple(
    ...texts.map((text) => fc.record({ text: fc.constant(text), feedback, right: fc.boolean() })),
  ),
);

const choice = options
  .filter((all) => all.some(({ right }) => right) && all.some(({ right }) => !right))
  .map((all): Asked => ({ kind: 'choice', options: all }));

const truefalse = fc
  .record({ text: line.map(plainFlow), feedback, right: fc.boolean() })
  .map((statement): Asked => ({ kind: 'truefalse', statements: [statement] }));

const match = distinct(2).chain((lefts) =>
  fc
    .tuple(
      fc.array(line.map(plainFlow), { minLength: lefts.length, maxLength: lefts.length }),
      fc.boolean(),
    )
    .map(
      ([rights, extra]): Asked => ({
        kind: 'match',
        pairs: [
          ...rights.map((right, at) => ({ left: lefts[at]?.slice(0, 1) ?? [], right })),
          ...(extra ? [{ left: [], right: plainFlow('nothing') }] : []),
        ],
      }),
    ),
);

const typedGap = fc.uniqueArray(
  words.filter((text) => !/\]\]|->/.test(text)),
  { minLength: 1, maxLength: 3 },
);
const number = fc.integer({ min: -9999, max: 9999 }).map((n) => n / 10);

const blanks = fc.oneof(
  fc.tuple(typedGap, feedback).map(
    ([answers, said]): Asked => ({
      kind: 'blanks',
      gaps: [{ type: 'text', answers }],
      foreseen: said.length > 0 ? [{ answer: 'foreseen', feedback: said }] : [],
      strict: false,
    }),
  ),
  fc.tuple(number, fc.nat(50), feedback).map(
    ([from, more, said]): Asked => ({
      kind: 'blanks',
      gaps: [{ type: 'number', from, to: from + more / 10 }],
      foreseen: said.length > 0 ? [{ answer: '12345', feedback: said }] : [],
      strict: false,
    }),
  ),
);

const reflect = feedback.map((model): Asked => ({ kind: 'reflect', model }));

const withGap = (text: Flow): Flow => {
  const last = text.at(-1);
  if (last?.type !== 'paragraph') return text;
  return [
    ...text.slice(0, -1),
    paragraph([...last.children, textNode(' '), { type: 'gap', gap: 0 }, textNode(' end')]),
  ];
};

/** Questions of all kinds that GIFT can say without a loss. */
export const drafts: fc.Arbitrary<Draft[]> = fc
  .array(
    fc.record({
      text: flow,
      why: feedback,
      asked: fc.oneof(choice, truefalse, match, blanks, reflect),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(
      ({ text, why, asked }, at): Draft => ({
        line: at + 1,
        id: `question-${at}`,
        name: '',
        text: asked.kind === 'blanks' ? withGap(text) : text,
        hints: [],
        why: asked.kind === 'reflect' ? [] : why,
        points: 1,
        shuffled: true,
        asked,
      }),
    ),
  );

const soup = [
  ...['{', '}', '=', '~', '#', '####', '->', '::', '\\', '\\{', '%50%', '%', '..', ':', 'T', 'F'],
  ...['[html]', '[markdown]', '<p>', '</p>', '<b', '<ul><li>', '<table><tr><td>', '&lt;', '&x'],
  ...['$CATEGORY: a/b', '// c [id:d]', '\n', '\n\n', '1', '2.5', 'words', '*', '[[1]]', ']]'],
  ...['(x) ', '( ) ', '[x] ', '[ ] ', '= ', 'or= ', 'not= ', '||', '>>', '<<', '{{', '}}', '---\n'],
  ...['[explanation]', '[code]\n', '====\n', '"', ',', ';', '\t', 'Question', 'Answer', 'A'],
  ...['<quiz>', '</quiz>', '<question type="multichoice">', '</question>', '<text>', '</text>'],
  ...['<answer fraction="100">', '</answer>', '<questiontext format="html">', '</questiontext>'],
  ...['<![CDATA[', ']]>', '<name>', '</name>', '&amp;', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;'],
  ...['\u0000', '\uFDD0', '\uFDD3', '\ufeff', '\r\n', '[!WHY]', ':::', '{pin}', '😀', '![a](b)'],
];

/** What no program has ever written, but may stand in a file. */
export const exchangeSoup: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...soup), fc.string({ maxLength: 4 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));
