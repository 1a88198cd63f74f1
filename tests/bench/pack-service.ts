// Packing and unpacking as the service does it, signed, for the benchmark of packs.
import { generateKeyPairSync, sign } from 'node:crypto';
import { makeSignature, signedBytes } from '../../core/pack/signature';
import { unpack as unpackPack } from '../../main/service/library/pack/unpack';
import { writePack } from '../../main/service/library/pack/write-pack';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const x = publicKey.export({ format: 'jwk' }).x ?? '';
const key = Buffer.from(x, 'base64url').toString('hex');
const work = () => ({ signal: new AbortController().signal, report: () => {} });

export const write = (root: string, file: string) =>
  writePack(
    { root, id: 'films', version: '1.0.0' },
    file,
    async (manifest) =>
      makeSignature(key, sign(null, signedBytes(manifest), privateKey).toString('hex')),
    new Date(),
    work(),
  );

export const unpack = (file: string, staging: string) => unpackPack(file, staging, work());
