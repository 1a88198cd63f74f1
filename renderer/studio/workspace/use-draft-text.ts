// Reads the text in the editor anew after each keystroke, as soon as the window has a moment for it.
import { useDeferredValue, useMemo } from 'react';
import type { StudioCourseView } from '../../../core/studio/views';
import { type DraftText, draftText, tablesOf } from '../preview/draft-lesson';

export function useDraftText(course: StudioCourseView, file: string, text: string): DraftText {
  const tables = useMemo(() => tablesOf(course), [course]);
  // A keystroke shows first; what comes of it follows at once after.
  const settled = useDeferredValue(text);
  return useMemo(() => draftText(course, tables, file, settled), [course, tables, file, settled]);
}
