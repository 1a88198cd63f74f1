// What the shell and the service say to each other, besides handing over ports.
import type { PackSignature } from '../../core/pack/signature';
import type { PolicySource } from '../../core/policy/source';
import type { CourseFolder } from './library/folders';
import type { WebFaultKind, WebReply, WebRequest } from './sync/web';

/** Given to the service at its start, as JSON in its first argument. */
export interface ServiceOptions {
  dataFolder: string;
  courseFolders: CourseFolder[];
  /** The organisation's words that IT put on this computer; the file may be missing. */
  organisationFile: string;
  /** What was made of the shipped courses when the app was built; the folder may be missing. */
  preparedFolder: string;
  /** Name and version of the app, for statements that are sent. */
  platform: string;
}

/** In the data folder: finished exports, each in a folder named by its id. */
export const exportsFolder = 'exports';

/** What the team view may be given to read. */
export type TeamReads = 'files' | 'folder' | 'roster';

/** Shell to service. */
export type ToService =
  /** What lies where the organisation puts its policies; comes before everything else. */
  | { type: 'policy'; source: PolicySource }
  /** A window to serve; comes with one port. */
  | { type: 'window' }
  /** A pack that the person chose, dropped on the window or opened by a double click. */
  | { type: 'pack'; file: string }
  /** A folder of Markdown that the person chose, to be brought in. */
  | { type: 'import'; folder: string }
  /** What the person chose for the team view. */
  | { type: 'team'; what: TeamReads; paths: readonly string[] }
  /** The folder that the person chose for sync. */
  | { type: 'sync-folder'; folder: string }
  /** Write a course as a pack, where the person said. */
  | { type: 'write-pack'; course: string; file: string }
  /** The answer to `sign`; null without a key, `failed` when the key could not be had. */
  | { type: 'signed'; id: number; signature: PackSignature | null | 'failed' }
  /** What came of a `web-request`. */
  | { type: 'web-reply'; id: number; reply: WebReply }
  | { type: 'web-fault'; id: number; kind: WebFaultKind; detail: string }
  /** Finish what was asked, then end. */
  | { type: 'close' };

/** Service to shell. */
export type FromService =
  /** Which files the `course://` protocol may serve; sent at start and whenever it changes. */
  | {
      type: 'manifest';
      courses: Record<string, { root: string; files: string[]; version: string }>;
    }
  /** The manifest of a pack to be signed: the key never comes here. */
  | { type: 'sign'; id: number; manifest: Uint8Array }
  /** Origins of the targets that are switched on: the shell asks no other. Replaces what was said before. */
  | { type: 'web-origins'; origins: string[] }
  /** The target that a secret belongs to is gone. */
  | { type: 'secret-forget'; name: string }
  /** All whose names begin with these words. */
  | { type: 'secrets-forget'; start: string }
  | { type: 'web-request'; id: number; request: WebRequest }
  /** Nobody waits for it any more. */
  | { type: 'web-stop'; id: number }
  | { type: 'log'; words: string; detail: string };
