// Puts the index of a catalogue in place of the one before, so that every web server sees that it is another.
import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { indexFile } from '../../../../core/catalogue/address';
import { replaceFile } from '../../files/replace-file';

/**
 * Web servers tell the states of a file apart by its size and by the second of its last change: two of
 * one size within a second would be one to them. Throws the system's error.
 */
export function writeIndex(folder: string, content: string | Uint8Array): void {
  const file = join(folder, indexFile);
  const second = (): number => Math.floor(statSync(file).mtimeMs / 1000);
  const before = existsSync(file) ? second() : 0;
  replaceFile(file, content);
  if (second() <= before) utimesSync(file, before + 1, before + 1);
}
