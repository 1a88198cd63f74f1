// How exact a figure about people may be: never so exact that it is about fewer than five of them.
import { fewestPeople } from '../studio/item-analysis';

/** Figures move in steps of so many people. */
const step = fewestPeople;

/** From so many people on, tenths still stand for several people each. */
const enoughForTenths = 20;

/** A count, rounded down to whole fives: "at least". */
export const atLeast = (count: number): number => count - (count % step);

/**
 * How many of `of` people were reached, as exactly as it may be said: in whole fives, and nothing
 * between the last five and everybody, as "all but two" is about two. Everybody may be said.
 */
export function levelOf(reached: number, of: number): number {
  if (reached >= of) return of;
  const level = atLeast(reached);
  return of - level < step ? Math.max(0, atLeast(of - step)) : level;
}

/** How many more than `levelOf` says there may be, at most. */
export function slackOf(level: number, of: number): number {
  if (level >= of) return 0;
  const next = level + step;
  return (of - next < step ? of : next) - 1 - level;
}

/**
 * `part` of `of` as a share from 0 to 1, in quarters or, where many people stand behind it, in tenths;
 * null for fewer than five. With the people in whole fives beside it, it never tells how many it
 * leaves out.
 */
export function coarseShare(part: number, of: number, people = of): number | null {
  if (people < fewestPeople || of === 0) return null;
  const parts = people < enoughForTenths ? 4 : 10;
  return Math.round((part / of) * parts) / parts;
}
