// A virtual display (Xvfb) where Linux has no real one. Nothing to do elsewhere.
import { spawn } from 'node:child_process';
import { Problem } from './say.mjs';
import { hasDisplay } from './system.mjs';

const screen = '1920x1200x24';
const patience = 15_000;

/**
 * @template T
 * @param {(env: { DISPLAY?: string }) => Promise<T>} work gets what to add to the environment
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const display = await open();
  try {
    return await work(display.env);
  } finally {
    await display.stop();
  }
}

/** @returns {Promise<{ env: { DISPLAY: string }, stop: () => Promise<void> }>} */
async function open() {
  // In a group of its own: Ctrl+C must not take the display away from the app that is ending.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  server.unref();
  const end = () => server.kill();
  process.on('exit', end);
  const ended = new Promise((resolve) => server.once('close', resolve));
  // It chooses a free number itself, and writes it down when it is ready.
  const number = await new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => () =>
      reject(new Problem(`The virtual display (Xvfb) ${why}.`, 'Run `Xvfb :99` to see its words.'));
    const late = setTimeout(fail('does not answer'), patience);
    server.on('error', fail('could not be started'));
    server.on('exit', fail('ended at once'));
    server.stdio[3]?.once('data', (/** @type {Buffer} */ data) => {
      clearTimeout(late);
      resolve(String(data).trim());
    });
  });
  const stop = async () => {
    process.off('exit', end);
    server.ref(); // or Node would not wait for it
    end();
    await ended;
  };
  return { env: { DISPLAY: `:${number}` }, stop };
}
