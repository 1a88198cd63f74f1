// What is kept of a lesson that is played without a service, as JSON: it comes back from a learning platform, so it is proved.
import { z } from '../zod';
import type { ItemState } from './item-state';
import { recallGrades } from './recall-grades';

/** A count of tries, hints or attempts: nobody comes this far. */
const count = z.int().min(0).max(100_000);
const share = z.number().min(0).max(1);
const at = z.string().max(40);
const revision = z.string().max(64);
const byId = <Each extends z.ZodType>(each: Each) => z.record(z.string().max(200), each);

const itemState: z.ZodType<ItemState> = z.object({
  revision,
  attempt: count,
  tries: count,
  hints: count,
  answer: z.json(),
  share: share.nullable(),
  firstShare: share.nullable(),
  sure: z.boolean().nullable(),
  settled: z.boolean(),
  counted: share.nullable(),
  answeredAt: at.nullable(),
});

/** Everything goes by the ids of its lesson. */
export const practiceState = z.object({
  items: byId(itemState),
  groups: byId(
    z.object({
      attempt: count,
      finishedAt: at.nullable(),
      share: share.nullable(),
      passed: z.boolean(),
      best: share,
    }),
  ),
  kept: byId(z.object({ revision, answer: z.json(), at })),
  /** By block, then by card. */
  cards: byId(byId(z.object({ seen: count, grade: z.enum(recallGrades), at }))),
  drafts: byId(z.object({ revision, attempt: count, answer: z.json() })),
});

export type PracticeState = z.infer<typeof practiceState>;
