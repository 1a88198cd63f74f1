// One hash over the contents of files and folders: what was made from them is up to date when
// the hash is the one noted beside it. Times are not asked; a checkout changes them all.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/**
 * @param {string[]} places in the project; those that do not exist count as empty
 * @param {{ also?: unknown, without?: RegExp }} [options] `also`: other things it depends on
 */
export function contentHash(places, { also = '', without } = {}) {
  const hash = createHash('sha256').update(JSON.stringify(also));
  for (const file of places.flatMap(filesIn).sort()) {
    if (without?.test(file)) continue;
    const content = readFileSync(inProject(file));
    hash.update(`\n${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} place
 * @returns {string[]} with slashes on every system
 */
function filesIn(place) {
  const full = inProject(place);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [place];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(inProject(), path.join(folderOf(entry), entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

/** Named differently in older Nodes. */
const folderOf = (/** @type {any} */ entry) => entry.parentPath ?? entry.path;
