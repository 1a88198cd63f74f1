// One item on the page: the answer being given, what is under way, and what came of it.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Failure } from '../../core/errors';
import type { ItemView } from '../../core/views';
import { failureOf } from '../client/ask-error';
import { useAfter } from '../client/use-after';
import { blockOf } from './index';
import { isSettled } from './item-view';
import { useDraft } from './use-draft';
import { useSeconds } from './use-seconds';

/** Each rejects with AskError and then has changed nothing. */
export interface ItemActions {
  answer(answer: unknown, seconds: number | null, sure: boolean | null): Promise<void>;
  hint(): Promise<void>;
  reveal(): Promise<void>;
  restart(): Promise<void>;
  saveDraft(answer: unknown): Promise<void>;
}

export type Step = 'answer' | 'hint' | 'reveal' | 'restart';

interface Problem {
  step: Step;
  failure: Failure;
}

/** Told once a step is done and its outcome is on the page. */
export interface Done {
  step: Step;
  count: number;
}

/** What is done but not yet shown waits this long for the view that shows it. */
const patience = 1500;

const noticeable = 200;

export function useItem(view: ItemView, actions: ItemActions, box: RefObject<HTMLElement | null>) {
  const block = blockOf(view.kind);
  const saved = view.draft ?? view.verdict?.answer ?? null;
  const [held, setHeld] = useState(() => ({
    attempt: view.attempt,
    answer: block.begin(view.shown, saved),
  }));
  const [sure, setSure] = useState<boolean | null>(null);
  if (held.attempt !== view.attempt) {
    setHeld({ attempt: view.attempt, answer: block.begin(view.shown, saved) });
    setSure(null);
  }
  // The author may have changed the options while the page was open.
  const answer = block.begin(view.shown, held.answer);

  const { keeper, failed: draftFailed } = useDraft(actions.saveDraft);
  const seconds = useSeconds(box, view.attempt);
  const [checked, setChecked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [running, setRunning] = useState<Step | null>(null);
  const [sent, setSent] = useState<{ step: Step; from: ItemView } | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const isSlow = useAfter(noticeable, running !== null);

  // A step is over once its outcome is on the page: from that moment the next one may begin.
  const underWay = sent !== null && view !== sent.from ? null : running;
  const latest = useRef({ view, actions, answer, sure, running: underWay });
  useLayoutEffect(() => {
    latest.current = { view, actions, answer, sure, running: underWay };
  });

  const finish = useCallback((step: Step) => {
    setSent(null);
    setRunning(null);
    setDone((before) => ({ step, count: (before?.count ?? 0) + 1 }));
  }, []);

  useEffect(() => {
    if (!sent) return;
    if (view !== sent.from) {
      finish(sent.step);
      return;
    }
    const timer = setTimeout(() => finish(sent.step), patience);
    return () => clearTimeout(timer);
  }, [sent, view, finish]);

  const run = useCallback(
    async (step: Step) => {
      const now = latest.current;
      if (now.running !== null) return;
      latest.current = { ...now, running: step };
      setRunning(step);
      setProblem(null);
      if (step !== 'hint') keeper.drop();
      try {
        if (step === 'answer') {
          const said = now.view.asksSure ? now.sure : null;
          await now.actions.answer(now.answer, seconds(), said);
        } else await now.actions[step]();
        setSent({ step, from: now.view });
      } catch (thrown) {
        setRunning(null);
        setProblem({ step, failure: failureOf(thrown) });
        // What was typed is half an answer again.
        if (step === 'answer') keeper.change(now.answer);
      }
    },
    [keeper, seconds],
  );

  const missing = isSettled(view) ? [] : block.missing(view.shown, answer);

  return {
    block,
    answer,
    change: (next: unknown) => {
      setHeld({ attempt: view.attempt, answer: next });
      keeper.change(next);
      if (block.savesAtOnce) keeper.flush();
    },
    sure,
    setSure,
    keep: keeper.flush,
    draftFailed,
    /** Parts still missing, once the learner has asked for the verdict. */
    missing: checked ? missing : [],
    /** Asks for the verdict; gives back the first missing part when there is one. */
    check: (): number | null => {
      const [first] = missing;
      setChecked(first !== undefined);
      if (first !== undefined) return first;
      void run('answer');
      return null;
    },
    run,
    running,
    isSlow,
    problem,
    done,
  };
}
