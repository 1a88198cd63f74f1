// Learning events: what a learner did, append-only. Everything else about learning is a fold over them.
import { z } from '../zod';

/** Who and when: the same for every event. `id` is a UUIDv7 made where the event happened. */
const stamp = {
  id: z.uuid(),
  learner: z.uuid(),
  device: z.uuid(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  course: z.string().min(1).max(200),
  /** Version of the course that was on screen. */
  version: z.string().max(100),
  lesson: z.string().min(1).max(200),
};

const onItem = {
  ...stamp,
  item: z.string().min(1).max(200),
  /** Hash of question and answers at the time. */
  revision: z.string().max(64),
  /** From 1; a learner may begin an item anew. */
  attempt: z.int().min(1),
};

export const learningEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lesson.opened'), ...stamp }),
  z.object({ type: z.literal('lesson.finished'), ...stamp }),
  z.object({
    type: z.literal('item.answered'),
    ...onItem,
    /** In places of the file, as the kind defines it. */
    answer: z.json(),
    /** From 0 to 1. */
    share: z.number().min(0).max(1),
    /** Points the item is worth, before anything is taken off. */
    possible: z.number().min(0),
    /** Points that hints took off this answer. */
    hintCost: z.number().min(0),
    /** True when no further try follows: right, or tries used up. */
    final: z.boolean(),
    /** How sure the learner was; null when not asked. */
    sure: z.boolean().nullable(),
    /** Seconds from seeing the item to answering; null when unknown. */
    seconds: z.number().min(0).nullable(),
    /** Language the item was read in. */
    language: z.string().max(100),
    /** Pass mark in force, per cent. */
    pass: z.number().min(0).max(100),
  }),
  z.object({ type: z.literal('item.hinted'), ...onItem }),
  /** The learner asked for the right answer. */
  z.object({ type: z.literal('item.revealed'), ...onItem }),
  /** The learner begins the item anew: `attempt` is the new one. */
  z.object({ type: z.literal('item.restarted'), ...onItem }),
]);

export type LearningEvent = z.infer<typeof learningEvent>;
export type ItemEvent = Extract<LearningEvent, { item: string }>;
export type LessonEvent = Extract<LearningEvent, { type: 'lesson.opened' | 'lesson.finished' }>;

export const isItemEvent = (event: LearningEvent): event is ItemEvent => 'item' in event;
