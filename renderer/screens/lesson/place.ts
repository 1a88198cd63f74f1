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

/** Scrolls to a place. The text may have changed: then to the nearest passage above. */
export function goToPlace(page: ParentNode, scroller: HTMLElement, place: Place): void {
  const passage = passages(page).findLast((each) => Number(each.dataset.line) <= place.line);
  if (!passage) return;
  const { top, height } = passage.getBoundingClientRect();
  scroller.scrollTop += top + height * place.offset - readingLine;
}
