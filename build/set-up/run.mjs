// Runs a command quietly: a line every ten seconds while it works, its last words if it fails.
import { spawn } from 'node:child_process';
import { say } from './say.mjs';

const sayEvery = 10_000;
const keptOutput = 20_000;
const patience = 3_000;

export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {string} output
   */
  constructor(command, output) {
    super(`${command} failed:\n${output.trim().split('\n').slice(-25).join('\n')}`);
    this.output = output;
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let watchingSignals = false;

/** A person who presses Ctrl+C means everything we started, too. */
function watchSignals() {
  if (watchingSignals) return;
  watchingSignals = true;
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
    process.once(signal, () => {
      // A program in the foreground listens, too: it gets the signal, and ends first.
      if (running.size === 0 && process.listenerCount(signal) === 0) process.exit(128 + number);
      // Waited for: npm takes a moment to leave its folders, and the lock is ours until then.
      for (const child of running) {
        end(child, 'SIGTERM');
        child.once('close', () => running.size === 0 && process.exit(128 + number));
        setTimeout(() => end(child, 'SIGKILL'), patience);
      }
    });
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  try {
    // The whole group: a compiler or npm has children of its own.
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-Number(child.pid), signal);
  } catch {
    // It had ended already.
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ doing?: string, cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean,
 *           stop?: AbortSignal }} [options] `doing` is what the lines in between say
 * @returns {Promise<string>} what it wrote
 */
export function run(command, args, { doing, cwd, env, shell, stop } = {}) {
  watchSignals();
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-keptOutput);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const still = setInterval(() => {
      if (doing) say(`  … ${doing} (${Math.round((Date.now() - started) / 1000)} s)`);
    }, sayEvery);
    const stopNow = () => end(child, 'SIGTERM');
    stop?.addEventListener('abort', stopNow);
    const done = () => {
      clearInterval(still);
      stop?.removeEventListener('abort', stopNow);
      running.delete(child);
    };
    child.on('error', (error) => {
      done();
      reject(new CommandFailed(command, String(error.message)));
    });
    child.on('close', (code) => {
      done();
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command, ...args].join(' ').slice(0, 200), output));
    });
  });
}
