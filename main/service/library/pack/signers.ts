// The keys that somebody on this computer has said they know, by the names they gave them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperationError } from '../../../../core/errors';
import { keyIdOf } from '../../../../core/pack/signature';
import type { KnownSigner, SignerView } from '../../../../core/pack/views';
import type { SetAside } from '../../../../core/set-aside';
import { z } from '../../../../core/zod';
import { replaceFile } from '../../files/replace-file';
import { acknowledgeAside, asideOf, setAside } from '../../files/set-aside';

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
  /** None of a list that cannot be read: that is kept aside, and nothing in it counts. */
  all(): KnownSigner[];
  /** The list that could not be read, as long as the person has not acknowledged it. */
  lost(): SetAside | null;
  acknowledge(): void;
  /** Who signed, in what is known here; for many in turn, `known` is read once. */
  view(
    signature: { publicKey: string; keyId: string } | null,
    known?: readonly KnownSigner[],
  ): SignerView;
  /**
   * A key that is known already gets the new name, but for one of the organisation's.
   * Throws OperationError: not-writable where an unreadable list can be kept nowhere else.
   */
  know(publicKey: string, name: string): void;
  /** Throws OperationError: forbidden for one of the organisation's. */
  forget(keyId: string): void;
}

/** Those that the organisation trusts come first, by its names for them. */
export function openSigners(
  dataFolder: string,
  organisations: () => readonly { name: string; key: string }[],
  now: () => Date,
): Signers {
  const file = join(dataFolder, 'signers.json');
  /** Null where the list cannot be read and could not be kept aside either. */
  const read = (): KnownSigner[] | null => {
    if (!existsSync(file)) return [];
    try {
      return stored
        .parse(JSON.parse(readFileSync(file, 'utf8')))
        .map(({ publicKey, name }) => knownSigner(publicKey, name, false));
    } catch {
      // Then nobody is known: each pack says so, and nothing is taken for verified.
      try {
        setAside(file, now());
        return [];
      } catch {
        return null;
      }
    }
  };
  const write = (change: (signers: readonly KnownSigner[]) => KnownSigner[]): void => {
    const before = read();
    // What may still be mended is not written over.
    if (!before) throw new OperationError('not-writable', { file });
    const kept = change(before).map(({ publicKey, name }) => ({ publicKey, name }));
    replaceFile(file, `${JSON.stringify(kept, null, 2)}\n`);
  };
  const ofOrganisation = () => organisations().map(({ key, name }) => knownSigner(key, name, true));
  const all = (): KnownSigner[] => {
    const theirs = ofOrganisation();
    const isTheirs = ({ keyId }: KnownSigner) => theirs.some((each) => each.keyId === keyId);
    return [...theirs, ...(read() ?? []).filter((each) => !isTheirs(each))];
  };
  return {
    all,
    lost: () => {
      read();
      return asideOf(file);
    },
    acknowledge: () => acknowledgeAside(file),
    view(signature, among = all()) {
      if (!signature) return { state: 'none' };
      const { publicKey, keyId } = signature;
      const found = among.find((signer) => signer.publicKey === publicKey);
      return found ? { state: 'known', keyId, name: found.name } : { state: 'unknown', keyId };
    },
    know(publicKey, name) {
      write((signers) => [
        ...signers.filter((signer) => signer.publicKey !== publicKey),
        knownSigner(publicKey, name, false),
      ]);
    },
    forget(keyId) {
      if (ofOrganisation().some((signer) => signer.keyId === keyId)) {
        throw new OperationError('forbidden');
      }
      write((signers) => signers.filter((signer) => signer.keyId !== keyId));
    },
  };
}
