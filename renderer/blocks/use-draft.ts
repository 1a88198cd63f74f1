// Ties a draft keeper to the life of an item on the page.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type DraftKeeper, draftKeeper } from './draft-keeper';

export function useDraft(save: (answer: unknown) => Promise<void>): {
  keeper: DraftKeeper<unknown>;
  /** What was typed could not be saved. */
  failed: boolean;
} {
  const [failed, setFailed] = useState(false);
  const latest = useRef(save);
  useLayoutEffect(() => {
    latest.current = save;
  });
  const keeper = useMemo(
    () =>
      draftKeeper<unknown>(
        (answer) => latest.current(answer),
        (saved) => setFailed(!saved),
      ),
    [],
  );
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush);
    return () => {
      window.removeEventListener('pagehide', keeper.flush);
      keeper.flush();
    };
  }, [keeper]);
  return { keeper, failed };
}
