// A function that stays the same one while what it does is always the newest: whoever is given it need
// not be drawn again.
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useSteady<Given extends unknown[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  const newest = useRef(work);
  useLayoutEffect(() => {
    newest.current = work;
  });
  return useCallback((...given: Given) => newest.current(...given), []);
}
