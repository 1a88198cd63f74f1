// What a statement says that a training office counts. The statement is untrusted.
import type { LearningEvent } from '../learning/events';
import { toldBy } from '../xapi/event-of';
import { activityIds, base, verbs } from '../xapi/iris';
import type { Account } from '../xapi/statement';
import { z } from '../zod';

/** Days since 1970, UTC. */
export type Day = number;

export type What =
  /** `passed` is false only where the course was not passed. */
  | { kind: 'course'; course: string; day: Day; passed: boolean }
  | { kind: 'lesson'; course: string; lesson: string; day: Day }
  | {
      kind: 'answer';
      course: string;
      lesson: string;
      item: string;
      revision: string;
      /** ISO 8601: which answer was the first. */
      at: string;
      /** From 0 to 1. */
      share: number;
      answer: unknown;
    }
  | { kind: 'hint'; course: string; lesson: string; item: string; at: string };

export interface Fact {
  /** Of the statement, in small letters. */
  id: string;
  account: Account;
  what: What;
  /** Names of the course by language, where the statement has some. */
  titles: Record<string, string>;
}

export type Told =
  | ({ is: 'fact' } & Fact)
  /** Takes back a statement of the same person; one of anybody where the store vouches for it. */
  | { is: 'void'; account: Account; voided: string }
  /** Says something that is not counted. */
  | { is: 'other' }
  /** Is no statement about a person with an account, or says a thing that cannot be. */
  | { is: 'unreadable' };

const millisecondsOfDay = 86_400_000;
/** From 2000 to 2099: outside, a clock or a person is wrong. */
const [firstDay, lastDay] = [10_957, 47_481];

export const dayOf = (iso: string): Day => Math.floor(Date.parse(iso) / millisecondsOfDay);
/** `2026-11-20` */
export const isoOf = (day: Day): string =>
  new Date(day * millisecondsOfDay).toISOString().slice(0, 10);

const carrier = z.object({
  id: z.uuid(),
  actor: z.object({
    account: z.object({ homePage: z.string().max(2000), name: z.string().min(1).max(1000) }),
  }),
  verb: z.object({ id: z.string().max(2000) }),
  object: z.object({
    objectType: z.string().max(100).optional(),
    id: z.string().max(4000),
    definition: z.object({ name: z.record(z.string(), z.string()).optional() }).optional(),
  }),
  result: z.object({ success: z.boolean().optional() }).optional(),
  timestamp: z.string().max(100),
});

/** What a statement tells, at whatever level it was sent. */
export function tellingOf(statement: unknown): Told {
  try {
    const { data } = carrier.safeParse(statement);
    if (!data) return { is: 'unreadable' };
    const { account } = data.actor;
    if (data.verb.id === verbs.voided.id) {
      const { data: voided } = z.uuid().safeParse(data.object.id);
      return voided === undefined
        ? { is: 'unreadable' }
        : { is: 'void', account, voided: voided.toLowerCase() };
    }
    const event = toldBy(statement)?.event;
    const what = event ? whatOf(event) : whatIsSaid(data);
    if (what === null) return { is: 'other' };
    const titles = what.kind === 'course' ? titlesIn(data.object.definition?.name) : {};
    return isSound(what)
      ? { is: 'fact', id: data.id.toLowerCase(), account, what, titles }
      : { is: 'unreadable' };
  } catch {
    // Nested so deep that nothing can read it.
    return { is: 'unreadable' };
  }
}

/** What an event of a learner's own export tells. */
export function factOf(event: LearningEvent, account: Account): Fact | null {
  const what = whatOf(event);
  return what && isSound(what) ? { id: event.id.toLowerCase(), account, what, titles: {} } : null;
}

function whatOf(event: LearningEvent): What | null {
  const { course, at } = event;
  if (event.type === 'course.finished') {
    const passed = event.possible === 0 || event.passed;
    return { kind: 'course', course, day: dayOf(at), passed };
  }
  if (event.type === 'lesson.finished') {
    return { kind: 'lesson', course, lesson: event.lesson, day: dayOf(at) };
  }
  if (event.type === 'item.answered') {
    const { lesson, item, revision, share, answer } = event;
    return { kind: 'answer', course, lesson, item, revision, at, share, answer };
  }
  if (event.type === 'item.hinted') {
    return { kind: 'hint', course, lesson: event.lesson, item: event.item, at };
  }
  return null;
}

/** Below the level of detail only what is finished is said, without the event. */
function whatIsSaid(said: z.output<typeof carrier>): What | null {
  if (said.verb.id !== verbs.completed.id) return null;
  const place = placeIn(said.object.id);
  if (!place) return null;
  const day = dayOf(said.timestamp);
  const { course, lesson } = place;
  return lesson === undefined
    ? { kind: 'course', course, day, passed: said.result?.success !== false }
    : { kind: 'lesson', course, lesson, day };
}

/** The course or lesson that an activity is; null for anything else. */
function placeIn(activity: string): { course: string; lesson?: string } | null {
  if (!activity.startsWith(`${base}/courses/`)) return null;
  const parts = activity.slice(base.length).split('/').slice(1);
  const [, writtenCourse = '', lessons, writtenLesson = ''] = parts;
  const course = decodeURIComponent(writtenCourse);
  if (parts.length === 2) return activityIds.course(course) === activity ? { course } : null;
  const lesson = decodeURIComponent(writtenLesson);
  if (parts.length !== 4 || lessons !== 'lessons') return null;
  return activityIds.lesson(course, lesson) === activity ? { course, lesson } : null;
}

const longestId = 200;

function isSound(what: What): boolean {
  const day = 'day' in what ? what.day : dayOf(what.at);
  // Also where it is no number.
  if (!(day >= firstDay && day <= lastDay)) return false;
  const ids = [what.course, 'lesson' in what ? what.lesson : 'x', 'item' in what ? what.item : 'x'];
  return ids.every((id) => id.length > 0 && id.length <= longestId);
}

const longestTitle = 300;
const mostTitles = 40;

const titlesIn = (names: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names)
      .filter(([language, title]) => language.length <= 35 && title.trim() !== '')
      .slice(0, mostTitles)
      .map(([language, title]) => [language, title.slice(0, longestTitle)]),
  );
