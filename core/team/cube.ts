// Who has finished which course, by block and month: what all figures about coverage are read from.
import { type Block, blocksOf, type UnitPeople } from './blocks';
import { type Released, release } from './release';

/** Course, unit, month since 1970, and how many people finished it there and then. */
export type CoverageRow = readonly [course: number, unit: number, month: number, finished: number];

/** A span of months; the figures before it are taken off. */
export interface Span {
  /** Index of the last month. */
  to: number;
  /** Index of the month before the first one; -1 for none. */
  before: number;
}

/** What is older stands in the first of so many months. */
const mostMonths = 120;

export class Cube {
  readonly blocks: readonly Block[];
  /** Since 1970. */
  readonly firstMonth: number;
  readonly months: number;
  private readonly courses = new Map<number, Released>();

  /** What comes from the future is of this month. `rows` in any order. */
  constructor(units: readonly UnitPeople[], rows: Iterable<CoverageRow>, thisMonth: number) {
    this.blocks = blocksOf(units);
    const blockAt = new Map(
      this.blocks.flatMap(({ units }, at) => units.map((unit) => [unit, at] as const)),
    );
    const all = [...rows].filter(([, unit]) => blockAt.has(unit));
    const first = all.reduce((least, [, , month]) => Math.min(least, month), thisMonth);
    this.firstMonth = Math.max(first, thisMonth - mostMonths + 1);
    this.months = thisMonth - this.firstMonth + 1;
    const counts = new Map<number, number[][]>();
    for (const [course, unit, month, finished] of all) {
      const byBlock = counts.get(course) ?? this.blocks.map(() => Array(this.months).fill(0));
      counts.set(course, byBlock);
      const byMonth = byBlock[blockAt.get(unit) ?? 0] ?? [];
      const at = Math.max(Math.min(month, thisMonth) - this.firstMonth, 0);
      byMonth[at] = (byMonth[at] ?? 0) + finished;
    }
    for (const [course, byBlock] of counts) {
      const reached = this.blocks.map(({ people }, at) => ({
        people,
        byMonth: summedUp(byBlock[at] ?? []),
      }));
      this.courses.set(course, release(reached));
    }
  }

  people(block: number | null): number {
    const chosen = block === null ? this.blocks : this.blocks.slice(block, block + 1);
    return chosen.reduce((sum, { people }) => sum + people, 0);
  }

  /** In a course, a block (null for all) and a span: at least so many, but for the rounding of both ends. */
  reached(course: number, block: number | null, { to, before }: Span): number {
    return this.byEndOf(course, block, to) - this.byEndOf(course, block, before);
  }

  /** By the end of a month. */
  byEndOf(course: number, block: number | null, month: number): number {
    const released = this.courses.get(course);
    const line = block === null ? released?.total : released?.blocks[block];
    return line?.[month] ?? 0;
  }

  /** All that there was. */
  get everything(): Span {
    return { to: this.months - 1, before: -1 };
  }

  spanOf(year: number): Span {
    const january = (year - 1970) * 12 - this.firstMonth;
    return { to: Math.min(january + 11, this.months - 1), before: january - 1 };
  }

  get years(): number[] {
    const [from, to] = [yearOf(this.firstMonth), yearOf(this.firstMonth + this.months - 1)];
    return Array.from({ length: to - from + 1 }, (_, at) => to - at);
  }
}

const yearOf = (month: number): number => 1970 + Math.floor(month / 12);

/** `2026-11` */
export const monthName = (month: number): string =>
  `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}`;

function summedUp(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
