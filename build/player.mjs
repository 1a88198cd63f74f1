// Builds the player: what plays a course outside the app, and draws its sheets to print.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { contentHash } from './set-up/content-hash.mjs';
import { inProject } from './set-up/project.mjs';
import { say } from './set-up/say.mjs';

// Kept in the folder it speaks of: without the one there is not the other.
const stamp = inProject('out', 'player', '.built');
const sources = ['core', 'renderer', 'player.vite.config.ts', 'package-lock.json'];

/** Builds it when its sources have changed. Dependencies must be there. */
export async function buildPlayer() {
  const hash = contentHash(sources, { without: /\.test\.\w+$/ });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('Building the player …');
  rmSync(inProject('out', 'player'), { recursive: true, force: true });
  const { build } = await import('vite');
  const configFile = inProject('player.vite.config.ts');
  for (const mode of ['production', 'judge', 'paper']) {
    await build({ configFile, mode, logLevel: 'warn' });
  }
  writeFileSync(stamp, hash);
}
