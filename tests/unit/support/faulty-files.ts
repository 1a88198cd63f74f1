// File systems that fail as shares, sticks and programs that carry folders do, over real files.
import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { v4 as uuidv4 } from 'uuid';
import type {
  Appending,
  Entry,
  Files,
  Look,
  Reading,
} from '../../../main/service/sync/folder/files';
import { disk } from '../../../main/service/sync/folder/files';

/** Ids that are the same for the same numbers. */
export function uuids(random: () => number): () => string {
  return () => uuidv4({ random: Uint8Array.from({ length: 16 }, () => random() * 256) });
}

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A stick that tells times so coarsely that all of them are the same. */
export const timeless: Files = {
  ...disk,
  look: async (path) => still(await disk.look(path)),
  openToRead: async (path) => withStillTime(await disk.openToRead(path)),
  openToAppend: async (path, as) => withStillTime(await disk.openToAppend(path, as)),
};

const still = (look: Look): Look => ({ ...look, mtime: 0 });

function withStillTime<Opened extends Reading | Appending>(opened: Opened): Opened {
  return { ...opened, look: async () => still(await opened.look()) };
}

/** Fails in a share of all it is asked, in the ways of a network share, while `isOn`. */
export function faulty(random: () => number, rate: number, isOn: () => boolean): Files {
  const strikes = () => isOn() && random() < rate;
  const one = <Of>(...of: readonly Of[]): Of => of[Math.floor(random() * of.length)] as Of;
  const mayFail = () => {
    if (strikes()) throw failure(one('EBUSY', 'EPERM', 'EIO', 'ETIMEDOUT', 'EAGAIN'));
  };
  return {
    ...disk,
    async *list(folder) {
      // In an order that is the same on every computer.
      const entries: Entry[] = [];
      for await (const entry of disk.list(folder)) entries.push(entry);
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        // A name that has not arrived yet; or the list breaks off.
        if (strikes() && random() < 0.5) continue;
        if (strikes() && random() < 0.2) throw failure('EIO');
        yield entry;
      }
    },
    async look(path) {
      mayFail();
      return disk.look(path);
    },
    async openToRead(path) {
      mayFail();
      const reading = await disk.openToRead(path);
      return {
        ...reading,
        // What the share remembers of it is older than what it holds.
        look: async () => {
          const look = await reading.look();
          return strikes() ? { ...look, size: Math.floor(look.size * random()) } : look;
        },
        read: async (into, position) => {
          mayFail();
          const short = strikes() ? into.subarray(0, 1 + Math.floor(into.length * random())) : into;
          return reading.read(short, position);
        },
      };
    },
    async openToAppend(path, as) {
      mayFail();
      const appending = await disk.openToAppend(path, as);
      return {
        ...appending,
        append: async (bytes) => {
          if (!strikes()) return appending.append(bytes);
          const cut = bytes.subarray(0, Math.floor(bytes.length * random()));
          const torn = Buffer.from(bytes);
          torn.fill('0', cut.length, cut.length + 300);
          switch (one('torn', 'torn silently', 'twice', 'changed', 'full')) {
            case 'torn':
              await appending.append(cut);
              throw failure('EIO');
            case 'full':
              await appending.append(cut);
              throw failure('ENOSPC');
            case 'torn silently':
              return appending.append(cut);
            case 'twice':
              await appending.append(bytes);
              return appending.append(bytes);
            case 'changed':
              return appending.append(torn);
          }
        },
        cut: async (size) => {
          mayFail();
          return appending.cut(size);
        },
        flush: async () => {
          mayFail();
          return appending.flush();
        },
      };
    },
    async remove(path) {
      mayFail();
      return disk.remove(path);
    },
  };
}

/** A disk whose power fails: what was not flushed is then gone, in part or whole. */
export class PowerCut {
  /** Bytes of each file that would outlast it. */
  readonly #kept = new Map<string, number>();
  readonly #namesKept = new Set<string>();
  #left: number;

  /** The power fails after so many calls that write. */
  constructor(
    private readonly random: () => number,
    calls: number,
    /** The broken twin: a flush that promises and does not do it. */
    private readonly flushes = true,
  ) {
    this.#left = calls;
  }

  readonly files: Files = {
    ...disk,
    openToAppend: async (path, as) => {
      this.#tick();
      const appending = await disk.openToAppend(path, as);
      if (as === 'new') this.#kept.set(path, 0);
      return {
        ...appending,
        append: async (bytes) => {
          this.#tick();
          return appending.append(bytes);
        },
        flush: async () => {
          this.#tick();
          if (this.flushes) this.#kept.set(path, (await appending.look()).size);
        },
      };
    },
    flushFolder: async (folder) => {
      this.#tick();
      for (const path of this.#kept.keys())
        if (path.startsWith(`${folder}/`)) this.#namesKept.add(path);
    },
    remove: async (path) => {
      this.#tick();
      await disk.remove(path);
      this.#kept.delete(path);
    },
  };

  get isOff(): boolean {
    return this.#left < 0;
  }

  #tick(): void {
    if (--this.#left < 0) throw failure('EIO');
  }

  /** Leaves on the disk what is sure to be there, and by chance some of the rest. */
  fail(): void {
    this.#left = -1;
    for (const [path, kept] of this.#kept) {
      const { length } = readFileSync(path);
      if (!this.#namesKept.has(path) && this.random() < 0.5) rmSync(path);
      else truncateSync(path, kept + Math.floor((length - kept) * this.random()));
    }
  }
}
