// The team view's own database: what a training office holds about others never lies among its own records.
import { join } from 'node:path';
import { type Fact, tellingOf } from '../../../../core/team/fact';
import type { RosterRow } from '../../../../core/team/roster';
import type { SkillsOf } from '../../../../core/team/skills';
import type { Reading } from '../../../../core/team/views';
import { openDatabase } from '../database';
import { factTable } from './facts';
import { figureTables } from './figures';
import { personTable } from './people';
import { teamMigrations } from './schema';
import { skillTable } from './skills';
import { sourceTable } from './sources';

export type TeamStore = ReturnType<typeof openTeamStore>;

/** Kilobytes of pages held in memory, so that a filter reads no disk. */
const cacheKilobytes = 64_000;

export const fileIn = (dataFolder: string): string => join(dataFolder, 'team.db');

export const noReading = (): Reading => ({
  taken: 0,
  known: 0,
  others: 0,
  voided: 0,
  refused: 0,
});

/** Opens the database in the data folder. Throws OperationError as `openDatabase` does. */
export function openTeamStore(dataFolder: string) {
  const file = fileIn(dataFolder);
  const db = openDatabase(file, teamMigrations);
  db.pragma(`cache_size = -${cacheKilobytes}`);
  const people = personTable(db);
  const facts = factTable(db, people);
  const skills = skillTable(db);
  const figures = figureTables(db);
  const sources = sourceTable(db);
  /** Another number for each state: what was made of it is good as long as it is the same. */
  let version = 0;

  function transact<Result>(work: () => Result): Result {
    version++;
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      facts.forgetCourses();
      throw error;
    }
  }

  return {
    version: () => version,
    figures,
    sources,
    skills,
    transact,
    units: people.units,
    rosterCounts: people.counts,

    /** Takes in statements, each once; `vouched`: the store where they lay decides what is void. */
    takeStatements(statements: readonly unknown[], reading: Reading, vouched: boolean): void {
      transact(() => {
        for (const statement of statements) {
          const told = tellingOf(statement);
          if (told.is === 'unreadable') reading.refused++;
          else if (told.is === 'other') reading.others++;
          else if (told.is === 'void') {
            if (facts.void(told.voided, vouched ? null : told.account)) reading.voided++;
            else reading.known++;
          } else count(reading, facts.take(told));
        }
      });
    },
    /** The same with what a learner's own export says; `profile` is the learner's name. */
    takeFacts(taken: readonly Fact[], reading: Reading, profile: string): void {
      transact(() => {
        for (const fact of taken) count(reading, facts.take(fact, profile));
      });
    },

    setRoster(rows: readonly RosterRow[], openedAt: string): void {
      transact(() => {
        people.setRoster(rows);
        sources.setNote('roster', rows.length > 0 ? openedAt : null);
        sources.setNote('placed', '0');
      });
    },
    /** Puts the next people where the list says; false when all are. To go on with after a crash, too. */
    placeStep(): boolean {
      const from = sources.note('placed');
      if (from === null) return false;
      return transact(() => {
        const next = people.after.all(Number(from));
        for (const before of next) {
          const now = {
            id: before.id,
            ...people.placed(before.id, before.account, before.profile),
          };
          people.place(now);
          if (now.member === before.member) {
            if (now.unit !== before.unit) facts.moveMember(now.member, now.unit);
            continue;
          }
          facts.settleMember(before.member);
          facts.settleMember(now.member);
        }
        const last = next.at(-1);
        sources.setNote('placed', last ? String(last.id) : null);
        return last !== undefined;
      });
    },
    skillStep: (courses: ReadonlyMap<string, SkillsOf>, count: number): boolean =>
      transact(() => skills.step(count, courses)),

    close: () => db.close(),
  };
}

function count(reading: Reading, taken: 'taken' | 'known' | 'contradicts'): void {
  if (taken === 'taken') reading.taken++;
  else if (taken === 'known') reading.known++;
  else reading.refused++;
}
