// Commands on a computer without a display: Electron goes on with its own start while one runs, and that
// start needs a display or has to be told that there is none, before anything of ours is read.
import { spawnSync } from 'node:child_process';

const headless = '--ozone-platform=headless';

/**
 * Runs the same command in a process that was told so, and gives its exit status; null where this
 * process may go on by itself.
 */
export function runWithoutDisplay(): number | null {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return null;
  if (process.argv.includes(headless)) return null;
  const told = [headless, '--disable-gpu', '--log-level=3', ...process.argv.slice(1)];
  return spawnSync(process.execPath, told, { stdio: 'inherit' }).status ?? 2;
}
