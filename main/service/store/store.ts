// The learners' store: its tables, and the one way events get into it.
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { LearningEvent } from '../../../core/learning/events';
import { type Db, openDatabase, openInMemory, removeCopies, storageError } from './database';
import { draftTable, placeTable } from './drafts';
import { eventTable } from './events';
import { keptTables } from './kept';
import { learnerTable } from './learners';
import { migrations } from './migrations';
import { personTables } from './persons';
import { stateTables } from './states';
import { summaries } from './summaries';
import { syncOf, type Words } from './sync';

export type Store = ReturnType<typeof storeIn>;

/** Where nothing is known of courses: a statement has no words then. */
const noWords: Words = { about: () => null, platform: 'Deskwise', now: () => new Date() };

/** Opens the database in the data folder. Throws OperationError as `openDatabase` does. */
export function openStore(dataFolder: string, words: Words = noWords): Store {
  const file = join(dataFolder, 'learn.db');
  return storeIn(openDatabase(file, migrations), file, words);
}

/** For trying things out: nothing of it is ever on a disk. */
export const openTrialStore = (): Store => storeIn(openInMemory(migrations), ':memory:', noWords);

function storeIn(db: Db, file: string, words: Words) {
  const learners = learnerTable(db);
  const events = eventTable(db);
  const states = stateTables(db);
  const kept = keptTables(db);
  const drafts = draftTable(db);
  const places = placeTable(db);
  const persons = personTables(db);
  const folded = summaries({ events, states, kept });
  const sync = syncOf(db, { ...words, events, persons, folded, transact, device });
  const { personOf } = persons;

  /** Runs in one transaction; it is on disk when this returns. */
  function transact<Result>(work: () => Result): Result {
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      throw storageError(error, file);
    }
  }

  const deviceRow = db.prepare<[], { value: string }>(
    "SELECT value FROM meta WHERE key = 'device'",
  );
  const putDevice = db.prepare<[string]>(
    "INSERT OR REPLACE INTO meta (key, value) VALUES ('device', ?)",
  );
  function renewDevice(): string {
    const made = uuidv7();
    putDevice.run(made);
    return made;
  }
  function device(): string {
    return deviceRow.get()?.value ?? renewDevice();
  }

  function rebuild(): void {
    transact(() => {
      persons.regroup();
      folded.rebuild(persons.all());
      db.exec("DELETE FROM meta WHERE key = 'summaries'");
    });
  }

  device();
  if (db.prepare("SELECT 1 FROM meta WHERE key = 'summaries'").get()) rebuild();

  return {
    /** Names this installation in events. */
    get device(): string {
      return device();
    },
    /** After a restore from a backup: what was done since the backup is another device's doing now. */
    renewDevice,
    learners: {
      all: learners.all,
      find: learners.find,
      add: learners.add,
      change: learners.change,
      open: learners.open,
    },
    events: {
      has: events.has,
      ofLearner: events.ofLearner,
      ofHome: events.ofHome,
      count: events.count,
      extent: events.extent,
      /** How often the person finished a course: once, and once more when it became passed. */
      finished: (learner: string, course: string) => events.finished(personOf(learner), course),
    },
    /** What the person of a learner has done, wherever they did it. */
    states: {
      item: (learner: string, course: string, lesson: string, item: string) =>
        states.item(personOf(learner), course, lesson, item),
      group: (learner: string, course: string, lesson: string, group: string) =>
        states.group(personOf(learner), course, lesson, group),
      ofLearner: (learner: string) => states.ofPerson(personOf(learner)),
      ofCourse: (learner: string, course: string) => states.ofCourse(personOf(learner), course),
    },
    kept: {
      find: ({ learner, ...place }: OnBlock) => kept.find({ ...place, person: personOf(learner) }),
      cards: ({ learner, ...place }: OnBlock) =>
        kept.cards({ ...place, person: personOf(learner) }),
      ofLearner: (learner: string) => kept.ofPerson(personOf(learner)),
    },
    drafts,
    places,
    sync,
    transact,

    /**
     * Appends events, their effect on the summaries, and the statements that go to targets. An event
     * known already changes nothing.
     */
    record(...added: LearningEvent[]): void {
      transact(() => {
        for (const event of added) {
          if (!events.append(event, null)) continue;
          folded.add(personOf(event.learner), event);
          sync.send(event);
        }
      });
    },

    /** Erases a learner with all that hangs on them; nothing of it stays readable in any file. */
    erase(learner: string): void {
      transact(() => {
        const left = persons
          .ofPerson(personOf(learner))
          .filter(({ home }) => home !== learner)
          .map((each) => each.learner);
        sync.forgetInboxAside(new Set(persons.atHome(learner)));
        learners.erase(learner);
        // Whoever was joined with them stays, without what was theirs; what their own targets hold of
        // it comes back from there.
        persons.regroup();
        const persist = new Set(left.map(personOf));
        folded.rebuild(persist);
        for (const person of persist) sync.dropCursors(person);
      });
      // secure_delete has blanked the pages; the write-ahead log must not keep them either.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
      removeCopies(file);
    },

    /** Makes the summaries anew from the events alone. */
    rebuild,

    close(): void {
      db.close();
    },
  };
}

/** A block of a lesson, and whose answers to it. */
interface OnBlock {
  learner: string;
  course: string;
  lesson: string;
  block: string;
}
