// From a statement back to what it tells: an event, or a record about who is who. The statement is untrusted.
import { type LearningEvent, learningEvent } from '../learning/events';
import { type AliasRecord, aliasRecord } from '../sync/alias';
import { z } from '../zod';
import { extensions } from './iris';
import type { Account } from './statement';
import { passwordAnswer } from './statement-of';

/** Nothing that a learner does is longer, as characters of JSON. */
const longestText = 200_000;

const text = z.string().max(longestText);

const carrier = z.object({
  id: z.uuid(),
  actor: z.object({
    account: z.object({ homePage: z.string().max(2000), name: z.string().max(1000) }),
  }),
  context: z.object({
    extensions: z.object({
      [extensions.event]: text.optional(),
      [extensions.alias]: text.optional(),
      [extensions.withheld]: z.boolean().optional(),
    }),
  }),
});

/** Strict: what has more to it than is known here would not come out as it went in. */
const [first, ...others] = learningEvent.options.map((each) => z.strictObject(each.shape));
const strictEvent = z.union([first as z.ZodType, ...(others as z.ZodType[])]);

export interface Told {
  account: Account;
  event?: LearningEvent;
  alias?: AliasRecord;
}

/**
 * What a statement tells and who it is about; null where it carries no event of ours: it was sent at
 * a lower level, by another program or a later version, or is made up badly.
 */
export function toldBy(statement: unknown): Told | null {
  try {
    const read = carrier.safeParse(statement);
    if (!read.success) return null;
    const { id, actor, context } = read.data;
    const { account } = actor;
    const alias = context.extensions[extensions.alias];
    const event = context.extensions[extensions.event];
    if (alias !== undefined && event === undefined) {
      const record = aliasRecord.parse(JSON.parse(alias));
      const { device, learner, other } = record;
      const isSound = isNamed(id, record.id) && isWritten([device, learner, other]);
      return isSound && learner !== other ? { account, alias: record } : null;
    }
    if (event === undefined) return null;
    const made = eventIn(event, context.extensions[extensions.withheld] === true);
    return made && isNamed(id, made.id) ? { account, event: made } : null;
  } catch {
    // No JSON, no alias, or nested so deep that nothing can read it.
    return null;
  }
}

/** The event of a statement, byte for byte as it was recorded; null as with `toldBy`. */
export const eventOf = (statement: unknown): LearningEvent | null =>
  toldBy(statement)?.event ?? null;

/** A store may write the id of a statement in capitals. */
const isNamed = (statement: string, id: string): boolean => statement.toLowerCase() === id;

/** In a record ids are never written in capitals: there the same id would be two. */
const isWritten = (ids: readonly string[]): boolean =>
  ids.every((each) => each === each.toLowerCase());

function eventIn(json: string, isWithheld: boolean): LearningEvent | null {
  const made = JSON.parse(json) as Record<string, unknown>;
  if (isWithheld && made.answer === null) made.answer = passwordAnswer(Number(made.share));
  if (!strictEvent.safeParse(made).success) return null;
  const event = made as LearningEvent;
  if (!isWritten([event.id, event.learner, event.device])) return null;
  // Such an event is never sent: whoever made it up wants to write over what nobody else may see.
  return event.type === 'block.kept' && event.private ? null : event;
}
