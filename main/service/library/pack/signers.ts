// The keys that somebody on this computer has said they know, by the names they gave them.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyIdOf } from '../../../../core/pack/signature';
import type { KnownSigner, SignerView } from '../../../../core/pack/views';
import { z } from '../../../../core/zod';

const stored = z.array(
  z.object({ publicKey: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(100) }),
);

export interface Signers {
  all(): KnownSigner[];
  /** Who signed, in what is known here; for many in turn, `known` is read once. */
  view(
    signature: { publicKey: string; keyId: string } | null,
    known?: readonly KnownSigner[],
  ): SignerView;
  /** A key that is known already gets the new name. */
  know(publicKey: string, name: string): void;
  forget(keyId: string): void;
}

export function openSigners(dataFolder: string): Signers {
  const file = join(dataFolder, 'signers.json');
  const read = (): KnownSigner[] => {
    if (!existsSync(file)) return [];
    try {
      return stored
        .parse(JSON.parse(readFileSync(file, 'utf8')))
        .map(({ publicKey, name }) => ({ publicKey, keyId: keyIdOf(publicKey), name }));
    } catch {
      // Then nobody is known: each pack says so, and nothing is taken for verified.
      return [];
    }
  };
  const write = (signers: readonly KnownSigner[]): void => {
    const kept = signers.map(({ publicKey, name }) => ({ publicKey, name }));
    writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { flush: true });
    renameSync(`${file}.new`, file);
  };
  return {
    all: read,
    view(signature, known = read()) {
      if (!signature) return { state: 'none' };
      const { publicKey, keyId } = signature;
      const found = known.find((signer) => signer.publicKey === publicKey);
      return found ? { state: 'known', keyId, name: found.name } : { state: 'unknown', keyId };
    },
    know(publicKey, name) {
      const others = read().filter((signer) => signer.publicKey !== publicKey);
      write([...others, { publicKey, keyId: keyIdOf(publicKey), name }]);
    },
    forget(keyId) {
      write(read().filter((signer) => signer.keyId !== keyId));
    },
  };
}
