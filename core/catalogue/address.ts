// Where a catalogue may lie: on a web server with https, or in a folder of a share or a disk.
import { readWebAddress } from '../sync/web-address';

/** The name of the file with the index, at the address. */
export const indexFile = 'catalogue.json';

export type CatalogueAddress =
  /** Ends with a slash. */
  | { kind: 'web'; url: string }
  /** A path of the system. */
  | { kind: 'folder'; path: string };

/**
 * The address in what somebody typed, pasted or decreed; null when it is none. The link to the index
 * itself is taken for its folder.
 */
export function readCatalogueAddress(written: string): CatalogueAddress | null {
  const text = written.trim();
  if (/^(\\\\[^\\]|\/(?!\/)|[a-z]:[\\/])[^\0]*$/i.test(text)) return { kind: 'folder', path: text };
  const url = readWebAddress(text);
  if (url?.search !== '' || url.hash !== '') return null;
  const path = url.pathname.replace(/catalogue\.json$/, '');
  return { kind: 'web', url: `${url.origin}${path.endsWith('/') ? path : `${path}/`}` };
}

/** Files are named by what is in them; `.bin`, because some servers give out no file without an ending. */
export const contentPath = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}.bin`;
