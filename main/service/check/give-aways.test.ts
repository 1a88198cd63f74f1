// Right answers that are too often the longest, or too often in one place; and those that are not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../core/course/item';
import { growth, linear } from '../../../tests/thread-cost';
import { sourceOf } from '../../../tests/unit/support/source-of';
import { giveAways } from './give-aways';
import type { SourceText } from './source-text';

/** Answers in the order of the file, the right one with an x before it. */
const block = (answers: readonly string[], at = 0): string => {
  const lines = answers.map((answer) =>
    answer.startsWith('x ') ? `- [x] ${answer.slice(2)}\n  > Yes.\n` : `- [ ] ${answer}\n  > No.\n`,
  );
  return `::: choice #q${at}\nWhich?\n\n${lines.join('')}\n> [!WHY] So.\n:::\n`;
};

const repeated = (count: number, ...answers: string[]): string[][] =>
  Array.from({ length: count }, () => answers);

const courseFile = (folder = ''): SourceText => ({
  ...sourceOf('About.'),
  ...{ file: folder === '' ? 'course.md' : `${folder}/course.md`, folder, lesson: null },
});

const lessonOf = (questions: readonly string[][], folder = ''): SourceText => ({
  ...sourceOf(questions.map(block).join('\n')),
  folder,
});

const found = (...questions: string[][][]) =>
  giveAways([courseFile(), lessonOf(questions.flat())]).map(({ rule, values }) => [rule, values]);

const rulesOf = (...questions: string[][][]) => found(...questions).map(([rule]) => rule);

/** The right answer stands in each place in turn, so that only its length may tell. */
const inTurn = (right: string, ...wrong: string[]): string[][] =>
  wrong.concat(right).map((_, at) => wrong.toSpliced(at, 0, `x ${right}`));
const turns = (count: number, right: string, ...wrong: string[]): string[][] =>
  Array.from({ length: count }, () => inTurn(right, ...wrong))
    .flat()
    .slice(0, count);

const ids = (...numbers: number[]): string => numbers.map((at) => `a/q${at}`).join(', ');

describe('the right answer is the longest', () => {
  const long = (count: number) => turns(count, 'a long one', 'short', 'brief');
  const short = (count: number) => turns(count, 'this', 'short', 'brief');

  test('more often than chance explains', () => {
    expect(found(long(6), short(2))).toEqual([
      ['answers-longest', { count: 6, questions: 8, expected: 2.7, ids: ids(0, 1, 2, 3, 4, 5) }],
    ]);
    expect(rulesOf(long(5), short(3))).toEqual([]);
  });

  test('by chance, where the questions have few answers', () => {
    const two = turns(6, 'a long one', 'short');
    expect(rulesOf(two, turns(2, 'this', 'short'))).toEqual([]);
    expect(rulesOf(two, turns(1, 'a long one', 'short'), turns(1, 'this', 'short'))).toEqual([
      'answers-longest',
    ]);
  });

  test('only where each other is shorter', () => {
    expect(rulesOf(turns(9, 'alike', 'b', 'brief'))).toEqual([]);
    expect(rulesOf(turns(9, 'aalike', 'b', 'brief'))).toEqual(['answers-longest']);
  });

  test('as its words look, not as they are written', () => {
    const link = '[a](https://www.norlund.example/a/long/address)';
    expect(rulesOf(turns(9, `**a** ${link} \`b\``, 'word', 'other'))).toEqual([]);
    expect(rulesOf(turns(9, 'a&#x301;e&#x301;', 'abc', 'de'))).toEqual([]);
    expect(rulesOf(turns(9, 'a\n  line', 'b', 'c'))).toEqual(['answers-longest']);
  });

  test('in eight questions or more', () => {
    expect(rulesOf(long(7))).toEqual([]);
    expect(rulesOf(long(8))).toEqual(['answers-longest']);
  });

  test('in questions with one right answer, that somebody is asked', () => {
    const several = repeated(9, 'x a long one', 'x a longer one', 'b');
    expect(rulesOf(several)).toEqual([]);
    expect(found(several, long(8))[0]).toMatchObject(['answers-longest', { questions: 8 }]);
    expect(rulesOf(long(8), repeated(9, 'x alone'))).toEqual(['answers-longest']);
    const lesson = lessonOf(long(9));
    const broken = { ...lesson, lesson: { ...lesson.lesson, broken: true } } as SourceText;
    expect(giveAways([courseFile(), broken])).toEqual([]);
  });
});

describe('the right answer stands in one place', () => {
  const first = (count: number) => repeated(count, 'x a', 'b', 'c');
  const second = (count: number) => repeated(count, 'a', 'x b', 'c');

  test('more often than chance explains, for all that it might be any place', () => {
    expect(found(second(7), first(1))).toEqual([
      [
        'answers-placed',
        { place: 2, count: 7, questions: 8, expected: 2.7, ids: ids(0, 1, 2, 3, 4, 5, 6) },
      ],
    ]);
    // Six of eight are unlikely for one place, but not for one of three.
    expect(rulesOf(second(6), first(2))).toEqual([]);
  });

  test('among the questions that have the place', () => {
    const fourth = repeated(8, 'a', 'b', 'c', 'x d');
    expect(found(first(4), second(4), fourth)).toEqual([
      [
        'answers-placed',
        { place: 4, count: 8, questions: 8, expected: 2, ids: ids(8, 9, 10, 11, 12, 13, 14, 15) },
      ],
    ]);
  });

  test('whatever a few questions with many answers look like', () => {
    const many = repeated(3, ...'abcdefghijklmnopqrst', 'x z');
    expect(rulesOf(first(7), second(1), many)).toEqual(['answers-placed']);
    expect(rulesOf(many, many)).toEqual([]);
  });

  test('never, where each place has its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 8, max: 40 }),
        (size, count) => {
          const wrong = Array.from({ length: size - 1 }, (_, at) => `other ${at}`);
          expect(rulesOf(turns(count, 'right', ...wrong))).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('wrongly said of less than one honest course in twenty', () => {
    const lesson = lessonOf(repeated(8, 'x a', 'b', 'c'));
    const items = lesson.lesson?.items ?? [];
    const withPlaces = (places: number[]): SourceText =>
      ({
        ...lesson,
        lesson: { ...lesson.lesson, items: items.map((item, at) => placedAt(item, places[at])) },
      }) as SourceText;
    const about = courseFile();
    let reported = 0;
    for (let course = 0; course < 3 ** 8; course++) {
      const places = items.map((_, at) => Math.floor(course / 3 ** at) % 3);
      reported += giveAways([about, withPlaces(places)]).length;
    }
    expect(reported).toBeGreaterThan(0);
    expect(reported / 3 ** 8).toBeLessThan(0.05);
  });
});

function placedAt(item: Item, place: number | undefined): Item {
  if (item.kind !== 'choice') return item;
  const options = item.content.options.map((option, at) => ({ ...option, right: at === place }));
  return { ...item, content: { ...item.content, options } };
}

test('all lessons of a course count together, and each language by itself', () => {
  const telling = turns(4, 'a long one', 'short', 'brief');
  const even = turns(4, 'this', 'short', 'brief');
  const texts = [
    ...[courseFile(), lessonOf(telling), lessonOf(even)],
    ...[courseFile('es'), lessonOf(telling, 'es'), lessonOf(telling, 'es')],
  ];
  expect(giveAways(texts)).toMatchObject([
    { rule: 'answers-longest', file: 'es/course.md', line: 1, column: 1 },
  ]);
});

test('a translation, which has the places of its source, is not told of them again', () => {
  const first = repeated(8, 'x a', 'b', 'c');
  const texts = [courseFile(), lessonOf(first), courseFile('es'), lessonOf(first, 'es')];
  expect(giveAways(texts)).toMatchObject([{ rule: 'answers-placed', file: 'course.md' }]);
});

test('however many questions there are, it takes linear time', () => {
  const looking = (n: number) => {
    const texts = [courseFile(), lessonOf(repeated(n, 'x a long one', 'b'))];
    return () => giveAways(texts);
  };
  expect(growth(looking)).toBeLessThanOrEqual(linear);
});
