// Exports under way and done: each in a folder of its own, until somebody has put it where it belongs.
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, OperationError } from '../../../core/errors';
import type { ExportView } from '../../../core/player/formats';
import { storageError } from '../store/database';
import type { ExportOrder } from './order';
import { PlayerFiles } from './player-files';

interface Running {
  view: ExportView;
  stop: AbortController;
}

/** Told no oftener than this: a screen draws no faster either. */
const tellMilliseconds = 200;

export class Exports {
  private readonly running = new Map<string, Running>();
  private readonly player: PlayerFiles;
  /** Called when a view changed. */
  onChange: () => void = () => {};

  /** What an earlier life of the service left is thrown away. */
  constructor(
    private readonly folder: string,
    playerFolder: string,
    private readonly log: (words: string, error: unknown) => void,
  ) {
    this.player = new PlayerFiles(playerFolder);
    remove(folder);
  }

  read(id: string): ExportView {
    return this.running.get(id)?.view ?? { at: 'gone' };
  }

  /** The same id starts nothing twice. */
  start(id: string, order: ExportOrder): ExportView {
    if (!this.running.has(id)) {
      const stop = new AbortController();
      this.running.set(id, { view: { at: 'working', share: 0 }, stop });
      void this.work(id, order, stop.signal);
    }
    return this.read(id);
  }

  /** Stops the work, and throws away what it made. */
  end(id: string): void {
    const running = this.running.get(id);
    running?.stop.abort();
    this.running.delete(id);
    // What is still at work clears up after itself, once it has let go of its file.
    if (running?.view.at !== 'working') remove(join(this.folder, id));
  }

  private async work(id: string, order: ExportOrder, signal: AbortSignal): Promise<void> {
    const folder = join(this.folder, id);
    let told = 0;
    const onShare = (share: number): void => {
      const now = Date.now();
      if (now - told < tellMilliseconds) return;
      told = now;
      this.set(id, { at: 'working', share });
    };
    try {
      // Read when it is needed, not at each start.
      const { exportName, writeExport } = await import('./write-export');
      signal.throwIfAborted();
      mkdirSync(folder, { recursive: true });
      const name = exportName(order);
      const part = join(folder, `${name}.part`);
      await writeExport(order, { player: this.player, file: part, signal, onShare });
      signal.throwIfAborted();
      // Under its own name it is whole.
      renameSync(part, join(folder, name));
      this.set(id, { at: 'ready', name, bytes: statSync(join(folder, name)).size });
    } catch (thrown) {
      remove(folder);
      if (signal.aborted) return;
      const error = storageError(thrown, folder);
      this.log('an export failed', error);
      this.set(id, { at: 'failed', failure: failureOf(error) });
    }
  }

  private set(id: string, view: ExportView): void {
    const running = this.running.get(id);
    if (!running) return;
    running.view = view;
    this.onChange();
  }
}

/** What cannot be removed now (a scanner may be looking at it) goes at the next start. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Then.
  }
}

const failureOf = (error: unknown): Failure =>
  error instanceof OperationError
    ? { kind: error.kind, values: error.values }
    : { kind: 'unexpected', values: {} };
