// No figure about a group, and nothing that can be worked out of several, is about fewer than five people.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, together } from './blocks';
import { coarseShare, levelOf, slackOf } from './coarse';
import { type Reached, type Released, release } from './release';

const isSmall = (count: number): boolean => count >= 1 && count <= 4;

describe('blocks', () => {
  const units = fc
    .array(fc.nat(12), { maxLength: 8 })
    .map((all) => all.map((people, unit) => ({ unit, name: `U${unit}`, people })));

  test('hold everybody once, and five people at least, or there are none', () => {
    fc.assert(
      fc.property(units, (all) => {
        const blocks = blocksOf(all);
        const everybody = all.reduce((sum, { people }) => sum + people, 0);
        if (blocks.length === 0) {
          expect(everybody).toBeLessThan(5);
          return;
        }
        expect(blocks.reduce((sum, { people }) => sum + people, 0)).toBe(everybody);
        expect(blocks.every(({ people }) => people >= 5)).toBe(true);
        const inBlocks = blocks.flatMap(({ units }) => units).sort((a, b) => a - b);
        const inhabited = all.filter(({ people }) => people > 0).map(({ unit }) => unit);
        expect(inBlocks).toEqual(inhabited);
      }),
    );
  });

  test('are the units themselves where they are large, and the small ones together', () => {
    const of = (...people: number[]) =>
      blocksOf(people.map((each, unit) => ({ unit, name: `U${unit}`, people: each })));
    expect(of(7, 9)).toEqual([
      { key: 0, units: [0], name: 'U0', people: 7 },
      { key: 1, units: [1], name: 'U1', people: 9 },
    ]);
    expect(of(3, 9, 4)).toEqual([
      { key: 1, units: [1], name: 'U1', people: 9 },
      { key: together, units: [0, 2], name: null, people: 7 },
    ]);
    // Alone, the two would be what is missing from the total: the smallest other unit joins them.
    expect(of(2, 9, 6)).toEqual([
      { key: 1, units: [1], name: 'U1', people: 9 },
      { key: together, units: [0, 2], name: null, people: 8 },
    ]);
    expect(of(2, 1)).toEqual([]);
  });
});

/** Every way in which people of a block may have finished, month by month. */
function histories(people: number, months: number): number[][] {
  const go = (from: number, left: number): number[][] =>
    left === 0
      ? [[]]
      : Array.from({ length: people - from + 1 }, (_, more) => from + more).flatMap((reached) =>
          go(reached, left - 1).map((rest) => [reached, ...rest]),
        );
  return go(0, months);
}

/** All blocks as one. */
const allOf = (blocks: readonly Reached[]): Reached => ({
  people: blocks.reduce((sum, { people }) => sum + people, 0),
  byMonth: (blocks[0]?.byMonth ?? []).map((_, month) =>
    blocks.reduce((sum, { byMonth }) => sum + (byMonth[month] ?? 0), 0),
  ),
});

/** What somebody could work out, of blocks and of all: how many finished, were left, or came in between. */
function cellsOf(blocks: readonly Reached[]): number[] {
  return [...blocks, allOf(blocks)].flatMap(({ people, byMonth }) => [
    ...byMonth,
    ...byMonth.map((reached) => people - reached),
    ...byMonth.flatMap((reached, month) =>
      byMonth.slice(0, month).map((earlier) => reached - earlier),
    ),
  ]);
}

/** The cells under five that the figures shown leave no doubt about. */
function givenAway(
  truth: readonly Reached[],
  show: (blocks: readonly Reached[]) => Released,
): number[] {
  const shown = JSON.stringify(show(truth));
  const possible = truth
    .map(({ people, byMonth }) =>
      histories(people, byMonth.length).map((history): Reached => ({ people, byMonth: history })),
    )
    .reduce<Reached[][]>(
      (all, next) => all.flatMap((some) => next.map((one) => [...some, one])),
      [[]],
    )
    .filter((world) => JSON.stringify(show(world)) === shown)
    .map(cellsOf);
  return cellsOf(truth).filter(
    (cell, at) => isSmall(cell) && possible.every((cells) => cells[at] === cell),
  );
}

/** A small world: few enough that all worlds like it can be gone through. */
const world = (blocks: number, months: number, most: number) =>
  fc.array(
    fc
      .integer({ min: 5, max: most })
      .chain((people) =>
        fc
          .array(fc.integer({ min: 0, max: people }), { minLength: months, maxLength: months })
          .map((reached): Reached => ({ people, byMonth: reached.sort((a, b) => a - b) })),
      ),
    { minLength: blocks, maxLength: blocks },
  );

describe('the figures that are shown', () => {
  const worlds = fc.oneof(world(1, 3, 12), world(2, 2, 8), world(3, 1, 11));

  test('leave every count under five in doubt, whatever is subtracted from what', () => {
    fc.assert(
      fc.property(worlds, (truth) => {
        expect(givenAway(truth, release)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  test('would not, if the total were exact (broken twin)', () => {
    const exactTotal = (blocks: readonly Reached[]): Released => ({
      blocks: release(blocks).blocks,
      total: [...allOf(blocks).byMonth],
    });
    const found = fc
      .sample(worlds, { numRuns: 200, seed: 6 })
      .some((truth) => givenAway(truth, exactTotal).length > 0);
    expect(found).toBe(true);
  }, 120_000);

  test('would not, if a block said all but a few (broken twin)', () => {
    const floors = (blocks: readonly Reached[]): Released => {
      const all = blocks.map(({ people, byMonth }) =>
        byMonth.map((reached) => (reached === people ? people : reached - (reached % 5))),
      );
      return { blocks: all, total: all[0] ?? [] };
    };
    // Of six people five: not all, and not fewer.
    expect(givenAway([{ people: 6, byMonth: [5] }], floors)).toContain(1);
    expect(givenAway([{ people: 6, byMonth: [5] }], release)).toEqual([]);
  });

  test('never say too much, and not much too little', () => {
    fc.assert(
      fc.property(world(3, 4, 60), (truth) => {
        const { blocks, total } = release(truth);
        for (const [at, { people, byMonth }] of truth.entries()) {
          for (const [month, reached] of byMonth.entries()) {
            const shown = blocks[at]?.[month] ?? -1;
            expect(shown).toBeLessThanOrEqual(reached);
            expect(reached).toBeLessThanOrEqual(shown + slackOf(shown, people));
            expect(slackOf(shown, people)).toBeLessThanOrEqual(8);
          }
        }
        for (const [month, shown] of total.entries()) {
          expect(shown).toBeGreaterThanOrEqual(total[month - 1] ?? 0);
          const reached = allOf(truth).byMonth[month] ?? 0;
          expect(shown).toBeLessThanOrEqual(reached);
          expect(reached - shown).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  test('say that everybody has finished', () => {
    const truth = [
      { people: 7, byMonth: [6, 7] },
      { people: 12, byMonth: [12, 12] },
    ];
    expect(release(truth)).toEqual({
      blocks: [
        [0, 7],
        [12, 12],
      ],
      total: [12, 19],
    });
  });
});

describe('shares', () => {
  test('leave in doubt how many people they are about and how many they leave out', () => {
    const seen = new Map<string, Set<number>[]>();
    for (let of = 5; of <= 120; of++) {
      for (let part = 0; part <= of; part++) {
        const key = `${of - (of % 5)} ${coarseShare(part, of)}`;
        const [parts, others] = seen.get(key) ?? [new Set(), new Set()];
        parts?.add(part);
        others?.add(of - part);
        seen.set(key, [parts as Set<number>, others as Set<number>]);
      }
    }
    for (const sets of seen.values()) {
      for (const counts of sets) {
        const small = [...counts].filter(isSmall);
        if (small.length > 0) expect(counts.size).toBeGreaterThan(1);
      }
    }
  });

  test('would not, if they were exact (broken twin)', () => {
    const exact = new Set<number>();
    for (let of = 5; of <= 9; of++)
      for (let part = 0; part <= of; part++) {
        if (Math.round((part / of) * 1000) === 833) exact.add(of - part);
      }
    expect([...exact]).toEqual([1]);
  });

  test('are not given for fewer than five', () => {
    expect(coarseShare(3, 4)).toBe(null);
    expect(coarseShare(3, 60, 4)).toBe(null);
    expect(coarseShare(4, 5)).toBe(0.75);
    expect(coarseShare(18, 24)).toBe(0.8);
  });
});

test('levels stop before everybody, so that all but a few are never counted', () => {
  expect([0, 4, 5, 9, 10, 54, 55, 59, 60].map((reached) => levelOf(reached, 60))).toEqual([
    0, 0, 5, 5, 10, 50, 55, 55, 60,
  ]);
  expect([5, 6, 7].map((reached) => levelOf(reached, 7))).toEqual([0, 0, 7]);
});
