// By what a line is known to be whole: CRC-32, which finds tears; nobody is kept from writing a line.
import { crc32 } from 'node:zlib';

/** Of these bytes, as a number of 32 bits. */
export function checksum(bytes: Uint8Array): number {
  return crc32(bytes);
}
