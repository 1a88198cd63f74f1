// The grade of a text, reckoned by hand for small ones; where it is asked for, and where it is not.
import { describe, expect, test } from 'vitest';
import { growth, linear } from '../../../tests/thread-cost';
import { sourceOf } from '../../../tests/unit/support/source-of';
import { readability } from './readability';
import { readingGrade } from './reading-grade';
import { sentencesOf } from './sentences';

const gradeOf = (text: string): number => readingGrade(sentencesOf(sourceOf(text)));

describe('the grade', () => {
  test.each([
    // Words a sentence, syllables a word.
    ['The cat sat on the mat.', 0.39 * 6 + 11.8 - 15.59],
    ['The cat sat. It ate.', 0.39 * 2.5 + 11.8 - 15.59],
    ['Residents always telephone.', 0.39 * 3 + (11.8 * (3 + 2 + 3)) / 3 - 15.59],
    // Code, gaps and numbers are one syllable each, whatever they hold.
    ['Type `organisation` 2026.', 0.39 * 3 + 11.8 - 15.59],
    ['See <https://organisation.example/> now.', 0.39 * 3 + 11.8 - 15.59],
  ])('of “%s” is %d', (text, grade) => {
    expect(gradeOf(text)).toBeCloseTo(grade, 1);
  });

  test('of words without end takes linear time', () => {
    const reckoning = (n: number) => {
      const sentences = sentencesOf(sourceOf('x'.repeat(n)));
      return () => readingGrade(sentences);
    };
    expect(growth(reckoning)).toBeLessThanOrEqual(linear);
  });

  test('has one place behind the point, and the same each time', () => {
    const text = 'Every employee opens the documents. She reads.';
    const grade = gradeOf(text);
    expect(String(grade)).toMatch(/^-?\d+(\.\d)?$/);
    expect(gradeOf(`${text} ${text}\n\n${text}`)).toBe(grade);
  });
});

describe('a grade that is too high', () => {
  const hard = 'Every employee examines additional documents. ';
  const found = (text: string, language?: string) =>
    readability(sourceOf(text, language)).filter(({ rule }) => rule === 'grade-high');

  test('is reported once, with its limit', () => {
    expect(found(hard.repeat(20))).toEqual([
      {
        ...{ rule: 'grade-high', file: '01-a.md', line: 1, column: 1 },
        values: { grade: gradeOf(hard), limit: 8 },
      },
    ]);
  });

  test('takes a hundred words', () => {
    expect(found(hard.repeat(19))).toHaveLength(0);
    expect(found(`${hard.repeat(19)} Every employee examines additional.`)).toHaveLength(0);
  });

  test('is one of running text: lists, tables, headings and answers do not count', () => {
    expect(found(`- ${hard}\n`.repeat(30))).toHaveLength(0);
    const easy = 'You read it. She reads it. '.repeat(20);
    const answers = `- [x] ${hard.repeat(9)}\n  > ${hard.repeat(9)}\n- [ ] b\n  > c\n`;
    const question = `::: choice #a\nWhich?\n\n${answers}\n> [!WHY] So.\n:::\n`;
    expect(found(`## ${hard.repeat(9)}\n\n${easy}\n\n${question}`)).toHaveLength(0);
    expect(found(`${easy}\n\n::: details A\n${hard.repeat(60)}\n:::\n`)).toHaveLength(1);
  });

  test('is one of English', () => {
    const text = hard.repeat(30);
    expect(['en-GB', 'EN', 'es', 'ar', 'enm'].map((each) => found(text, each).length)).toEqual([
      1, 1, 0, 0, 0,
    ]);
  });

  test('is more than eight, as it is shown', () => {
    // Of one syllable a word, the number of words in a sentence alone decides.
    const of = (...sizes: number[]): string =>
      sizes.map((size) => `Go${' go'.repeat(size - 1)}.`).join(' ');
    expect(gradeOf(of(30, 30, 31))).toBe(8);
    expect(found(of(30, 30, 31, 30, 30, 31))).toHaveLength(0);
    expect(found(of(30, 31, 30, 31))).toMatchObject([{ values: { grade: 8.1, limit: 8 } }]);
  });
});
