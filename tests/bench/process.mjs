// Runs an app until its first screen stands, and reads what all its processes together use.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const firstScreen = /first screen after (\d+) ms/g;

/**
 * Starts an app, waits for its first screen, and ends it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, logFile?: string, afterSeconds?: number }} options the log file
 *   to read the time from, where the app does not print it; how long it then stays open
 * @returns {Promise<{ milliseconds: number, megabytes: number }>}
 */
export async function run(command, args, { env, logFile, afterSeconds = 0 }) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const said = () =>
    logFile ? (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '') : printed;
  const before = logFile ? [...said().matchAll(firstScreen)].length : 0;
  try {
    for (let tries = 0; tries < 1500; tries++) {
      const found = [...said().matchAll(firstScreen)];
      if (found.length > before) {
        await wait(afterSeconds * 1000);
        const megabytes = afterSeconds > 0 ? memoryOf(child.pid ?? 0) : 0;
        return { milliseconds: Number(found.at(-1)?.[1]), megabytes };
      }
      if (child.exitCode !== null) break;
      await wait(20);
    }
    throw new Error(`${command} showed no first screen`);
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    for (const pid of familyOf(child.pid ?? 0)) kill(pid);
    await ended;
  }
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}

/**
 * A process and all below it.
 * @param {number} pid
 * @returns {number[]}
 */
function familyOf(pid) {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  /** @type {(parent: number) => number[]} */
  const below = (parent) =>
    all.filter(([, of]) => of === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

/**
 * Proportional set size of a process and all below it: shared pages are counted once.
 * @param {number} pid
 */
function memoryOf(pid) {
  const kilobytes = familyOf(pid).map((each) => {
    try {
      const rollup = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}
