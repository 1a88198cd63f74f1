// Puts an unpacked course where the library finds it, takes one away, and mends what a crash left half-way.
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './sync-folder';

/** Windows refuses to rename a folder that a virus scanner or our own watcher looks into. */
const renameTries = 10;
const renameWaitMilliseconds = 50;
const busy: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES']);

const targetFile = 'target.json';
const courseFolder = 'course';

/** A course folder that is to go. */
interface Old {
  root: string;
  /** Somebody changed it by hand: it is kept for good. */
  keep: boolean;
}

interface Installed {
  root: string;
  /** Where the changed one lies; null when nothing was changed. */
  keptAt: string | null;
}

/**
 * The folders beside the courses, on the same volume, so that a rename is all it takes:
 * `staging` for what is being unpacked, `replaced` for what an update or a removal took away, kept
 * until the next start, and `edited` for what people changed by hand, kept for good.
 */
export class PackPlaces {
  private readonly staging: string;
  private readonly replaced: string;
  private readonly edited: string;

  constructor(
    dataFolder: string,
    /** The folder of the person's own courses. */
    private readonly courses: string,
  ) {
    const packs = join(dataFolder, 'packs');
    this.staging = join(packs, 'staging');
    this.replaced = join(packs, 'replaced');
    this.edited = join(packs, 'edited');
  }

  /** An empty folder to unpack into. */
  newStaging(): string {
    mkdirSync(this.staging, { recursive: true });
    return mkdtempSync(join(this.staging, 'pack-'));
  }

  discard(staging: string): void {
    rmSync(staging, { recursive: true, force: true, maxRetries: 3 });
  }

  /**
   * Puts the unpacked course in the place of `old`, or into a new folder. Whenever this is cut off,
   * either the old or the new course is there at the next start, and whole.
   */
  install(root: string, old: Old | null): Installed {
    mkdirSync(this.courses, { recursive: true });
    if (!old) {
      const target = this.freeFolder(basename(root));
      renameSoon(root, target);
      syncFolder(this.courses);
      return { root: target, keptAt: null };
    }
    const aside = this.newAside(old.keep);
    // Found at the next start when the way to the new course ends between the two renames.
    const note = join(aside, targetFile);
    writeFileSync(note, JSON.stringify(old.root), { flush: true });
    syncFolder(aside);
    const asideCourse = join(aside, courseFolder);
    renameSoon(old.root, asideCourse);
    try {
      renameSoon(root, old.root);
    } catch (error) {
      renameSoon(asideCourse, old.root);
      throw error;
    }
    syncFolder(dirname(old.root));
    // Done: a course that is removed later must not come back by it.
    rmSync(note);
    return { root: old.root, keptAt: old.keep ? asideCourse : null };
  }

  /** Takes a course away; until the next start, or for good when asked to, it is kept aside. */
  remove({ root, keep }: Old): Pick<Installed, 'keptAt'> {
    const aside = this.newAside(keep);
    const asideCourse = join(aside, courseFolder);
    renameSoon(root, asideCourse);
    syncFolder(dirname(root));
    return { keptAt: keep ? asideCourse : null };
  }

  /** At each start, before the library reads: what was cut off is taken back, what is past goes. */
  sweep(): void {
    for (const [folder, keep] of [
      [this.replaced, false],
      [this.edited, true],
    ] as const) {
      for (const aside of foldersIn(folder)) {
        takeBack(aside);
        if (!keep || !existsSync(join(aside, courseFolder))) this.discard(aside);
      }
    }
    this.discard(this.staging);
  }

  private newAside(keep: boolean): string {
    const aside = join(keep ? this.edited : this.replaced, randomUUID());
    mkdirSync(aside, { recursive: true });
    return aside;
  }

  /** A folder of this name, with a number behind it where the name is taken. */
  private freeFolder(name: string): string {
    const taken = new Set(foldersIn(this.courses).map((path) => basename(path).toLowerCase()));
    let free = name;
    for (let n = 2; taken.has(free) || existsSync(join(this.courses, free)); n++) {
      free = `${name}-${n}`;
    }
    return join(this.courses, free);
  }
}

/** The course was taken from its place and nothing came instead: it goes back. */
function takeBack(aside: string): void {
  const note = join(aside, targetFile);
  if (!existsSync(note)) return;
  try {
    const target: unknown = JSON.parse(readFileSync(note, 'utf8'));
    const course = join(aside, courseFolder);
    if (typeof target === 'string' && existsSync(course) && !existsSync(target)) {
      renameSync(course, target);
      syncFolder(dirname(target));
    }
  } catch (error) {
    // A note that was cut off was written before anything was renamed.
    if (!(error instanceof SyntaxError)) throw error;
  }
  rmSync(note);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

function renameSoon(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const mayPass = process.platform === 'win32' && tries < renameTries;
      if (!mayPass || !busy.has((error as { code?: unknown }).code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, renameWaitMilliseconds);
    }
  }
}
