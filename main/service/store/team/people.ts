// Who the facts are about, and where the list of the training office puts them.
import { accountKey, type RosterRow } from '../../../../core/team/roster';
import type { Account } from '../../../../core/xapi/statement';
import type { Db } from '../database';

/** Unit of those who are in no list. */
export const unlisted = 0;

interface Person {
  id: number;
  member: number;
  row: number | null;
  unit: number;
}

export function personTable(db: Db) {
  const find = db.prepare<[string, string], Person>(
    'SELECT id, member, row, unit FROM person WHERE home_page = ? AND account = ?',
  );
  const add = db.prepare<[string, string, string]>(
    `INSERT INTO person (home_page, account, profile, member, row, unit) VALUES (?, ?, ?, 0, NULL, ${unlisted})`,
  );
  const place = db.prepare<[number, number | null, number, number]>(
    'UPDATE person SET member = ?, row = ?, unit = ? WHERE id = ?',
  );
  const nameProfile = db.prepare<[string, number]>('UPDATE person SET profile = ? WHERE id = ?');
  const rowOfAccount = db.prepare<[string], { id: number; unit: number }>(
    'SELECT id, unit FROM roster WHERE account = ?',
  );
  // A name that two people of the list have names neither.
  const rowOfName = db.prepare<[string], { id: number; unit: number }>(
    'SELECT min(id) AS id, unit FROM roster WHERE name = ? HAVING count(*) = 1',
  );
  const firstOfRow = db.prepare<[number, number], { id: number }>(
    'SELECT min(id) AS id FROM person WHERE row = ? AND id <> ? HAVING count(*) > 0',
  );
  const after = db.prepare<[number], Person & { account: string; profile: string }>(
    'SELECT id, member, row, unit, account, profile FROM person WHERE id > ? ORDER BY id LIMIT 200',
  );
  const clearRoster = db.prepare('DELETE FROM roster');
  const findUnit = db.prepare<[string], { id: number }>('SELECT id FROM unit WHERE name = ?');
  const addUnit = db.prepare<[string]>('INSERT INTO unit (name) VALUES (?)');
  const addRow = db.prepare<[string, string, string, number, string]>(
    'INSERT INTO roster (account, shown, name, unit, team) VALUES (?, ?, ?, ?, ?)',
  );
  const units = db.prepare<[], { unit: number; name: string; people: number }>(`
    SELECT unit.id AS unit, unit.name, count(*) AS people FROM roster
      JOIN unit ON unit.id = roster.unit GROUP BY unit.id
    UNION ALL
    SELECT ${unlisted}, '', count(*) FROM person WHERE unit = ${unlisted}
      AND EXISTS (SELECT 1 FROM live WHERE live.person = person.id)`);
  const counts = db.prepare<[], { people: number; units: number }>(
    'SELECT count(*) AS people, count(DISTINCT unit) AS units FROM roster',
  );

  const rowOf = (account: string, profile: string): { id: number; unit: number } | undefined =>
    rowOfAccount.get(accountKey(account)) ?? (profile === '' ? undefined : rowOfName.get(profile));

  /** Where the list puts a person now. */
  const placed = (id: number, account: string, profile: string): Omit<Person, 'id'> => {
    const row = rowOf(account, profile);
    if (!row) return { member: id, row: null, unit: unlisted };
    const first = firstOfRow.get(row.id, id);
    return { member: first ? Math.min(first.id, id) : id, row: row.id, unit: row.unit };
  };

  return {
    placed,
    place: ({ id, member, row, unit }: Person) => place.run(member, row, unit, id),
    after,
    units: () => units.all().filter(({ people }) => people > 0),
    counts: () => counts.get() ?? { people: 0, units: 0 },
    /** `profile` names a person who handed in their own record; '' for others. */
    have({ homePage, name }: Account, profile = ''): Person {
      const found = find.get(homePage, name);
      if (found) {
        if (profile !== '') nameProfile.run(profile, found.id);
        return found;
      }
      const id = Number(add.run(homePage, name, profile).lastInsertRowid);
      const person = { id, ...placed(id, name, profile) };
      place.run(person.member, person.row, person.unit, id);
      return person;
    },
    setRoster(rows: readonly RosterRow[]): void {
      clearRoster.run();
      for (const { account, name, unit, group } of rows) {
        const known = findUnit.get(unit)?.id ?? Number(addUnit.run(unit).lastInsertRowid);
        addRow.run(accountKey(account), account, name, known, group);
      }
    },
  };
}
