// Who is who: every id a learner goes by, and the records that join and split them.
import { type AliasRecord, type Identity, personsOf } from '../../../core/sync/alias';
import type { Db } from './database';

export function personTables(db: Db) {
  const one = db.prepare<[string], { home: string; person: string }>(
    'SELECT home, person FROM identity WHERE learner = ?',
  );
  const all = db.prepare<[], Identity & { person: string }>(
    'SELECT learner, home, person FROM identity ORDER BY learner',
  );
  const ofPerson = db.prepare<[string], Identity>(
    'SELECT learner, home FROM identity WHERE person = ? ORDER BY learner',
  );
  const atHome = db.prepare<[string], { learner: string }>(
    'SELECT learner FROM identity WHERE home = ? ORDER BY learner',
  );
  const insert = db.prepare<[string, string, string]>(
    'INSERT INTO identity (learner, home, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const update = db.prepare<[string, string]>('UPDATE identity SET person = ? WHERE learner = ?');
  const aliases = db.prepare<[], AliasRecord>(
    'SELECT id, at, device, kind, learner, other FROM alias ORDER BY at, id',
  );
  const alias = db.prepare<[string], AliasRecord>(
    'SELECT id, at, device, kind, learner, other FROM alias WHERE id = ?',
  );
  const putAlias = db.prepare<AliasRecord>(
    `INSERT INTO alias (id, at, device, kind, learner, other)
     VALUES (@id, @at, @device, @kind, @learner, @other) ON CONFLICT DO NOTHING`,
  );

  return {
    /** A learner whom nobody has heard of is a person alone. */
    personOf: (learner: string): string => one.get(learner)?.person ?? learner,
    /** The profile that a learner hangs on. */
    homeOf: (learner: string): string | undefined => one.get(learner)?.home,
    ofPerson: (person: string): Identity[] => ofPerson.all(person),
    atHome: (home: string): string[] => atHome.all(home).map(({ learner }) => learner),
    /** A learner heard of for the first time; who it is, `regroup` tells. */
    add: (learner: string, home: string): void => void insert.run(learner, home, learner),
    aliases: (): AliasRecord[] => aliases.all(),
    alias: (id: string): AliasRecord | undefined => alias.get(id),
    addAlias: (record: AliasRecord): void => void putAlias.run(record),

    /** Works out anew who is who. Gives the persons, as they were and are called, that changed. */
    regroup(): Set<string> {
      const changed = new Set<string>();
      const known = all.all();
      const persons = personsOf(known, aliases.all());
      for (const { learner, person } of known) {
        const now = persons.get(learner) ?? learner;
        if (now === person) continue;
        changed.add(person).add(now);
        update.run(now, learner);
      }
      return changed;
    },
    /** Every person that somebody here is or was joined with. */
    all: (): Set<string> => new Set(all.all().map(({ person }) => person)),
  };
}
