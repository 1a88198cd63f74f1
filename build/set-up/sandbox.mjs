// Chromium's sandbox on Linux, where it may not be possible for the person who starts the app.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';

const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
const setUid = 0o4000;

/**
 * What Electron is to be told, on its command line. Only our start script says it, never the app.
 * @param {string} electronFolder
 * @returns {string[]}
 */
export function sandboxArgs(electronFolder) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    say('Running as root: Chromium’s sandbox is off.');
    return ['--no-sandbox'];
  }
  const helper = path.join(electronFolder, 'chrome-sandbox');
  if (!namespacesAllowed() && !(existsSync(helper) && statSync(helper).mode & setUid)) {
    say('This system does not let programs make their own sandbox. If the app does not open, run:');
    say(`  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`);
  }
  return [];
}

function namespacesAllowed() {
  if (existsSync(restriction) && readFileSync(restriction, 'utf8').trim() === '1') return false;
  return spawnSync('unshare', ['--user', 'true']).status === 0;
}
