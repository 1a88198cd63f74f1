// Dragging a row of a list with mouse, pen or finger; the keyboard has buttons of its own.
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { dragThreshold, mayDrag, scrollAtEdge } from '../drag';
import { givesWay, placeAt } from './order-view';

interface Drag {
  from: number;
  to: number;
  /** How far the row is from where it lay. */
  by: number;
}

interface Start {
  from: number;
  pointer: number;
  y: number;
  /** Tops are measured from the top of the list, so that scrolling does not matter. */
  rows: { top: number; height: number }[];
  listTop: number;
  dragging: boolean;
}

export interface DragProps {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: () => void;
}

export interface DragState {
  rowProps: (place: number) => DragProps;
  dragged: number | null;
  /** How far, in pixels, a row is drawn from where it lies. */
  shift: (place: number) => number;
}

export function useDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
): DragState {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef<Start | null>(null);

  const stop = () => {
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

  const begin = (place: number, event: PointerEvent<HTMLElement>): void => {
    if (!mayDrag(event) || !list.current) return;
    const listTop = list.current.getBoundingClientRect().top;
    const rows = [...list.current.children].map((row) => {
      const box = row.getBoundingClientRect();
      return { top: box.top - listTop, height: box.height };
    });
    start.current = {
      from: place,
      pointer: event.pointerId,
      y: event.clientY,
      rows,
      listTop,
      dragging: false,
    };
  };

  const follow = (event: PointerEvent<HTMLElement>): void => {
    const begun = start.current;
    if (!begun || event.pointerId !== begun.pointer || !list.current) return;
    const scrolled = begun.listTop - list.current.getBoundingClientRect().top;
    const by = event.clientY - begun.y + scrolled;
    if (!begun.dragging) {
      if (Math.abs(by) < dragThreshold) return;
      begun.dragging = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      window.getSelection()?.removeAllRanges();
    }
    const row = begun.rows[begun.from];
    if (!row) return;
    scrollAtEdge(list.current, event.clientY);
    const to = placeAt(row.top + row.height / 2 + by, begun.rows, begun.from);
    setDrag({ from: begun.from, to, by });
  };

  const drop = (): void => {
    if (drag) onDrop(drag.from, drag.to);
    stop();
  };

  return {
    rowProps: (place) => ({
      onPointerDown: (event) => begin(place, event),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: stop,
    }),
    dragged: drag?.from ?? null,
    shift: (place) => {
      if (!drag) return 0;
      if (place === drag.from) return drag.by;
      const rows = start.current?.rows ?? [];
      const height = rows[drag.from]?.height ?? 0;
      const first = rows[0];
      const second = rows[1];
      const gap = first && second ? second.top - first.top - first.height : 0;
      return givesWay(place, drag.from, drag.to) * (height + gap);
    },
  };
}
