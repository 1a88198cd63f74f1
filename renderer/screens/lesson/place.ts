// The very place in a lesson: which passage is at the top of the page, and how far it is read.
import type { Place } from '../../../core/views';

const passages = (page: ParentNode): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('.lesson__text > .prose > [data-line]'),
];

/** Distance of what is read from the upper edge of the window, in pixels. */
const readingLine = 96;

/** The place at the top of the window; null before anything was scrolled away. */
export function placeNow(page: ParentNode): Place | null {
  const all = passages(page);
  const at = all.findLast((passage) => passage.getBoundingClientRect().top <= readingLine);
  if (!at) return null;
  const { top, height } = at.getBoundingClientRect();
  const offset = height > 0 ? Math.min(1, Math.max(0, (readingLine - top) / height)) : 0;
  return { line: Number(at.dataset.line), offset };
}

/** The text may have changed: then it is the nearest passage above. */
const passageAt = (page: ParentNode, line: number): HTMLElement | undefined =>
  passages(page).findLast((each) => Number(each.dataset.line) <= line);

/** Unfolds the passage that was looked for, points it out, and has reading go on from there. */
export function pointOut(page: ParentNode, line: number): boolean {
  const passage = passageAt(page, line);
  if (!passage) return false;
  if (passage instanceof HTMLDetailsElement) passage.open = true;
  passage.tabIndex = -1;
  passage.dataset.found = '';
  passage.focus({ preventScroll: true });
  passage.addEventListener('blur', () => delete passage.dataset.found, { once: true });
  return true;
}

/** Scrolls to a place. */
export function goToPlace(page: ParentNode, scroller: HTMLElement, place: Place): void {
  const passage = passageAt(page, place.line);
  if (!passage) return;
  const { top, height } = passage.getBoundingClientRect();
  scroller.scrollTop += top + height * place.offset - readingLine;
}
