// Writes down, in their order, the steps by which files get onto the disk for good.
import type * as Fs from 'node:fs';
import type * as FsPromises from 'node:fs/promises';

/** `sync PATH`, `write PATH`, `flush PATH` (written and synced), `rename FROM > TO`, `rm PATH`. */
export type Steps = string[];

export function recordingFs(fs: typeof Fs, steps: Steps): typeof Fs {
  const paths = new Map<number, string>();
  return {
    ...fs,
    openSync: (path: string, ...others: [Fs.OpenMode, Fs.Mode?]) => {
      const handle = fs.openSync(path, ...others);
      paths.set(handle, path);
      return handle;
    },
    fsyncSync: (handle: number) => {
      steps.push(`sync ${paths.get(handle)}`);
      fs.fsyncSync(handle);
    },
    renameSync: (from: string, to: string) => {
      steps.push(`rename ${from} > ${to}`);
      fs.renameSync(from, to);
    },
    writeFileSync: (path: string, data: string, options?: { flush?: boolean }) => {
      steps.push(`${options?.flush ? 'flush' : 'write'} ${path}`);
      fs.writeFileSync(path, data, options as Fs.WriteFileOptions);
    },
    rmSync: (path: string, options?: Fs.RmOptions) => {
      steps.push(`rm ${path}`);
      fs.rmSync(path, options);
    },
  } as unknown as typeof Fs;
}

export function recordingPromises(fs: typeof FsPromises, steps: Steps): typeof FsPromises {
  return {
    ...fs,
    open: async (path: string, ...others: []) => {
      const handle = await fs.open(path, ...others);
      const sync = handle.sync.bind(handle);
      handle.sync = () => {
        steps.push(`sync ${path}`);
        return sync();
      };
      return handle;
    },
    rename: (from: string, to: string) => {
      steps.push(`rename ${from} > ${to}`);
      return fs.rename(from, to);
    },
  } as unknown as typeof FsPromises;
}
