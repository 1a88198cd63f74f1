// Where a profile's statements go: each target, how much it is sent, and how far it has come.
import type { Level } from '../../../core/sync/level';
import type { SyncTargetView } from '../../../core/sync/views';
import type { Account } from '../../../core/xapi/statement';
import type { Db } from './database';
import { migrations } from './migrations';

export type TargetKind = SyncTargetView['kind'];

/** A stopped target sends and gets nothing more; what it was sent is still told. */
export type TargetState = 'on' | 'paused' | 'stopped';

export interface Target {
  id: string;
  /** The profile that switched it on. */
  learner: string;
  kind: TargetKind;
  /** The provider's own, as JSON; secrets live in the shell. */
  settings: unknown;
  account: Account;
  level: Level;
  state: TargetState;
  /** When it was switched on, ISO 8601. */
  since: string;
  /** Position in the log up to which the past was looked at; null when none of it is left to send. */
  past: number | null;
}

interface Row {
  id: string;
  learner: string;
  kind: string;
  settings: string;
  home_page: string;
  name: string;
  level: string;
  state: string;
  since: string;
  past: number | null;
}

const toTarget = ({ home_page: homePage, name, settings, ...row }: Row): Target =>
  ({ ...row, settings: JSON.parse(settings), account: { homePage, name } }) as Target;

export function targetTable(db: Db) {
  const columns = 'id, learner, kind, settings, home_page, name, level, state, since, past';
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM target WHERE id = ?`);
  const ofLearner = db.prepare<[string], Row>(
    `SELECT ${columns} FROM target WHERE learner = ? ORDER BY since, id`,
  );
  const ofPerson = db.prepare<[string], Row>(
    `SELECT ${columns} FROM target WHERE state <> 'stopped'
       AND learner IN (SELECT learner FROM identity WHERE person = ?) ORDER BY since, id`,
  );
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM target ORDER BY since, id`);
  const insert = db.prepare(
    `INSERT INTO target (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare<[string, string, string, number | null, string]>(
    'UPDATE target SET settings = ?, level = ?, state = ?, past = ? WHERE id = ?',
  );
  const cursor = db.prepare<[string, number], { cursor: string | null }>(
    'SELECT cursor FROM target WHERE id = ? AND cursor_version = ?',
  );
  const keepCursor = db.prepare<[string, number, string]>(
    'UPDATE target SET cursor = ?, cursor_version = ? WHERE id = ?',
  );
  const dropCursors = db.prepare<[string]>(
    `UPDATE target SET cursor = NULL
     WHERE learner IN (SELECT learner FROM identity WHERE person = ?)`,
  );

  return {
    all: (): Target[] => all.all().map(toTarget),
    ofLearner: (learner: string): Target[] => ofLearner.all(learner).map(toTarget),
    /** Those that what a person does goes to: of all their profiles, and not stopped. */
    ofPerson: (person: string): Target[] => ofPerson.all(person).map(toTarget),
    find(id: string): Target | undefined {
      const row = one.get(id);
      return row && toTarget(row);
    },
    add({ id, learner, kind, settings, account, level, state, since, past }: Target): void {
      const { homePage, name } = account;
      const json = JSON.stringify(settings);
      insert.run(id, learner, kind, json, homePage, name, level, state, since, past);
    },
    change({ id, settings, level, state, past }: Target): void {
      update.run(JSON.stringify(settings), level, state, past, id);
    },
    /** Null as well where an earlier version kept it: that one may have left what this one takes. */
    cursor: (id: string): string | null => cursor.get(id, migrations.length)?.cursor ?? null,
    keepCursor: (id: string, at: string): void => void keepCursor.run(at, migrations.length, id),
    /** Everything is looked at once more. */
    dropCursors: (person: string): void => void dropCursors.run(person),
  };
}
