// What a failure of a folder means: gone, read-only, full, held by someone, or something else.

/**
 * `refused` is what Windows says both for a file that someone holds open and for one that may not be
 * written: only trying again tells them apart.
 */
export type FolderFault = 'gone' | 'read-only' | 'refused' | 'full' | 'busy' | 'trouble';

const faults: Readonly<Record<string, FolderFault>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ENOTCONN: 'gone',
  EHOSTDOWN: 'gone',
  EHOSTUNREACH: 'gone',
  ENETUNREACH: 'gone',
  ETIMEDOUT: 'gone',
  ESTALE: 'gone',
  EROFS: 'read-only',
  EACCES: 'refused',
  EPERM: 'refused',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  EMFILE: 'busy',
  ENFILE: 'busy',
};

export function faultOf(error: unknown): FolderFault {
  if (error instanceof FolderGone) return 'gone';
  const code = codeOf(error);
  return (code && Object.hasOwn(faults, code) && faults[code]) || 'trouble';
}

export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && (error as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? code : undefined;
}

/** The folder, or what lay in it when it was first used, is not there. */
export class FolderGone extends Error {}
