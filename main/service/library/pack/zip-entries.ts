// The table of contents of a zip file, proven before any content of it is read.
import type { FileHandle } from 'node:fs/promises';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { PackFault } from '../../../../core/pack/fault';
import { packLimits } from '../../../../core/pack/limits';
import { breathe, type Work } from './work';

export interface Zip {
  file: ZipFile;
  entries: Map<string, Entry>;
}

const stored = 0;
const deflated = 8;
/** The kind of file, in the upper half of the attributes that Unix tools write. */
const kindMask = 0o170000;
const plainFile = 0o100000;
const localHeaderBytes = 30;

/** How many entries are looked at in one slice. */
const slice = 500;

/** Throws PackFault. The handle stays open: who gave it closes it. */
export async function openZip(handle: FileHandle, size: number, work: Work): Promise<Zip> {
  let file: ZipFile;
  try {
    file = await fromFdPromise(handle.fd, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw new PackFault('not-a-pack', {}, { cause: error });
  }
  if (file.entryCount > packLimits.entries) {
    throw new PackFault('too-many', { limit: packLimits.entries });
  }
  try {
    const entries = new Map<string, Entry>();
    let bytes = 0;
    let count = 0;
    for await (const entry of file.eachEntry()) {
      if (++count % slice === 0) await breathe(work);
      // A folder of its own line holds nothing.
      if (entry.fileName.endsWith('/') && entry.uncompressedSize === 0) continue;
      proveEntry(entry);
      if (entries.has(entry.fileName)) {
        throw new PackFault('collision', { name: entry.fileName, other: entry.fileName });
      }
      entries.set(entry.fileName, entry);
      bytes += entry.uncompressedSize;
    }
    proveSum(bytes, size);
    await proveLocalHeaders(file, [...entries.values()], work);
    return { file, entries };
  } catch (error) {
    throw namedError(error);
  }
}

function proveEntry(entry: Entry): void {
  const name = entry.fileName;
  if (entry.isEncrypted()) throw new PackFault('encrypted');
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    throw new PackFault('method', { name });
  }
  const kind = (entry.externalFileAttributes >>> 16) & kindMask;
  if (kind !== 0 && kind !== plainFile) throw new PackFault('not-a-file', { name });
  if (entry.uncompressedSize > packLimits.fileBytes) {
    throw new PackFault('too-large', { name, limit: packLimits.fileBytes });
  }
  if (isBomb(entry.uncompressedSize, entry.compressedSize)) throw new PackFault('bomb', { name });
}

function proveSum(bytes: number, size: number): void {
  if (bytes > packLimits.packBytes) {
    throw new PackFault('too-large', { name: '', limit: packLimits.packBytes });
  }
  if (isBomb(bytes, size)) throw new PackFault('bomb', { name: '' });
}

export const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > packLimits.ratioFreeBytes && unpacked > packed * packLimits.ratio;

/** Each file has its own bytes, and the name before them is that of the table. */
async function proveLocalHeaders(
  file: ZipFile,
  entries: readonly Entry[],
  work: Work,
): Promise<void> {
  const inOrder = [...entries].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  let free = 0;
  for (const [at, entry] of inOrder.entries()) {
    if (at % slice === 0) await breathe(work);
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < free) throw new PackFault('tangled', { name: entry.fileName });
    const local = await file.readLocalFileHeaderPromise(entry);
    const isSame =
      local.fileName.equals(entry.fileNameRaw) &&
      local.compressionMethod === entry.compressionMethod &&
      local.generalPurposeBitFlag === entry.generalPurposeBitFlag;
    if (!isSame) throw new PackFault('tangled', { name: entry.fileName });
    free = Math.max(local.fileDataStart, start + localHeaderBytes) + entry.compressedSize;
  }
}

/** Words of the zip library that have a meaning here; everything else is damage. */
function namedError(error: unknown): unknown {
  if (error instanceof PackFault || (error as { name?: unknown }).name === 'AbortError')
    return error;
  const message = error instanceof Error ? error.message : '';
  const options = { cause: error };
  if (message.includes('encryption')) return new PackFault('encrypted', {}, options);
  const name = /^(?:invalid characters in fileName|absolute path|invalid relative path): (.*)/s;
  const found = name.exec(message)?.[1];
  return found === undefined
    ? new PackFault('not-a-pack', {}, options)
    : new PackFault('name', { name: found.slice(0, 200), fault: 'characters' }, options);
}
