// Something a person sets off: whether it is under way, done, or failed and why.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../core/errors';
import { failureOf } from './ask-error';

export type ActionState =
  | { at: 'idle' | 'working' | 'done' }
  | { at: 'failed'; failure: Failure; again: () => void };

/** `run` settles with true when the work was done. A newer run takes the place of an older one. */
export function useAction(): {
  state: ActionState;
  run: (work: () => Promise<unknown>) => Promise<boolean>;
} {
  const [state, setState] = useState<ActionState>({ at: 'idle' });
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current = Number.POSITIVE_INFINITY;
    },
    [],
  );
  const run = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    const number = ++newest.current;
    const show = (next: ActionState) => {
      if (number === newest.current) setState(next);
    };
    show({ at: 'working' });
    try {
      await work();
      show({ at: 'done' });
      return true;
    } catch (thrown) {
      show({ at: 'failed', failure: failureOf(thrown), again: () => void run(work) });
      return false;
    }
  }, []);
  return { state, run };
}
