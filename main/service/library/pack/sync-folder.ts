// Makes sure that what was made or renamed in a folder is on the disk.
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Windows cannot do this for folders, and does it itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
