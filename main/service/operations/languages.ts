// Says in which language something is shown, and whether that is the one wanted.
import type { CourseText, Lesson } from '../../../core/course/course';
import type { LanguageNote } from '../../../core/views';

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

export function languageNote(text: CourseText, wanted: string, lesson?: Lesson): LanguageNote {
  return {
    language: text.language,
    missing: base(text.language) === base(wanted) ? null : wanted,
    stale: lesson?.stale ?? false,
  };
}
