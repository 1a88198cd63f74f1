// Tells whether a folder lies on a network: SQLite's write-ahead log is not safe there.
import { statfsSync } from 'node:fs';

/** Linux file-system magic numbers (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, Coda. */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245,
]);

/** `\\server\share`, also in its long form `\\?\UNC\server\share`; `\\?\C:` and `\\.\` are local. */
const uncPath = /^[\\/]{2}(?![.?][\\/])|^[\\/]{2}[.?][\\/]UNC[\\/]/i;

export function isOnNetwork(folder: string, platform = process.platform): boolean {
  if (platform === 'win32') return uncPath.test(folder);
  if (platform !== 'linux') return false;
  // `type` may come as a negative 32-bit number.
  return networkTypes.has(statfsSync(folder).type >>> 0);
}
