// What formats of questions have in common: what goes in, what comes out, and how much is taken.
import type { Lesson } from '../course/course';
import type { CourseMatter } from '../course/matter-schemas';
import type { Prose } from '../course/prose';
import type { ReportRow } from './report';

export interface ImportOptions {
  /** Title of the lesson for questions that stand under no heading of their own. */
  title: string;
  /** Language of the few words that are added, such as “True or false?”. */
  language: string;
}

export interface ImportedLesson {
  /** File name in the folder of the course. */
  name: string;
  /** Markdown with its front matter. */
  text: string;
}

export interface Asset {
  /** Path in the folder of the course. */
  path: string;
  bytes: Uint8Array;
}

export interface Imported {
  lessons: ImportedLesson[];
  assets: Asset[];
  /** In the order of the lines of what was read. */
  report: ReportRow[];
}

export interface Exported {
  text: string;
  /** Lines are those of the lesson. */
  report: ReportRow[];
}

export type ExportedLesson = Pick<Lesson, 'matter' | 'prose' | 'items' | 'kept'>;

/** A course, or one of its lessons, in one language. */
export interface ExportedCourse {
  /** Nothing need be said of what the course as a whole loses. */
  isPart?: boolean;
  matter: CourseMatter;
  about: readonly Prose[];
  /** In their order; `file` is the path in the folder of the language. */
  lessons: readonly (ExportedLesson & { file: string })[];
}

type Import = (text: string, options: ImportOptions) => Imported;
type Export = (lesson: ExportedLesson) => Exported;

/** What is read in this format, or written in it. */
export interface Format extends Partial<Record<'import', Import> & Record<'export', Export>> {
  /** Without the dot; the first one is what is written. */
  extensions: readonly string[];
}
