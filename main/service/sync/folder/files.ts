// What sync needs of a file system, and nothing more, so that tests can put a faulty one in its place.
import { constants } from 'node:fs';
import { lstat, mkdir, open, opendir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Links, devices and pipes are `other`: they are never followed. */
export type FileKind = 'file' | 'folder' | 'other';

export interface Entry {
  name: string;
  kind: FileKind;
}

export interface Look {
  kind: FileKind;
  /** Bytes. */
  size: number;
  /** Milliseconds, by the clock of whoever wrote it: fit to compare with itself only. */
  mtime: number;
}

export interface Reading {
  look(): Promise<Look>;
  /** Fills from this place of the file on; gives how many bytes there were, 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

export interface Appending {
  look(): Promise<Look>;
  append(bytes: Uint8Array): Promise<void>;
  /** Takes away what lies behind. */
  cut(size: number): Promise<void>;
  /** Settles when what was appended would outlast a power cut. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Everything throws the system's error. Nothing here follows a link that lies in the folder. */
export interface Files {
  /** Whether the folder that a person chose is there; this one may be a link. */
  isFolder(path: string): Promise<boolean>;
  list(folder: string): AsyncIterable<Entry>;
  look(path: string): Promise<Look>;
  openToRead(path: string): Promise<Reading>;
  /** `new` throws EEXIST where something has the name. */
  openToAppend(path: string, as: 'new' | 'there'): Promise<Appending>;
  makeFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** After it, names made in the folder outlast a power cut, where the system can promise that. */
  flushFolder(path: string): Promise<void>;
}

interface Stats {
  isFile(): boolean;
  isDirectory(): boolean;
}

function kindOf(stats: Stats): FileKind {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

async function kindAt(path: string): Promise<FileKind> {
  try {
    return kindOf(await lstat(path));
  } catch {
    return 'other';
  }
}

// A link or pipe put in the file's place since it was listed is not followed, and not waited for.
const plain = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function openPlain(path: string, flags: number) {
  const handle = await open(path, flags | plain, 0o666);
  const look = async (): Promise<Look> => {
    const stats = await handle.stat();
    return { kind: kindOf(stats), size: stats.size, mtime: stats.mtimeMs };
  };
  return { handle, look };
}

/** Windows opens no folders, and some shares flush none: there the names come with the files. */
const cannotFlush = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF']);

/** The real ones. */
export const disk: Files = {
  async isFolder(path) {
    return (await stat(path)).isDirectory();
  },

  async *list(folder) {
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      const listed = kindOf(entry);
      // Windows lists what a cloud drive keeps as if it were a link; a look tells what it is.
      const kind = listed === 'other' ? await kindAt(join(folder, entry.name)) : listed;
      yield { name: entry.name, kind };
    }
  },

  async look(path) {
    const stats = await lstat(path);
    return { kind: kindOf(stats), size: stats.size, mtime: stats.mtimeMs };
  },

  async openToRead(path) {
    const { handle, look } = await openPlain(path, constants.O_RDONLY);
    return {
      look,
      read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
      close: () => handle.close(),
    };
  },

  async openToAppend(path, as) {
    const made = as === 'new' ? constants.O_CREAT | constants.O_EXCL : 0;
    const flags = constants.O_WRONLY | constants.O_APPEND | made;
    const { handle, look } = await openPlain(path, flags);
    return {
      look,
      append: (bytes) => handle.writeFile(bytes),
      cut: (size) => handle.truncate(size),
      flush: () => handle.sync(),
      close: () => handle.close(),
    };
  },

  async makeFolder(path) {
    try {
      await mkdir(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  },

  remove: (path) => unlink(path),

  async flushFolder(path) {
    try {
      const handle = await open(path, constants.O_RDONLY);
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (!cannotFlush.has(String((error as NodeJS.ErrnoException).code))) throw error;
    }
  },
};
