// Runs an app until its first screen stands, and reads what all its processes together use.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { familyOf, killFamily } from '../process-family.mjs';

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
    killFamily(child.pid ?? 0);
    await ended;
  }
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
