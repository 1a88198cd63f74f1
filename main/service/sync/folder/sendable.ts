// Which statements can stand in a file, and in whose.
import type { SetAsideReason, Waiting } from '../queue';
import { actorOf, folderLimits, personKey } from './layout';
import { lineOf, objectIn } from './line';

/** Key of the person a statement is about; null where its characters do not say. */
export function personOf(json: string): string | null {
  const actor = actorOf(objectIn(json));
  return actor && personKey(actor);
}

/** Why a statement can never be written, or null. */
export function reasonAgainst(json: string): SetAsideReason | null {
  if (personOf(json) === null || /[\r\n]/.test(json)) return 'unreadable';
  return lineOf(json).length > folderLimits.line ? 'too-large' : null;
}

/** By the person's key, in their order; without those about nobody. */
export function byPerson(statements: readonly Waiting[]): Map<string, Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const statement of statements) {
    const person = personOf(statement.json);
    const theirs = person !== null && groups.get(person);
    if (theirs) theirs.push(statement);
    else if (person !== null) groups.set(person, [statement]);
  }
  return groups;
}
