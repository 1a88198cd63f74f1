// The operations of the learner's screens, answered in the page itself: the rules are those of core.

import type { Ask, Operation, Output, Told } from '../../core/contract';
import { kindOf } from '../../core/course/blocks';
import { type Failure, OperationError } from '../../core/errors';
import { type Parsed, prove } from '../../core/inputs';
import type { CoursePractice } from '../../core/learning/course-practice';
import type { Practice } from '../../core/learning/practice';
import type { PlayerPage } from '../../core/player/page';
import type { ItemView, KeptView } from '../../core/views';

type Answers = {
  [Name in Operation]?: (input: Parsed<Name>) => Output<Name>;
};

function itemIn(practice: Practice, id: string): ItemView {
  const found = practice.view().items.find((item) => item.id === id);
  if (!found) throw new OperationError('not-found', { what: 'item' });
  return found;
}

function keptIn(practice: Practice, id: string): KeptView {
  const found = practice.view().kept.find((block) => block.id === id);
  if (!found) throw new OperationError('not-found', { what: 'item' });
  return found;
}

function answersOf(played: CoursePractice, { links, organisation, language }: PlayerPage): Answers {
  const around = { links: (folder: string) => links[folder] ?? {}, organisation };
  const onItem = (lesson: string, item: string, work: (practice: Practice) => void): ItemView => {
    const practice = played.in(lesson);
    work(practice);
    return itemIn(practice, item);
  };
  const need = (done: boolean): void => {
    if (!done) throw new OperationError('not-possible', { what: 'answer' });
  };
  return {
    // The own language is there for what is not translated, not to be chosen.
    'course.read': () => ({ ...played.courseView(around), languages: [language] }),
    // Nothing brought it, and nothing takes it away here.
    'pack.added': () => null,
    'result.read': () => played.resultView(),
    'lesson.read': ({ lesson }) => played.lessonView(lesson, around),
    'lesson.open': ({ lesson }) => {
      played.open(lesson);
      return null;
    },
    'lesson.finish': ({ lesson }) => {
      played.finish(lesson);
      return null;
    },
    'item.answer': ({ lesson, item, answer, sure, seconds }) =>
      onItem(lesson, item, (practice) => need(practice.answer(item, answer, sure, seconds))),
    'item.hint': ({ lesson, item }) => onItem(lesson, item, (practice) => practice.hint(item)),
    'item.reveal': ({ lesson, item }) => onItem(lesson, item, (practice) => practice.reveal(item)),
    'item.restart': ({ lesson, item }) =>
      onItem(lesson, item, (practice) => practice.restart(item)),
    'test.finish': ({ lesson, group }) => {
      played.in(lesson).finishTest(group);
      return null;
    },
    'group.restart': ({ lesson, group }) => {
      played.in(lesson).restartGroup(group);
      return null;
    },
    'kept.save': ({ lesson, item, answer }) => {
      const practice = played.in(lesson);
      need(practice.keep(item, answer));
      return keptIn(practice, item);
    },
    'card.recall': ({ lesson, item, card, grade }) => {
      const practice = played.in(lesson);
      practice.recall(item, card, grade);
      return keptIn(practice, item);
    },
    'draft.save': ({ lesson, item, answer }) => {
      const practice = played.in(lesson);
      practice.saveDraft(item, answer);
      const view = practice.view().items.find((each) => each.id === item);
      return view && (kindOf(view.kind).unfolds || view.test === 'running') ? view : null;
    },
    'place.save': ({ lesson, line, offset }) => {
      played.stop(lesson, { line, offset });
      return null;
    },
  };
}

/** Serves the screens over `port`; `changed` is called after whatever may be worth keeping. */
export function servePage(
  played: CoursePractice,
  page: PlayerPage,
  port: MessagePort,
  changed: () => void,
): void {
  const answers = answersOf(played, page);
  const tell = (told: Told): void => port.postMessage(told);
  port.onmessage = ({ data }: MessageEvent<Ask>) => {
    const { id, name, input } = data;
    try {
      const operation = name as Operation;
      const answer = answers[operation] as ((input: unknown) => unknown) | undefined;
      if (!answer) throw new OperationError('not-possible', { what: 'operation' });
      const value = answer(prove(operation, input));
      tell({ id, reply: { ok: true, value } });
      if (name.endsWith('.read') || name === 'place.save') return;
      // What is half typed is kept, but no screen shows it anywhere else.
      if (name !== 'draft.save') tell({ changed: ['progress'] });
      changed();
    } catch (thrown) {
      const error: Failure =
        thrown instanceof OperationError
          ? { kind: thrown.kind, values: thrown.values }
          : { kind: 'unexpected', values: {} };
      tell({ id, reply: { ok: false, error } });
    }
  };
}
