// Keeps a file that cannot be read under another name, so that nothing is written over it, until the person has heard of it.
import { readdirSync, renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { SetAside } from '../../../core/set-aside';

/** What stands in the name between that of the file and the moment: before the person knows, and after. */
const marks = { new: '.unreadable-', known: '.set-aside-' } as const;

/** A moment as a name of a file has it on every system, and back. */
const inName = (at: Date): string => at.toISOString().replaceAll(':', '-');
const fromName = (written: string): string =>
  written.replace(/T(\d\d)-(\d\d)-/, (_, hours, minutes) => `T${hours}:${minutes}:`);

const stemOf = (file: string): string => basename(file, extname(file));

/** Throws the system's error, and then has changed nothing. */
export function setAside(file: string, now: Date): void {
  const name = `${stemOf(file)}${marks.new}${inName(now)}${extname(file)}`;
  renameSync(file, join(dirname(file), name));
}

/** The newest one of this file that the person has not heard of; null for none. */
export function asideOf(file: string): SetAside | null {
  const [newest] = namesOf(file).reverse();
  if (newest === undefined) return null;
  const written = basename(newest, extname(file)).slice(stemOf(file).length + marks.new.length);
  return { file: join(dirname(file), newest), at: fromName(written) };
}

/** The person has heard of them: they stay, and are told of no more. */
export function acknowledgeAside(file: string): void {
  for (const name of namesOf(file)) {
    const known = name.replace(marks.new, marks.known);
    renameSync(join(dirname(file), name), join(dirname(file), known));
  }
}

/** Of those the person has not heard of, the oldest first. */
function namesOf(file: string): string[] {
  const start = stemOf(file) + marks.new;
  try {
    return readdirSync(dirname(file))
      .filter((name) => name.startsWith(start) && name.endsWith(extname(file)))
      .sort();
  } catch {
    return [];
  }
}
