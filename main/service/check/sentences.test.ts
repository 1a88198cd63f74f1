// Sentences and their words, in several languages; where each begins.
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../../tests/unit/support/source-of';
import { countWords, sentencesOf } from './sentences';

const sentences = (text: string, language?: string) => sentencesOf(sourceOf(text, language));

const inShort = (text: string, language?: string): [number, number, string][] =>
  sentences(text, language).map(({ line, words, begin }) => [line, words, begin]);

describe('a sentence', () => {
  test('begins in the line where its first word stands', () => {
    expect(inShort('One. Two is\nhere. Three\n\nFour  \nis. Five')).toEqual([
      [1, 1, 'One.'],
      [1, 3, 'Two is here.'],
      [2, 1, 'Three'],
      [4, 2, 'Four is.'],
      [5, 1, 'Five'],
    ]);
  });

  test('counts code, addresses and gaps as one word each, whatever they hold', () => {
    expect(inShort('Type `rm -rf *.txt a b` here.')[0]?.[1]).toBe(3);
    expect(inShort('See https://a.example/b/c?d=e now.')[0]?.[1]).toBe(3);
    expect(inShort('See [the *very* long page](https://a.example/) now.')[0]?.[1]).toBe(6);
    expect(inShort('Ask {{org.a.b | the desk}}, **you** ~~know~~ who. ![No words](a.svg)')).toEqual(
      [[1, 6, 'Ask the desk, you know']],
    );
    const block = '::: blanks #a\nA [[big word]] here. And [[> one | two]].\n\n> [!WHY] So.\n:::\n';
    expect(inShort(block).map(([, words]) => words)).toEqual([1, 3, 2]);
  });

  test('ends with its line where lines are marked', () => {
    const block = (unit: string) =>
      `::: mark #a {unit=${unit}}\nWhich?\n\nTo: all ==staff==\nCc: nobody\n\n- [x] staff\n  > So.\n\n> [!WHY] So.\n:::\n`;
    const ofText = (unit: string) =>
      inShort(block(unit)).filter(([line]) => line === 4 || line === 5);
    expect(ofText('line').map(([, words]) => words)).toEqual([3, 2]);
    expect(ofText('word').map(([, words]) => words)).toEqual([5]);
  });

  test('ends before a number, as in a list within a text', () => {
    expect(inShort('A post. 1: the lamp. 2: the box.').map(([, words]) => words)).toEqual([
      2, 3, 3,
    ]);
    expect(inShort('It took 3.5 hours.')).toHaveLength(1);
  });

  test.each([
    ['ar', 'يصل البريد كل صباح. هل تفتحه؟ نعم!', [4, 2, 1]],
    ['es', '¿Qué hace usted? Avise a la oficina.', [3, 4]],
    ['fr', 'Il est là. L’adresse est fausse !', [3, 3]],
    ['ja', '今日は良い天気です。散歩に行きましょう。', [5, 4]],
    ['zh', '我们今天学习。明天休息。', [3, 2]],
    ['el', 'Πού είναι; Εδώ είναι.', [2, 2]],
  ])('is known in %s', (language, text, expected) => {
    const found = inShort(text, language).map(([, words]) => words);
    // Where words are not set apart, another version of the rules may cut them in another way.
    const isCut = language === 'ja' || language === 'zh';
    expect(found.map((count) => (isCut ? count > 1 : count))).toEqual(
      expected.map((count) => (isCut ? true : count)),
    );
  });
});

test('headings, tables and code are no sentences', () => {
  const text =
    '## A heading. And more.\n\n| a. b. | c |\n| - | - |\n| d. | e |\n\n```\nf. g.\n```\n\n---\n';
  expect(inShort(text)).toEqual([]);
});

test('questions, answers, feedback, hints and notes are read as well; the cells of a match are not', () => {
  const text = `Text[^1].

::: choice #a
What is it?

- [x] This one
  > Right it is.
- [ ] That

> [!HINT] Look again.

> [!WHY] So it is.
:::

::: match #b
Which?

| One | Two |
| --- | --- |
| three | four |

> [!WHY] Because.
:::

[^1]: A note.
`;
  const found = new Map(sentences(text).map(({ begin, running }) => [begin, running]));
  expect(Object.fromEntries(found)).toEqual({
    'Text.': true,
    'A note.': true,
    'What is it?': true,
    'Look again.': true,
    'This one': false,
    'Right it is.': false,
    That: false,
    'So it is.': true,
    'Which?': true,
    'Because.': true,
  });
});

test('words are counted as a person would', () => {
  expect(countWords('It’s a well-known word, isn’t it? 3.5 %', 'en')).toBe(8);
  expect(countWords('', 'en')).toBe(0);
});
