// Proves Ed25519 signatures with what the runtime has.
import { createPublicKey, verify } from 'node:crypto';
import { PackFault } from '../../../../core/pack/fault';
import { type PackSignature, signedBytes } from '../../../../core/pack/signature';

/** Throws PackFault: signature-wrong. */
export function proveSignature(manifest: Uint8Array, signature: PackSignature): void {
  if (!isSignedBy(signedBytes(manifest), signature)) throw new PackFault('signature-wrong');
}

/** Whether the key signed exactly these bytes; what is no key signed nothing. */
export function isSignedBy(
  signed: Uint8Array,
  { publicKey, signature }: Pick<PackSignature, 'publicKey' | 'signature'>,
): boolean {
  try {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, signed, key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}
