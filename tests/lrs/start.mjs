// Runs a real learning record store, empty, on this computer: Learning Locker's own service for statements.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectNode } from '../../build/set-up/project.mjs';
import { installLrs } from './install.mjs';

const mostSeconds = 60;

/**
 * @typedef {object} Lrs
 * @property {string} endpoint takes any name and password
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Lrs>} */
export async function startLrs() {
  const server = await installLrs();
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-lrs-'));
  const child = spawn(projectNode(), [server], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      AUTH_REPO: 'test',
      EVENTS_REPO: 'test',
      MODELS_REPO: 'memory',
      STORAGE_REPO: 'local',
      EXPRESS_PORT: String(port),
      WINSTON_CONSOLE_LEVEL: 'error',
    },
  });
  // Whatever happens to who started it, it does not stay behind.
  const kill = () => child.kill();
  process.once('exit', kill);
  const close = async () => {
    process.off('exit', kill);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}/xAPI`;
  for (let tries = 0; tries < mostSeconds * 10; tries++) {
    if (child.exitCode !== null) break;
    if (await answers(`${endpoint}/about`)) return { endpoint, close };
    await wait(100);
  }
  await close();
  throw new Error('the learning record store of the tests does not answer');
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
