// Learning events: what a learner did, append-only. Everything else about learning is a fold over them.
import { z } from '../zod';
import { recallGrades } from './recall-grades';

/** Who and when: the same for every event. `id` is a UUIDv7 made where the event happened. */
const onCourse = {
  id: z.uuid(),
  learner: z.uuid(),
  device: z.uuid(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  course: z.string().min(1).max(200),
  /** Version of the course that was on screen. */
  version: z.string().max(100),
};

const stamp = {
  ...onCourse,
  lesson: z.string().min(1).max(200),
};

const onBlock = {
  ...stamp,
  item: z.string().min(1).max(200),
  /** Hash of question and answers at the time. */
  revision: z.string().max(64),
};

const onItem = {
  ...onBlock,
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
  /** A block that nobody grades: `item` is its id. The newest answer is the one kept. */
  z.object({
    type: z.literal('block.kept'),
    ...onBlock,
    answer: z.json(),
    /** Nobody but the learner ever sees the answer. */
    private: z.boolean(),
  }),
  /** One card of a block of cards: `item` is the id of the block. */
  z.object({
    type: z.literal('card.recalled'),
    ...onBlock,
    /** Names the card: hash of its term in the source. */
    card: z.string().min(1).max(64),
    grade: z.enum(recallGrades),
    /** Seconds from seeing the term to the grade; null when unknown. */
    seconds: z.number().min(0).nullable(),
  }),
  /**
   * The course became finished, or was finished before and became passed. Nothing about learning
   * follows from it: it says what followed from the others, for those who only hear that. Its `id` is
   * a UUIDv4, as a UUIDv7 would tell the minute to somebody who may only know the day.
   */
  z.object({
    type: z.literal('course.finished'),
    ...onCourse,
    /** Points earned and points to be had; both 0 where nothing is asked. */
    points: z.number().min(0),
    possible: z.number().min(0),
    /** Pass mark in force, per cent. */
    pass: z.number().min(0).max(100),
    passed: z.boolean(),
  }),
]);

export type LearningEvent = z.infer<typeof learningEvent>;
/** On a graded block. */
export type ItemEvent = Extract<LearningEvent, { type: `item.${string}` }>;
export type GroupEvent = Extract<LearningEvent, { group: string }>;
export type LessonEvent = Extract<LearningEvent, { type: 'lesson.opened' | 'lesson.finished' }>;
export type KeptEvent = Extract<LearningEvent, { type: 'block.kept' }>;
export type CardEvent = Extract<LearningEvent, { type: 'card.recalled' }>;
export type CourseEvent = Extract<LearningEvent, { type: 'course.finished' }>;

export const isGroupEvent = (event: LearningEvent): event is GroupEvent => 'group' in event;
export const isItemEvent = (event: LearningEvent): event is ItemEvent =>
  event.type.startsWith('item.');
