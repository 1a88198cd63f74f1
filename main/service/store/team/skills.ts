// Which competences each member has shown, made anew for those of whom something changed.
import type { Skills, SkillsOf } from '../../../../core/team/skills';
import type { Db } from '../database';
import { unlisted } from './people';

export function skillTable(db: Db) {
  const due = db.prepare<[number], { member: number }>('SELECT member FROM skill_due LIMIT ?');
  const countDue = db.prepare<[], { due: number }>('SELECT count(*) AS due FROM skill_due');
  const settled = db.prepare<[number]>('DELETE FROM skill_due WHERE member = ?');
  const allDue = db.prepare(
    'INSERT OR IGNORE INTO skill_due SELECT DISTINCT member FROM person UNION SELECT member FROM skill',
  );
  const passed = db.prepare<[number], { course: string }>(`
    SELECT course.course FROM finish JOIN course ON course.id = finish.course
    WHERE member = ? AND passed_day IS NOT NULL`);
  const lessons = db.prepare<[number], { course: string; lesson: string }>(`
    SELECT DISTINCT course.course, lesson FROM person
    JOIN live ON live.person = person.id AND kind = 2 JOIN course ON course.id = live.course
    WHERE member = ?`);
  const unitOf = db.prepare<[number], { unit: number }>('SELECT unit FROM person WHERE id = ?');
  const put = db.prepare<[number, number, number]>('INSERT OR REPLACE INTO skill VALUES (?, ?, ?)');
  const drop = db.prepare<[number]>('DELETE FROM skill WHERE member = ?');
  const sets = db.prepare<[], { unit: number; skills: number; people: number }>(
    'SELECT unit, skills, count(*) AS people FROM skill GROUP BY unit, skills',
  );

  function skillsOf(member: number, courses: ReadonlyMap<string, SkillsOf>): Skills {
    let skills = 0;
    for (const { course } of passed.all(member)) skills |= courses.get(course)?.course ?? 0;
    for (const { course, lesson } of lessons.all(member)) {
      skills |= courses.get(course)?.lessons[lesson] ?? 0;
    }
    return skills;
  }

  return {
    due: () => countDue.get()?.due ?? 0,
    /** The courses say something else than before. */
    allDue: () => void allDue.run(),
    /** Does so many of those that are due; false when none is left. */
    step(count: number, courses: ReadonlyMap<string, SkillsOf>): boolean {
      const members = due.all(count);
      for (const { member } of members) {
        const skills = skillsOf(member, courses);
        if (skills === 0) drop.run(member);
        else put.run(member, unitOf.get(member)?.unit ?? unlisted, skills);
        settled.run(member);
      }
      return members.length === count;
    },
    sets: () => sets.all(),
  };
}
