// Reads the text in the editor anew after each keystroke, as soon as the window has a moment for it.
import { useDeferredValue, useMemo, useRef } from 'react';
import { DraftReading } from '../../../core/course/draft/draft-reading';
import type { StudioCourseView } from '../../../core/studio/views';
import { type DraftText, draftText, tablesOf } from '../preview/draft-lesson';
import { shared, sharedProse } from '../preview/shared';

export function useDraftText(course: StudioCourseView, file: string, text: string): DraftText {
  const tables = useMemo(() => tablesOf(course), [course]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is another text
  const reading = useMemo(() => new DraftReading(), [file]);
  // A keystroke shows first; what comes of it follows at once after.
  const settled = useDeferredValue(text);
  const held = useRef<DraftText | null>(null);
  return useMemo(() => {
    const draft = draftText(course, tables, file, settled, reading);
    const { current: before } = held;
    held.current = {
      ...draft,
      lesson: shared(before?.lesson, draft.lesson),
      prose: sharedProse(before?.prose ?? [], draft.prose),
      problems: shared(before?.problems, draft.problems),
      objectives: shared(before?.objectives, draft.objectives),
    };
    return held.current;
  }, [course, tables, file, settled, reading]);
}
