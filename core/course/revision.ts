// Hashes that name a text: the revision of an item, the state of a file.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text as 64 hexadecimal digits. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The short form for revisions and `source:` of translations: 16 digits. */
export const shortHashOf = (text: string): string => hashOf(text).slice(0, 16);
