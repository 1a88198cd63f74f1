// The store's side of sync: what is frozen for which target.
import { v4 as uuidv4 } from 'uuid';
import { OperationError } from '../../../core/errors';
import type { LearningEvent } from '../../../core/learning/events';
import { type Level, levels } from '../../../core/sync/level';
import type { About } from '../../../core/xapi/about';
import type { Account, Statement } from '../../../core/xapi/statement';
import { statementOf, voidingStatement } from '../../../core/xapi/statement-of';
import type { Inbox, Outbox } from '../sync/queue';
import type { Db } from './database';
import type { eventTable } from './events';
import { inboxTable } from './inbox';
import { joining } from './joining';
import { outboxTable } from './outbox';
import type { personTables } from './persons';
import type { summaries } from './summaries';
import { type Target, type TargetKind, targetTable } from './targets';

/** What statements need besides the events. */
export interface Words {
  /** What an event is about; null where the library has the course no longer. */
  about(event: LearningEvent): About | null;
  /** Name and version of the app. */
  platform: string;
  now(): Date;
}

interface Parts extends Words {
  events: ReturnType<typeof eventTable>;
  persons: ReturnType<typeof personTables>;
  folded: ReturnType<typeof summaries>;
  transact<Result>(work: () => Result): Result;
  device(): string;
}

/** What a learner or the organisation decides when a target is switched on. */
export interface SwitchOn {
  id: string;
  learner: string;
  kind: TargetKind;
  settings: unknown;
  account: Account;
  level: Level;
  /** Whether what was done so far is sent as well. */
  past: boolean;
}

export function syncOf(db: Db, parts: Parts) {
  const { events, persons, transact, now } = parts;
  const targets = targetTable(db);
  const outbox = outboxTable(db, now);
  const joins = joining({ ...parts, targets, outbox, freeze });
  const { forward: forwardAlias, regroup } = joins;
  const inbox = inboxTable(db, { ...parts, targets, forward, forwardAlias, regroup });

  type Whom = Pick<Target, 'account' | 'level'>;

  const statementFor = (event: LearningEvent, { account, level }: Whom): Statement | null => {
    const { platform } = parts;
    return statementOf(event, { account, level, platform, now: now(), about: parts.about(event) });
  };

  function freeze(event: LearningEvent, target: Target, forwarded: boolean): void {
    if (outbox.has(target.id, event.id)) return;
    const statement = statementFor(event, target);
    if (!statement) return;
    const json = JSON.stringify(statement);
    outbox.add({ target: target.id, id: event.id, learner: event.learner, json, forwarded });
  }

  /** Freezes what just happened here for every target that it goes to. */
  function send(event: LearningEvent): void {
    for (const target of targets.ofPerson(persons.personOf(event.learner))) {
      freeze(event, target, false);
    }
  }

  function forward(event: LearningEvent, via: string): void {
    for (const target of targets.ofPerson(persons.personOf(event.learner))) {
      if (target.id !== via) freeze(event, target, true);
    }
  }

  function need(id: string): Target {
    const target = targets.find(id);
    if (!target) throw new OperationError('not-found', { what: 'target' });
    return target;
  }

  /** Freezes the next part of the past. True when there is more of it. */
  function freezePast(id: string, limit: number): boolean {
    const target = need(id);
    if (target.past === null || target.state === 'stopped') return false;
    const person = persons.personOf(target.learner);
    const found = events.after(person, target.past, limit);
    for (const { event, via } of found) {
      if (via !== target.id) freeze(event, target, via !== null);
    }
    const past = found.length < limit ? null : (found.at(-1)?.position ?? null);
    targets.change({ ...target, past });
    return past !== null;
  }

  return {
    ...joins.persons,
    send,
    dropCursors: targets.dropCursors,

    /** All targets of all profiles, stopped ones too. */
    targets: targets.all,
    targetsOf: targets.ofLearner,
    /** Those that what a profile's person does goes to, paused ones too. */
    targetsOfPerson: (learner: string) => targets.ofPerson(persons.personOf(learner)),
    target: targets.find,
    outbox: (target: string): Outbox => outbox.of(target),
    inbox: (target: string): Inbox => inbox.of(target),
    /** What left this computer and what is about to, the newest first. */
    ledger: outbox.ledger,
    /** The other half of the outbox: what arrived and was not taken back. */
    sent: outbox.sent,
    lastSent: outbox.lastAt,
    reasonsAside: outbox.reasons,
    setAside: outbox.aside,
    inboxAside: inbox.aside,
    /** What was frozen about a profile for any target, and became of it. */
    frozenOf: outbox.ofHome,
    inboxAsideAbout: inbox.asideAbout,
    forgetInboxAside: inbox.forgetAbout,
    countInboxAside: inbox.countAside,

    /** From now on what this person does goes there; the past waits for `sendPast`. */
    switchOn({ past, ...chosen }: SwitchOn): void {
      transact(() => {
        const since = now().toISOString();
        targets.add({ ...chosen, state: 'on', since, past: past ? 0 : null });
        const target = need(chosen.id);
        joins.tell(target);
      });
    },

    /** Freezes the next part of the past, after the person agreed to it. True when there is more. */
    sendPast: (target: string, limit: number): boolean => transact(() => freezePast(target, limit)),

    /** The past is looked at once more, as at a higher level. What is frozen stays. */
    sendPastAgain(target: string): void {
      transact(() => targets.change({ ...need(target), past: 0 }));
    },

    /**
     * Changes what is sent from now on. A lower level holds for what waits too: it was promised not to
     * be sent, so it is frozen anew. A higher one leaves what is frozen as it is, and may tell who is who.
     */
    changeLevel(id: string, level: Level): void {
      transact(() => {
        const before = need(id);
        const target = { ...before, level };
        targets.change(target);
        if (target.state === 'stopped') return;
        if (levels.indexOf(level) < levels.indexOf(before.level)) {
          const waiting = outbox.waitingIds(id);
          outbox.dropWaiting(id);
          for (const { id: each, alias, forwarded } of waiting) {
            const event = alias === null ? events.find(each) : undefined;
            if (event) freeze(event, target, forwarded === 1);
          }
        } else joins.tell(target);
      });
    },

    changeSettings(id: string, settings: unknown): void {
      transact(() => targets.change({ ...need(id), settings }));
    },

    pause(id: string, isPaused: boolean): void {
      transact(() => {
        const target = need(id);
        if (target.state !== 'stopped') {
          targets.change({ ...target, state: isPaused ? 'paused' : 'on' });
        }
      });
    },

    /** Nothing more goes there, what waits neither; what went there stays in the ledger. */
    stop(id: string): void {
      transact(() => {
        targets.change({ ...need(id), state: 'stopped', past: null });
        outbox.dropWaiting(id);
      });
    },

    /** Asks to void all that arrived there. Gives how many statements were frozen for it. */
    voidDelivered(id: string): number {
      return transact(() => {
        const target = need(id);
        const delivered = outbox.delivered(id);
        for (const { id: voids, learner } of delivered) {
          const statement = voidingStatement(uuidv4(), voids, { ...target, now: now() });
          const json = JSON.stringify(statement);
          outbox.add({ target: id, id: statement.id, learner, voids, json });
        }
        return delivered.length;
      });
    },

    statementFor,
    /** The statements that would be sent of what was done so far; `from` is a position of the log. */
    preview(learner: string, whom: Whom, from: number, limit: number) {
      const found = events.after(persons.personOf(learner), from, limit);
      return {
        statements: found.flatMap(({ event }) => statementFor(event, whom) ?? []),
        /** Where to go on; null at the end. */
        next: found.length < limit ? null : (found.at(-1)?.position ?? null),
      };
    },
  };
}
