// Which names the files of a pack may have, so that they mean the same on every system.
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { packLimits } from './limits';

/** The two files of a pack that are about the pack. */
export const manifestFile = 'pack.json';
export const signatureFile = 'pack.sig';

export type NameFault =
  | 'empty'
  | 'absolute'
  | 'parent'
  | 'hidden'
  | 'characters'
  | 'not-nfc'
  | 'trailing'
  | 'device'
  | 'depth'
  | 'length'
  | 'reserved';

/** Names that Windows keeps for devices, with any ending. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

/**
 * Control characters, what Windows forbids (a colon would open a hidden stream of another file),
 * lone surrogates, and marks that turn the direction of a name or cannot be seen.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbidden = /[\u0000-\u001f\u007f-\u009f<>:"|?*\\]|\p{Cs}|\p{Cf}|[\u2028\u2029\ufffd]/u;

/** What is wrong with a path inside a pack; null when nothing is. */
export function nameFault(path: string): NameFault | null {
  if (path === '') return 'empty';
  if (path.startsWith('/') || path.startsWith('\\') || /^[a-z]:/i.test(path)) return 'absolute';
  if (path.length > packLimits.pathCharacters) return 'length';
  const parts = path.split('/');
  if (parts.length > packLimits.depth) return 'depth';
  if (forbidden.test(path)) return parts.includes('..') ? 'parent' : 'characters';
  if (path !== path.normalize('NFC')) return 'not-nfc';
  for (const part of parts) {
    const fault = partFault(part);
    if (fault) return fault;
  }
  const first = foldName(parts[0] ?? '');
  return first === manifestFile || first === signatureFile ? 'reserved' : null;
}

function partFault(part: string): NameFault | null {
  if (part === '') return 'empty';
  if (part === '..') return 'parent';
  // The library passes over them: they would be there and not be there.
  if (part.startsWith('.')) return 'hidden';
  // Windows drops them without a word.
  if (/[. ]$/.test(part) || part.startsWith(' ')) return 'trailing';
  if (device.test(part)) return 'device';
  return utf8ToBytes(part).length > packLimits.nameBytes ? 'length' : null;
}

/** The same for names that some file system takes for one and the same. */
export const foldName = (path: string): string =>
  path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

/** Two paths of which the second cannot stand beside the first; null when all can. */
export function nameCollision(paths: Iterable<string>): [string, string] | null {
  const taken = new Map<string, { path: string; isFile: boolean }>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let end = 1; end <= parts.length; end++) {
      const own = parts.slice(0, end).join('/');
      const isFile = end === parts.length;
      const other = taken.get(foldName(own));
      // A folder may be met again, if it is written the same.
      if (other && (isFile || other.isFile || other.path !== own)) return [other.path, own];
      if (!other) taken.set(foldName(own), { path: own, isFile });
    }
  }
  return null;
}
