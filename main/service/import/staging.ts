// A hidden folder beside the courses, in which an import grows until it is whole.
import {
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const prefix = '.import-';

export class Staging {
  private readonly folder: string;
  private readonly made = new Set<string>();

  constructor(private readonly into: string) {
    mkdirSync(into, { recursive: true });
    // What a stopped computer left behind.
    for (const name of readdirSync(into)) {
      if (name.startsWith(prefix)) rmSync(join(into, name), { recursive: true, force: true });
    }
    this.folder = mkdtempSync(join(into, prefix));
  }

  write(path: string, text: string): void {
    writeFileSync(this.placeFor(path), text, { flag: 'wx' });
  }

  /** Copies a regular file; says whether it still was one. A film may take its time. */
  async copy(from: string, path: string): Promise<boolean> {
    if (!lstatSync(from, { throwIfNoEntry: false })?.isFile()) return false;
    const { COPYFILE_EXCL, COPYFILE_FICLONE } = constants;
    await copyFile(from, this.placeFor(path), COPYFILE_EXCL | COPYFILE_FICLONE);
    return true;
  }

  private placeFor(path: string): string {
    const place = join(this.folder, path);
    const folder = dirname(place);
    if (!this.made.has(folder)) mkdirSync(folder, { recursive: true });
    this.made.add(folder);
    return place;
  }

  /** Every course takes its place, or none does. */
  place(): string[] {
    const names = readdirSync(this.folder);
    const placed: string[] = [];
    try {
      for (const name of names) {
        const place = join(this.into, name);
        if (existsSync(place))
          throw Object.assign(new Error('the place is taken'), { code: 'EEXIST' });
        renameSync(join(this.folder, name), place);
        placed.push(place);
      }
    } catch (error) {
      for (const place of placed) rmSync(place, { recursive: true, force: true });
      throw error;
    } finally {
      this.remove();
    }
    return names;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
