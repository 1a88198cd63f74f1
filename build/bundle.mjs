// Builds `out/` with electron-vite, and prepares the shipped courses, when the sources have changed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildPlayer } from './player.mjs';
import { contentHash } from './set-up/content-hash.mjs';
import { follow } from './set-up/follow.mjs';
import { alone } from './set-up/lock.mjs';
import { inModules, inProject, projectNode, readJson, root } from './set-up/project.mjs';
import { Problem, say } from './set-up/say.mjs';

const sources = [
  'core',
  'main',
  'renderer',
  'build/no-inner-html.mjs',
  'build/lazy-chunks.mjs',
  'build/lean-start.mjs',
  'package-lock.json',
];
// Kept in the folder it speaks of: without the one there is not the other.
const stamp = inProject('out', '.built');

/** @param {import('./set-up.mjs').Runtime} runtime */
export const bundle = (runtime) =>
  alone(async () => {
    await bundleChanges(runtime);
    await prepareCourses();
  });

/** @param {import('./set-up.mjs').Runtime} runtime */
async function bundleChanges(runtime) {
  const hash = sourceHash(runtime);
  const entry = inProject(readJson(inProject('package.json')).main);
  if (existsSync(entry) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('Building out/ …');
  rmSync(inProject('out'), { recursive: true, force: true });
  const tool = inModules('electron-vite', 'bin', 'electron-vite.js');
  const code = await follow(projectNode(), [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: runtime.env,
  });
  if (code !== 0) throw new Problem('The build failed.', 'Its own words are above.');
  await buildPlayer();
  writeFileSync(stamp, hash);
}

/** @param {import('./set-up.mjs').Runtime} runtime */
function sourceHash(runtime) {
  const configs = readdirSync(root).filter((name) =>
    /^(tsconfig.*\.json|.*\.config\.\w+)$/.test(name),
  );
  const { main, version, productName } = readJson(inProject('package.json'));
  return contentHash([...sources, ...configs], {
    also: { main, version, productName, electron: runtime.electronVersion.split('.')[0] },
    without: /\.test\.\w+$/,
  });
}

/** The first start of the app would take seconds for it. */
async function prepareCourses() {
  const folder = inProject('out', 'prepared');
  const from = path.join(folder, '.from');
  const hash = contentHash(['courses', 'core', 'main/service'], { without: /\.test\.\w+$/ });
  if (existsSync(from) && readFileSync(from, 'utf8') === hash) return;
  say('Preparing the courses …');
  rmSync(folder, { recursive: true, force: true });
  const { runnerImport } = await import('vite');
  /** @typedef {{ prepareShipped: (courses: string, folder: string) => void }} Preparing */
  const { module } = await runnerImport(
    inProject('main', 'service', 'library', 'prepare-shipped.ts'),
    { root, configFile: false, logLevel: 'warn' },
  );
  /** @type {Preparing} */ (module).prepareShipped(inProject('courses'), folder);
  writeFileSync(from, hash);
}
