// Files of the catalogue on their way: what came stays, over a break and over a kill, until its course is installed.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogueFault } from '../../../../core/catalogue/fault';
import { replaceFile } from '../../files/replace-file';
import { syncFolder } from '../pack/sync-folder';
import type { CatalogueSource, ContentFile } from './source';

/** Breaks of the line that are overcome without a byte in between. */
const barrenTries = 3;
const passing: ReadonlySet<string> = new Set(['broken-off', 'timeout']);

const partEnding = '.part';
const tagEnding = '.tag';

export class Downloads {
  constructor(private readonly folder: string) {}

  /** Where a file that came whole lies. */
  path(sha256: string): string {
    return join(this.folder, sha256);
  }

  /** How many bytes of a file are here. */
  bytesOf({ sha256, bytes }: ContentFile): number {
    const here = sizeOf(this.path(sha256)) ?? sizeOf(this.path(sha256) + partEnding) ?? 0;
    return Math.min(here, bytes);
  }

  /**
   * Settles when the file is here, whole and proven. `onBytes` is told how many came, and a number
   * below zero when some have to come again.
   * Throws CatalogueFault, and what `signal` was aborted with.
   */
  async fetch(
    file: ContentFile,
    source: CatalogueSource,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    if (sizeOf(this.path(file.sha256)) === file.bytes) return;
    for (;;) {
      const isContinued = (sizeOf(this.path(file.sha256) + partEnding) ?? 0) > 0;
      await this.fetchPart(file, source, signal, onBytes);
      if (await this.takeWhole(file)) return;
      onBytes(-file.bytes);
      // Parts of two states, or what a cut left: once more from the beginning.
      if (!isContinued) throw new CatalogueFault('file-wrong', { file: file.sha256 });
    }
  }

  /** Until the part has as many bytes as the file. */
  private async fetchPart(
    file: ContentFile,
    source: CatalogueSource,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    for (let barren = 0; ; ) {
      const before = this.bytesOf(file);
      try {
        await this.writePart(file, source, signal, onBytes);
        return;
      } catch (error) {
        const mayPass = error instanceof CatalogueFault && passing.has(error.kind);
        barren = this.bytesOf(file) > before ? 0 : barren + 1;
        if (signal.aborted || !mayPass || barren >= barrenTries) throw error;
      }
    }
  }

  private async writePart(
    file: ContentFile,
    source: CatalogueSource,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    const part = this.path(file.sha256) + partEnding;
    const handle = await open(part, 'a+').then(async (made) => {
      await made.close();
      return open(part, 'r+');
    });
    try {
      let at = (await handle.stat()).size;
      if (at > file.bytes) {
        await handle.truncate(0);
        at = 0;
      }
      const tag = at > 0 ? this.tagOf(file) : null;
      for await (const piece of source.content(file, at, tag, signal)) {
        if (piece.at !== at) {
          await handle.truncate(0);
          onBytes(-at);
          at = 0;
        }
        if (piece.at !== at || at + piece.bytes.length > file.bytes) {
          throw new CatalogueFault('file-wrong', { file: file.sha256 });
        }
        if (at === 0 && piece.bytes.length < file.bytes) this.keepTag(file, piece.tag);
        await handle.write(piece.bytes, 0, piece.bytes.length, at);
        at += piece.bytes.length;
        onBytes(piece.bytes.length);
        signal.throwIfAborted();
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Gives a part its name when it is the file; takes it away when it is not. */
  private async takeWhole({ sha256, bytes }: ContentFile): Promise<boolean> {
    const part = this.path(sha256) + partEnding;
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of createReadStream(part) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
    }
    rmSync(this.path(sha256) + tagEnding, { force: true });
    if (size !== bytes || hash.digest('hex') !== sha256) {
      rmSync(part, { force: true });
      return false;
    }
    await rename(part, this.path(sha256));
    syncFolder(this.folder);
    return true;
  }

  /** Lets go of files whose course is installed. */
  forget(files: readonly ContentFile[]): void {
    for (const { sha256 } of files) rmSync(this.path(sha256), { force: true });
  }

  /** Lets go of everything that no course of these is waiting for. */
  keepOnly(wanted: ReadonlySet<string>): void {
    for (const name of namesIn(this.folder)) {
      const sha256 = name.replace(/\..*$/, '');
      if (!wanted.has(sha256)) rmSync(join(this.folder, name), { force: true });
    }
  }

  private tagOf({ sha256 }: ContentFile): string | null {
    try {
      return readFileSync(this.path(sha256) + tagEnding, 'utf8');
    } catch {
      return null;
    }
  }

  private keepTag({ sha256 }: ContentFile, tag: string | null): void {
    const file = this.path(sha256) + tagEnding;
    if (tag === null) rmSync(file, { force: true });
    else replaceFile(file, tag);
  }
}

const sizeOf = (file: string): number | undefined =>
  statSync(file, { throwIfNoEntry: false })?.size;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
