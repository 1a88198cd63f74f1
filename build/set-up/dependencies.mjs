// Brings node_modules to what package-lock.json says, and leaves it alone when it is there.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { completeLockFile } from './lock-file.mjs';
import { hasProjectNode, inModules, inProject, npm, readJson, root } from './project.mjs';
import { CommandFailed, run } from './run.mjs';
import { Problem, say } from './say.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

export async function installDependencies() {
  completeLockFile();
  // A hash, because a checkout or a copy changes times without changing anything else.
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  if (readStamp().lock !== lock) {
    if (!isInstalled()) await install();
    writeStamp({ lock });
  }
  if (!hasProjectNode()) await installNode();
}

/** npm notes what it installed; somebody may have run it by hand. */
function isInstalled() {
  const note = inModules('.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = readJson(inProject('package-lock.json')).packages;
  const found = readJson(note).packages;
  const matches = (/** @type {string} */ name) =>
    found[name]
      ? found[name].version === wanted[name].version &&
        found[name].integrity === wanted[name].integrity
      : // Left out on purpose: made for another operating system.
        wanted[name].optional === true;
  return (
    Object.keys(wanted).every((name) => name === '' || matches(name)) &&
    Object.keys(found).every((name) => wanted[name] !== undefined)
  );
}

async function install() {
  say('Installing the dependencies (npm ci) …');
  if (process.platform === 'win32' && process.execPath.startsWith(inModules())) {
    // Windows does not delete a program that runs, and this one is in node_modules.
    throw new Problem('The dependencies have changed.', 'Run `npm ci`, then this command again.');
  }
  // No package's script runs: one of them would start a compiler. NODE_ENV=production would
  // leave the tools out.
  await runNpm(['ci', '--ignore-scripts', '--include=dev'], 'npm ci');
}

/** The one package whose script we want: it fetches the Node for this machine. */
async function installNode() {
  say('Fetching the project’s own Node (npm rebuild node) …');
  await runNpm(['rebuild', 'node', '--ignore-scripts=false'], 'npm rebuild node');
}

/**
 * @param {string[]} args
 * @param {string} doing
 */
async function runNpm(args, doing) {
  const { command, args: all, shell } = npm(args);
  try {
    await run(command, all, { cwd: root, shell, doing });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Problem(
      error.message,
      `Check that npm reaches its registry (\`npm ping\`), then run \`${doing}\` to see more.`,
    );
  }
}
