// Says in which language something is shown, and whether that is the one wanted.

import type { LanguageNote } from '../views';
import type { CourseTextOutline, LessonOutline } from './outline';

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

export function languageNote(
  text: CourseTextOutline,
  wanted: string,
  lesson?: LessonOutline,
): LanguageNote {
  return {
    language: text.language,
    missing: base(text.language) === base(wanted) ? null : wanted,
    stale: lesson?.stale ?? false,
  };
}
