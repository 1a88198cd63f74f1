// How a sheet is graded: right marks less wrong ones, of all there are to find.
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../parse';
import { inlineText, plainText } from '../plain-text';
import { sheet } from './sheet';

const text = `::: sheet #x {title="Payments"}
Mark what is wrong.

### Payments

| Supplier | Amount |
| --- | ---: |
| North | ==1,200== |
| South {hidden} | ==900== |
| East | 300 |

### Archive {hidden}

| Supplier | Amount |
| --- | ---: |
| West | about ==5== euros |

- B2
  > Twice.
- B3
  > Hidden.
- B4
  > This one is fine.
- Archive!B2
  > No number.

> [!WHY] why
:::
`;
const [item] = parseLesson('01-a.md', text).items;
if (item?.kind !== 'sheet') throw new Error('no sheet');
const { content } = item;
const right = [
  [0, 0, 1],
  [0, 1, 1],
  [1, 0, 1],
] as [number, number, number][];

test.each([
  [[right[0]], 1 / 3],
  [right.slice(0, 2), 2 / 3],
  [right, 1],
  [[...right, [0, 2, 1]], 2 / 3],
  [[right[0], [0, 2, 1]], 0],
  [
    [
      [0, 2, 0],
      [0, 2, 1],
    ],
    0,
  ],
] as [[number, number, number][], number][])('%j earns %f', (answer, share) => {
  expect(sheet.grade(content, answer).share).toBeCloseTo(share, 10);
});

describe('what is said', () => {
  test('about the marked cells alone, before the answer is due', () => {
    const { parts } = sheet.grade(content, [
      [0, 2, 1],
      [0, 0, 1],
    ]);
    expect(parts.map(({ part, right: isRight }) => [part, isRight])).toEqual([
      [1, true],
      [5, false],
    ]);
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual([
      'Twice.',
      'This one is fine.',
    ]);
  });

  test('about all of them afterwards', () => {
    const key = sheet.key(content);
    expect(key.answer).toEqual(right);
    expect(
      key.parts.map(({ part, right: isRight, feedback }) => [part, isRight, plainText(feedback)]),
    ).toEqual([
      [1, true, 'Twice.'],
      [3, true, 'Hidden.'],
      [5, false, 'This one is fine.'],
      [7, true, 'No number.'],
    ]);
  });
});

test('what is shown has its hidden rows and sheets, and no mark', () => {
  const shown = sheet.show(content, []);
  expect(shown.title).toBe('Payments');
  expect(shown.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Payments', false],
    ['Archive', true],
  ]);
  expect(shown.sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  expect(shown.sheets[1]?.rows[0]?.cells.map(inlineText)).toEqual(['West', 'about 5 euros']);
  expect(JSON.stringify(shown)).not.toContain('marked');
});

test('an answer names cells that are there, each once, and at least one', () => {
  expect(sheet.isComplete(content, [])).toBe(false);
  expect(sheet.isComplete(content, [[0, 0, 0]])).toBe(true);
  expect(
    sheet.isComplete(content, [
      [0, 0, 0],
      [0, 0, 0],
    ]),
  ).toBe(false);
  expect(sheet.isComplete(content, [[0, 3, 0]])).toBe(false);
  expect(sheet.isComplete(content, [[2, 0, 0]])).toBe(false);
});

test('statements name cells by sheet, letter and number', () => {
  expect(
    sheet.interaction(content, [
      [1, 0, 1],
      [0, 0, 1],
    ]),
  ).toEqual({
    type: 'choice',
    response: '1!B2[,]2!B2',
    correct: ['1!B2[,]1!B3[,]2!B2'],
  });
});

test('another mark makes another question, another remark does not', () => {
  const revision = (words: string) => parseLesson('01-a.md', words).items[0]?.revision;
  expect(revision(text.replace('> Twice.', '> Two times.'))).toBe(revision(text));
  expect(revision(text.replace('| 300 |', '| ==300== |'))).not.toBe(revision(text));
  expect(revision(text.replace('| 300 |', '| 301 |'))).not.toBe(revision(text));
});
