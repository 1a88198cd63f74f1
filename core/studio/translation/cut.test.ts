// Cutting loses nothing, finds all that learners read, and leaves structure alone.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nastyTexts } from '../../../tests/nasty-texts';
import { cut } from './cut';
import { hasWords } from './segment';
import { withWords } from './write';

const root = join(import.meta.dirname, '../../..');
const courses = globSync('{courses,tests/fixtures}/**/*.md', { cwd: root }).sort();
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The text put together again from what lies between the segments and the segments themselves. */
function rejoined(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { text: words, spans, form } of cut(text)) {
    const lines = words.split('\n');
    for (const [n, { start, end }] of spans.entries()) {
      const own = form === 'yaml' || form === 'cell' ? text.slice(start, end) : (lines[n] ?? '');
      parts.push(text.slice(at, start), own);
      at = end;
    }
  }
  return parts.join('') + text.slice(at);
}

const keysOf = (text: string): [string, string][] =>
  cut(text)
    .filter(hasWords)
    .map(({ key, text }) => [key, text]);

describe('a text cut into segments', () => {
  test('and put together again is the same, byte for byte: every text there is', () => {
    expect(courses.length).toBeGreaterThan(150);
    for (const file of courses) expect(rejoined(textOf(file)), file).toBe(textOf(file));
  });

  test('of any kind, with any line ends, is the same again', () => {
    fc.assert(
      fc.property(nastyTexts, fc.constantFrom('\n', '\r\n', '\r'), ({ text }, end) => {
        const written = text.replaceAll('\n', end);
        expect(rejoined(written)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test('is named by its blocks, what it is, and its place', () => {
    const text = `---
title: "Locks: why"
minutes: 5
objectives: [Lock, Look]
---

## Begin
A text in
two lines.

:::: test #exam
::: choice #one {points=2}
Which?

- [x] This {pin}
  > Yes.
- [ ] 42
  > No,
  > never.

> [!HINT] Look.

> [!WHY]
> So.
:::
::::

::: poll #p {scale=1..5 low="nothing" high="all"}
How much?
:::

::: details More of it
| Word | Means |
| --- | --- |
| a \\| b | 7 |

\`\`\`js
const code = 'stays';
\`\`\`
:::

::: cards #c
Phishing
: A lure.
:::

::: message #m {verdict=phish}
from: "Ada" <ada@norlund.example>
sent: 2026-10-05 08:12
subject: Hello
---
[^1]

[^1]: A note.
:::
`;
    expect(keysOf(text)).toEqual([
      ['matter/title/1', 'Locks: why'],
      ['matter/objective/1', 'Lock'],
      ['matter/objective/2', 'Look'],
      ['heading/1', 'Begin'],
      ['paragraph/1', 'A text in\ntwo lines.'],
      ['test#exam/choice#one/paragraph/1', 'Which?'],
      ['test#exam/choice#one/answer/1', 'This'],
      ['test#exam/choice#one/feedback/1', 'Yes.'],
      ['test#exam/choice#one/feedback/2', 'No,\nnever.'],
      ['test#exam/choice#one/hint/1', 'Look.'],
      ['test#exam/choice#one/explanation/1', 'So.'],
      ['poll#p/label/1', 'nothing'],
      ['poll#p/label/2', 'all'],
      ['poll#p/paragraph/1', 'How much?'],
      ['details-1/label/1', 'More of it'],
      ['details-1/cell/1', 'Word'],
      ['details-1/cell/2', 'Means'],
      ['details-1/cell/3', 'a | b'],
      ['cards#c/term/1', 'Phishing'],
      ['cards#c/definition/1', 'A lure.'],
      ['message#m/message/1', '"Ada" <ada@norlund.example>'],
      ['message#m/message/2', 'Hello'],
      ['message#m/paragraph/2', 'A note.'],
    ]);
  });
});

describe('words written to their place', () => {
  const text = `\uFEFF---\r
title: Locks # why\r
objectives:\r
  - >\r
    Lock it\r
    well\r
minutes: 5\r
---\r
\r
> A quote\r
> of two lines.\r
\r
- [x] Yes\r
  or so {pin}\r
\r
| a | b |\r
| - | - |\r
| c | d |\r
`;
  const write = (key: string, words: string) => withWords(text, new Map([[key, words]]));

  test('change nothing else', () => {
    expect(write('quote/1', 'Ein\nlanges\nZitat.').text).toBe(
      text.replace('A quote\r\n> of two lines.', 'Ein\r\n> langes\r\n> Zitat.'),
    );
    expect(write('answer/1', 'Ja').text).toBe(text.replace('Yes\r\n  or so', 'Ja'));
    expect(write('matter/title/1', 'Schlösser').text).toBe(text.replace('Locks', 'Schlösser'));
    expect(write('matter/objective/1', 'Gut: abschließen').text).toBe(
      text.replace('>\r\n    Lock it\r\n    well', '"Gut: abschließen"'),
    );
    expect(write('cell/3', 'x | y').text).toBe(text.replace('| c |', '| x \\| y |'));
  });

  test('that Markdown would take for something else are written so that it does not', () => {
    for (const words of [
      '# Nr. 1',
      '- so',
      '1. so',
      '::: choice',
      '> so',
      '```',
      '---',
      '[a]: b',
    ]) {
      const written = write('quote/1', words);
      expect(written.unfit, words).toEqual([]);
      expect(cut(written.text).map(({ key }) => key)).toEqual(cut(text).map(({ key }) => key));
    }
  });

  test('of any kind leave the structure and all other words as they are', () => {
    const segments = cut(text);
    fc.assert(
      fc.property(
        fc.constantFrom(...segments),
        fc.oneof(
          nastyTexts.map(({ text }) => text),
          fc.string({ unit: 'binary' }),
        ),
        ({ key }, words) => {
          const written = write(key, words);
          const after = cut(written.text);
          expect(after.map((each) => each.key)).toEqual(segments.map((each) => each.key));
          for (const [at, each] of segments.entries()) {
            if (each.key !== key || written.unfit.length > 0) {
              expect(after[at]?.text).toBe(each.text);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of a whole lesson come back as they were sent', () => {
    for (const file of courses.filter((each) => each.startsWith('courses/08'))) {
      const source = textOf(file);
      const upper = new Map(
        cut(source)
          .filter(hasWords)
          .map(({ key, text, role }) => [key, role === 'message' ? text : `Ø ${text}`]),
      );
      const { text: written, unfit } = withWords(source, upper);
      expect(unfit, file).toEqual([]);
      for (const { key, text } of cut(written)) {
        if (upper.has(key)) expect(text).toBe(upper.get(key));
      }
      const back = new Map(cut(source).map(({ key, text }) => [key, text]));
      const again = cut(withWords(written, back).text).map(({ text }) => text);
      expect(again).toEqual(cut(source).map(({ text }) => text));
    }
  });
});
