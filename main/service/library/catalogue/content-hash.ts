// The name of a content.
import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal digits. */
export const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
