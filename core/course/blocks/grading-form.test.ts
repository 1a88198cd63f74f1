// How `form` is read, shown and graded.
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../parse';
import { inlineText, plainText } from '../plain-text';
import { type FormContent, form } from './form';

function read(rows: string, attributes = '') {
  const table = `| s | c | w |\n| - | - | - |\n${rows}`;
  const body = `::: form #x {${attributes}}\nQ\n\n${table}\n\n> [!WHY] why\n:::\n`;
  const [item] = parseLesson('01-a.md', body).items;
  if (item?.kind !== 'form') throw new Error(`no form in ${body}`);
  return item as typeof item & { content: FormContent };
}

const three = read(
  '| a | x / **y** | fa |\n| b | **x** / y / z | fb |\n| c | x / y / **z** | fc |',
);

describe('grading', () => {
  test.each([
    [[1, 0, 2], 1],
    [[1, 1, 2], 2 / 3],
    [[0, 1, 2], 1 / 3],
    [[0, 1, 1], 0],
  ])('%j earns %f', (answer, share) => {
    expect(form.grade(three.content, answer).share).toBeCloseTo(share, 12);
  });

  test('each row is judged and explained', () => {
    const { parts } = form.grade(three.content, [1, 2, 0]);
    expect(parts.map(({ right }) => right)).toEqual([true, false, false]);
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual(['fa', 'fb', 'fc']);
  });

  test.each([[[1, 0]], [[1, 0, null]], [[2, 0, 2]], [[1, 0, -1]], [[]]])(
    '%j is no complete answer',
    (answer) => {
      expect(form.isComplete(three.content, answer)).toBe(false);
    },
  );
});

test('what is right is not bold on screen, and rows and choices keep their order', () => {
  const shown = form.show(
    three.content,
    form.arrange(three.content, () => []),
  );
  expect(JSON.stringify(shown)).not.toMatch(/strong|right|fa/);
  expect(shown.rows.map(({ setting }) => inlineText(setting))).toEqual(['a', 'b', 'c']);
  expect(shown.rows[1]?.choices.map(inlineText)).toEqual(['x', 'y', 'z']);
});

test('another right choice makes it another question, other reasons or titles do not', () => {
  const base = read('| a | x / **y** | f |').revision;
  expect(read('| a | **x** / y | f |').revision).not.toBe(base);
  expect(read('| a | x / **y** / z | f |').revision).not.toBe(base);
  expect(read('| a | x / **y** | g |', 'title=T').revision).toBe(base);
});

test('is named in statements as a matching', () => {
  expect(form.interaction(three.content, [0, 0, 2])).toEqual({
    type: 'matching',
    response: '0[.]0[,]1[.]0[,]2[.]2',
    correct: ['0[.]1[,]1[.]0[,]2[.]2'],
  });
});

test.each([[0], ['0'], [[0.5]], [[true]], [[undefined]], [null]])('refuses %j', (junk) => {
  expect(form.answer.safeParse(junk).success).toBe(false);
});
