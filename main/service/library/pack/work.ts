// Long work with packs: how far it is, and whether it is still wanted.
import { setImmediate } from 'node:timers/promises';
import { PackFault } from '../../../../core/pack/fault';

export interface Work {
  signal: AbortSignal;
  report: (done: number, of: number) => void;
}

/** Between two slices: others have their turn, and who cancelled is heard. Throws when cancelled. */
export async function breathe({ signal }: Pick<Work, 'signal'>): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** Names what the file system complains of; what is named already stays. */
export function packFault(error: unknown, file: string): unknown {
  if (error instanceof PackFault) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const options = { cause: error };
  if (code === 'ENOSPC' || code === 'EDQUOT') return new PackFault('disk-full', {}, options);
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)) {
    return new PackFault('not-writable', { file }, options);
  }
  return error;
}
