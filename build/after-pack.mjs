// Runs between packing and the fuses. Takes out what an unpacked runtime brings along and no
// package may contain, the app that starts any folder it is given, and counts the addons.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
export default function afterPack({ packager, appOutDir }) {
  const resources = packager.getResourcesDir(appOutDir);
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
  const addons = readdirSync(resources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.node'),
  );
  // Two would mean that one of them is for another machine, and might be the one that is loaded.
  if (addons.length !== 1) {
    throw new Error(`There should be one compiled addon, not ${addons.length}: ${addons}`);
  }
}
