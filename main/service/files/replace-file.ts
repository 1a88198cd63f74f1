// Writes a file so that whoever reads it, or whatever fails meanwhile, sees the old one or the new one.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes the file where there is none. Throws the system's error, and then has changed nothing. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const ending = randomBytes(6).toString('hex');
  const temporary = join(dirname(file), `.deskwise-${ending}.tmp`);
  try {
    const isThere = existsSync(file);
    // A rename would not ask: a file that may not be written stays as it is.
    if (isThere) accessSync(file, constants.W_OK);
    const handle = openSync(temporary, 'wx', isThere ? statSync(file).mode : 0o644);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
