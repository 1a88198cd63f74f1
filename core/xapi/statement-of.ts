// From a learning event to the statement that is sent of it, at the level that was allowed.
import { v5 as uuidv5 } from 'uuid';
import type { LearningEvent } from '../learning/events';
import type { AliasRecord } from '../sync/alias';
import type { Level } from '../sync/level';
import type { About } from './about';
import { activityIds, activityTypes, base, extensions, verbs } from './iris';
import { type Said, saidOf } from './sent';
import {
  type Account,
  type Activity,
  type Definition,
  languageTag,
  type Statement,
} from './statement';

/** Everything around an event that a statement needs. */
export interface Setting {
  account: Account;
  level: Level;
  /** Name and version of the app. */
  platform: string;
  now: Date;
  /** What the library knows; null where it has the course no longer. */
  about: About | null;
}

type Context = NonNullable<Statement['context']>;

const namespace = uuidv5(base, uuidv5.URL);

/** One for each person and course, the same on all their devices. */
export const registrationOf = ({ homePage, name }: Account, course: string): string =>
  uuidv5(JSON.stringify([homePage, name, course]), namespace);

/** Of the profile itself. */
const category: Activity[] = [
  { objectType: 'Activity', id: base, definition: { type: activityTypes.profile } },
];

/** Never in the future, as many stores refuse that; a clock may have been wrong. */
const earlier = (at: string, now: Date): Date => new Date(Math.min(Date.parse(at), now.getTime()));

/** At the lowest level the day only. */
const timeAt = (level: Level, time: Date): string =>
  level === 'completion' ? `${time.toISOString().slice(0, 10)}T00:00:00.000Z` : time.toISOString();

const agent = (account: Account): Statement['actor'] => ({ objectType: 'Agent', account });

/**
 * The statement of an event, under the id of the event; null where the level sends nothing of it.
 * Private answers are sent at no level.
 */
export function statementOf(event: LearningEvent, setting: Setting): Statement | null {
  const said = saidOf(event, setting.level, setting.about);
  if (!said) return null;
  const { account, level, now } = setting;
  return {
    id: event.id,
    actor: agent(account),
    verb: said.verb,
    object: objectOf(event, said, setting.about),
    ...(said.result && { result: said.result }),
    context: contextOf(event, said, setting),
    timestamp: timeAt(level, earlier(event.at, now)),
  };
}

function contextOf(event: LearningEvent, said: Said, setting: Setting): Context {
  const { account, level, platform } = setting;
  const known = {
    registration: registrationOf(account, event.course),
    ...(event.version !== '' && { revision: event.version }),
  };
  if (level === 'completion') return { ...known, contextActivities: { category } };
  const language = 'language' in event ? languageTag(event.language) : undefined;
  return {
    ...known,
    contextActivities: { ...around(event, said), category },
    platform,
    ...(language !== undefined && { language }),
    ...(level === 'detail' && { extensions: { ...said.extensions, ...whole(event) } }),
  };
}

/** The lesson a block stands in, the course of both. */
function around(event: LearningEvent, { of }: Said) {
  const course: Activity = { objectType: 'Activity', id: activityIds.course(event.course) };
  if (of === 'course' || !('lesson' in event)) return {};
  if (of === 'lesson') return { parent: [course], grouping: [course] };
  const lesson = activityIds.lesson(event.course, event.lesson);
  const parent: Activity = { objectType: 'Activity', id: lesson };
  return { parent: [parent], grouping: [course] };
}

/** The event itself, so that the person's other devices can make it again. */
function whole(event: LearningEvent): Record<string, unknown> {
  const isSecret = event.type === 'item.answered' && isPasswordAnswer(event.answer, event.share);
  const shown = isSecret ? { ...event, answer: null } : event;
  return {
    [extensions.device]: event.device,
    [extensions.event]: JSON.stringify(shown),
    ...(isSecret && { [extensions.withheld]: true }),
  };
}

/** Says only whether what was typed was strong enough, as `success` does. */
const isPasswordAnswer = (answer: unknown, share: number): boolean =>
  JSON.stringify(answer) === JSON.stringify(passwordAnswer(share));

/** What a password item's answer was, from what it earned. */
export const passwordAnswer = (share: number): { reached: boolean } => ({ reached: share === 1 });

function objectOf(event: LearningEvent, { of }: Said, about: About | null): Activity {
  const { course } = event;
  if (of === 'course' || !('lesson' in event)) {
    return activity(activityIds.course(course), { type: activityTypes.course }, about?.course);
  }
  const { lesson } = event;
  if (of === 'lesson') {
    const words = about?.lesson ?? undefined;
    return activity(activityIds.lesson(course, lesson), { type: activityTypes.lesson }, words);
  }
  const block = 'group' in event ? event.group : 'item' in event ? event.item : '';
  return activity(
    activityIds.item(course, lesson, block),
    blockDefinition(event, about),
    about?.block?.words,
  );
}

const activity = (id: string, definition: Definition, name: Definition['name'] = {}): Activity => ({
  objectType: 'Activity',
  id,
  definition: Object.keys(name).length > 0 ? { ...definition, name } : definition,
});

function blockDefinition(event: LearningEvent, about: About | null): Definition {
  if (event.type === 'test.finished') return { type: activityTypes.test };
  if (event.type === 'card.recalled') return { type: activityTypes.cards };
  const block = about?.block;
  if (event.type === 'group.restarted') {
    return { type: block?.kind === 'pool' ? activityTypes.pool : activityTypes.test };
  }
  const interaction = block?.interaction;
  if (!interaction) {
    return { type: event.type === 'block.kept' ? activityTypes.block : activityTypes.question };
  }
  return {
    type: activityTypes.interaction,
    interactionType: interaction.type,
    // Without any, none is right or wrong; an empty list would say that all are wrong.
    ...(interaction.correct.length > 0 && { correctResponsesPattern: interaction.correct }),
  };
}

/** Tells a person's other devices that two learners are one, or are not. Only sent at `detail`. */
export function aliasStatement(
  alias: AliasRecord,
  { account, level, now }: Pick<Setting, 'account' | 'level' | 'now'>,
): Statement | null {
  if (level !== 'detail') return null;
  return {
    id: alias.id,
    actor: agent(account),
    verb: alias.kind === 'join' ? verbs.joined : verbs.split,
    object: activity(activityIds.learner(alias.other), { type: activityTypes.learner }),
    context: {
      contextActivities: { category },
      extensions: { [extensions.alias]: JSON.stringify(alias) },
    },
    timestamp: earlier(alias.at, now).toISOString(),
  };
}

/** Asks the store to count a statement as never said; `id` is the new statement's own. */
export const voidingStatement = (
  id: string,
  voided: string,
  { account, level, now }: Pick<Setting, 'account' | 'level' | 'now'>,
): Statement => ({
  id,
  actor: agent(account),
  verb: verbs.voided,
  object: { objectType: 'StatementRef', id: voided },
  timestamp: timeAt(level, now),
});
