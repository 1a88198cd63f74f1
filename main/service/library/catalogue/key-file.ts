// The key that a catalogue is signed with on a server: a file as openssl writes it, readable by its owner alone.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { signedIndexBytes } from '../../../../core/catalogue/index-file';
import { makeSignature, type PackSignature } from '../../../../core/pack/signature';

export interface CatalogueKey {
  /** 64 hexadecimal digits. */
  publicKey: string;
  sign: (index: Uint8Array) => PackSignature;
}

/** Throws the system's error; EEXIST where there is a file: a lost key cannot be made again. */
export function makeKeyFile(file: string): CatalogueKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const text = privateKey.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
  return keyOf(privateKey);
}

/** Null when the file holds no Ed25519 key. Throws the system's error when it cannot be read. */
export function readKeyFile(file: string): CatalogueKey | null {
  const text = readFileSync(file);
  try {
    const key = createPrivateKey(text);
    return key.asymmetricKeyType === 'ed25519' ? keyOf(key) : null;
  } catch {
    return null;
  }
}

function keyOf(key: KeyObject): CatalogueKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey = Buffer.from(x, 'base64url').toString('hex');
  return {
    publicKey,
    sign: (index) =>
      makeSignature(publicKey, sign(null, signedIndexBytes(index), key).toString('hex')),
  };
}
