// Brings the learning record store of the tests into the cache, once for all checkouts. By hand:
// `node tests/lrs/install.mjs`.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inCache, publish } from '../../build/set-up/cache.mjs';
import { isProgram, npm, projectNode, root } from '../../build/set-up/project.mjs';
import { CommandFailed, run } from '../../build/set-up/run.mjs';
import { Problem, say, tell } from '../../build/set-up/say.mjs';

const own = import.meta.dirname;

/**
 * @returns {Promise<string>} the program that is the server
 * @throws {Problem} where it is not there and cannot be fetched
 */
export async function installLrs() {
  const lock = readFileSync(path.join(own, 'package-lock.json'));
  const recipe = createHash('sha256').update(lock).digest('hex').slice(0, 8);
  const folder = inCache(`lrs-${recipe}`);
  if (!existsSync(folder)) await install(folder);
  return path.join(folder, 'node_modules', 'xapi-statements', 'dist', 'server.js');
}

/** @param {string} folder */
async function install(folder) {
  say('Fetching the learning record store that the tests send to (about 170 MB on disk) …');
  // Several tests may want it at the same time: each makes its own, and one is kept.
  const unfinished = `${folder}.${process.pid}`;
  cpSync(path.join(own, 'package.json'), path.join(unfinished, 'package.json'));
  cpSync(path.join(own, 'package-lock.json'), path.join(unfinished, 'package-lock.json'));
  cpSync(path.join(root, '.npmrc'), path.join(unfinished, '.npmrc'));
  const { command, args, shell } = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  try {
    await run(command, args, { cwd: unfinished, shell, doing: 'npm ci' });
    if (!existsSync(folder)) publish(unfinished, folder);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Problem(
      `The learning record store of the tests could not be fetched: ${error.message}`,
      'Check that npm reaches its registry (`npm ping`), then run the command again.',
    );
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

if (isProgram(import.meta.url)) {
  await tell(async () => {
    say(`${await installLrs()}, to be run with ${projectNode()}`);
    return 0;
  });
}
