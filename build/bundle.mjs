// Builds `out/` with electron-vite, and parses the shipped courses, when the sources have changed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildPlayer } from './player.mjs';
import { contentHash } from './set-up/content-hash.mjs';
import { follow } from './set-up/follow.mjs';
import { alone } from './set-up/lock.mjs';
import { inModules, inProject, projectNode, readJson, root } from './set-up/project.mjs';
import { Problem, say } from './set-up/say.mjs';

const sources = ['core', 'main', 'renderer', 'build/no-inner-html.mjs', 'package-lock.json'];
// Kept in the folder it speaks of: without the one there is not the other.
const stamp = inProject('out', '.built');

/** @param {import('./set-up.mjs').Runtime} runtime */
export const bundle = (runtime) =>
  alone(async () => {
    await bundleChanges(runtime);
    await parseCourses();
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
async function parseCourses() {
  const folder = inProject('out', 'parsed');
  const from = path.join(folder, '.from');
  const hash = contentHash(['courses', 'core', 'main/service'], { without: /\.test\.\w+$/ });
  if (existsSync(from) && readFileSync(from, 'utf8') === hash) return;
  say('Parsing the courses …');
  rmSync(folder, { recursive: true, force: true });
  const { runnerImport } = await import('vite');
  /** @typedef {{ parseShipped: (courses: string, folder: string) => void }} Parsing */
  const { module } = await runnerImport(
    inProject('main', 'service', 'library', 'parse-shipped.ts'),
    { root, configFile: false, logLevel: 'warn' },
  );
  /** @type {Parsing} */ (module).parseShipped(inProject('courses'), folder);
  writeFileSync(from, hash);
}
