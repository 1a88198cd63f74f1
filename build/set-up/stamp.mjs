// What set-up noted about this checkout. It lives in node_modules, so it goes when they go.
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { inModules, readJson } from './project.mjs';

const file = () => inModules('.deskwise-set-up.json');

/** @returns {Record<string, any>} */
export function readStamp() {
  try {
    return existsSync(file()) ? readJson(file()) : {};
  } catch {
    return {};
  }
}

/** @param {Record<string, any>} change */
export function writeStamp(change) {
  const next = JSON.stringify({ ...readStamp(), ...change }, null, 2);
  const unfinished = `${file()}.${process.pid}`;
  writeFileSync(unfinished, `${next}\n`);
  renameSync(unfinished, file());
}
