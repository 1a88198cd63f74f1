// A course of the catalogue, put together from what is here and what must be fetched, and proven like a pack.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CatalogueFault } from '../../../../core/catalogue/fault';
import { type CatalogueCourse, manifestOf } from '../../../../core/catalogue/index-file';
import { catalogueLimits } from '../../../../core/catalogue/limits';
import { PackFault } from '../../../../core/pack/fault';
import { filesOf } from '../folders';
import { hashFiles } from '../pack/hash-files';
import { needSpace, provenCourse } from '../pack/prove-course';
import { syncFolder } from '../pack/sync-folder';
import type { UnpackedCourse } from '../pack/unpack';
import { breathe, type Work } from '../pack/work';
import type { Downloads } from './downloads';
import type { CatalogueSource, ContentFile } from './source';

export interface Surroundings {
  /** Folders of versions of this course that are here. */
  roots: readonly string[];
  downloads: Downloads;
  source: CatalogueSource;
  staging: string;
}

/**
 * Progress is told in bytes that had to be fetched.
 * Throws CatalogueFault, PackFault, and what `work.signal` was aborted with.
 */
export async function fetchCourse(
  course: CatalogueCourse,
  { roots, downloads, source, staging }: Surroundings,
  work: Work,
): Promise<UnpackedCourse> {
  const manifest = manifestOf(course);
  await needSpace(staging, manifest.files);
  const here = await localFiles(course, roots, work);
  const missing = missingOf(course.files, here);
  await needSpace(staging, [...missing, ...manifest.files]);
  await fetchAll(missing, downloads, source, work);
  const root = join(staging, manifest.id);
  await mkdir(root);
  const folders = new Set([root]);
  for (const file of manifest.files) {
    const target = join(root, file.path);
    if (!folders.has(dirname(target))) {
      await mkdir(dirname(target), { recursive: true });
      folders.add(dirname(target));
    }
    const own = here.get(file.sha256);
    if (own !== undefined) await copyProven(own, target, file, work);
    else await copyDownload(downloads, target, file, work);
  }
  for (const folder of folders) syncFolder(folder);
  return { root, manifest, signature: course.signature, course: provenCourse(root, manifest) };
}

/** Files with these contents that are here already, by their hashes. */
async function localFiles(
  { files }: CatalogueCourse,
  roots: readonly string[],
  { signal }: Work,
): Promise<Map<string, string>> {
  const sizes = new Set(files.map(({ bytes }) => bytes));
  const found = new Map<string, string>();
  for (const root of roots) {
    const likely = filesOf(root).filter(({ bytes }) => sizes.has(bytes));
    const hashed = await hashFiles(root, likely, { signal, report: () => {} });
    for (const { path, sha256 } of hashed) found.set(sha256, join(root, path));
  }
  return found;
}

/** Each content once. */
function missingOf(
  files: readonly ContentFile[],
  here: ReadonlyMap<string, string>,
): ContentFile[] {
  const missing = files.filter(({ sha256 }) => !here.has(sha256));
  return [...new Map(missing.map((file) => [file.sha256, file])).values()];
}

async function fetchAll(
  files: readonly ContentFile[],
  downloads: Downloads,
  source: CatalogueSource,
  work: Work,
): Promise<void> {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = files.reduce((sum, file) => sum + downloads.bytesOf(file), 0);
  work.report(done, all);
  const failed = new AbortController();
  const signal = AbortSignal.any([work.signal, failed.signal]);
  const rest = files.values();
  const fetchSome = async (): Promise<void> => {
    for (const file of rest) {
      await downloads.fetch(file, source, signal, (bytes) => {
        done += bytes;
        work.report(done, all);
      });
    }
  };
  const workers = Array.from({ length: catalogueLimits.atOnce }, () =>
    fetchSome().catch((error: unknown) => {
      // The first that goes wrong is the reason; the others stop.
      if (!failed.signal.aborted) failed.abort(error);
    }),
  );
  await Promise.all(workers);
  work.signal.throwIfAborted();
  if (failed.signal.aborted) throw failed.signal.reason;
}

/** One that the disk has spoilt since it came is let go of, so that the next try fetches it anew. */
async function copyDownload(
  downloads: Downloads,
  to: string,
  file: ContentFile & { path: string },
  work: Work,
): Promise<void> {
  try {
    await copyProven(downloads.path(file.sha256), to, file, work);
  } catch (error) {
    if (!(error instanceof PackFault) || error.kind !== 'changed-meanwhile') throw error;
    downloads.forget([file]);
    throw new CatalogueFault('download-damaged', { file: file.path }, { cause: error });
  }
}

/** What is copied is what was proven, whoever changes the original meanwhile. */
async function copyProven(
  from: string,
  to: string,
  { path, bytes, sha256 }: ContentFile & { path: string },
  work: Work,
): Promise<void> {
  const hash = createHash('sha256');
  const handle = await open(to, 'wx', 0o644);
  try {
    let size = 0;
    if (bytes > 0) {
      for await (const chunk of createReadStream(from) as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > bytes) break;
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
    }
    await handle.sync();
    if (size !== bytes) throw new PackFault('changed-meanwhile', { name: path });
  } finally {
    await handle.close();
  }
  if (hash.digest('hex') !== sha256) throw new PackFault('changed-meanwhile', { name: path });
  await breathe(work);
}
