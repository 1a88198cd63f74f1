// Which units may stand for themselves in a report, and which are only shown together.
import { fewestPeople } from '../studio/item-analysis';

export interface UnitPeople {
  unit: number;
  name: string;
  people: number;
}

/** A part of the organisation that figures are given for: never fewer than five people. */
export interface Block {
  /** The unit; `together` for those that are too small to be shown alone. */
  key: number;
  units: number[];
  /** Null for units that are only shown together. */
  name: string | null;
  people: number;
}

/** The key of the block of small units. */
export const together = -1;

/**
 * Every person is in one block, and every figure is about whole blocks: whatever is added or
 * subtracted, what comes out is about five people at least. Where the small units are fewer than five
 * people even together, the smallest of the others joins them, or they would be what is missing from
 * the total. No blocks where all together are fewer than five.
 */
export function blocksOf(units: readonly UnitPeople[]): Block[] {
  const inhabited = units
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.people - b.people || a.unit - b.unit);
  const large = inhabited.filter(({ people }) => people >= fewestPeople);
  const small = inhabited.filter(({ people }) => people < fewestPeople);
  const peopleIn = (some: readonly UnitPeople[]): number =>
    some.reduce((sum, { people }) => sum + people, 0);
  if (small.length > 0 && peopleIn(small) < fewestPeople) {
    const [next] = large.splice(0, 1);
    if (!next) return [];
    small.push(next);
  }
  const alone = large
    .map(({ unit, name, people }): Block => ({ key: unit, units: [unit], name, people }))
    .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
  if (small.length === 0) return alone;
  const pool: Block = {
    key: together,
    units: small.map(({ unit }) => unit),
    name: null,
    people: peopleIn(small),
  };
  return [...alone, pool];
}
