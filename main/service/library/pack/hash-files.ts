// The size and the SHA-256 of each file of a folder, read in slices.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { PackFault } from '../../../../core/pack/fault';
import type { PackedFile } from '../../../../core/pack/manifest';
import type { CourseFile } from '../folders';
import { breathe, type Work } from './work';

/** Throws PackFault: unreadable; and when cancelled. */
export async function hashFiles(
  root: string,
  files: readonly CourseFile[],
  work: Work,
): Promise<PackedFile[]> {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const hashed: PackedFile[] = [];
  let done = 0;
  for (const { path } of files) {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of createReadStream(join(root, path), { signal: work.signal })) {
        hash.update(chunk as Buffer);
        bytes += (chunk as Buffer).length;
        done += (chunk as Buffer).length;
      }
    } catch (error) {
      if (work.signal.aborted) throw error;
      throw new PackFault('unreadable', { file: path }, { cause: error });
    }
    hashed.push({ path, bytes, sha256: hash.digest('hex') });
    work.report(done, all);
    await breathe(work);
  }
  return hashed;
}
