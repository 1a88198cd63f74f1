// Chances over many things: between never and always, and the same as adding up every way it may go.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOfAtLeast } from './chance';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const chances = (maxLength: number) => fc.array(chance, { maxLength });

/** Adds up all the ways in which enough of the things happen. */
function byEveryWay(least: number, [first, ...others]: readonly number[]): number {
  if (first === undefined) return least <= 0 ? 1 : 0;
  return first * byEveryWay(least - 1, others) + (1 - first) * byEveryWay(least, others);
}

describe('the chance that so many things happen', () => {
  test('is what adding up every way gives', () => {
    fc.assert(
      fc.property(chances(9), fc.nat(10), (given, least) => {
        expect(chanceOfAtLeast(least, given)).toBeCloseTo(byEveryWay(least, given), 12);
      }),
    );
  });

  test('is never under 0 nor over 1, and shrinks with how many they are to be', () => {
    fc.assert(
      fc.property(chances(300), (given) => {
        const falling = Array.from({ length: given.length + 2 }, (_, least) =>
          chanceOfAtLeast(least, given),
        );
        expect(falling[0]).toBeCloseTo(1, 12);
        expect(falling.at(-1)).toBe(0);
        for (const [least, each] of falling.entries()) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual((falling[least - 1] ?? 1) + 1e-12);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('adds up to how many are to be expected', () => {
    fc.assert(
      fc.property(chances(50), (given) => {
        const expected = given.reduce((sum, each) => sum + each, 0);
        const sum = given.reduce((all, _, at) => all + chanceOfAtLeast(at + 1, given), 0);
        expect(sum).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('does not mind the order', () => {
    fc.assert(
      fc.property(chances(30), fc.nat(30), (given, least) => {
        expect(chanceOfAtLeast(least, [...given].reverse())).toBeCloseTo(
          chanceOfAtLeast(least, given),
          12,
        );
      }),
    );
  });

  test('is exact where it is very small', () => {
    const given = Array.from({ length: 40 }, () => 0.25);
    expect(chanceOfAtLeast(40, given)).toBe(0.25 ** 40);
    expect(chanceOfAtLeast(6, Array(8).fill(1 / 3)) * 3 ** 8).toBeCloseTo(28 * 4 + 8 * 2 + 1, 9);
  });
});
