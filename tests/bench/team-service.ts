// The team view over 20,000 made-up people, for its benchmark, and the same counts by plain SQL.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { dayOf } from '../../core/team/fact';
import { Library } from '../../main/service/library/library';
import { noParseCache } from '../../main/service/store/parse-cache';
import { monthOf } from '../../main/service/store/team/facts';
import { openTeamStore } from '../../main/service/store/team/team-store';
import { Team } from '../../main/service/team/team';

export const learners = 20_000;
export const courses = 100;
export const units = 200;
const days = 730;
/** Of a hundred learners, so many finish a course. */
const finishing = 80;

const now = () => new Date('2026-11-20T08:00:00.000Z');
const lastDay = dayOf(now().toISOString());

/** Numbers that look like chance and are the same every time. */
const mixed = (a: number, b: number): number => {
  let value = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
};

/** Fills the database of a team view in `data`; small units and large ones. Gives the statements counted. */
export function makeTeam(data: string): number {
  const store = openTeamStore(data);
  store.setRoster(
    Array.from({ length: learners }, (_, at) => ({
      account: `person-${at}`,
      name: `Person ${at}`,
      unit: `Unit ${Math.floor(units * (at / learners) ** 2)}`,
      group: '',
    })),
    now().toISOString(),
  );
  while (store.placeStep());
  for (const course of [0, 1, 2]) store.figures.require(`course-${course}`, `2026-1${course}-15`);
  store.close();
  const db = new Database(join(data, 'team.db'));
  db.pragma('synchronous = OFF');
  const person = db.prepare(
    `INSERT INTO person (id, home_page, account, profile, member, row, unit)
     SELECT id, 'https://id.example', account, '', id, id, unit FROM roster`,
  );
  const fact = db.prepare(
    'INSERT INTO fact (id, print, person, kind, course, day, passed) VALUES (?, 0, ?, 1, ?, ?, 1)',
  );
  const finish = db.prepare(
    'INSERT INTO finish SELECT id, ?, unit, ?, ?, ? FROM person WHERE id = ?',
  );
  let made = 0;
  db.transaction(() => {
    person.run();
    for (let course = 1; course <= courses; course++) {
      db.prepare('INSERT INTO course VALUES (?, ?, ?)').run(
        course,
        `course-${course - 1}`,
        JSON.stringify({ en: `Course ${course}` }),
      );
    }
    for (let learner = 1; learner <= learners; learner++) {
      for (let course = 1; course <= courses; course++) {
        const chance = mixed(learner, course);
        if (chance % 100 >= finishing) continue;
        const day = lastDay - (mixed(course, learner) % days);
        const id = Buffer.alloc(16);
        id.writeUIntBE(++made, 10, 6);
        fact.run(id, learner, course, day);
        finish.run(course, monthOf(day), day, day, learner);
      }
    }
  })();
  db.close();
  return made;
}

export function teamOver(courseFolder: string, data: string) {
  const fail = (words: string, error: unknown): never => {
    throw new Error(words, { cause: error });
  };
  const library = new Library([{ kind: 'shipped', path: courseFolder }], noParseCache);
  library.all();
  const open = () =>
    new Team({
      ...{ library, dataFolder: data, now, log: fail, decreed: () => [] },
      web: () => Promise.reject(new Error('a benchmark asks no server')),
      ...{ onProgress: () => {}, onFigures: () => {}, forgetSecret: () => {} },
      forgetSecrets: () => {},
    });
  return {
    open,
    /** What the first figures are, counted by SQL from the state of each person. */
    plain(): {
      open: () => unknown;
      filter: (unit: number, course: number) => unknown;
      close: () => void;
    } {
      const db = new Database(join(data, 'team.db'), { readonly: true });
      db.pragma('cache_size = -64000');
      const all = db.prepare(
        'SELECT course, unit, month, count(*) FROM finish GROUP BY course, unit, month',
      );
      const one = db.prepare(
        'SELECT month, count(*) FROM finish WHERE unit = ? AND course = ? GROUP BY month',
      );
      return {
        open: () => all.raw().all(),
        filter: (unit, course) => one.raw().all(unit, course),
        close: () => db.close(),
      };
    },
  };
}
