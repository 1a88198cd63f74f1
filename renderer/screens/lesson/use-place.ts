// Opens a lesson at the very place where reading stopped, and keeps the place while reading goes on.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Place } from '../../../core/views';
import { scroller } from '../../frame/screen';
import { goToPlace, placeNow, pointOut } from './place';

const settleMilliseconds = 500;

interface Options {
  page: RefObject<HTMLElement | null>;
  /** Where reading stopped; null at the first visit. */
  place: Place | null;
  /** An item to go to instead. */
  item: string | null;
  /** A line to go to instead. */
  line: number | null;
  save: (place: Place) => void;
}

export function usePlace({ page, place, item, line, save }: Options): void {
  const first = useRef({ place, item, line });
  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });

  useLayoutEffect(() => {
    const main = page.current;
    if (!main) return;
    const { place: stopped, item: wanted, line: sought } = first.current;
    const target = wanted ? document.getElementById(itemId(wanted)) : null;
    scroller().scrollTop = 0;
    if (target) {
      target.scrollIntoView({ block: 'start' });
      target.focus({ preventScroll: true });
      return;
    }
    const isThere = sought !== null && pointOut(main, sought);
    if (!isThere) main.querySelector('h1')?.focus({ preventScroll: true });
    const at = isThere ? { line: sought, offset: 0 } : stopped;
    if (!at) return;
    const go = () => goToPlace(main, scroller(), at);
    go();
    // Pictures and fonts that come later move the text: once more when they are there.
    void document.fonts.ready.then(go);
  }, [page]);

  useEffect(() => {
    const main = page.current;
    if (!main) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const now = placeNow(main);
      if (now) saveNow.current(now);
    };
    const onScroll = () => {
      timer ??= setTimeout(keep, settleMilliseconds);
    };
    const onLeave = () => {
      if (timer !== undefined) keep();
    };
    const moving = scroller();
    moving.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', onLeave);
    return () => {
      onLeave();
      moving.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', onLeave);
    };
  }, [page]);
}

/** The id of an item's place on the page. */
export const itemId = (item: string): string => `item-${item}`;
