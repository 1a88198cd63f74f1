// Writes a course as a pack: checked, named file by file, signed where there is a key, and whole or not at all.
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { limits } from '../../../../core/course/limits';
import { PackFault } from '../../../../core/pack/fault';
import { checkFiles, makeManifest, manifestText } from '../../../../core/pack/manifest';
import type { PackSignature } from '../../../../core/pack/signature';
import { check } from '../../check/check';
import { filesOf } from '../folders';
import { hashFiles } from './hash-files';
import { packStream } from './pack-stream';
import { syncFolder } from './sync-folder';
import { packFault, type Work } from './work';

/** Signs the bytes of a manifest; null when there is no key. */
export type Sign = (manifest: Uint8Array) => Promise<PackSignature | null>;

export interface CourseToPack {
  root: string;
  id: string;
  version: string;
}

export interface Written {
  bytes: number;
  signature: PackSignature | null;
}

/** Throws PackFault, and what `work.signal` was aborted with. */
export async function writePack(
  { root, id, version }: CourseToPack,
  file: string,
  sign: Sign,
  today: Date,
  work: Work,
): Promise<Written> {
  const { findings, counts } = check([root], root, today);
  const first = findings.find(({ severity }) => severity === 'error');
  if (first) {
    throw new PackFault('course-broken', {
      count: counts.errors,
      file: first.file,
      line: first.line,
    });
  }
  const listed = filesOf(root);
  if (listed.length > limits.courseFiles) {
    throw new PackFault('too-many', { limit: limits.courseFiles });
  }
  // Half of the way is to read the files, the other half to write them.
  const halfWay: Work = { ...work, report: (done, of) => work.report(done, of * 2) };
  const manifest = makeManifest(id, version, await hashFiles(root, listed, halfWay));
  checkFiles(manifest.files);
  const signature = await sign(Buffer.from(manifestText(manifest)));
  const all = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const part = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    let bytes = 0;
    const handle = await open(part, 'wx', 0o644);
    try {
      for await (const chunk of packStream(root, manifest, signature) as AsyncIterable<Buffer>) {
        work.signal.throwIfAborted();
        await handle.writeFile(chunk);
        bytes += chunk.length;
        work.report(Math.min(all + bytes, all * 2), all * 2);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    syncFolder(dirname(file));
    return { bytes, signature };
  } catch (error) {
    // What went wrong first is what counts.
    await rm(part, { force: true }).catch(() => {});
    if (work.signal.aborted) throw error;
    throw packFault(error, file);
  }
}
