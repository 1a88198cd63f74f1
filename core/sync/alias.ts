// One person under several ids: which profiles, here and on other computers, belong together.
import { z } from '../zod';

/**
 * Says that two learners are one person, or that `other` is not the person it was taken for. Such
 * records are only ever added, as events are.
 */
export const aliasRecord = z.strictObject({
  id: z.uuid(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  device: z.uuid(),
  kind: z.enum(['join', 'split']),
  learner: z.uuid(),
  other: z.uuid(),
});
export type AliasRecord = z.infer<typeof aliasRecord>;

/** A learner as this computer knows it: those that came under the account of one profile share its home. */
export interface Identity {
  learner: string;
  /** The profile on this computer. */
  home: string;
}

const isBefore = (a: AliasRecord, b: AliasRecord): boolean =>
  a.at < b.at || (a.at === b.at && a.id < b.id);

/** The joins that still hold: a split takes back all earlier joins of the learner it takes out. */
function joinsThatHold(records: readonly AliasRecord[]): AliasRecord[] {
  const splits = records.filter(({ kind }) => kind === 'split');
  return records.filter(
    (record) =>
      record.kind === 'join' &&
      !splits.some(
        ({ other, ...split }) =>
          (other === record.learner || other === record.other) &&
          isBefore(record, { ...split, other }),
      ),
  );
}

/**
 * The person of each learner, named by the smallest of the ids that belong together. Learners of one
 * home are one person but for those that were split off; joins bring others in, or back in. The same on
 * every computer that knows the same learners and records, whatever the order they came in.
 */
export function personsOf(
  identities: readonly Identity[],
  records: readonly AliasRecord[],
): Map<string, string> {
  const persons = new Map(identities.map(({ learner }) => [learner, learner]));
  const personOf = (learner: string): string => {
    const above = persons.get(learner) ?? learner;
    return above === learner ? learner : personOf(above);
  };
  const join = (one: string, other: string): void => {
    const [a = one, b = one] = [personOf(one), personOf(other)].sort();
    if (a !== b) persons.set(b, a);
  };
  const splitOff = new Set(
    records.filter(({ kind }) => kind === 'split').map(({ other }) => other),
  );
  const firstAt = new Map<string, string>();
  for (const { learner, home } of identities) {
    if (splitOff.has(learner)) continue;
    const first = firstAt.get(home);
    if (first === undefined) firstAt.set(home, learner);
    else join(first, learner);
  }
  for (const { learner, other } of joinsThatHold(records)) join(learner, other);
  return new Map([...persons.keys()].map((learner) => [learner, personOf(learner)]));
}

/** The learners that a learner was joined with by a record that still holds. */
export function joinedWith(learner: string, records: readonly AliasRecord[]): string[] {
  const found = joinsThatHold(records).flatMap((record) => {
    if (record.learner === learner) return [record.other];
    return record.other === learner ? [record.learner] : [];
  });
  return [...new Set(found)].sort();
}
