// Where a mistake is said to be.
import { describe, expect, test } from 'vitest';
import { ProblemList } from './problem';

const list = (...lines: string[]): ProblemList => new ProblemList('01-a.md', lines);
const places = (problems: ProblemList): string[] =>
  problems.problems.map(({ line, column }) => `${line}:${column}`);

test('a problem has its rule, file, place and values', () => {
  const problems = list('', '  text');
  problems.add('answer-double', 2, { text: 'a' });
  problems.addAt('answer-empty', 7, 3);
  expect(problems.problems).toEqual([
    { rule: 'answer-double', file: '01-a.md', line: 2, column: 3, values: { text: 'a' } },
    { rule: 'answer-empty', file: '01-a.md', line: 7, column: 3, values: {} },
  ]);
});

describe('the place', () => {
  test('is the first word of the line when nothing is looked for', () => {
    expect(list('\t a').placeOf(1)).toEqual({ line: 1, column: 3 });
    expect(list('   ').placeOf(1)).toEqual({ line: 1, column: 1 });
    expect(list('a').placeOf(9)).toEqual({ line: 9, column: 1 });
  });

  test('is where the words stand', () => {
    expect(list('one two').placeOf(1, 'two')).toEqual({ line: 1, column: 5 });
  });

  test('is behind what comes before, if that is there', () => {
    expect(list('a [a](a)').placeOf(1, 'a', '](')).toEqual({ line: 1, column: 7 });
    expect(list('b a').placeOf(1, 'a', '](')).toEqual({ line: 1, column: 3 });
    expect(list('a ](b').placeOf(1, 'a', '](')).toEqual({ line: 1, column: 1 });
  });

  test('of the same words again in the same line is the next one, and at the end the last', () => {
    const problems = list('x x', 'x');
    expect([1, 2, 3].map(() => problems.placeOf(1, 'x').column)).toEqual([1, 3, 1]);
    expect(problems.placeOf(2, 'x')).toEqual({ line: 2, column: 1 });
  });

  test('is in one of the next lines when it is not in the first', () => {
    expect(list('a', 'b', 'c x').placeOf(1, 'x')).toEqual({ line: 3, column: 3 });
  });

  test('is never far away, nor before the line', () => {
    const far = list('a', ...Array<string>(40).fill('b'), 'x');
    expect(far.placeOf(1, 'x')).toEqual({ line: 1, column: 1 });
    expect(list('x', ' a').placeOf(2, 'x')).toEqual({ line: 2, column: 2 });
  });

  test('of line 0 is line 1', () => {
    const problems = list('a');
    problems.add('answer-empty', 0);
    expect(places(problems)).toEqual(['1:1']);
  });
});

test('only so many characters are looked through: after that every problem has column 1', () => {
  const problems = list(' '.repeat(1_000_000), 'a x');
  expect(problems.placeOf(2, 'x').column).toBe(3);
  for (let time = 0; time < 10; time++) problems.placeOf(1, 'nowhere');
  expect(problems.placeOf(2, 'x')).toEqual({ line: 2, column: 1 });
});
