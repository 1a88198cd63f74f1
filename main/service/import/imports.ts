// Bringing in a folder of Markdown: a long task in slices that can be watched and stopped.
import { existsSync, statSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Failure, OperationError } from '../../../core/errors';
import type { FolderStep } from '../../../core/exchange/markdown-folder/read-result';
import type { ReportEntry } from '../../../core/exchange/markdown-folder/report';
import type { ImportReportView, ImportView } from '../../../core/views';
import { listFiles, TooManyFiles } from './list-files';
import { Staging } from './staging';

export interface ImportsOptions {
  /** The person's own course folder; undefined where there is none. */
  into: string | undefined;
  /** The organisation lets no courses in. */
  isForbidden: () => boolean;
  /** Whether a course has this id already. */
  isTaken: (id: string) => boolean;
  /** How far it is has changed. */
  onProgress: () => void;
  /** New courses lie in the folder. */
  onDone: () => void;
  /** So often `onProgress` is called, at most. */
  progressMilliseconds?: number;
  /** Something went wrong that the person cannot know of. */
  log: (words: string, error: unknown) => void;
}

/** So long one slice may keep others waiting, in milliseconds. */
const sliceMilliseconds = 10;
/** More often a screen would only flicker. */
const usualProgressMilliseconds = 150;
/** Of a report so many entries are kept; the rest is counted. */
const mostEntries = 20_000;

export interface Imports {
  start(folder: string): void;
  cancel(): void;
  view(): ImportView;
  report(from: number, count: number): ImportReportView;
  /** Settles when nothing runs any more. */
  idle(): Promise<void>;
}

interface Report {
  entries: ReportEntry[];
  /** All that there were. */
  total: number;
  counts: Record<ReportEntry['what'], number>;
}

const emptyReport = (): Report => ({
  entries: [],
  total: 0,
  counts: { kept: 0, changed: 0, 'left-out': 0 },
});

/** One import at a time. */
export function openImports(options: ImportsOptions): Imports {
  let state: ImportView = { state: 'none' };
  let report = emptyReport();
  let running: Promise<void> = Promise.resolve();
  /** Of the import that runs; another one never takes its place before it is over. */
  let current: { isWanted: boolean } | undefined;
  const { progressMilliseconds = usualProgressMilliseconds } = options;
  let toldAt = 0;

  const tell = (next: ImportView, isSoon = false): void => {
    state = next;
    const now = performance.now();
    if (isSoon && now - toldAt < progressMilliseconds) return;
    toldAt = now;
    options.onProgress();
  };

  const run = async (folder: string, into: string, own: { isWanted: boolean }): Promise<void> => {
    const name = basename(folder);
    let staging: Staging | undefined;
    const stage = (): Staging => (staging ??= new Staging(into));
    try {
      // Read when it is needed: at the start of the app nobody waits for it.
      const { folderSteps } = await import('../../../core/exchange/markdown-folder/read-folder');
      const files = await listFiles(folder, () => own.isWanted);
      const isTaken = (id: string): boolean => options.isTaken(id) || existsSync(join(into, id));
      const steps = folderSteps(files, { name, isTaken });
      let sliceBegan = performance.now();
      for (const step of steps) {
        await take(step, folder, name, stage);
        if (performance.now() - sliceBegan < sliceMilliseconds) continue;
        await setImmediate();
        if (!own.isWanted) break;
        sliceBegan = performance.now();
      }
      // Whoever stops it in the last moment has stopped it.
      if (!own.isWanted) {
        staging?.remove();
        return tell({ state: 'cancelled', name });
      }
      if (!staging) throw new OperationError('bad-file', { file: folder });
      const courses = staging.place();
      tell({ state: 'done', name, courses, counts: report.counts });
      options.onDone();
    } catch (error) {
      removeQuietly(staging);
      const failure = failureOf(error, into);
      if (failure.kind === 'unexpected') options.log('an import failed', error);
      tell({ state: 'failed', name, error: failure });
    } finally {
      current = undefined;
    }
  };

  const take = async (
    step: FolderStep,
    folder: string,
    name: string,
    stage: () => Staging,
  ): Promise<void> => {
    if (step.type === 'file') stage().write(step.path, step.text);
    else if (step.type === 'copy') {
      if (!(await stage().copy(join(folder, step.copyOf), step.path))) {
        note({
          file: step.copyOf,
          line: 1,
          what: 'left-out',
          message: 'file-gone',
          values: {},
        });
      }
    } else if (step.type === 'entry') note(step.entry);
    else tell({ state: 'running', name, done: step.pages, of: step.of }, true);
  };

  const note = (entry: ReportEntry): void => {
    report.total++;
    report.counts[entry.what]++;
    if (report.entries.length < mostEntries) report.entries.push(entry);
  };

  return {
    start(folder) {
      const { into } = options;
      if (options.isForbidden()) throw new OperationError('forbidden');
      if (current || into === undefined) throw new OperationError('not-possible');
      if (!isAbsolute(folder)) throw new OperationError('bad-input', { what: 'folder' });
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
        throw new OperationError('not-found', { what: 'folder' });
      }
      const own = { isWanted: true };
      current = own;
      report = emptyReport();
      tell({ state: 'running', name: basename(folder), done: 0, of: 0 });
      running = run(folder, into, own);
    },
    cancel() {
      if (current) current.isWanted = false;
    },
    view: () => state,
    report: (from, count) => ({
      total: report.total,
      kept: report.entries.length,
      entries: report.entries.slice(from, from + count),
    }),
    idle: () => running,
  };
}

/** What cannot be removed now is removed before the next import. */
function removeQuietly(staging: Staging | undefined): void {
  try {
    staging?.remove();
  } catch {}
}

function failureOf(error: unknown, into: string): Failure {
  if (error instanceof OperationError) return { kind: error.kind, values: error.values };
  if (error instanceof TooManyFiles) return { kind: 'bad-file', values: { limit: error.limit } };
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full', values: { file: into } };
  if (['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'].includes(code)) {
    return { kind: 'not-writable', values: { file: into } };
  }
  return { kind: 'unexpected', values: {} };
}
