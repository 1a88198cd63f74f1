// better-sqlite3's compiled part for the fallback runtime, whose Node-API is older than the one
// its own builds need. Compiled once into the cache, directly from the package's sources.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inCache, publish, scratch } from './cache.mjs';
import { inModules, projectNode, readJson } from './project.mjs';
import { CommandFailed, run } from './run.mjs';
import { Problem, say } from './say.mjs';

const header = fileURLToPath(new URL('node-api-9.h', import.meta.url));
const smokeTest = fileURLToPath(new URL('addon-smoke-test.cjs', import.meta.url));
const inPackage = (/** @type {string[]} */ ...names) => inModules('better-sqlite3', ...names);
// Where the package looks before it takes one of its own builds.
const installed = () => inPackage('build', 'Release', 'better_sqlite3.node');

const optimized = ['-O3', '-fPIC', '-DNDEBUG', '-w'];
// As in the package's binding.gyp, but for the Node-API version and link-time optimization.
const forAddon = [
  '-std=c++20',
  '-fvisibility=hidden',
  '-fvisibility-inlines-hidden',
  '-fno-exceptions',
  '-DNAPI_VERSION=9',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
];
const forLinking = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];

function cached() {
  const { version } = readJson(inPackage('package.json'));
  const recipe = createHash('sha256')
    .update(readFileSync(header))
    .update(JSON.stringify([optimized, forAddon, forLinking]))
    .digest('hex');
  return inCache(`better-sqlite3-${version}-napi-9-${recipe.slice(0, 8)}.node`);
}

export const addonNeedsCompiler = () => !existsSync(cached());

/** @param {string} electron the runtime's executable */
export async function installAddon(electron) {
  const ready = cached();
  if (!existsSync(ready)) await compile(ready, electron);
  if (existsSync(installed()) && readFileSync(installed()).equals(readFileSync(ready))) return;
  mkdirSync(path.dirname(installed()), { recursive: true });
  const unfinished = `${installed()}.${process.pid}`;
  copyFileSync(ready, unfinished);
  renameSync(unfinished, installed());
}

/** The official Electron takes the build that comes with the package. */
export function removeAddon() {
  rmSync(inPackage('build'), { recursive: true, force: true });
}

/**
 * @param {string} target
 * @param {string} electron
 */
async function compile(target, electron) {
  say('Compiling better-sqlite3 for the fallback runtime (once, about a minute) …');
  const folder = scratch('addon');
  const sqlite = inPackage('deps', 'sqlite3');
  const cc = process.env.CC || 'gcc';
  const cxx = process.env.CXX || 'g++';
  const options = { cwd: folder };
  try {
    await Promise.all([
      run(
        cc,
        ['-c', ...optimized, ...defines(), path.join(sqlite, 'sqlite3.c'), '-o', 'sqlite3.o'],
        { ...options, doing: 'compiling SQLite' },
      ),
      run(
        cxx,
        [
          ...['-c', ...optimized, ...forAddon, '-include', header],
          ...includes(sqlite),
          ...[inPackage('src', 'better_sqlite3.cpp'), '-o', 'addon.o'],
        ],
        options,
      ),
    ]);
    const made = path.join(folder, 'better_sqlite3.node');
    await run(cxx, [...forLinking, 'addon.o', 'sqlite3.o', '-o', made, '-ldl', '-lm'], options);
    await test(made, electron);
    publish(made, target);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Problem(
      `better-sqlite3 could not be compiled. ${error.message}`,
      'Check that `g++` (version 10 or newer) works, then run the command again.',
    );
  }
}

/** The options SQLite is built with: the package lists them for its own build tool. */
function defines() {
  const listed = readFileSync(inPackage('deps', 'defines.gypi'), 'utf8').matchAll(
    /'([A-Z]\w*(?:=[^']*)?)'/g,
  );
  return Array.from(listed, ([, define]) => `-D${define}`);
}

/** @param {string} sqlite */
function includes(sqlite) {
  // Node-API's headers come from npm, so none of Node's own need to be on the machine.
  return [sqlite, inModules('node-addon-api'), inModules('node-api-headers', 'include')].flatMap(
    (folder) => ['-I', folder],
  );
}

/**
 * On every Node that may load it: the runtime's, the project's and the one running now.
 * @param {string} addon
 * @param {string} electron
 */
async function test(addon, electron) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const nodes = new Set([electron, projectNode(), process.execPath]);
  if (process.env.npm_node_execpath) nodes.add(process.env.npm_node_execpath);
  for (const node of nodes) await run(node, [smokeTest, inPackage(), addon], { env });
}
