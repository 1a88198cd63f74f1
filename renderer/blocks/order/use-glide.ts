// Lets rows glide to their new places, so that the eye sees where each one went.
import { type RefObject, useLayoutEffect, useRef } from 'react';

const wantsStillness = (): boolean =>
  document.documentElement.dataset.motion === 'reduced' ||
  document.body.dataset.motion === 'reduced' ||
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Call what it returns right before a move; rows are told apart by `data-entry`. */
export function useGlide(list: RefObject<HTMLElement | null>): () => void {
  const before = useRef<Map<string, number> | null>(null);

  useLayoutEffect(() => {
    const tops = before.current;
    before.current = null;
    if (!tops || wantsStillness()) return;
    for (const row of rowsOf(list.current)) {
      const top = tops.get(row.dataset.entry ?? '');
      const by = top === undefined ? 0 : top - row.getBoundingClientRect().top;
      if (by === 0) continue;
      row.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], {
        duration: 150,
        easing: 'ease-out',
      });
    }
  });

  return () => {
    const rows = rowsOf(list.current);
    before.current = new Map(
      rows.map((row) => [row.dataset.entry ?? '', row.getBoundingClientRect().top]),
    );
  };
}

const rowsOf = (list: HTMLElement | null): HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>('[data-entry]')] : [];
