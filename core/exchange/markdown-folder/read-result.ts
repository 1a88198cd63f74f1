// What becomes of a folder or a document that was brought in: the files of new courses, and a report.
import type { ReportEntry } from './report';

export type CourseFile = { path: string } & ({ text: string } | { copyOf: string });

export interface ReadFolder {
  /** Paths begin with the folder of their course. */
  files: CourseFile[];
  report: ReportEntry[];
}
