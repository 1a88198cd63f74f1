// The cache outside the checkout: what is large or slow to make is made once for all checkouts.
// Things are made in a scratch folder and moved to their place whole, so a name that is there
// is complete, whatever was interrupted before.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const cacheRoot = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  'deskwise',
);

/** @param {...string} names */
export function inCache(...names) {
  mkdirSync(cacheRoot, { recursive: true });
  return path.join(cacheRoot, ...names);
}

/**
 * An empty folder to work in, for whoever holds the lock.
 * @param {string} name
 */
export function scratch(name) {
  const folder = inCache('unfinished', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes what an interrupted run left; only for whoever holds the lock. */
export function clearScratch() {
  rmSync(inCache('unfinished'), { recursive: true, force: true });
}

/**
 * @param {string} from
 * @param {string} to
 */
export function publish(from, to) {
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}
