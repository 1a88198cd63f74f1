// Marking in a running text: a press, a drag over several units, arrow keys from one to the next.
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useRef,
  useState,
} from 'react';
import type { MarkAnswer, MarkShown } from '../../../core/course/blocks/mark';
import { inNextLine, ranged, toggled } from './mark-view';

interface Marking {
  shown: MarkShown;
  answer: MarkAnswer;
  onAnswer: (answer: MarkAnswer) => void;
}

interface Drag {
  from: number;
  to: number;
  on: boolean;
}

function unitAt(target: Element | null, box: HTMLElement | null): number | null {
  const unit = target?.closest<HTMLElement>('[data-unit]');
  return unit && box?.contains(unit) ? Number(unit.dataset.unit) : null;
}

const elementOf = (box: HTMLElement | null, unit: number): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-unit="${unit}"]`) ?? null;

export function useMarker(box: RefObject<HTMLElement | null>, marking: Marking) {
  const { shown, answer, onAnswer } = marking;
  /** The one unit that Tab leads to. */
  const [active, setActive] = useState(answer[0] ?? 0);
  const [drag, setDrag] = useState<Drag | null>(null);
  const pressed = useRef<{ unit: number; on: boolean } | null>(null);
  /** Where Shift and arrows began, and what was marked then. */
  const extending = useRef<{ from: number; base: MarkAnswer } | null>(null);

  const toggle = (unit: number): void => {
    extending.current = null;
    setActive(unit);
    onAnswer(toggled(answer, unit));
  };

  const toUnit = (key: string, from: number): number | null => {
    const here = elementOf(box.current, from);
    if (!here) return null;
    const isMirrored = getComputedStyle(here).direction === 'rtl';
    const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight';
    const backward = isMirrored ? 'ArrowRight' : 'ArrowLeft';
    const last = shown.units - 1;
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    if (key === forward) return Math.min(last, from + 1);
    if (key === backward) return Math.max(0, from - 1);
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
    const step = key === 'ArrowUp' ? -1 : 1;
    // Only words stand several in a line.
    if (shown.unit !== 'word') return Math.min(last, Math.max(0, from + step));
    const units = box.current?.querySelectorAll<HTMLElement>('[data-unit]') ?? [];
    const boxes = [...units].map((each) => each.getBoundingClientRect());
    return inNextLine(boxes, from, step) ?? from;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const unit = unitAt(event.target as Element, box.current);
    if (unit === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      toggle(unit);
      return;
    }
    const to = toUnit(event.key, unit);
    if (to === null) return;
    event.preventDefault();
    if (event.shiftKey) {
      extending.current ??= { from: unit, base: answer };
      onAnswer(ranged(extending.current.base, extending.current.from, to, true));
    } else extending.current = null;
    setActive(to);
    elementOf(box.current, to)?.focus();
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    // A finger scrolls the page; it marks by tapping.
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    const unit = unitAt(event.target as Element, box.current);
    pressed.current = unit === null ? null : { unit, on: !answer.includes(unit) };
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const begun = pressed.current;
    if (!begun) return;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const unit = unitAt(under, box.current);
    if (unit === null || (unit === begun.unit && !drag)) return;
    if (!drag) event.currentTarget.setPointerCapture(event.pointerId);
    window.getSelection()?.removeAllRanges();
    setDrag({ from: begun.unit, to: unit, on: begun.on });
  };

  const stop = (): void => {
    pressed.current = null;
    setDrag(null);
  };

  const onPointerUp = (): void => {
    if (drag) {
      extending.current = null;
      setActive(drag.to);
      onAnswer(ranged(answer, drag.from, drag.to, drag.on));
    }
    stop();
  };

  return {
    active: Math.min(active, Math.max(0, shown.units - 1)),
    isDragging: drag !== null,
    /** What is marked, as it would be if the drag ended now. */
    marked: drag ? ranged(answer, drag.from, drag.to, drag.on) : answer,
    boxProps: {
      onClick: (event: MouseEvent<HTMLElement>) => {
        const unit = unitAt(event.target as Element, box.current);
        if (unit !== null) toggle(unit);
      },
      onKeyDown,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: stop,
    },
  };
}
