// One file out of a zip, with its bytes counted as they come.
import type { Entry } from 'yauzl';
import { PackFault } from '../../../../core/pack/fault';
import { breathe, type Work } from './work';
import { isBomb, type Zip } from './zip-entries';

/** How many bytes came out of packs so far: what the limits are held against, and tests. */
export interface Unpacked {
  bytes: number;
}

/**
 * The content of an entry, which must have exactly `expected` bytes.
 * Throws PackFault: file-wrong, bomb; and when cancelled.
 */
export async function* readEntry(
  { file }: Zip,
  entry: Entry,
  expected: number,
  unpacked: Unpacked,
  work: Work,
): AsyncGenerator<Buffer> {
  const name = entry.fileName;
  let bytes = 0;
  try {
    const stream = await file.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      unpacked.bytes += chunk.length;
      if (isBomb(bytes, entry.compressedSize)) throw new PackFault('bomb', { name });
      if (bytes > expected) throw new PackFault('file-wrong', { name });
      yield chunk;
      await breathe(work);
    }
  } catch (error) {
    if (error instanceof PackFault || work.signal.aborted) throw error;
    throw new PackFault('file-wrong', { name }, { cause: error });
  }
  if (bytes !== expected) throw new PackFault('file-wrong', { name });
}

/** A small entry as a whole. */
export async function readWhole(
  zip: Zip,
  entry: Entry,
  limit: number,
  unpacked: Unpacked,
  work: Work,
): Promise<Buffer> {
  if (entry.uncompressedSize > limit) {
    throw new PackFault('too-large', { name: entry.fileName, limit });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of readEntry(zip, entry, entry.uncompressedSize, unpacked, work)) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
