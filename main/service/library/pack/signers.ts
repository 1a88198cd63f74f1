// The keys that somebody on this computer has said they know, by the names they gave them.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperationError } from '../../../../core/errors';
import { keyIdOf } from '../../../../core/pack/signature';
import type { KnownSigner, SignerView } from '../../../../core/pack/views';
import { z } from '../../../../core/zod';

const stored = z.array(
  z.object({ publicKey: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(100) }),
);

export const knownSigner = (
  publicKey: string,
  name: string,
  byOrganisation: boolean,
): KnownSigner => ({
  publicKey,
  keyId: keyIdOf(publicKey),
  name,
  byOrganisation,
});

export interface Signers {
  all(): KnownSigner[];
  /** Who signed, in what is known here; for many in turn, `known` is read once. */
  view(
    signature: { publicKey: string; keyId: string } | null,
    known?: readonly KnownSigner[],
  ): SignerView;
  /** A key that is known already gets the new name, but for one of the organisation's. */
  know(publicKey: string, name: string): void;
  /** Throws OperationError: forbidden for one of the organisation's. */
  forget(keyId: string): void;
}

/** Those that the organisation trusts come first, by its names for them. */
export function openSigners(
  dataFolder: string,
  organisations: () => readonly { name: string; key: string }[],
): Signers {
  const file = join(dataFolder, 'signers.json');
  const read = (): KnownSigner[] => {
    if (!existsSync(file)) return [];
    try {
      return stored
        .parse(JSON.parse(readFileSync(file, 'utf8')))
        .map(({ publicKey, name }) => knownSigner(publicKey, name, false));
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
  const ofOrganisation = () => organisations().map(({ key, name }) => knownSigner(key, name, true));
  const all = (): KnownSigner[] => {
    const theirs = ofOrganisation();
    const isTheirs = ({ keyId }: KnownSigner) => theirs.some((each) => each.keyId === keyId);
    return [...theirs, ...read().filter((each) => !isTheirs(each))];
  };
  return {
    all,
    view(signature, among = all()) {
      if (!signature) return { state: 'none' };
      const { publicKey, keyId } = signature;
      const found = among.find((signer) => signer.publicKey === publicKey);
      return found ? { state: 'known', keyId, name: found.name } : { state: 'unknown', keyId };
    },
    know(publicKey, name) {
      const others = read().filter((signer) => signer.publicKey !== publicKey);
      write([...others, knownSigner(publicKey, name, false)]);
    },
    forget(keyId) {
      if (ofOrganisation().some((signer) => signer.keyId === keyId)) {
        throw new OperationError('forbidden');
      }
      write(read().filter((signer) => signer.keyId !== keyId));
    },
  };
}
