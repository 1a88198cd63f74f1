// Proves Ed25519 signatures with what the runtime has.
import { createPublicKey, verify } from 'node:crypto';
import { PackFault } from '../../../../core/pack/fault';
import { type PackSignature, signedBytes } from '../../../../core/pack/signature';

/** Throws PackFault: signature-wrong. */
export function proveSignature(
  manifest: Uint8Array,
  { publicKey, signature }: PackSignature,
): void {
  let holds = false;
  try {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    holds = verify(null, signedBytes(manifest), key, Buffer.from(signature, 'hex'));
  } catch (error) {
    throw new PackFault('signature-wrong', {}, { cause: error });
  }
  if (!holds) throw new PackFault('signature-wrong');
}
