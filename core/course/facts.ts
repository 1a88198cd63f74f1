// `facts.yml` beside the courses: each dated fact once, with its source, for courses to refer to.
import { parse } from 'yaml';
import { z } from '../zod';

const fact = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  source: z.string().min(1),
  url: z.string().optional(),
  read: z.string(),
  reviewBy: z.string().optional(),
  jurisdiction: z.string().min(1),
});
export type Fact = z.infer<typeof fact>;

/** Reads the file. Throws when it is not a list of facts. */
export function parseFacts(text: string): Fact[] {
  return z.array(fact).parse(parse(text, { schema: 'core', maxAliasCount: 0, logLevel: 'error' }));
}
