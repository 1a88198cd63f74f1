// Reads the counts of the team view, and the named states of mandatory courses.
import type { PersonState } from '../../../../core/team/views';
import type { Db } from '../database';
import { unlisted } from './people';

export interface NamedRow {
  account: string;
  name: string;
  unit: string;
  group: string;
  course: string;
  due: string | null;
  /** Days since 1970. */
  day: number | null;
}

export interface AnswerRow {
  person: number;
  kind: number;
  lesson: string;
  item: string;
  at: string;
  revision: string | null;
  share: number | null;
  answer: string | null;
}

/** What is asked of the list of people. */
export interface PeopleWanted {
  /** Null for all mandatory courses. */
  course: string | null;
  /** Null for all units. */
  units: readonly number[] | null;
  state: PersonState | 'all';
  /** As in 2026-11-20. */
  today: string;
}

/** The SQL of what is wanted; values are put in by name. */
function conditionOf({ course, units, state }: PeopleWanted): string {
  const conditions = [
    ...(course === null ? [] : ['mandatory.course = @course']),
    ...(units === null ? [] : ['roster.unit IN (SELECT value FROM json_each(@units))']),
    ...(state === 'done' ? ['day IS NOT NULL'] : []),
    ...(state === 'open' ? ['day IS NULL AND (due IS NULL OR due >= @today)'] : []),
    ...(state === 'overdue' ? ['day IS NULL AND due < @today'] : []),
  ];
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

/** Every person of the list with every mandatory course. */
const named = `
  FROM (SELECT value ->> '$.course' AS course, value ->> '$.due' AS due FROM json_each(@mandatory))
    AS mandatory
  CROSS JOIN roster JOIN unit ON unit.id = roster.unit
  LEFT JOIN course ON course.course = mandatory.course
  LEFT JOIN person ON person.row = roster.id AND person.id = person.member
  LEFT JOIN finish ON finish.member = person.id AND finish.course = course.id`;

export function figureTables(db: Db) {
  const coverage = db
    .prepare<[], [number, number, number, number]>(
      'SELECT course, unit, month, finished FROM coverage WHERE finished > 0',
    )
    .raw();
  const courses = db.prepare<[], { id: number; course: string; titles: string }>(
    'SELECT id, course, titles FROM course ORDER BY course',
  );
  const mandatory = db.prepare<[], { course: string; due: string | null }>(
    'SELECT course, due FROM mandatory ORDER BY course',
  );
  const require = db.prepare<[string, string | null]>(
    'INSERT OR REPLACE INTO mandatory VALUES (?, ?)',
  );
  const release = db.prepare<[string]>('DELETE FROM mandatory WHERE course = ?');
  const done = db.prepare<[string], { unit: number; done: number }>(`
    SELECT unit, sum(finished) AS done FROM coverage
    WHERE course = (SELECT id FROM course WHERE course = ?) AND unit <> ${unlisted} GROUP BY unit`);
  const judged = db.prepare<[], { course: string }>(`
    SELECT course FROM course WHERE EXISTS (SELECT 1 FROM fact
      WHERE fact.course = course.id AND kind > 2 AND answer LIKE '%"verdict"%')`);
  const answers = db.prepare<[string, number], AnswerRow>(`
    WITH asked AS (SELECT id FROM course WHERE course = ?)
    SELECT person.member AS person, kind, lesson, item, at, revision, share, answer FROM live
    JOIN person ON person.id = live.person
    WHERE kind > 2 AND live.course = (SELECT id FROM asked) AND person.member IN
      (SELECT DISTINCT member FROM person JOIN fact ON fact.person = person.id AND kind > 2
        AND fact.course = (SELECT id FROM asked) ORDER BY member LIMIT ?)
    ORDER BY person.member, at, live.id`);

  return {
    /** Number of the course, unit, month since 1970, people. */
    coverage: () => coverage.all(),
    courses: () =>
      courses.all().map(({ id, course, titles }) => ({
        ...{ id, course },
        titles: JSON.parse(titles) as Record<string, string>,
      })),
    mandatory: () => mandatory.all(),
    require: (course: string, due: string | null) => void require.run(course, due),
    release: (course: string) => void release.run(course),
    /** Of the people of the list, by unit. */
    done: (course: string) => done.all(course),
    /** Courses in which somebody judged something, as the messages of an inbox are. */
    judged: () => judged.all(),
    /** Answers and hints of so many of those who answered there at most, those of each in their order. */
    answers: (course: string, people: number) => answers.all(course, people),
    /** Of these courses; by unit and name, `count` from `from` on. */
    people(
      wanted: PeopleWanted,
      mandatory: readonly { course: string; due: string | null }[],
      from: number,
      count: number,
    ): { total: number; rows: NamedRow[] } {
      const where = conditionOf(wanted);
      const { course, units, today } = wanted;
      const values = {
        ...{ course, today, from, count },
        mandatory: JSON.stringify(mandatory),
        units: JSON.stringify(units),
      };
      const total = db
        .prepare<[typeof values], { total: number }>(`SELECT count(*) AS total ${named} ${where}`)
        .get(values);
      const rows = db
        .prepare<[typeof values], NamedRow>(`
          SELECT roster.shown AS account, roster.name, unit.name AS unit, team AS "group",
            mandatory.course, due, day ${named} ${where}
          ORDER BY unit.name, roster.name, roster.account, due IS NULL, due, mandatory.course
          LIMIT @count OFFSET @from`)
        .all(values);
      return { total: total?.total ?? 0, rows };
    },
  };
}
