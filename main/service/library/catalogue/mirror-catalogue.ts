// Copies a catalogue to a folder, for sites without a network; and proves that one is whole.
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentPath } from '../../../../core/catalogue/address';
import { CatalogueFault } from '../../../../core/catalogue/fault';
import type { CatalogueIndex } from '../../../../core/catalogue/index-file';
import { syncFolder } from '../pack/sync-folder';
import type { Work } from '../pack/work';
import { catalogueIn, removeUnneeded } from './build-catalogue';
import { Downloads } from './downloads';
import { isExpired, openIndex, proveNotOlder, type SignedIndex } from './judge';
import type { CatalogueSource, ContentFile } from './source';
import { writeIndex } from './write-index';

export interface Mirrored extends SignedIndex {
  fetched: number;
  removed: number;
}

/**
 * `key`: the public key it must be signed with; without one, the key of the copy that is there, and
 * only the catalogue that it is a copy of: the versions of another one say nothing about its age.
 * The index is written last: until then the copy is as it was. What came stays for the next time.
 * Throws CatalogueFault (other-key with `publicKey` where nothing says which key is right), the
 * system's error, and what `work.signal` was aborted with.
 */
export async function mirrorCatalogue(
  source: CatalogueSource,
  { to, key, now }: { to: string; key: string | null; now: Date },
  work: Work,
): Promise<Mirrored> {
  const read = await readFrom(source, work);
  const before = existsSync(to) ? catalogueIn(to) : null;
  const { publicKey } = read.signature;
  if (publicKey !== (key ?? before?.signature.publicKey)) {
    throw new CatalogueFault('other-key', { publicKey });
  }
  if (before) {
    const { index, sha256, signature } = before;
    if (key === null && index.id !== read.index.id) throw new CatalogueFault('other-catalogue');
    const seen = { ...signature, catalogue: index.id, version: index.version, sha256 };
    proveNotOlder(read, [seen]);
  }
  const { expires } = read.index;
  if (isExpired(read.index, now)) throw new CatalogueFault('expired', { expires });
  mkdirSync(to, { recursive: true });
  const coming = join(to, '.coming');
  const downloads = new Downloads(coming);
  const missing = filesOf(read.index).filter((file) => !isThere(to, file));
  const all = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const file of missing) {
    await downloads.fetch(file, source, work.signal, (bytes) => {
      done += bytes;
      work.report(done, all);
    });
    const target = join(to, contentPath(file.sha256));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(downloads.path(file.sha256), target);
    syncFolder(dirname(target));
  }
  writeIndex(to, read.file);
  syncFolder(to);
  rmSync(coming, { recursive: true, force: true });
  const removed = removeUnneeded(to, [read.index, ...(before ? [before.index] : [])]);
  return { ...read, fetched: all, removed };
}

/** What is wrong with a file of a catalogue. */
export interface ContentProblem {
  file: string;
  kind: 'file-missing' | 'file-wrong';
}

/** Reads every file. Throws CatalogueFault for all but a file that is missing or wrong. */
export async function checkCatalogue(
  source: CatalogueSource,
  scratch: string,
  work: Work,
): Promise<SignedIndex & { problems: ContentProblem[] }> {
  const read = await readFrom(source, work);
  const downloads = new Downloads(scratch);
  const problems: ContentProblem[] = [];
  for (const file of filesOf(read.index)) {
    try {
      await downloads.fetch(file, source, work.signal, () => {});
      downloads.forget([file]);
    } catch (error) {
      const kind = error instanceof CatalogueFault ? error.kind : null;
      if (kind !== 'file-missing' && kind !== 'file-wrong') throw error;
      problems.push({ file: contentPath(file.sha256), kind });
    }
  }
  return { ...read, problems };
}

async function readFrom(
  source: CatalogueSource,
  { signal }: Work,
): Promise<SignedIndex & { file: Uint8Array }> {
  const found = await source.index(null, signal);
  // Asked without a tag, there is always an answer.
  if (!found) throw new CatalogueFault('not-a-catalogue');
  return { ...openIndex(found.file), file: found.file };
}

/** Each content once. */
function filesOf({ courses }: CatalogueIndex): ContentFile[] {
  const files = courses.flatMap((course) => course.files);
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

const isThere = (folder: string, { sha256, bytes }: ContentFile): boolean =>
  statSync(join(folder, contentPath(sha256)), { throwIfNoEntry: false })?.size === bytes;
