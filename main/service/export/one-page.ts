// What pages that hold everything in themselves have in common: files within the page, and how it is written.
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperationError } from '../../../core/errors';
import { assetAddress } from './asset-address';
import type { Work } from './order';

/** A browser holds the whole page in memory: more than this is no page any more. */
const mostInOnePage = 150_000_000;

/** Addresses that hold the files, by their paths. Throws `too-large`. */
export async function heldFiles(
  root: string,
  paths: readonly string[],
  { signal, onShare }: Pick<Work, 'signal' | 'onShare'>,
): Promise<ReadonlyMap<string, string>> {
  const sizes = await Promise.all(paths.map((path) => stat(join(root, path))));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostInOnePage) {
    throw new OperationError('too-large', { megabytes: Math.ceil(bytes / 1_000_000) });
  }
  const held = new Map<string, string>();
  for (const [at, path] of paths.entries()) {
    signal.throwIfAborted();
    held.set(path, assetAddress(path, await readFile(join(root, path))));
    onShare((at + 1) / (paths.length + 1));
  }
  return held;
}

/** Settles once it is on disk. Nothing may be there yet. */
export async function writeWhole(html: string, { file, signal }: Pick<Work, 'file' | 'signal'>) {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(html, { signal });
    await handle.sync();
  } finally {
    await handle.close();
  }
}
