// What the fallback runtime runs when it is started as `electron FOLDER …`: it loads the app in
// that folder, as the official Electron's own default app does. The fallback comes without one.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as electron from 'electron';

const require = createRequire(import.meta.url);
// Some of what the official default app uses is not in the published types.
const app = /** @type {any} */ (electron.app);

// A copy: a module loaded first may rewrite process.argv, as Playwright's does.
const argv = process.argv.slice(1);
const first = [];
let folder = '';
while (argv.length > 0 && !folder) {
  const arg = argv.shift() ?? '';
  if (arg === '-r' || arg === '--require') first.push(path.resolve(argv.shift() ?? ''));
  else if (!arg.startsWith('-')) folder = path.resolve(arg);
}
if (!folder) {
  console.error('Say which app to run: electron FOLDER');
  process.exit(1);
}

for (const module of first) require(module);

const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(about.productName ?? about.name);
if (about.version) app.setVersion(about.version);
app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
app.setAppPath(folder);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

// Awaited at top level: `ready` waits until this file has been evaluated, so the app can still
// register its schemes.
await import(pathToFileURL(path.join(folder, about.main ?? 'index.js')).href);
