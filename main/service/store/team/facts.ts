// Takes facts in, each once, and keeps true what follows from them.
import { createHash } from 'node:crypto';
import type { Fact, What } from '../../../../core/team/fact';
import type { Account } from '../../../../core/xapi/statement';
import type { Db } from '../database';
import { type personTable, unlisted } from './people';

const kinds = { course: 1, lesson: 2, answer: 3, hint: 4 } as const satisfies Record<
  What['kind'],
  number
>;

export type Taken = 'taken' | 'known' | 'contradicts';

/** Bytes of an id, whatever way it is written. */
const idOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** Six bytes: what a number of JavaScript holds. */
const printOf = ({ account, what }: Fact): number =>
  createHash('sha256')
    .update(JSON.stringify([account.homePage, account.name, what]))
    .digest()
    .readUIntBE(0, 6);

/** Months since 1970 of days since 1970. */
export const monthOf = (day: number): number => {
  const date = new Date(day * 86_400_000);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
};

interface FactRow {
  print: number;
  person: number;
  kind: number;
  course: number;
}

interface Finish {
  day: number;
  passed: number | null;
}

export function factTable(db: Db, people: ReturnType<typeof personTable>) {
  const find = db.prepare<[Buffer], FactRow>(
    'SELECT print, person, kind, course FROM fact WHERE id = ?',
  );
  const insert = db.prepare(`
    INSERT INTO fact (id, print, person, kind, course, day, passed, lesson, item, at, revision, share, answer)
    VALUES (@id, @print, @person, @kind, @course, @day, @passed, @lesson, @item, @at, @revision, @share, @answer)`);
  const remove = db.prepare<[Buffer]>('DELETE FROM fact WHERE id = ?');
  const findCourse = db.prepare<[string], { id: number; titles: string }>(
    'SELECT id, titles FROM course WHERE course = ?',
  );
  const addCourse = db.prepare<[string, string]>(
    'INSERT INTO course (course, titles) VALUES (?, ?)',
  );
  const nameCourse = db.prepare<[string, number]>('UPDATE course SET titles = ? WHERE id = ?');
  const addVoid = db.prepare<[Buffer, string]>('INSERT OR IGNORE INTO voided VALUES (?, ?)');
  const firstFinish = db.prepare<[number, number], { day: number | null; passed: number | null }>(`
    SELECT min(day) AS day, min(CASE WHEN passed THEN day END) AS passed
    FROM person JOIN live ON live.person = person.id AND kind = 1 AND course = ?
    WHERE member = ?`);
  const findFinish = db.prepare<[number, number], Finish & { unit: number }>(
    'SELECT day, passed_day AS passed, unit FROM finish WHERE member = ? AND course = ?',
  );
  const addFinish = db.prepare<[number, number, number, number, number, number | null]>(
    'INSERT INTO finish (member, course, unit, month, day, passed_day) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const setFinish = db.prepare<[number, number, number, number | null, number, number]>(
    'UPDATE finish SET unit = ?, month = ?, day = ?, passed_day = ? WHERE member = ? AND course = ?',
  );
  const dropFinish = db.prepare<[number, number]>(
    'DELETE FROM finish WHERE member = ? AND course = ?',
  );
  const moveFinishes = db.prepare<[number, number]>('UPDATE finish SET unit = ? WHERE member = ?');
  const moveSkill = db.prepare<[number, number]>('UPDATE skill SET unit = ? WHERE member = ?');
  const memberOf = db.prepare<[number], { member: number; unit: number }>(
    'SELECT member, unit FROM person WHERE id = ?',
  );
  const skillDue = db.prepare<[number]>('INSERT OR IGNORE INTO skill_due VALUES (?)');
  const coursesOf = db.prepare<[number, number], { course: number }>(`
    SELECT DISTINCT course FROM person JOIN fact ON fact.person = person.id AND kind = 1 WHERE member = ?
    UNION SELECT course FROM finish WHERE member = ?`);
  const courses = new Map<string, { id: number; titles: string }>();

  /** Says anew what a member has finished of a course. */
  function settle(member: number, unit: number, course: number): void {
    const now = firstFinish.get(course, member);
    const before = findFinish.get(member, course);
    const day = now?.day ?? null;
    if (day === null) {
      if (before) dropFinish.run(member, course);
      return;
    }
    const passed = now?.passed ?? null;
    if (!before) addFinish.run(member, course, unit, monthOf(day), day, passed);
    else if (before.day !== day || before.passed !== passed || before.unit !== unit) {
      setFinish.run(unit, monthOf(day), day, passed, member, course);
    }
  }

  function touch(row: { person: number; kind: number; course: number }): void {
    if (row.kind > kinds.lesson) return;
    const found = memberOf.get(row.person);
    if (!found) return;
    if (row.kind === kinds.course) settle(found.member, found.unit, row.course);
    skillDue.run(found.member);
  }

  function haveCourse(id: string, titles: Record<string, string>): number {
    const known = courses.get(id) ?? findCourse.get(id);
    const written = JSON.stringify(titles);
    if (!known) {
      const made = Number(addCourse.run(id, written).lastInsertRowid);
      courses.set(id, { id: made, titles: written });
      return made;
    }
    // Of different names the same one stays, whichever came first.
    if (written !== '{}' && (known.titles === '{}' || written < known.titles)) {
      nameCourse.run(written, known.id);
      known.titles = written;
    }
    courses.set(id, known);
    return known.id;
  }

  return {
    /** `profile` as in `people.have`. */
    take(fact: Fact, profile = ''): Taken {
      const id = idOf(fact.id);
      const print = printOf(fact);
      const before = find.get(id);
      if (before && before.print <= print) return before.print === print ? 'known' : 'contradicts';
      const { what } = fact;
      const person = people.have(fact.account, profile);
      const course = haveCourse(what.course, fact.titles);
      if (before) remove.run(id);
      insert.run({
        ...{ id, print, person: person.id, course, kind: kinds[what.kind] },
        day: 'day' in what ? what.day : 0,
        passed: what.kind === 'course' ? Number(what.passed) : 0,
        lesson: 'lesson' in what ? what.lesson : null,
        item: 'item' in what ? what.item : null,
        at: 'at' in what ? what.at : null,
        revision: what.kind === 'answer' ? what.revision : null,
        share: what.kind === 'answer' ? what.share : null,
        answer: what.kind === 'answer' ? JSON.stringify(what.answer) : null,
      });
      touch({ person: person.id, kind: kinds[what.kind], course });
      if (before) touch(before);
      return before ? 'contradicts' : 'taken';
    },

    /** `account` null: the store where it lay took it back. True where it was not known to be. */
    void(uuid: string, account: Account | null): boolean {
      const id = idOf(uuid);
      const who = account ? `${account.homePage}\n${account.name}` : '';
      if (addVoid.run(id, who).changes === 0) return false;
      const before = find.get(id);
      if (before) touch(before);
      return true;
    },

    /** After the accounts of a member changed; also where none is left. */
    settleMember(member: number): void {
      const unit = memberOf.get(member)?.unit ?? unlisted;
      for (const { course } of coursesOf.all(member, member)) settle(member, unit, course);
      skillDue.run(member);
    },
    /** After nothing but the unit of a member changed. */
    moveMember(member: number, unit: number): void {
      moveFinishes.run(unit, member);
      moveSkill.run(unit, member);
    },
    /** Names of courses are read anew after a transaction that failed. */
    forgetCourses: () => courses.clear(),
  };
}
