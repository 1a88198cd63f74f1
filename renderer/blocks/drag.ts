// What all dragging has in common: which press begins one, and scrolling when it comes to the edge.
import type { PointerEvent } from 'react';

/** A press that moves less than this many pixels is no drag. */
export const dragThreshold = 4;

/** How near the edge of the window a dragged thing makes the page scroll, and how fast. */
const edge = { pixels: 56, step: 12 };

/** A finger on the text scrolls the page; it drags by the handle. */
export function mayDrag(event: PointerEvent<HTMLElement>): boolean {
  const target = event.target as Element;
  if (event.button !== 0 || !event.isPrimary || target.closest('button, a')) return false;
  return event.pointerType === 'mouse' || target.closest('[data-handle]') !== null;
}

export function scrollAtEdge(inside: HTMLElement, y: number): void {
  const direction = y < edge.pixels ? -1 : y > window.innerHeight - edge.pixels ? 1 : 0;
  if (direction === 0) return;
  let box: HTMLElement | null = inside;
  while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
  (box ?? document.documentElement).scrollBy({ top: direction * edge.step });
}
