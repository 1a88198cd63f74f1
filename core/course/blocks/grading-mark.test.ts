// How `mark` is read, shown and graded.
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../parse';
import { plainText } from '../plain-text';
import { splitIntoUnits, unitRuns } from '../units';
import { inFileOrder } from './arrangement';
import { type MarkContent, mark } from './mark';

function read(text: string, attributes = '') {
  const body = `::: mark #x {${attributes}}\nQ\n\n${text}\n\n> [!WHY] why\n:::\n`;
  const [item] = parseLesson('01-a.md', body).items;
  if (item?.kind !== 'mark') throw new Error(`no mark in ${body}`);
  return item as typeof item & { content: MarkContent };
}

const letter = read(
  [
    'Dear friend, ==act now== or lose it. Your ==password,== please.',
    '',
    '- [x] act now\n  > f1\n- [x] password\n  > f2\n- [ ] lose it\n  > f3',
  ].join('\n'),
);
const share = (answer: number[]): number => mark.grade(letter.content, answer).share;

describe('grading', () => {
  // 0 Dear 1 friend, 2 act 3 now 4 or 5 lose 6 it. 7 Your 8 password, 9 please.
  test.each([
    ['all right ones', [2, 3, 8], 1],
    ['in any order', [8, 2, 3], 1],
    ['two of three', [2, 8], 2 / 3],
    ['all right and one wrong', [2, 3, 8, 0], 2 / 3],
    ['as many right as wrong', [2, 0], 0],
    ['more wrong than right: not below 0', [2, 0, 1, 4], 0],
    ['everything', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0],
  ])('%s', (_, answer, expected) => {
    expect(share(answer)).toBeCloseTo(expected, 12);
  });

  test('only what is marked is judged: what is missed stays to be found', () => {
    const { parts } = mark.grade(letter.content, [3, 5, 9]);
    expect(parts.map(({ part, right }) => [part, right])).toEqual([
      [3, true],
      [5, false],
      [9, false],
    ]);
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual(['f1', 'f3', '']);
  });

  test('a thing is said once, however many of its units are marked', () => {
    const said = (answer: number[]) =>
      mark.grade(letter.content, answer).parts.map(({ feedback }) => plainText(feedback));
    expect(said([2, 3, 5, 6])).toEqual(['f1', '', 'f3', '']);
    expect(mark.key(letter.content).parts.map(({ part }) => part)).toEqual([2, 8]);
  });

  test.each([[[]], [[2, 2]], [[10]], [[-1]]])('%j is no complete answer', (answer) => {
    expect(mark.isComplete(letter.content, answer)).toBe(false);
  });

  test('the passages come with the key', () => {
    expect(mark.due?.(letter.content, null, [])).toEqual({ spots: [[2, 3], [8]] });
  });
});

describe('on screen', () => {
  const shown = mark.show(letter.content, mark.arrange(letter.content, inFileOrder));

  test('stand the units, and no trace of what is right', () => {
    expect(Object.keys(shown).sort()).toEqual(['text', 'unit', 'units']);
    expect(JSON.stringify(shown)).not.toMatch(/marked|f1|==/);
    const bare = read('Dear ==friend,== act now or lose it. Your password, please.');
    expect(mark.show(bare.content, [])).toEqual(shown);
  });

  test('stand all words of the text', () => {
    const words = unitRuns(shown.text).flat();
    expect(words.map(({ unit }) => unit)).toEqual(words.map((_, at) => at));
    expect(words.map((each) => each.words).join(' ')).toBe(plainText(shown.text));
  });
});

describe('units', () => {
  const text = 'One two. Three\nfour!\n\n- five';
  test.each([
    ['word', ['One', 'two.', 'Three', 'four!', 'five']],
    ['line', ['One two. Three', 'four!', 'five']],
    ['sentence', ['One two.', 'Three four!', 'five']],
  ] as const)('by %s', (unit, expected) => {
    const { prose } = parseLesson('01-a.md', text);
    const { text: split, units } = splitIntoUnits(prose, unit);
    const words = unitRuns(split).flat();
    expect(words.map((each) => each.words)).toEqual(expected);
    expect(units).toBe(expected.length);
  });

  test('lines stay lines on screen', () => {
    const { text: split } = splitIntoUnits(parseLesson('01-a.md', text).prose, 'line');
    expect(JSON.stringify(split)).toContain('"hard":true');
    expect(unitRuns(split)).toHaveLength(3);
  });

  test('sentences end as they do in Arabic too', () => {
    const { prose } = parseLesson('01-a.md', 'أين الرسالة؟ هي هنا. شكرًا.');
    expect(splitIntoUnits(prose, 'sentence').units).toBe(3);
  });
});

test('another passage or another unit makes it another question, other feedback does not', () => {
  const said = '- [x] a\n  > f';
  const base = read(`==a== b. C.\n\n${said}`).revision;
  expect(read(`==a== b. C.\n\n${said}g`).revision).toBe(base);
  expect(read(`a ==b.== C.\n\n${said}`).revision).not.toBe(base);
  expect(read(`==a== b. C.\n\n${said}`, 'unit=sentence').revision).not.toBe(base);
});

test('is named in statements as a choice', () => {
  expect(mark.interaction(letter.content, [2, 9])).toEqual({
    type: 'choice',
    response: '2[,]9',
    correct: ['2[,]3[,]8'],
  });
});

test.each([[0], ['0'], [[0.5]], [[true]], [[null]], [[1e9]]])('refuses %j', (junk) => {
  expect(mark.answer.safeParse(junk).success).toBe(false);
});
