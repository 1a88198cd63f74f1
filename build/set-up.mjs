// Brings a checkout to where the app runs: dependencies, a runtime, what the system must have.
// What is there already is left alone, so it may run before every other command. Needs nothing
// but Node. By hand: `npm run set-up`, with `-- --refresh` to try a refused download again.
import path from 'node:path';
import { addonNeedsCompiler, installAddon, removeAddon } from './set-up/addon.mjs';
import { clearScratch } from './set-up/cache.mjs';
import { installDependencies } from './set-up/dependencies.mjs';
import { fallbackFits, fallbackRuntime } from './set-up/fallback.mjs';
import { alone } from './set-up/lock.mjs';
import { checkNode } from './set-up/node-version.mjs';
import {
  downloadOfficial,
  installedOfficial,
  officialVersion,
  refusedOn,
} from './set-up/official.mjs';
import { isProgram, projectEnv } from './set-up/project.mjs';
import { Problem, say, tell } from './set-up/say.mjs';
import { installSystemPackages } from './set-up/system.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} electronPath the executable
 * @property {string} electronFolder where it lies, with all that belongs to it
 * @property {string} electronVersion
 * @property {'official' | 'fallback'} runtime
 * @property {string} why this one, in words
 * @property {NodeJS.ProcessEnv} env for commands that need the tools or Electron
 */

/**
 * @param {{ display?: boolean, tests?: boolean, refresh?: boolean }} [options] `display`: something
 *   with a window will run; `tests`: and the tests that watch it
 * @returns {Promise<Runtime>}
 */
export async function setUp({ display = true, tests = false, refresh = false } = {}) {
  checkNode();
  return alone(async () => {
    clearScratch();
    await installDependencies();
    const runtime = await chooseRuntime(refresh);
    const isFallback = runtime.runtime === 'fallback';
    await installSystemPackages({
      electron: runtime.electronPath,
      display,
      tests,
      compiler: isFallback && addonNeedsCompiler(),
    });
    if (isFallback) await installAddon(runtime.electronPath);
    else removeAddon();
    clearScratch();
    say(`Electron ${runtime.electronVersion}: ${runtime.why}.`);
    return { ...runtime, env: environment(runtime) };
  });
}

/**
 * @param {boolean} refresh
 * @returns {Promise<Omit<Runtime, 'env'>>}
 */
async function chooseRuntime(refresh) {
  const wanted = officialVersion();
  const refused = refresh || !fallbackFits() ? undefined : refusedOn();
  let reason = refused && `refused on ${refused}`;
  if (!installedOfficial() && !refused) reason = await downloadOfficial();
  const official = installedOfficial();
  if (official) {
    return {
      electronPath: official.executable,
      electronFolder: official.folder,
      electronVersion: official.version,
      runtime: 'official',
      why: 'the official one',
    };
  }
  if (!fallbackFits()) {
    throw new Problem(
      `Electron ${wanted} could not be downloaded (${reason}).`,
      'Check the connection and the proxy (HTTPS_PROXY), or name a mirror (ELECTRON_MIRROR), ' +
        'then run the command again.',
    );
  }
  const fallback = await fallbackRuntime();
  return {
    electronPath: path.join(fallback.folder, 'electron'),
    electronFolder: fallback.folder,
    electronVersion: fallback.version,
    runtime: 'fallback',
    why: `the fallback, because the download of ${wanted} failed (${reason}); try again with npm run set-up -- --refresh`,
  };
}

/**
 * @param {Omit<Runtime, 'env'>} runtime
 * @returns {NodeJS.ProcessEnv}
 */
function environment({ electronPath, electronFolder, electronVersion, runtime }) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...projectEnv(),
    // For our own tests, which say what they ran on.
    DESKWISE_ELECTRON: electronPath,
    DESKWISE_ELECTRON_VERSION: electronVersion,
  };
  // Set in the terminals of some editors, and would turn Electron into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  if (runtime === 'official') return env;
  return {
    ...env,
    // `require('electron')` gives this one, and so Playwright starts it.
    ELECTRON_OVERRIDE_DIST_PATH: electronFolder,
    // electron-vite builds for this one, not for the one package.json names.
    ELECTRON_EXEC_PATH: electronPath,
    ELECTRON_MAJOR_VER: electronVersion.split('.')[0],
  };
}

if (isProgram(import.meta.url)) {
  await tell(async () => {
    await setUp({ refresh: process.argv.includes('--refresh') });
    return 0;
  });
}
