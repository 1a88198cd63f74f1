// Reads a policy file, when nobody but an administrator can have written it.
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, sep } from 'node:path';
import { type Distrust, largestPolicyFile, type PolicySource } from '../../core/policy/source';

/** What has to be true of the file, and of every folder above it, so that it is believed. */
export type Guard =
  /** It belongs to `owner`, and nobody else may write to it; so does each folder from `from` down. */
  | { by: 'owner'; owner: number; from: string }
  /** It lies below one of these. Windows keeps ordinary users from writing to them. */
  | { by: 'place'; folders: readonly string[] };

/** Of anybody but the owner. */
const writableByOthers = 0o022;

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Nothing is there; everything else that goes wrong hides something that is. */
const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)));

/** Never throws. What is checked and what is read is the same open file. */
export function readPolicyFile(file: string, guard: Guard): PolicySource {
  let handle: number | undefined;
  try {
    const real = realpathSync(file);
    const fault = folderFault(file, real, guard);
    if (fault) return { state: 'untrusted', file, ...fault };
    // A pipe would keep us waiting for somebody to write.
    handle = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { state: 'untrusted', file, path: real, reason: 'not-a-file' };
    const reason = guard.by === 'owner' ? distrustOf(stat, guard.owner) : null;
    if (reason) return { state: 'untrusted', file, path: real, reason };
    if (stat.size > largestPolicyFile) return { state: 'unreadable', file, reason: 'too-large' };
    return { state: 'read', file, text: readFileSync(handle, 'utf8') };
  } catch (error) {
    return isAbsent(error)
      ? { state: 'none', file }
      : { state: 'unreadable', file, reason: 'access' };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The first folder above the file that others could put another file into. */
function folderFault(
  file: string,
  real: string,
  guard: Guard,
): { path: string; reason: Distrust } | null {
  if (guard.by === 'place') {
    const isBelow = guard.folders.some((folder) =>
      real.toLowerCase().startsWith(`${folder.toLowerCase()}${sep}`),
    );
    return isBelow ? null : { path: real, reason: 'place' };
  }
  // Also on the way to a link: who can put another link there, chooses the file.
  for (const path of new Set([...above(file, guard.from), ...above(real, guard.from)])) {
    const reason = distrustOf(statSync(path), guard.owner);
    if (reason) return { path, reason };
  }
  return null;
}

/** The folders from `from` down to the one that holds the file; all of them when it lies elsewhere. */
function above(file: string, from: string): string[] {
  const folders: string[] = [];
  for (let path = dirname(file); ; path = dirname(path)) {
    folders.unshift(path);
    if (path === from || path === dirname(path)) return folders;
  }
}

function distrustOf({ uid, mode }: { uid: number; mode: number }, owner: number): Distrust | null {
  if (uid !== owner) return 'owner';
  return (mode & writableByOthers) === 0 ? null : 'writable';
}
