// What becomes of a folder or a document that was brought in: the files of new courses, and a report.
import type { ReportEntry } from './report';

export type CourseFile = { path: string } & ({ text: string } | { copyOf: string });

export interface ReadFolder {
  /** Paths begin with the folder of their course. */
  files: CourseFile[];
  report: ReportEntry[];
}

/** A step of the work on a folder, in the order in which it is done. */
export type FolderStep =
  /** So many of all pages are done. */
  | { type: 'done'; pages: number; of: number }
  | { type: 'file'; path: string; text: string }
  | { type: 'copy'; path: string; copyOf: string }
  | { type: 'entry'; entry: ReportEntry };
