// Runs a program in the foreground: its output is ours, a signal to us is passed on to it once.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const patience = 10_000;
const ownGroup = process.platform !== 'win32';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean,
 *           keyboard?: boolean }} [options] without `keyboard` it cannot stop to ask something
 * @returns {Promise<number>} its exit code; as a shell says it where a signal ended it
 */
export function follow(command, args, { keyboard = true, ...options } = {}) {
  return new Promise((resolve, reject) => {
    // In a group of its own, the terminal's Ctrl+C reaches it only through us. Otherwise it gets
    // the signal twice (npm passes it on, too), and Electron takes the second as "at once".
    const child = spawn(command, args, {
      ...options,
      stdio: [keyboard ? 'inherit' : 'ignore', 'inherit', 'inherit'],
      detached: ownGroup,
    });
    const send = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        if (ownGroup) process.kill(-Number(child.pid), signal);
        else if (signal !== 'SIGINT') child.kill(signal); // Windows tells the whole console itself
      } catch {
        // It has ended by itself.
      }
    };
    let told = false;
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      if (told) return;
      told = true;
      send(signal);
      setTimeout(() => send('SIGKILL'), patience).unref();
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, passOn);
    const done = () => {
      for (const signal of signals) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      if (told) interrupted = true;
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

let interrupted = false;

/** Whether the person ended what was followed: then nothing more is to be started. */
export const wasInterrupted = () => interrupted;
