// Dragging a card onto a group with mouse, pen or finger; everybody has a drop-down for the same.
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { dragThreshold, mayDrag, scrollAtEdge } from '../drag';
import { boxAt } from './sort-view';

/** A group, or null for the place where cards wait. */
export type Place = number | null;

interface Drag {
  item: number;
  /** How far the card is drawn from where it lies. */
  x: number;
  y: number;
  over: { name: Place } | null;
}

interface Start {
  item: number;
  pointer: number;
  x: number;
  y: number;
  top: number;
  dragging: boolean;
}

/** Places carry `data-place`: the number of a group, or nothing. */
const placesIn = (box: HTMLElement) =>
  [...box.querySelectorAll<HTMLElement>('[data-place]')].map((place) => {
    const { left, right, top, bottom } = place.getBoundingClientRect();
    const { place: name } = place.dataset;
    return { name: name ? Number(name) : null, left, right, top, bottom };
  });

export function useCardDrag(
  box: RefObject<HTMLElement | null>,
  onDrop: (item: number, place: Place) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef<Start | null>(null);

  const stop = (): void => {
    start.current = null;
    setDrag(null);
  };

  useEffect(() => {
    if (!drag) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      start.current = null;
      setDrag(null);
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [drag]);

  const begin = (item: number, event: PointerEvent<HTMLElement>): void => {
    if (!mayDrag(event) || !box.current) return;
    const { top } = box.current.getBoundingClientRect();
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    start.current = { item, pointer, x, y, top, dragging: false };
  };

  const follow = (event: PointerEvent<HTMLElement>): void => {
    const begun = start.current;
    if (!begun || event.pointerId !== begun.pointer || !box.current) return;
    const x = event.clientX - begun.x;
    const y = event.clientY - begun.y;
    if (!begun.dragging) {
      if (Math.hypot(x, y) < dragThreshold) return;
      begun.dragging = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      window.getSelection()?.removeAllRanges();
    }
    scrollAtEdge(box.current, event.clientY);
    const scrolled = begun.top - box.current.getBoundingClientRect().top;
    const over = boxAt(event.clientX, event.clientY, placesIn(box.current));
    setDrag({ item: begun.item, x, y: y + scrolled, over });
  };

  const drop = (): void => {
    if (drag?.over) onDrop(drag.item, drag.over.name);
    stop();
  };

  return {
    dragged: drag?.item ?? null,
    isOver: (place: Place): boolean => drag?.over?.name === place && drag.over !== null,
    shift: (item: number): string | undefined =>
      drag?.item === item ? `translate(${drag.x}px, ${drag.y}px)` : undefined,
    cardProps: (item: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => begin(item, event),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: stop,
    }),
  };
}
