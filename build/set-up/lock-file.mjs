// Completes package-lock.json with builds for other machines. Tools such as Biome have one
// optional package for each kind of machine; npm leaves those out of the lock file which its
// registry does not have (a mirror often lacks some), and `npm ci` then refuses the whole file.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

export function completeLockFile() {
  const file = inProject('package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = complete(lock.packages);
  if (added.length === 0) return;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(lock, null, 2)}\n`);
  renameSync(`${file}.unfinished`, file);
  say(`Completed package-lock.json with ${added.length} packages for other machines; commit it.`);
}

const byPath = (/** @type {[string, any]} */ [a], /** @type {[string, any]} */ [b]) =>
  a.localeCompare(b, 'en');

/** @param {Record<string, any>} packages the lock file's; missing entries are put in */
function complete(packages) {
  const added = [];
  for (const [place, about] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(about.optionalDependencies ?? {})) {
      if (!exactVersion.test(version) || resolves(packages, place, name, version)) continue;
      const free = packages[`node_modules/${name}`] === undefined;
      const at = path.posix.join(free ? '' : place, 'node_modules', name);
      packages[at] = entry(name, version, about.dev === true);
      added.push(at);
    }
  }
  return added;
}

/**
 * @param {Record<string, any>} packages
 * @param {string} place
 * @param {string} name
 * @param {string} version
 */
function resolves(packages, place, name, version) {
  for (let at = place; ; at = at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    const found = packages[path.posix.join(at, 'node_modules', name)];
    if (found) return found.version === version;
    if (at === '') return false;
  }
}

/**
 * @param {string} name says for which machines the package is; npm tries to fetch it otherwise
 * @param {string} version
 * @param {boolean} dev
 */
function entry(name, version, dev) {
  const words = name.split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  // In npm's own order, so that its next run changes nothing.
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(os.includes('linux') && { libc: [libc] }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
