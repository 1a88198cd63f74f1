// What a template says, in one language: the same lessons with the same blocks in each.
import type { TemplateId } from '../template-ids';

export interface LessonDraft {
  file: string;
  title: string;
  objective: string;
  /** Markdown of a course. */
  body: string;
}

export interface TemplateWords {
  /** What stands in `course.md`. */
  about: Record<TemplateId, string>;
  lessons: Record<TemplateId, readonly LessonDraft[]>;
}
