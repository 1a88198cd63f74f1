// From true counts to those a report shows: by block and over time, and no sum that gives a block away.
import { fewestPeople } from '../studio/item-analysis';
import { levelOf, slackOf } from './coarse';

/** How many people of a block had finished by the end of each month: never falls. */
export interface Reached {
  people: number;
  byMonth: readonly number[];
}

export interface Released {
  /** Of each block, by the end of each month: at least so many. */
  blocks: number[][];
  /** Of all blocks together, the same. */
  total: number[];
}

/**
 * Everything that is shown about a course follows from these figures: what was reached in a year is
 * the difference of two of them, and so says no more than they do.
 */
export function release(blocks: readonly Reached[]): Released {
  const released = blocks.map(({ people, byMonth }) =>
    byMonth.map((reached) => levelOf(reached, people)),
  );
  const months = blocks[0]?.byMonth.length ?? 0;
  const total: number[] = [];
  for (let month = 0; month < months; month++) {
    const reached = sum(blocks.map(({ byMonth }) => byMonth[month] ?? 0));
    const shown = released.map((levels) => levels[month] ?? 0);
    const now = sum(shown) + moreInTotal(reached - sum(shown), slacksOf(blocks, shown));
    // What was finished a month before is so still: it says nothing new, and no line falls.
    total.push(Math.max(now, total.at(-1) ?? 0));
  }
  return { blocks: released, total };
}

const slacksOf = (blocks: readonly Reached[], shown: readonly number[]): number[] =>
  blocks.map(({ people }, at) => slackOf(shown[at] ?? 0, people));

/**
 * What the total may say beyond the sum of its blocks, in whole fives: so much that each block that
 * is not complete still may hold five different counts.
 */
function moreInTotal(hidden: number, slacks: readonly number[]): number {
  const bound = Math.max(0, sum(slacks) - (fewestPeople - 1));
  const most = Math.min(hidden, bound);
  return most - (most % fewestPeople);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
