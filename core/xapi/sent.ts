// What each level sends of each kind of event. A kind that is not in this table does not compile.
import type { LearningEvent } from '../learning/events';
import { reaches } from '../learning/group-state';
import { earnedShare } from '../learning/item-state';
import type { Level } from '../sync/level';
import type { About } from './about';
import { extensions, type Verb, verbs } from './iris';
import { isoDuration, type Result, scoreOf } from './statement';

/** One sentence about an event: what was done to what, and with which result. */
export interface Said {
  verb: Verb;
  of: 'course' | 'lesson' | 'block';
  result?: Result;
  /** Of the context. */
  extensions?: Record<string, unknown>;
}

type EventOf<Type extends LearningEvent['type']> = Extract<LearningEvent, { type: Type }>;
/** Null: nothing is sent. `about` is null where the course is not at hand. */
type Says<Type extends LearningEvent['type']> = (
  event: EventOf<Type>,
  about: About | null,
) => Said | null;

const nothing = (): null => null;

const revisionOf = ({ revision }: { revision: string }) => ({ [extensions.revision]: revision });

const onItem =
  (verb: Verb) =>
  (event: { revision: string }): Said => ({ verb, of: 'block', extensions: revisionOf(event) });

const lessonFinished = (): Said => ({
  verb: verbs.completed,
  of: 'lesson',
  result: { completion: true },
});

function testFinished({ points, possible, pass }: EventOf<'test.finished'>): Said {
  const score = scoreOf(points, possible);
  const success = reaches(score.scaled, pass);
  return {
    verb: success ? verbs.passed : verbs.failed,
    of: 'block',
    result: { completion: true, success, score },
  };
}

function courseFinished({ possible, passed }: EventOf<'course.finished'>): Said {
  const success = possible > 0 ? { success: passed } : {};
  return { verb: verbs.completed, of: 'course', result: { completion: true, ...success } };
}

function courseFinishedWithScore(event: EventOf<'course.finished'>): Said {
  const said = courseFinished(event);
  if (event.possible === 0) return said;
  return { ...said, result: { ...said.result, score: scoreOf(event.points, event.possible) } };
}

function answered(event: EventOf<'item.answered'>, about: About | null): Said {
  const { possible, share, sure, seconds } = event;
  const interaction = about?.block?.interaction;
  return {
    verb: verbs.answered,
    of: 'block',
    result: {
      success: share === 1,
      ...(interaction && { response: interaction.response }),
      score: possible === 0 ? { scaled: share } : scoreOf(earnedShare(event) * possible, possible),
      ...(seconds !== null && { duration: isoDuration(seconds) }),
    },
    extensions: { ...revisionOf(event), ...(sure !== null && { [extensions.sure]: sure }) },
  };
}

/** Only what is known to be open to others: where the course is gone, nobody knows. */
function blockKept(event: EventOf<'block.kept'>, about: About | null): Said | null {
  const block = about?.block;
  if (event.private || !block || block.isPrivate) return null;
  return {
    verb: verbs.responded,
    of: 'block',
    ...(block.interaction && { result: { response: block.interaction.response } }),
    extensions: revisionOf(event),
  };
}

function recalled(event: EventOf<'card.recalled'>): Said {
  return {
    verb: verbs.recalled,
    of: 'block',
    ...(event.seconds !== null && { result: { duration: isoDuration(event.seconds) } }),
    extensions: { ...revisionOf(event), [extensions.recall]: event.grade },
  };
}

export const sent: { [Type in LearningEvent['type']]: Record<Level, Says<Type>> } = {
  'course.finished': {
    completion: courseFinished,
    score: courseFinishedWithScore,
    detail: courseFinishedWithScore,
  },
  'lesson.opened': {
    completion: nothing,
    score: nothing,
    detail: () => ({ verb: verbs.initialized, of: 'lesson' }),
  },
  'lesson.finished': { completion: nothing, score: lessonFinished, detail: lessonFinished },
  'item.answered': { completion: nothing, score: nothing, detail: answered },
  'item.hinted': { completion: nothing, score: nothing, detail: onItem(verbs.hinted) },
  'item.revealed': { completion: nothing, score: nothing, detail: onItem(verbs.revealed) },
  'item.restarted': { completion: nothing, score: nothing, detail: onItem(verbs.restarted) },
  'test.finished': { completion: nothing, score: testFinished, detail: testFinished },
  'group.restarted': {
    completion: nothing,
    score: nothing,
    detail: () => ({ verb: verbs.restarted, of: 'block' }),
  },
  'block.kept': { completion: nothing, score: nothing, detail: blockKept },
  'card.recalled': { completion: nothing, score: nothing, detail: recalled },
};

/** What is said of an event at a level; null: nothing. */
export const saidOf = (event: LearningEvent, level: Level, about: About | null): Said | null =>
  // Each row takes the events of its own type, which this cannot tell the compiler.
  (sent[event.type][level] as Says<LearningEvent['type']>)(event as never, about);
