// How `sort` is read, shown and graded.
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../parse';
import { plainText } from '../plain-text';
import { inFileOrder } from './arrangement';
import { type SortContent, type SortShown, sort } from './sort';

const groups = (text: string): string => `::: sort #x\nWhere?\n\n${text}\n\n> [!WHY] why\n:::\n`;

function read(text: string) {
  const { items } = parseLesson('01-a.md', groups(text));
  const [item] = items;
  if (item?.kind !== 'sort') throw new Error(`no sort in ${text}`);
  return item as typeof item & { content: SortContent };
}

const four = read(
  '- Public\n  - d\n    > fd\n  - b\n    > fb\n- Secret\n  - a\n    > fa\n- Nobody\n  - c\n    > fc',
);

describe('grading', () => {
  test.each([
    [[0, 0, 1, 2], 1],
    [[0, 0, 1, 1], 0.75],
    [[1, 0, 1, 1], 0.5],
    [[1, 1, 0, 0], 0],
  ])('%j earns %f', (answer, share) => {
    expect(sort.grade(four.content, answer).share).toBe(share);
  });

  test('each item is judged and explained', () => {
    const { parts } = sort.grade(four.content, [0, 1, 1, 1]);
    expect(parts.map(({ part, right }) => [part, right])).toEqual([
      [0, true],
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual(['fd', 'fb', 'fa', 'fc']);
  });

  test.each([[[0, 0, 1]], [[0, 0, 1, null]], [[0, 0, 1, 3]], [[0, 0, 1, -1]], [[]]])(
    '%j is no complete answer',
    (answer) => {
      expect(sort.isComplete(four.content, answer)).toBe(false);
    },
  );
});

test('shuffle=no puts the items by their words: their order in the file is the key', () => {
  const shown = sort.show(four.content, sort.arrange(four.content, inFileOrder)) as SortShown;
  expect(shown.items.map(plainText)).toEqual(['a', 'b', 'c', 'd']);
  expect(shown.groups.map(plainText)).toEqual(['Public', 'Secret', 'Nobody']);
});

test('an item moved to another group makes it another question, other feedback does not', () => {
  const base = read('- A\n  - x\n    > f\n  - y\n    > f\n- B\n  - z\n    > f').revision;
  const moved = read('- A\n  - x\n    > f\n- B\n  - y\n    > f\n  - z\n    > f').revision;
  const said = read('- A\n  - x\n    > g\n  - y\n    > f\n- B\n  - z\n    > f').revision;
  expect(moved).not.toBe(base);
  expect(said).toBe(base);
});

test('is named in statements as a matching', () => {
  expect(sort.interaction(four.content, [0, 1, 1, 2])).toEqual({
    type: 'matching',
    response: '0[.]0[,]1[.]1[,]2[.]1[,]3[.]2',
    correct: ['0[.]0[,]1[.]0[,]2[.]1[,]3[.]2'],
  });
});

test.each([[0], ['0'], [[0.5]], [[true]], [[undefined]], [null]])('refuses %j', (junk) => {
  expect(sort.answer.safeParse(junk).success).toBe(false);
});
