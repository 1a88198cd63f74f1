// Signatures of packs: Ed25519 over the manifest behind a prefix, with no algorithm to choose.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from '../zod';
import { PackFault } from './fault';

/** Keeps a signature from meaning anything but a pack of this format. */
const domain = utf8ToBytes('deskwise pack manifest 1\0');

/** What is signed, so that nothing else the key ever signs can be taken for it. */
export const signedBytes = (manifest: Uint8Array): Uint8Array => concatBytes(domain, manifest);

const publicKey = z.string().regex(/^[0-9a-f]{64}$/);

const signatureSchema = z.strictObject({
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  publicKey,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** All in hexadecimal digits. */
export type PackSignature = z.infer<typeof signatureSchema>;

/** 128 bits of the hash of a public key: enough that nobody finds another key with it. */
export const keyIdOf = (publicKey: string): string =>
  bytesToHex(sha256(hexToBytes(publicKey))).slice(0, 32);

/** In groups of four, to be read aloud and compared. */
export const keyIdWords = (keyId: string): string => (keyId.match(/.{1,4}/g) ?? []).join(' ');

export const makeSignature = (publicKey: string, signature: string): PackSignature => ({
  keyId: keyIdOf(publicKey),
  publicKey,
  signature,
});

export const signatureText = ({ keyId, publicKey, signature }: PackSignature): string =>
  `${JSON.stringify({ keyId, publicKey, signature })}\n`;

/** The signature as written; whether it holds is for who has the manifest. Throws PackFault: signature-wrong. */
export function readSignature(text: string): PackSignature {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw new PackFault('signature-wrong');
  }
  const result = signatureSchema.safeParse(written);
  if (
    !result.success ||
    signatureText(result.data) !== text ||
    keyIdOf(result.data.publicKey) !== result.data.keyId
  ) {
    throw new PackFault('signature-wrong');
  }
  return result.data;
}

const keyPrefix = 'deskwise-key:';

/** A public key as it is handed on, in text or in a QR code. */
export const keyText = (publicKey: string): string => `${keyPrefix}${publicKey}`;

/** The public key in such a text, however it was broken into lines; null when there is none. */
export function readKeyText(text: string): string | null {
  const written = text.replace(/\s+/g, '').toLowerCase();
  const key = written.startsWith(keyPrefix) ? written.slice(keyPrefix.length) : written;
  return publicKey.safeParse(key).success ? key : null;
}
