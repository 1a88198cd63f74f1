// What comes in from a target: proved, told apart from what is known, and put where it belongs.
import { isDeepStrictEqual } from 'node:util';
import type { LearningEvent } from '../../../core/learning/events';
import type { AliasRecord } from '../../../core/sync/alias';
import type { About } from '../../../core/xapi/about';
import { toldBy } from '../../../core/xapi/event-of';
import type { Inbox } from '../sync/queue';
import type { Db } from './database';
import { type eventTable, type Place, placeOf } from './events';
import type { personTables } from './persons';
import type { summaries } from './summaries';
import type { Target, targetTable } from './targets';

/** Who sends nonsense without end shall not fill the disk. */
const mostSetAside = 1000;

interface SetAside {
  target: string;
  id: string;
  json: string;
  at: string;
}

interface Parts {
  events: ReturnType<typeof eventTable>;
  persons: ReturnType<typeof personTables>;
  targets: ReturnType<typeof targetTable>;
  folded: ReturnType<typeof summaries>;
  transact<Result>(work: () => Result): Result;
  now(): Date;
  about(event: LearningEvent): About | null;
  /** Passes on to the person's other targets what came from one. */
  forward(event: LearningEvent, via: string): void;
  forwardAlias(record: AliasRecord, via: Target): void;
  /** Works out anew who is who, with all that hangs on it. */
  regroup(): void;
}

export function inboxTable(db: Db, parts: Parts) {
  const { events, persons, targets, folded, transact, now } = parts;
  const putAside = db.prepare<[string, string, string, string, string, number]>(
    `INSERT INTO inbox_aside (target, id, json, at) SELECT ?, ?, ?, ?
     WHERE (SELECT count(*) FROM inbox_aside WHERE target = ?) < ? ON CONFLICT DO NOTHING`,
  );
  const aside = db.prepare<[string], { id: string; json: string; at: string }>(
    'SELECT id, json, at FROM inbox_aside WHERE target = ? ORDER BY at, id',
  );

  const countAside = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM inbox_aside WHERE target = ?',
  );

  const asideEverywhere = db.prepare<[], SetAside>(
    'SELECT target, id, json, at FROM inbox_aside ORDER BY target, at, id',
  );
  const dropAside = db.prepare<[string, string]>(
    'DELETE FROM inbox_aside WHERE target = ? AND id = ?',
  );

  /** Everybody whom a statement that lies aside tells of, and whom what is known under its id. */
  function toldOf({ id, json }: SetAside): (string | undefined)[] {
    const told = toldBy(JSON.parse(json));
    const records = [told?.alias, persons.alias(id)];
    return [
      ...[told?.event?.learner, events.find(id)?.learner],
      ...records.flatMap((record) => [record?.learner, record?.other]),
    ];
  }

  /** What lies aside about some learners, under whosever target it came. */
  const asideAbout = (learners: ReadonlySet<string>): SetAside[] =>
    asideEverywhere
      .all()
      .filter((row) => toldOf(row).some((who) => who !== undefined && learners.has(who)));

  /** Another profile of this computer is never written to from outside: only its own person's homes. */
  function isOwn(learner: string, target: Target): boolean {
    const home = persons.homeOf(learner);
    if (home === undefined || home === target.learner) return true;
    return persons.personOf(home) === persons.personOf(target.learner);
  }

  /** True when it was not known before; null when something else is known under its id. */
  function takeAlias(record: AliasRecord, target: Target): boolean | null {
    const known = persons.alias(record.id);
    if (known) return isDeepStrictEqual({ ...known }, { ...record }) ? false : null;
    for (const each of [record.learner, record.other]) persons.add(each, target.learner);
    persons.addAlias(record);
    return true;
  }

  /** Such an answer is never sent: whoever made it up wants to write over what only the learner sees. */
  const isForged = (event: LearningEvent | undefined): boolean =>
    event?.type === 'block.kept' && parts.about(event)?.block?.isPrivate === true;

  function takeEvent(event: LearningEvent, target: Target): boolean | null {
    const known = events.find(event.id);
    if (known) return isDeepStrictEqual(known, event) ? false : null;
    persons.add(event.learner, target.learner);
    return events.append(event, target.id);
  }

  function setAside(target: Target, id: string, statement: unknown): void {
    const json = JSON.stringify(statement);
    putAside.run(target.id, id, json, now().toISOString(), target.id, mostSetAside);
  }

  return {
    countAside: (target: string): number => countAside.get(target)?.n ?? 0,
    /** What was not taken in because something else is known under its id. */
    aside: (target: string) => aside.all(target),
    asideAbout,
    /** Lets go of it: a target may stay longer than somebody of whom something came by it. */
    forgetAbout(learners: ReadonlySet<string>): void {
      for (const { target, id } of asideAbout(learners)) dropAside.run(target, id);
    },

    /** Throws where the target is not there. */
    of(id: string): Inbox {
      const need = (): Target => {
        const target = targets.find(id);
        if (!target) throw new Error('no such target');
        return target;
      };

      function take(statements: readonly unknown[]): ReturnType<Inbox['take']> {
        const target = need();
        const count = { taken: 0, known: 0, refused: 0 };
        const fresh: LearningEvent[] = [];
        const freshAliases: AliasRecord[] = [];
        let isRegrouped = false;
        for (const statement of statements) {
          const told = toldBy(statement);
          const who = told?.event
            ? [told.event.learner]
            : told?.alias
              ? [told.alias.learner, told.alias.other]
              : [];
          const isMine = told !== null && isDeepStrictEqual(told.account, target.account);
          const isAllowed = isMine && who.length > 0 && who.every((each) => isOwn(each, target));
          if (!isAllowed || isForged(told.event)) {
            count.refused++;
            continue;
          }
          const isSomebodyNew = who.some((each) => persons.homeOf(each) === undefined);
          const isNew = told.event
            ? takeEvent(told.event, target)
            : takeAlias(told.alias as AliasRecord, target);
          if (isNew === null) {
            count.refused++;
            setAside(target, (told.event ?? told.alias)?.id ?? '', statement);
          } else if (!isNew) count.known++;
          else {
            count.taken++;
            if (told.event) fresh.push(told.event);
            if (told.alias) freshAliases.push(told.alias);
            isRegrouped ||= isSomebodyNew || !told.event;
          }
        }
        if (isRegrouped) parts.regroup();
        foldAll(fresh, isRegrouped);
        for (const event of fresh) parts.forward(event, target.id);
        for (const record of freshAliases) parts.forwardAlias(record, target);
        return count;
      }

      return {
        take: (statements) => transact(() => take(statements)),
        cursor: () => targets.cursor(id),
        keepCursor: (cursor) => transact(() => targets.keepCursor(id, cursor)),
      };
    },
  };

  /**
   * Each place that several events touch is made anew once; so is every place where persons were made
   * anew, as they may have it in already.
   */
  function foldAll(fresh: readonly LearningEvent[], isAnew: boolean): void {
    const places = new Map<string, { person: string; place: Place; events: LearningEvent[] }>();
    for (const event of fresh) {
      const person = persons.personOf(event.learner);
      const place = placeOf(event);
      const key = JSON.stringify([person, place.course, place.lesson, place.block]);
      const found = places.get(key) ?? { person, place, events: [] };
      found.events.push(event);
      places.set(key, found);
    }
    for (const { person, place, events: own } of places.values()) {
      const [only] = own;
      if (own.length === 1 && only && !isAnew) folded.add(person, only);
      else folded.refold(person, place);
    }
  }
}
