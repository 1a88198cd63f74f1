// How close a guess has to be, and that closer is never worth less.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dueOf,
  gradeOf,
  interactionOf,
  isCompleteFor,
  itemOf,
  keyOf,
  shareOf,
} from '../../../tests/item-of';
import { closeness, type EstimateContent } from './estimate';

const attributes = 'answer=200 unit=hours';

test.each([
  [200, 1],
  [180, 1],
  [220, 1],
  [179, 79 / 80],
  [240, 0.75],
  [160, 0.75],
  [260, 0.5],
  [299, 1 / 80],
  [300, 0],
  [100, 0],
  [1e300, 0],
  [-200, 0],
])('a guess of %f at 200 earns %f', (guess, expected) => {
  expect(shareOf(itemOf('estimate', 'How many?', attributes), guess)).toBeCloseTo(expected, 10);
});

describe('the tolerance', () => {
  test.each([
    ['answer=62 tolerance=10', 68.2, 1],
    ['answer=62 tolerance=10', 55.8, 1],
    ['answer=0.3 tolerance=10', 0.33, 1],
    ['answer=200 tolerance=5', 211, 0.975],
    ['answer=200 tolerance=0', 200, 1],
    ['answer=200 tolerance=0', 201, 0],
    ['answer=-40 tolerance=25', -50, 1],
    ['answer=-40 tolerance=25', -60, 0.75],
    // Of an answer of 0 it is taken of the range.
    ['answer=0 range=-10..10 tolerance=10', 2, 1],
    ['answer=0 range=-10..10 tolerance=10', -4, 0.75],
  ])('%s: %f earns %f', (given, guess, expected) => {
    expect(shareOf(itemOf('estimate', 'How many?', given), guess)).toBeCloseTo(expected, 10);
  });
});

const content: fc.Arbitrary<EstimateContent> = fc.record({
  answer: fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ min: -9, max: 9, noNaN: true }),
  ),
  unit: fc.constant(''),
  range: fc.constant({ from: -1e9, to: 1e9 }),
  tolerance: fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.double({ min: 0, max: 100, noNaN: true }),
  ),
});
const guess = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }),
  fc.double({ min: -30, max: 30, noNaN: true }),
);

describe('whatever the answer', () => {
  test('a closer guess is never worth less, on either side', () => {
    fc.assert(
      fc.property(content, guess, guess, (of, one, other) => {
        const off = (value: number) => Math.abs(value - of.answer);
        const [closer, farther] = off(one) <= off(other) ? [one, other] : [other, one];
        expect(closeness(of, closer)).toBeGreaterThanOrEqual(closeness(of, farther));
      }),
      { numRuns: 2000 },
    );
  });

  test('the truth is wholly right, and nothing is worth less than nothing', () => {
    fc.assert(
      fc.property(content, guess, (of, value) => {
        expect(closeness(of, of.answer)).toBe(1);
        const share = closeness(of, value);
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });

  test('from the tolerance on it falls in a straight line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 1.001, max: 5, noNaN: true }),
        (answer, tolerance, times) => {
          const of = { answer, unit: '', range: null, tolerance };
          const off = (answer * tolerance * times) / 100;
          expect(closeness(of, answer + off)).toBeCloseTo((5 - times) / 4, 6);
          expect(closeness(of, answer - off)).toBeCloseTo((5 - times) / 4, 6);
        },
      ),
    );
  });
});

describe('what is typed', () => {
  const large = itemOf('estimate', 'How many?', 'answer=1234');

  test.each(['1234', '1,234', '1.234', '1 234', '١٢٣٤', '+1234', '1.234,0'])(
    '“%s” is read',
    (typed) => {
      expect(shareOf(large, typed)).toBe(1);
    },
  );

  test('of two readings the nearer one counts, within the range alone', () => {
    expect(dueOf(large, '1,234')).toMatchObject({ guess: 1234 });
    const small = itemOf('estimate', 'How many?', 'answer=5 range=0..10');
    expect(dueOf(small, '1,234')).toMatchObject({ guess: 1.234 });
  });

  test.each(['', ' ', 'many', '1-2', 'NaN', 'Infinity'])('“%s” is no complete answer', (typed) => {
    expect(isCompleteFor(large, typed)).toBe(false);
  });

  test('numbers outside of the range are none', () => {
    const item = itemOf('estimate', 'How many?', 'answer=5 range=0..10');
    expect([-1, 0, 10, 11, '10,1'].map((each) => isCompleteFor(item, each))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

test('one try, unless the author says otherwise', () => {
  expect(itemOf('estimate', 'How many?', attributes).tries).toBe(1);
  expect(itemOf('estimate', 'How many?', `${attributes} tries=3`).tries).toBe(3);
  expect(itemOf('estimate', 'How many?', `${attributes} points=0`).points).toBe(0);
});

test('the truth is due with the key, and what counts as right', () => {
  const item = itemOf('estimate', 'How many?', 'answer=62 range=0..65');
  expect(keyOf(item).answer).toBe(62);
  expect(dueOf(item, '40')).toEqual({ answer: 62, guess: 40, near: { from: 55.8, to: 65 } });
  expect(dueOf(item, null)).toMatchObject({ guess: null });
  expect(gradeOf(item, 40).parts).toEqual([{ part: 0, right: false, feedback: [] }]);
});

test('a statement holds the number and what counts as right', () => {
  const item = itemOf('estimate', 'How many?', 'answer=62');
  expect(interactionOf(item, '40,5')).toEqual({
    type: 'numeric',
    response: '40.5',
    correct: ['55.8[:]68.2'],
  });
});
