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

/** Before everything that anybody said: what a join is dated that any split outweighs. */
export const beforeAll = '1970-01-01T00:00:00.000Z';

const isBefore = (a: AliasRecord, b: AliasRecord): boolean =>
  a.at < b.at || (a.at === b.at && a.id < b.id);

/** The joins that still hold: a split takes back all earlier joins of the learner it takes out. */
function joinsThatHold(records: readonly AliasRecord[]): AliasRecord[] {
  const splits = records.filter(({ kind }) => kind === 'split');
  return records.filter(
    (record) =>
      record.kind === 'join' &&
      !splits.some(
        (split) =>
          (split.other === record.learner || split.other === record.other) &&
          isBefore(record, split),
      ),
  );
}

/**
 * The person of each learner, named by the smallest of the ids that belong together: the same on
 * every computer that knows the same records, whatever the order they came in.
 */
export function personsOf(
  learners: Iterable<string>,
  records: readonly AliasRecord[],
): Map<string, string> {
  const persons = new Map<string, string>();
  for (const learner of learners) persons.set(learner, learner);
  for (const { learner, other } of records) {
    persons.set(learner, learner);
    persons.set(other, other);
  }
  const rootOf = (learner: string): string => {
    const above = persons.get(learner) ?? learner;
    if (above === learner) return learner;
    const root = rootOf(above);
    persons.set(learner, root);
    return root;
  };
  for (const { learner, other } of joinsThatHold(records)) {
    const [a, b] = [rootOf(learner), rootOf(other)];
    if (a < b) persons.set(b, a);
    else if (b < a) persons.set(a, b);
  }
  for (const learner of persons.keys()) rootOf(learner);
  return persons;
}

/** Whether anything was ever said about a learner: then only a person decides anew. */
export const isSpokenOf = (learner: string, records: readonly AliasRecord[]): boolean =>
  records.some((record) => record.learner === learner || record.other === learner);

/** The learners that a learner was joined with directly, as far as that still holds. */
export function joinedWith(learner: string, records: readonly AliasRecord[]): string[] {
  const found = joinsThatHold(records).flatMap((record) => {
    if (record.learner === learner) return [record.other];
    return record.other === learner ? [record.learner] : [];
  });
  return [...new Set(found)].sort();
}
