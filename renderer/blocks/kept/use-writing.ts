// Something written for oneself: kept as a draft while typing, kept for good when the learner says so.
import { useCallback, useState } from 'react';
import { type ActionState, useAction } from '../../client/use-action';
import { useDraft } from '../use-draft';

interface Options<Answer> {
  kept: Answer | null;
  draft: Answer | null;
  empty: Answer;
  isBlank: (answer: Answer) => boolean;
  actions: {
    save(answer: Answer): Promise<void>;
    saveDraft(answer: unknown): Promise<void>;
  };
}

export interface Writing<Answer> {
  answer: Answer;
  /** The fields are open. */
  isOpen: boolean;
  /** It was to be kept while nothing was written. */
  isMissing: boolean;
  saving: ActionState;
  draftFailed: boolean;
  change: (answer: Answer) => void;
  open: () => void;
  /** Leaves what was kept as it was. */
  leave: () => void;
  /** Settles with true once it is kept. */
  keep: () => Promise<boolean>;
  /** Saves half an answer now: the learner goes elsewhere. */
  flush: () => void;
}

export function useWriting<Answer>(options: Options<Answer>): Writing<Answer> {
  const { kept, draft, empty, isBlank, actions } = options;
  const [written, setWritten] = useState<Answer | null>(draft);
  const [isMissing, setMissing] = useState(false);
  const { state: saving, run } = useAction();
  const { keeper, failed: draftFailed } = useDraft(actions.saveDraft);
  const answer = written ?? kept ?? empty;

  const change = useCallback(
    (next: Answer) => {
      setWritten(next);
      setMissing(false);
      keeper.change(next);
    },
    [keeper],
  );

  return {
    answer,
    isOpen: written !== null || kept === null,
    isMissing,
    saving,
    draftFailed,
    change,
    open: () => setWritten(answer),
    leave: () => {
      keeper.drop();
      setWritten(null);
      setMissing(false);
      // What is left behind is no draft any more; if that cannot be saved, it is one again next time.
      void actions.saveDraft(null).catch(() => {});
    },
    keep: async () => {
      if (isBlank(answer)) {
        setMissing(true);
        return false;
      }
      keeper.drop();
      const isKept = await run(() => actions.save(answer));
      if (isKept) setWritten(null);
      else keeper.change(answer);
      return isKept;
    },
    flush: keeper.flush,
  };
}
