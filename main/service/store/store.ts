// The learners' store: its tables, and the one way events get into it.
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { isGroupEvent, isItemEvent, type LearningEvent } from '../../../core/learning/events';
import { applyGroupEvent, untouchedGroup } from '../../../core/learning/group-state';
import { applyItemEvent, untouchedItem } from '../../../core/learning/item-state';
import { applyCardEvent, applyKeptEvent } from '../../../core/learning/kept-state';
import { copyEnding, type Db, openDatabase, openInMemory, storageError } from './database';
import { draftTable, placeTable } from './drafts';
import { eventTable } from './events';
import { keptTables } from './kept';
import { learnerTable } from './learners';
import { migrations } from './migrations';
import { stateTables } from './states';

export type Store = ReturnType<typeof storeIn>;

/** Opens the database in the data folder. Throws OperationError as `openDatabase` does. */
export function openStore(dataFolder: string): Store {
  const file = join(dataFolder, 'learn.db');
  return storeIn(openDatabase(file, migrations), file);
}

/** For trying things out: nothing of it is ever on a disk. */
export const openTrialStore = (): Store => storeIn(openInMemory(migrations), ':memory:');

function storeIn(db: Db, file: string) {
  const learners = learnerTable(db);
  const events = eventTable(db);
  const states = stateTables(db);
  const kept = keptTables(db);
  const drafts = draftTable(db);
  const places = placeTable(db);

  /** Runs in one transaction; it is on disk when this returns. */
  function transact<Result>(work: () => Result): Result {
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      throw storageError(error, file);
    }
  }

  function fold(event: LearningEvent): void {
    // It follows from the others, and nothing from it.
    if (event.type === 'course.finished') return;
    const { learner, course, lesson } = event;
    if (isItemEvent(event)) {
      const before = states.item(learner, course, lesson, event.item) ?? untouchedItem;
      states.putItem(learner, course, lesson, event.item, applyItemEvent(before, event));
      return;
    }
    if (isGroupEvent(event)) {
      const before = states.group(learner, course, lesson, event.group) ?? untouchedGroup;
      states.putGroup(learner, course, lesson, event.group, applyGroupEvent(before, event));
      return;
    }
    if (event.type === 'block.kept' || event.type === 'card.recalled') {
      const place = { learner, course, lesson, block: event.item };
      if (event.type === 'block.kept') kept.put(place, applyKeptEvent(event));
      else {
        const seen = kept.cards(place).get(event.card);
        kept.putCard(place, event.card, applyCardEvent(seen, event));
      }
      return;
    }
    const before = states.lesson(learner, course, lesson) ?? { openedAt: null, finishedAt: null };
    states.putLesson(learner, course, lesson, {
      openedAt: before.openedAt ?? event.at,
      finishedAt:
        event.type === 'lesson.finished' ? (before.finishedAt ?? event.at) : before.finishedAt,
    });
  }

  const deviceRow = db.prepare<[], { value: string }>(
    "SELECT value FROM meta WHERE key = 'device'",
  );
  function device(): string {
    const known = deviceRow.get()?.value;
    if (known) return known;
    const made = uuidv7();
    db.prepare("INSERT INTO meta (key, value) VALUES ('device', ?)").run(made);
    return made;
  }

  return {
    /** Names this installation in events. */
    device: device(),
    learners: {
      all: learners.all,
      find: learners.find,
      add: learners.add,
      change: learners.change,
      open: learners.open,
    },
    events: { has: events.has, ofLearner: events.ofLearner, count: events.count },
    states: { item: states.item, group: states.group, ofLearner: states.ofLearner },
    kept: { find: kept.find, ofLearner: kept.ofLearner, cards: kept.cards },
    drafts,
    places,
    transact,

    /** Appends events and their effect on the summaries. An event known already changes nothing. */
    record(...added: LearningEvent[]): void {
      transact(() => {
        for (const event of added) if (events.append(event)) fold(event);
      });
    },

    /** Erases a learner with all that hangs on them; nothing of it stays readable in any file. */
    erase(learner: string): void {
      transact(() => learners.erase(learner));
      // secure_delete has blanked the pages; the write-ahead log must not keep them either.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
      // Copies made before an update hold the learner too, and cannot be changed one by one.
      for (const name of readdirSync(dirname(file))) {
        if (name.startsWith(`${basename(file)}${copyEnding}`)) rmSync(join(dirname(file), name));
      }
    },

    /** Makes the summaries anew from the events alone. */
    rebuild(): void {
      transact(() => {
        states.clear();
        kept.clear();
        // Read first: SQLite does not write while a query is being read.
        for (const event of [...events.all()]) fold(event);
      });
    },

    close(): void {
      db.close();
    },
  };
}
