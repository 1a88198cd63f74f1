// Everything that is folded from events, byte for byte, to hold two stores against each other.
import Database from 'better-sqlite3';

const tables = [
  ['identity', 'learner, person', 'learner'],
  ['lesson_state', '*', 'person, course, lesson'],
  ['item_state', '*', 'person, course, lesson, item'],
  ['group_state', '*', 'person, course, lesson, block'],
  ['kept_state', '*', 'person, course, lesson, block'],
  ['card_state', '*', 'person, course, lesson, block, card'],
] as const;

/** Of a database that is closed. */
export function stateDump(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    const rows = tables.map(([table, columns, order]) => [
      table,
      db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${order}`).all(),
    ]);
    return JSON.stringify(rows, null, 1);
  } finally {
    db.close();
  }
}
