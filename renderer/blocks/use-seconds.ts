// Measures how long an item was in front of the learner before they answered it.
import { type RefObject, useCallback, useEffect, useRef } from 'react';

const most = 86_400;

/** Counts from 0 again for each attempt; time while the page is hidden or elsewhere does not count. */
export function useSeconds(
  box: RefObject<HTMLElement | null>,
  attempt: number,
): () => number | null {
  const spent = useRef(0);
  const since = useRef<number | null>(null);
  const seen = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt begins to count anew
  useEffect(() => {
    spent.current = 0;
    since.current = null;
    const element = box.current;
    if (!element) return;
    let visible = false;
    const update = () => {
      const counts = visible && document.visibilityState === 'visible';
      const now = performance.now();
      if (since.current !== null) spent.current += now - since.current;
      since.current = counts ? now : null;
      seen.current ||= counts;
    };
    const observer = new IntersectionObserver(([entry]) => {
      visible = entry?.isIntersecting ?? false;
      update();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', update);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
    };
  }, [box, attempt]);

  return useCallback(() => {
    if (!seen.current) return null;
    const running = since.current === null ? 0 : performance.now() - since.current;
    return Math.min(most, Math.round((spent.current + running) / 100) / 10);
  }, []);
}
