// A catalogue in a folder: of a share, a stick or a disk.
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentPath, indexFile } from '../../../../core/catalogue/address';
import { CatalogueFault } from '../../../../core/catalogue/fault';
import { catalogueLimits } from '../../../../core/catalogue/limits';
import type { CatalogueSource, ContentFile, Piece } from './source';

export class FolderSource implements CatalogueSource {
  constructor(private readonly folder: string) {}

  async index(_tag: string | null, signal: AbortSignal) {
    const handle = await this.open(indexFile, async () =>
      (await isFolder(this.folder))
        ? new CatalogueFault('not-a-catalogue')
        : new CatalogueFault('folder-gone', { folder: this.folder }),
    );
    try {
      const { size } = await handle.stat();
      const limit = catalogueLimits.indexBytes;
      if (size > limit) throw new CatalogueFault('too-large', { limit });
      const file = await handle.readFile({ signal });
      return { file, tag: null };
    } catch (error) {
      throw this.named(error, signal);
    } finally {
      await handle.close();
    }
  }

  async *content(
    { bytes, sha256 }: ContentFile,
    from: number,
    _tag: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<Piece> {
    const name = contentPath(sha256);
    const handle = await this.open(name, async () =>
      (await isFolder(this.folder))
        ? new CatalogueFault('file-missing', { file: name })
        : new CatalogueFault('folder-gone', { folder: this.folder }),
    );
    try {
      if ((await handle.stat()).size !== bytes) {
        throw new CatalogueFault('file-wrong', { file: name });
      }
      for (let at = from; at < bytes; ) {
        signal.throwIfAborted();
        const piece = Buffer.alloc(Math.min(catalogueLimits.pieceBytes, bytes - at));
        const { bytesRead } = await handle.read(piece, 0, piece.length, at);
        if (bytesRead === 0) throw new CatalogueFault('broken-off');
        yield { at, bytes: piece.subarray(0, bytesRead), tag: null };
        at += bytesRead;
      }
    } catch (error) {
      throw this.named(error, signal);
    } finally {
      await handle.close();
    }
  }

  /** Only files: a pipe in their place would be waited for, for ever. */
  private async open(name: string, missing: () => Promise<CatalogueFault>): Promise<FileHandle> {
    const file = join(this.folder, name);
    try {
      if (!(await stat(file)).isFile()) throw new CatalogueFault('unreadable', { file });
      return await open(file, 'r');
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      throw code === 'ENOENT' || code === 'ENOTDIR' ? await missing() : this.named(error);
    }
  }

  private named(error: unknown, signal?: AbortSignal): unknown {
    if (error instanceof CatalogueFault || signal?.aborted) return error;
    return new CatalogueFault('unreadable', { file: this.folder }, { cause: error });
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
