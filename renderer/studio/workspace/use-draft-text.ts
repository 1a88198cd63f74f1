// Reads the text in the editor anew after each keystroke, as soon as the window has a moment for it.
import { useDeferredValue, useMemo, useRef } from 'react';
import { DraftReading } from '../../../core/course/draft/draft-reading';
import type { StudioCourseView } from '../../../core/studio/views';
import { draftText, tablesOf } from '../preview/draft-lesson';
import { type DrawnText, placesOf } from '../preview/places';
import { shared } from '../preview/shared';

export function useDraftText(course: StudioCourseView, file: string, text: string): DrawnText {
  const tables = useMemo(() => tablesOf(course), [course]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is another text
  const reading = useMemo(() => new DraftReading(), [file]);
  // A keystroke shows first; what comes of it follows at once after.
  const settled = useDeferredValue(text);
  const held = useRef<DrawnText | null>(null);
  return useMemo(() => {
    const draft = draftText(course, tables, file, settled, reading);
    const { current: before } = held;
    const prose = shared(before?.prose, draft.prose, { withoutLines: true });
    held.current = {
      ...draft,
      lesson: shared(before?.lesson, draft.lesson, { withoutLines: true }),
      prose,
      places: placesOf(before, prose, draft.prose, draft.lesson, draft.objectivesLine),
      problems: shared(before?.problems, draft.problems),
      objectives: shared(before?.objectives, draft.objectives),
    };
    return held.current;
  }, [course, tables, file, settled, reading]);
}
