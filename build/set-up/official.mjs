// The Electron that package.json names, as its own package downloads it: what ships, and the
// first choice wherever it can be had.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCache, scratch } from './cache.mjs';
import { inModules, projectNode, readJson } from './project.mjs';
import { CommandFailed, run } from './run.mjs';
import { say } from './say.mjs';

const rememberedFor = 24 * 60 * 60 * 1000;
// A network that swallows packets never says no.
const silentFor = 60_000;
const lookEvery = 1_000;

export const officialVersion = () => readJson(inModules('electron', 'package.json')).version;

/** @returns {{ folder: string, executable: string, version: string } | undefined} */
export function installedOfficial() {
  const folder = inModules('electron', 'dist');
  try {
    const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = path.join(folder, readFileSync(inModules('electron', 'path.txt'), 'utf8'));
    if (version === officialVersion() && existsSync(executable)) {
      return { folder, executable, version };
    }
  } catch {
    // Not downloaded yet, or not to its end.
  }
  return undefined;
}

/** When the download of this version was last refused, if that is not long ago. */
export function refusedOn() {
  try {
    const { version, at } = readJson(inCache('refused.json'));
    const recent = Date.now() - Date.parse(at) < rememberedFor;
    return version === officialVersion() && recent ? String(at).slice(0, 10) : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {Promise<string | undefined>} why it failed, if it did */
export async function downloadOfficial() {
  const version = officialVersion();
  say(`Fetching Electron ${version} …`);
  // Electron's installer writes to the folder for temporary files first: there one sees whether
  // anything still arrives, and what an interruption leaves goes with the scratch folder.
  const temporary = scratch('electron');
  const stop = new AbortController();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  let size = 0;
  let changed = Date.now();
  const look = setInterval(() => {
    const now = sizeOf(temporary);
    if (now !== size) changed = Date.now();
    size = now;
    if (Date.now() - changed > silentFor) stop.abort();
  }, lookEvery);
  try {
    await run(projectNode(), [inModules('electron', 'install.js')], {
      env,
      doing: 'downloading',
      stop: stop.signal,
    });
    rmSync(inCache('refused.json'), { force: true });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    writeFileSync(
      inCache('refused.json'),
      JSON.stringify({ version, at: new Date().toISOString() }),
    );
    return stop.signal.aborted ? 'nothing arrived for a minute' : reason(error.output);
  } finally {
    clearInterval(look);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @param {string} output */
function reason(output) {
  const lines = output.split('\n');
  const line = lines.find((text) => /error/i.test(text)) ?? lines[0] ?? '';
  return line.replace(/^\w*Error:\s*/, '').slice(0, 120);
}

/**
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    try {
      size += statSync(path.join(folder, entry)).size;
    } catch {
      // Moved away in this moment.
    }
  }
  return size;
}
