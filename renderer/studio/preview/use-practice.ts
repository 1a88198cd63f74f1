// A lesson that is played in the window alone, as long as it is being written.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Lesson } from '../../../core/course/course';
import { Practice, type PracticeView } from '../../../core/learning/practice';
import type { KeptActions } from '../../blocks/kept/kept-block';
import type { ItemActions } from '../../blocks/use-item';
import { shared } from './shared';

interface Setting {
  course: string;
  version: string;
  pass: number;
}

const none: PracticeView = { items: [], groups: [], kept: [] };

export interface PlayedLesson {
  view: PracticeView;
  actionsOf: (id: string) => ItemActions;
  keptActionsOf: (id: string) => KeptActions;
  finishTest: (id: string) => Promise<void>;
  restartGroup: (id: string) => Promise<void>;
  /** As if nobody had answered. */
  reset: () => void;
  /** The right answer of everything. */
  revealAll: () => void;
}

/** Another `file` begins anew; another text of the same lesson keeps the answers that still fit. */
export function usePractice(
  file: string,
  lesson: Lesson | null,
  { course, version, pass }: Setting,
): PlayedLesson {
  const [, setCount] = useState(0);
  const held = useRef<{ file: string; practice: Practice; lesson: Lesson } | null>(null);
  if (lesson === null) held.current = null;
  else if (held.current?.file !== file) {
    const setting = { course, version, pass, seed: file, now: () => new Date() };
    held.current = { file, lesson, practice: new Practice(lesson, setting) };
  } else if (held.current.lesson !== lesson) {
    held.current.practice.become(lesson);
    held.current.lesson = lesson;
  }
  const does = useCallback(<Result>(work: (practice: Practice) => Result): void => {
    if (held.current) work(held.current.practice);
    setCount((count) => count + 1);
  }, []);
  const actionsOf = useForEach(
    (id: string): ItemActions => ({
      answer: async (answer, _seconds, sure) =>
        does((practice) => practice.answer(id, answer, sure)),
      hint: async () => does((practice) => practice.hint(id)),
      reveal: async () => does((practice) => practice.reveal(id)),
      restart: async () => does((practice) => practice.restart(id)),
      saveDraft: async (answer) => does((practice) => practice.saveDraft(id, answer)),
    }),
    does,
  );
  const keptActionsOf = useForEach(
    (id: string): KeptActions => ({
      save: async (answer) => does((practice) => practice.keep(id, answer)),
      saveDraft: async (answer) => does((practice) => practice.saveDraft(id, answer)),
      recall: async (card, grade) => does((practice) => practice.recall(id, card, grade)),
    }),
    does,
  );
  const others = useMemo(
    () => ({
      finishTest: async (id: string) => does((practice) => practice.finishTest(id)),
      restartGroup: async (id: string) => does((practice) => practice.restartGroup(id)),
      reset: () => does((practice) => practice.reset()),
      revealAll: () => does((practice) => practice.revealAll()),
    }),
    [does],
  );
  const shown = useRef(none);
  shown.current = shared(shown.current, held.current?.practice.view() ?? none, {
    withoutLines: true,
  });
  const view = shown.current;
  return { view, actionsOf, keptActionsOf, ...others };
}

/** What is made for an id, once for each: the same object for as long as `source` is. */
function useForEach<Made>(make: (id: string) => Made, source: unknown): (id: string) => Made {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is made depends on the source alone
  return useMemo(() => {
    const made = new Map<string, Made>();
    return (id) => {
      const found = made.get(id) ?? make(id);
      made.set(id, found);
      return found;
    };
  }, [source]);
}
