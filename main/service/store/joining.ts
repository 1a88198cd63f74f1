// Who is one person: said here or heard of from elsewhere, and told to the person's other devices.
import { v7 as uuidv7 } from 'uuid';
import { OperationError } from '../../../core/errors';
import type { LearningEvent } from '../../../core/learning/events';
import { type AliasRecord, joinedWith } from '../../../core/sync/alias';
import { aliasStatement } from '../../../core/xapi/statement-of';
import type { eventTable } from './events';
import type { outboxTable } from './outbox';
import type { personTables } from './persons';
import type { summaries } from './summaries';
import type { Target, targetTable } from './targets';

interface Parts {
  events: ReturnType<typeof eventTable>;
  persons: ReturnType<typeof personTables>;
  folded: ReturnType<typeof summaries>;
  targets: ReturnType<typeof targetTable>;
  outbox: ReturnType<typeof outboxTable>;
  transact<Result>(work: () => Result): Result;
  device(): string;
  now(): Date;
  freeze(event: LearningEvent, target: Target, forwarded: boolean): void;
}

export function joining(parts: Parts) {
  const { events, persons, folded, targets, outbox, transact, device, now, freeze } = parts;

  function freezeAlias(record: AliasRecord, target: Target): void {
    const statement = aliasStatement(record, { ...target, now: now() });
    if (!statement) return;
    const json = JSON.stringify(statement);
    const { id, learner } = record;
    const forwarded = record.device !== device();
    outbox.add({ target: target.id, id, learner, alias: id, json, forwarded });
  }

  /** To everybody whom it concerns: after a split, those are several persons. */
  function forward(record: AliasRecord, via: Target): void {
    const concerned = [record.learner, record.other, via.learner].map(persons.personOf);
    for (const target of [...new Set(concerned)].flatMap(targets.ofPerson)) {
      if (target.id !== via.id) freezeAlias(record, target);
    }
  }

  function regroup(): void {
    folded.rebuild(persons.regroup());
  }

  /** Freezes all that was said about who is who, as far as it concerns the person of a target. */
  function tell(target: Target): void {
    const person = persons.personOf(target.learner);
    const own = new Set(persons.ofPerson(person).map((each) => each.learner));
    for (const record of persons.aliases()) {
      if (own.has(record.learner) || own.has(record.other)) freezeAlias(record, target);
    }
  }

  /** Records who is who, and tells the other devices of everybody whom it concerns. */
  function say(kind: AliasRecord['kind'], learner: string, other: string): void {
    const at = now().toISOString();
    const record = { id: uuidv7(), at, device: device(), kind, learner, other };
    const concerned = [learner, other].map(persons.personOf);
    persons.addAlias(record);
    regroup();
    concerned.push(...[learner, other].map(persons.personOf));
    for (const target of [...new Set(concerned)].flatMap(targets.ofPerson)) {
      freezeAlias(record, target);
    }
  }

  const needLearner = (learner: string): void => {
    if (persons.homeOf(learner) === undefined) {
      throw new OperationError('not-found', { what: 'learner' });
    }
  };

  return {
    tell,
    forward,
    regroup,
    persons: {
      /** All ids of the person that a profile is, this one too. */
      identities: (learner: string) => persons.ofPerson(persons.personOf(learner)),
      /** All that came under the account of a profile, and this itself, whoever they are now. */
      atHome: persons.atHome,
      homeOf: persons.homeOf,
      aliases: persons.aliases,

      /**
       * These two profiles are one person. What the other did goes where `learner` has switched sync on;
       * whether their own past goes there as well was asked then, and is not asked again.
       */
      join(learner: string, other: string): void {
        transact(() => {
          for (const each of [learner, other]) needLearner(each);
          if (persons.personOf(learner) === persons.personOf(other)) return;
          const gained = events.after(persons.personOf(other), 0, Number.MAX_SAFE_INTEGER);
          say('join', learner, other);
          for (const target of targets.ofLearner(learner)) {
            if (target.state === 'stopped') continue;
            for (const { event, via } of gained) {
              if (via !== target.id) freeze(event, target, via !== null);
            }
          }
        });
      },

      /** `other` is not the person of `learner`; whom `other` brought along stays with `learner`. */
      split(learner: string, other: string): void {
        transact(() => {
          for (const each of [learner, other]) needLearner(each);
          if (learner === other || persons.personOf(learner) !== persons.personOf(other)) return;
          const others = joinedWith(other, persons.aliases()).filter((each) => each !== learner);
          say('split', learner, other);
          for (const each of others) {
            if (persons.personOf(each) !== persons.personOf(learner)) say('join', learner, each);
          }
        });
      },
    },
  };
}
