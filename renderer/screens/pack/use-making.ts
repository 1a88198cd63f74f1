// One export after the other: which is under way, and that another choice asks for another one.
import { useState } from 'react';
import type { Input } from '../../../core/inputs';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';

/** What is made, without the id of the export itself. */
type Asked = Omit<Input<'export.start'>, 'export'>;

export function useMaking() {
  const [id, setId] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const { state, run } = useAction();
  const end = (): void => {
    setId(null);
    setSaved(false);
  };
  return {
    id,
    isSaved,
    starting: state,
    start: (asked: Asked): void => {
      const made = newId();
      void run(async () => {
        await ask('export.start', { export: made, ...asked });
        setId(made);
      });
    },
    save: () => setSaved(true),
    end,
    /** Something else was chosen: what is saved already is not that. */
    choose: (): void => {
      if (isSaved) end();
    },
  };
}
