// A text that is read while it is written gives just what reading it whole gives, whatever is changed in it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nastyTexts } from '../../../tests/nasty-texts';
import { gradedKinds } from '../blocks';
import { parseLesson } from '../parse';
import { samples } from '../samples';
import { DraftReading } from './draft-reading';

const matter = '---\ntitle: T\nobjectives: [Do it]\n---\n';

/** Reads each state of a text after the other, and whole. */
function expectSame(states: readonly string[]): void {
  const draft = new DraftReading();
  for (const text of states) {
    expect(JSON.stringify(parseLesson('01-a.md', text, draft))).toBe(
      JSON.stringify(parseLesson('01-a.md', text)),
    );
  }
}

/** Lines that open, close, go on or refer to something further away. */
const lines = [
  ...[
    '',
    '',
    '',
    '  ',
    'words',
    '# H',
    '## H',
    '### Other',
    '===',
    '---',
    '***',
    '    code',
    '\tx',
  ],
  ...['- a', '* b', '1. c', '2. d', '  - in it', '  goes on', '> quote', '> [!TIP]', '> > more'],
  ...['```', '```js', '~~~', '  ```', '> ```', ':::', '::::', '- :::', '> :::', '| a | b |'],
  ...['| - | - |', '| a | b | c |', '[x]: /to', '[^1]: A note', '[x] and [^1]', 'words ^[aside]'],
  ...['[x](01-b.md)', '[y](javascript:x)', '[z](01-%62.md)', '![](a.png)', '![p](a.png){width=1}'],
  ...['- [x] right', '- [ ] wrong', '> [!WHY] because', '> [!HINT] help', '> [!CLUE a] there'],
  ...['from: a@b.example', 'subject: x', '{{org.name}}', '==marked==', '<b>', '[[gap]]', '`', '**'],
  ...['::: choice #a', '::: choice #b', ':::: test #t', '::: pool #p {pick=1}', '::: inbox #i'],
  ...['::: message #m', '::: details Words', '::: figure', '::: steps', '::: poll #a {pair=b}'],
  ...[
    '::: nothing #a',
    '::: {',
    '::: choice',
    '\u0000',
    '\\',
    '&amp;',
    'https://norlund.example/a',
  ],
];

const blocks = Object.values(samples).flatMap((each) => each.map(({ markdown }) => markdown));
const choice = gradedKinds.choice.sample;
const inbox = gradedKinds.inbox.sample;
const line = fc.constantFrom(...lines);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.array(line, { maxLength: 6 }).map((each) => each.join('\n')) },
  { weight: 2, arbitrary: fc.constantFrom(...blocks) },
);
const written = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'\n#-> *_[]():^`|{}!x1~=\\') },
  { weight: 3, arbitrary: line.map((each) => `\n${each}\n`) },
  { weight: 1, arbitrary: piece.map((each) => `\n\n${each}\n`) },
  { weight: 2, arbitrary: fc.constant('') },
);
/** Writes over some characters at a place, which is a share of the text. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  away: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  written,
});
type Edit = { at: number; away: number; written: string };

function statesOf(text: string, edits: readonly Edit[]): string[] {
  const states = [text];
  for (const { at, away, written: words } of edits) {
    const now = states.at(-1) ?? '';
    const from = Math.floor(at * now.length);
    states.push(now.slice(0, from) + words + now.slice(from + away));
  }
  return states;
}

describe('what is read while it is written', () => {
  test('is what reading the whole gives, for any lines and any lines in their place', () => {
    // Few of them at a time, so that those that have to do with each other meet.
    const texts = fc.uniqueArray(line, { minLength: 2, maxLength: 7 }).chain((own) => {
      const some = (most: number) => fc.array(fc.constantFrom('', ...own), { maxLength: most });
      const change = fc.record({ at: fc.nat(20), away: fc.nat(2), put: some(2) });
      return fc.tuple(some(20), fc.array(change, { minLength: 1, maxLength: 6 }));
    });
    fc.assert(
      fc.property(texts, ([begin, changes]) => {
        const states = [begin];
        for (const { at, away, put } of changes) {
          states.push((states.at(-1) ?? []).toSpliced(at, away, ...put));
        }
        // And back again, as one undoes.
        const all = [...states, ...states.toReversed()];
        expectSame(all.map((each) => matter + each.join('\n')));
      }),
      { numRuns: 600 },
    );
  });

  test('is what reading the whole gives, for any blocks and any letters', () => {
    const lesson = fc.array(piece, { maxLength: 12 }).map((pieces) => matter + pieces.join('\n\n'));
    fc.assert(
      fc.property(lesson, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) =>
        expectSame(statesOf(text, edits)),
      ),
      { numRuns: 150 },
    );
  });

  test('is what reading the whole gives, for texts that are hard to read', () => {
    fc.assert(
      fc.property(
        nastyTexts,
        nastyTexts,
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (one, other, edits) =>
          expectSame(statesOf(`${matter}${one.text}\n\nwords\n\n${other.text}`, edits)),
      ),
      { numRuns: 150 },
    );
  });

  const [plain, refused, alike] = ['a', '[a](javascript&#58;x)', '[a](javascript:x)'];
  const tangled = '>***\na\n'.repeat(80);
  test.each([
    [
      'a line that made a table of the line before it',
      ['a\n| b | c |\n| - | - |', 'a\n| b | c |\nd'],
    ],
    ['a line below that makes a heading', ['a\nb\n\nc', 'a\nb\n===\n\nc', 'a\nb\n\nc']],
    ['a fence opened above, and closed', ['a\n\nb', '```\na\n\nb', '```\na\n```\n\nb']],
    [
      'a block closed above its end',
      ['::: details T\na\n\nb\n:::', '::: details T\n:::\n\nb\n:::'],
    ],
    ['a head that moves', [`a\n\n${inbox}`, `a\n\nb\n\nc\n\n${inbox}`, inbox]],
    ['an id taken above', [`a\n\n${choice}`, `${choice}\n${choice}`, `a\n\n${choice}`]],
    ['a heading of the same words above', ['a\n\n# B', '# B\n\n# B', 'a\n\n# B', '# B-1\n\n# B']],
    ['a definition that comes and goes', ['[a]\n\nb', '[a]\n\n[a]: b', '[a]\n\n[a] : b']],
    [
      'an address that is found in a later part only',
      [plain, refused, plain, refused, alike].flatMap((one) => [
        `${one}\n\nb\n\n${alike} ${alike}`,
        `${refused}\n\nb\n\n${alike} ${alike}`,
        `${refused}\n\nb\n\n${one} ${alike}`,
        `${refused}\n\nb\n\n${alike} ${alike}`,
      ]),
    ],
    [
      'one address twice in a line',
      ['b', 'c'].map((one) => `${one}\n\nd\n\n[a](x) ${alike} [c](x)`),
    ],
    // Each of them is less than what is refused, both together are more.
    ['tangled quotes', ['a', `a\n\n${tangled}`, `a\n\n${tangled}\nb\n\n${tangled}`]],
    ['more tangled quotes', [`${tangled}\na`, `${tangled}\na\n\n${tangled}`]],
    // Refused in the line where the whole text has it, and only as the whole text has room for it.
    ['quotes that are refused below what stays', ['a\n\nb', `a\n\nb\n\n${tangled.repeat(5)}`]],
    [
      'quotes that are many for what changed alone',
      ['', `\n\n${tangled}${tangled}`].map((end) => `a${'\n\nb'.repeat(20_000)}${end}`),
    ],
  ])('is what reading the whole gives: %s', (_, states) => {
    expectSame(states.map((text) => `${matter}${text}\n`));
  });

  test('is what reading the whole gives, for the shipped lessons', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shippedLessons()),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (file, edits) => expectSame(statesOf(readFileSync(file, 'utf8'), edits)),
      ),
      { numRuns: 40 },
    );
  });

  test('is the very same where a letter more does not change it', () => {
    const paragraphs = Array.from({ length: 9 }, (_, at) => `Paragraph ${at}.`);
    const text = `${matter}${[...paragraphs, choice, ...paragraphs].join('\n\n')}\n`;
    const draft = new DraftReading();
    const before = parseLesson('01-a.md', text, draft);
    const after = parseLesson('01-a.md', text.replace('Paragraph 5.', 'Paragraph 5x.'), draft);
    expect(after.prose).toHaveLength(before.prose.length);
    expect(after.prose.map((node, at) => node === before.prose[at])).toEqual(
      // The one before is read too: what is written behind it might belong to it.
      after.prose.map((_, at) => at !== 4 && at !== 5),
    );
    expect(after.items).toEqual(before.items);
    expect(after.items[0]).toBe(before.items[0]);
  });
});

/** Of all courses and languages. */
function shippedLessons(): string[] {
  const courses = path.resolve(import.meta.dirname, '../../../courses');
  return readdirSync(courses, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[/\\])\d+[^/\\]*\.md$/.test(file))
    .map((file) => path.join(courses, file));
}
