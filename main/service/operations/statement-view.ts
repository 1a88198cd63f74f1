// A statement as a list shows it: its very characters, and the few words that say what it is.
import type { StatementView } from '../../../core/sync/views';
import { z } from '../../../core/zod';

const words = z.string().catch('');

/** What lies aside came from elsewhere, and may lack anything. */
const told = z.object({
  id: words,
  verb: z.object({ id: words }).catch({ id: '' }),
  object: z
    .object({
      id: words,
      definition: z
        .object({ name: z.record(z.string(), z.string()).catch({}) })
        .catch({ name: {} }),
    })
    .catch({ id: '', definition: { name: {} } }),
  timestamp: words.refine((time) => !Number.isNaN(Date.parse(time))).catch(''),
});

/** `json` is an object. Where a part is missing or makes no sense, its word is empty. */
export function statementView(json: string, language: string): StatementView {
  const { id, verb, object, timestamp } = told.parse(JSON.parse(json));
  const { name } = object.definition;
  return {
    ...{ id, json, when: timestamp },
    verb: lastPart(verb.id),
    about: name[language] ?? Object.values(name)[0] ?? readable(lastPart(object.id)),
  };
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const lastPart = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
