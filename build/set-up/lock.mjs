// One at a time: a second set-up or build waits, and goes on by itself if the first was killed.
import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { inCache } from './cache.mjs';
import { say } from './say.mjs';

const lookEvery = 300;
const touchEvery = 3_000;
// Longer than any pause of a living owner, who touches the file all the time.
const silentFor = 30_000;

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  const file = inCache('set-up.lock');
  const token = `${process.pid}-${Date.now()}`;
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, token });
  let told = false;
  while (!take(file, mine)) {
    if (abandoned(file)) continue;
    if (!told) say('Another set-up or build is running; waiting for it.');
    told = true;
    await wait(lookEvery);
  }
  // What we start inherits it, so that the next owner finds what outlived us.
  process.env.DESKWISE_SET_UP = token;
  const touch = setInterval(() => utimesSync(file, new Date(), new Date()), touchEvery);
  touch.unref();
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    delete process.env.DESKWISE_SET_UP;
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} file
 * @param {string} mine
 */
function take(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose owner is gone.
 * @param {string} file
 */
function abandoned(file) {
  try {
    const text = readFileSync(file, 'utf8');
    const silent = Date.now() - statSync(file).mtimeMs > silentFor;
    if (!silent && !isDead(text)) return false;
    // Moved aside first: of several who wait only one can move it.
    const aside = `${file}.${process.pid}`;
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') === text) {
      endOrphans(text);
      rmSync(aside);
    } else renameSync(aside, file); // a new owner's, taken in between
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
}

/** @param {string} text */
function isDead(text) {
  try {
    const { host, pid } = JSON.parse(text);
    if (host !== hostname()) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/**
 * An npm whose parent was killed would go on, and work against the next one.
 * @param {string} text the dead owner's lock
 */
function endOrphans(text) {
  if (process.platform !== 'linux') return;
  const [, token] = /"token":"([\d-]+)"/.exec(text) ?? [];
  if (!token) return;
  const mark = `DESKWISE_SET_UP=${token}\0`;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark)) {
        process.kill(Number(pid), 'SIGKILL');
      }
    } catch {
      // Somebody else's, or gone.
    }
  }
}

const codeOf = (/** @type {any} */ error) => error?.code;
