// A statement as a list shows it: its very characters, and the few words that say what it is.
import type { StatementView } from '../../../core/sync/views';
import { z } from '../../../core/zod';

const told = z.object({
  id: z.string(),
  verb: z.object({ id: z.string() }),
  object: z.object({
    id: z.string(),
    definition: z.object({ name: z.record(z.string(), z.string()).optional() }).optional(),
  }),
  timestamp: z.string(),
});

/** Of one that we made ourselves; throws for anything else. */
export function statementView(json: string, language: string): StatementView {
  const { id, verb, object, timestamp } = told.parse(JSON.parse(json));
  const names = object.definition?.name ?? {};
  return {
    ...{ id, json, when: timestamp },
    verb: lastPart(verb.id),
    about: names[language] ?? Object.values(names)[0] ?? decodeURIComponent(lastPart(object.id)),
  };
}

const lastPart = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
