// Where this checkout is, and the small facts about it that several scripts ask for.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {...string} names */
export const inProject = (...names) => path.join(root, ...names);

/** @param {...string} names */
export const inModules = (...names) => inProject('node_modules', ...names);

/**
 * @param {string} file
 * @returns {any}
 */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const ownNode = () => inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export const hasProjectNode = () => existsSync(ownNode());

/**
 * The Node that comes with the dependencies: the same major as the one inside Electron. The
 * machine's own may be too old for most tools, and only has to run set-up and npm.
 */
export const projectNode = () => (hasProjectNode() ? ownNode() : process.execPath);

/** The environment in which commands of node_modules are found, and run on that Node. */
export function projectEnv() {
  const env = { ...process.env };
  // Windows spells it `Path`; a second spelling beside it would be ambiguous.
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = [inModules('.bin'), env[key]].filter(Boolean).join(path.delimiter);
  return env;
}

/**
 * npm as a command: through its own script where npm started us, so that no shell is needed.
 * @param {string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npm(args) {
  const script = process.env.npm_execpath;
  if (script && path.basename(script).startsWith('npm')) {
    // The project's own Node may have started us, and have gone with the packages that npm renews.
    const isHere = existsSync(process.execPath);
    const node = isHere ? process.execPath : (onPath('node') ?? 'node');
    return { command: node, args: [script, ...args], shell: false };
  }
  // npm is a batch file on Windows, which only a shell runs.
  const isBatch = process.platform === 'win32';
  return { command: isBatch ? 'npm.cmd' : 'npm', args, shell: isBatch };
}

/**
 * The first of these programs that is on PATH, with its folder.
 * @param {...string} names
 */
export function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.resolve(folder, name);
      if (folder && existsSync(file)) return file;
    }
  }
  return undefined;
}

/**
 * Whether this file is the program that was started (rather than imported by it).
 * @param {string} url the file's import.meta.url
 */
export const isProgram = (url) =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
