// What the shell and the service say to each other, besides handing over ports.
import type { CourseFolder } from './library/folders';

/** Given to the service at its start, as JSON in its first argument. */
export interface ServiceOptions {
  dataFolder: string;
  courseFolders: CourseFolder[];
  /** The organisation's words that IT put on this computer; the file may be missing. */
  organisationFile: string;
  /** The shipped courses as they were parsed when the app was built; the file may be missing. */
  parsedFile: string;
}

/** In the data folder: finished exports, each in a folder named by its id. */
export const exportsFolder = 'exports';

/** Shell to service. */
export type ToService =
  /** A window to serve; comes with one port. */
  | { type: 'window' }
  /** Finish what was asked, then end. */
  | { type: 'close' };

/** Service to shell. */
export type FromService =
  /** Which files the `course://` protocol may serve; sent at start and whenever it changes. */
  | { type: 'manifest'; courses: Record<string, { root: string; files: string[] }> }
  | { type: 'log'; words: string; detail: string };
