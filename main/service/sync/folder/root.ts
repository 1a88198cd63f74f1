// The folder of ours in the folder that was chosen: looked for, and made once.
import { join } from 'node:path';
import { codeOf, FolderGone, faultOf } from './faults';
import type { Files } from './files';
import { rootParts } from './layout';

/** Throws FolderGone where it is not there. */
export async function rootOf(files: Files, folder: string): Promise<string> {
  await mustBeThere(() => files.isFolder(folder));
  let path = folder;
  for (const part of rootParts) {
    path = join(path, part);
    const below = path;
    await mustBeThere(async () => (await files.look(below)).kind === 'folder');
  }
  return path;
}

/**
 * Makes what is missing, but never the folder that was chosen: the place where a stick or a share is
 * mounted must not be written to while it is away.
 */
export async function makeRoot(files: Files, folder: string): Promise<string> {
  await mustBeThere(() => files.isFolder(folder));
  let path = folder;
  for (const part of rootParts) {
    const above = path;
    path = join(path, part);
    await makeFolder(files, path, above);
  }
  return rootOf(files, folder);
}

/** Makes a folder in one that is there, so that it outlasts a power cut. */
export async function makeFolder(files: Files, path: string, above: string): Promise<void> {
  try {
    if ((await files.look(path)).kind === 'folder') return;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  await files.makeFolder(path);
  await files.flushFolder(above);
}

async function mustBeThere(isThere: () => Promise<boolean>): Promise<void> {
  try {
    if (await isThere()) return;
  } catch (error) {
    if (faultOf(error) !== 'gone') throw error;
    throw new FolderGone('the folder is not there', { cause: error });
  }
  throw new FolderGone('the folder is not a folder');
}
