// `paths.yml` beside the courses: which lessons make up a way through the library, and why each.
import { parse } from 'yaml';
import { z } from '../zod';

/** A text in several languages, by their tags; one of them is enough. */
const texts = z
  .record(z.string().min(2).max(35), z.string().min(1).max(400))
  .refine((each) => Object.keys(each).length > 0);
export type Texts = z.infer<typeof texts>;

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const step = z.strictObject({
  /** `COURSE/LESSON`, by their ids. */
  at: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  /** One sentence: why this lesson is on this path. */
  why: texts,
});

const learningPath = z.strictObject({
  id,
  title: texts,
  /** For whom it is and what it leads to, in one sentence. */
  summary: texts,
  /** The path that is better gone before. */
  after: id.optional(),
  lessons: z.array(step).min(1).max(200),
});
export type LearningPath = z.infer<typeof learningPath>;

/** Reads the file. Throws when it is not a list of paths, each with an id of its own. */
export function parseLearningPaths(text: string): LearningPath[] {
  const list = z
    .array(learningPath)
    .max(100)
    .refine((all) => new Set(all.map((each) => each.id)).size === all.length, {
      message: 'two paths have the same id',
    });
  return list.parse(parse(text, { schema: 'core', maxAliasCount: 0, logLevel: 'error' }));
}
