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

const onGroup = {
  ...stamp,
  /** Id of the pool or test. */
  group: z.string().min(1).max(200),
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
  /** A test was handed in; the answers in it are events of their own, recorded with it. */
  z.object({
    type: z.literal('test.finished'),
    ...onGroup,
    /** Points earned and points to be had. */
    points: z.number().min(0),
    possible: z.number().min(0),
    /** Pass mark in force, per cent. */
    pass: z.number().min(0).max(100),
    /** Who passes it may skip the course. */
    placement: z.boolean(),
  }),
  /** The learner begins a test anew, or draws other questions from a pool: `attempt` is the new one. */
  z.object({
    type: z.literal('group.restarted'),
    ...onGroup,
    /** What the earlier attempt earned, as a share: it is not lost. */
    share: z.number().min(0).max(1),
  }),
]);

export type LearningEvent = z.infer<typeof learningEvent>;
export type ItemEvent = Extract<LearningEvent, { item: string }>;
export type GroupEvent = Extract<LearningEvent, { group: string }>;
export type LessonEvent = Extract<LearningEvent, { type: 'lesson.opened' | 'lesson.finished' }>;

export const isGroupEvent = (event: LearningEvent): event is GroupEvent => 'group' in event;
export const isItemEvent = (event: LearningEvent): event is ItemEvent => 'item' in event;
