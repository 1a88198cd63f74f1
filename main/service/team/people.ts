// The named list of mandatory courses: who has finished them, who has not, and nothing else about anybody.

import { isoOf } from '../../../core/team/fact';
import type { PeoplePage, PersonState } from '../../../core/team/views';
import type { Library } from '../library/library';
import type { TeamStore } from '../store/team/team-store';
import { type Counted, type Mandatory, unitsOf } from './figures';
import { courseName } from './names';

export interface PeopleAsked {
  block: number | null;
  course: string | null;
  state: PersonState | 'all';
  from: number;
  count: number;
  language: string;
}

interface Around {
  store: TeamStore;
  library: Library;
  counted: Counted;
}

/** `today` as in 2026-11-20. */
export function peoplePage(
  { store, library, counted }: Around,
  mandatory: readonly Mandatory[],
  { block, course: only, state, from, count, language }: PeopleAsked,
  today: string,
): PeoplePage {
  const wanted = { course: only, state, today, units: unitsOf(counted, block) };
  const { total, rows } = store.figures.people(wanted, mandatory, from, count);
  const titles = new Map(counted.courses.map((each) => [each.course, each.titles]));
  const names = new Map(
    mandatory.map(({ course }) => [
      course,
      courseName(library, course, language, titles.get(course)),
    ]),
  );
  return {
    total,
    rows: rows.map(({ course, day, ...row }) => {
      const isOver = row.due !== null && row.due < today;
      const open = isOver ? 'overdue' : 'open';
      return {
        ...row,
        course: names.get(course) ?? { id: course, title: course },
        state: day === null ? open : 'done',
        doneOn: day === null ? null : isoOf(day),
      };
    }),
  };
}
