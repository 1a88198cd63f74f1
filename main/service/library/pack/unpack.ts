// Unpacks a pack into a new folder and proves all of it; whatever is wrong, nothing else is touched.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Entry } from 'yauzl';
import type { Course } from '../../../../core/course/course';
import { PackFault } from '../../../../core/pack/fault';
import { packLimits } from '../../../../core/pack/limits';
import { type Manifest, type PackedFile, readManifest } from '../../../../core/pack/manifest';
import { manifestFile, signatureFile } from '../../../../core/pack/names';
import { type PackSignature, readSignature } from '../../../../core/pack/signature';
import { proveSignature } from './ed25519';
import { packStream } from './pack-stream';
import { needSpace, provenCourse } from './prove-course';
import { readEntry, readWhole, type Unpacked } from './read-entry';
import { syncFolder } from './sync-folder';
import { breathe, packFault, type Work } from './work';
import { openZip, type Zip } from './zip-entries';

export interface UnpackedCourse {
  /** Where it lies. */
  root: string;
  manifest: Manifest;
  signature: PackSignature | null;
  course: Course;
}

/**
 * Unpacks `file` into a folder of the course's id inside `staging`, which is empty.
 * Throws PackFault, and what `work.signal` was aborted with.
 */
export async function unpack(
  file: string,
  staging: string,
  work: Work,
  unpacked: Unpacked = { bytes: 0 },
): Promise<UnpackedCourse> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new PackFault('unreadable', { file }, { cause: error });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new PackFault('not-a-pack');
    if (stat.size > packLimits.packBytes) {
      throw new PackFault('too-large', { name: '', limit: packLimits.packBytes });
    }
    const zip = await openZip(handle, stat.size, work);
    const { manifest, signature } = await readHead(zip, unpacked, work);
    const files = pairs(manifest, zip);
    await needSpace(staging, manifest.files);
    const root = join(staging, manifest.id);
    await writeFiles(zip, files, root, unpacked, work);
    if (signature) await proveSameBytes(handle, stat.size, root, manifest, signature, work);
    return { root, manifest, signature, course: provenCourse(root, manifest) };
  } catch (error) {
    if (work.signal.aborted) throw error;
    throw packFault(error, staging);
  } finally {
    await handle.close();
  }
}

/** The two files about the pack, before any of the course. */
async function readHead(zip: Zip, unpacked: Unpacked, work: Work) {
  const entry = zip.entries.get(manifestFile);
  if (!entry) throw new PackFault('manifest-missing');
  const bytes = await readWhole(zip, entry, packLimits.manifestBytes, unpacked, work);
  const signed = zip.entries.get(signatureFile);
  const signature = signed
    ? readSignature(
        (await readWhole(zip, signed, packLimits.signatureBytes, unpacked, work)).toString('utf8'),
      )
    : null;
  // First the signature: of what somebody changed nothing else need be said.
  if (signature) proveSignature(bytes, signature);
  return { manifest: readManifest(bytes.toString('utf8')), signature };
}

/** Each file of the manifest with its entry: none missing, none besides. */
function pairs(manifest: Manifest, zip: Zip): [PackedFile, Entry][] {
  const rest = new Map(zip.entries);
  rest.delete(manifestFile);
  rest.delete(signatureFile);
  const found = manifest.files.map((file): [PackedFile, Entry] => {
    const entry = rest.get(file.path);
    if (!entry) throw new PackFault('file-missing', { name: file.path });
    rest.delete(file.path);
    if (entry.uncompressedSize !== file.bytes) {
      throw new PackFault('file-wrong', { name: file.path });
    }
    return [file, entry];
  });
  const [extra] = rest.keys();
  if (extra !== undefined) throw new PackFault('file-extra', { name: extra.slice(0, 200) });
  return found;
}

async function writeFiles(
  zip: Zip,
  files: readonly [PackedFile, Entry][],
  root: string,
  unpacked: Unpacked,
  work: Work,
): Promise<void> {
  const all = files.reduce((sum, [{ bytes }]) => sum + bytes, 0);
  const folders = new Set([root]);
  let done = 0;
  await mkdir(root);
  for (const [{ path, bytes, sha256 }, entry] of files) {
    const target = join(root, path);
    if (!folders.has(dirname(target))) {
      await mkdir(dirname(target), { recursive: true });
      folders.add(dirname(target));
    }
    const hash = createHash('sha256');
    const handle = await open(target, 'wx', 0o644);
    try {
      for await (const chunk of readEntry(zip, entry, bytes, unpacked, work)) {
        hash.update(chunk);
        await handle.writeFile(chunk);
        done += chunk.length;
        work.report(done, all);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (hash.digest('hex') !== sha256) throw new PackFault('file-wrong', { name: path });
  }
  for (const folder of folders) syncFolder(folder);
}

/**
 * A signed pack must be, byte for byte, what we would write ourselves: the signature is over the
 * manifest, the manifest names every file, and so nothing is left between them to be changed.
 */
async function proveSameBytes(
  handle: FileHandle,
  size: number,
  root: string,
  manifest: Manifest,
  signature: PackSignature,
  work: Work,
): Promise<void> {
  let at = 0;
  for await (const chunk of packStream(root, manifest, signature) as AsyncIterable<Buffer>) {
    const written = Buffer.alloc(chunk.length);
    const { bytesRead } = await handle.read(written, 0, chunk.length, at);
    if (bytesRead !== chunk.length || !written.equals(chunk)) throw new PackFault('altered');
    at += chunk.length;
    await breathe(work);
  }
  if (at !== size) throw new PackFault('altered');
}
