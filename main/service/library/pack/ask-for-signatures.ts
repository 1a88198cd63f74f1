// Signatures come from the shell, which has the key: asked for by number, answered in any order.
import { PackFault } from '../../../../core/pack/fault';
import type { PackSignature } from '../../../../core/pack/signature';
import type { Sign } from './write-pack';

interface Signing {
  sign: Sign;
  /** What the shell answered. */
  signed: (id: number, signature: PackSignature | null | 'failed') => void;
}

export function askForSignatures(ask: (id: number, manifest: Uint8Array) => void): Signing {
  const waiting = new Map<number, (signature: PackSignature | null | 'failed') => void>();
  let last = 0;
  return {
    sign: async (manifest) => {
      const signature = await new Promise<PackSignature | null | 'failed'>((settle) => {
        waiting.set(++last, settle);
        ask(last, manifest);
      });
      if (signature === 'failed') throw new PackFault('signing-failed');
      return signature;
    },
    signed(id, signature) {
      waiting.get(id)?.(signature);
      waiting.delete(id);
    },
  };
}
