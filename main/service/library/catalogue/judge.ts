// Whether a catalogue is taken: what was signed, by whom, and not older than what was seen.
import { CatalogueFault } from '../../../../core/catalogue/fault';
import {
  type CatalogueIndex,
  manifestOf,
  readEnvelope,
  readIndex,
  signedIndexBytes,
} from '../../../../core/catalogue/index-file';
import { catalogueLimits } from '../../../../core/catalogue/limits';
import type { KeyQuestion } from '../../../../core/catalogue/views';
import { manifestText } from '../../../../core/pack/manifest';
import { type PackSignature, signedBytes } from '../../../../core/pack/signature';
import { isSignedBy } from '../pack/ed25519';
import { sha256Of } from './content-hash';

/** An index that its signature holds for; whether the key counts is another question. */
export interface SignedIndex {
  index: CatalogueIndex;
  /** Of the signed characters. */
  sha256: string;
  signature: PackSignature;
}

/** The newest that was taken of a catalogue. */
export interface Seen {
  publicKey: string;
  catalogue: string;
  version: number;
  sha256: string;
}

/** A key, and the one of its catalogues that is meant. */
export interface Trusted {
  publicKey: string;
  catalogue: string;
  name: string;
}

/** Throws CatalogueFault: too-large, not-a-catalogue, signature-wrong, newer-format, tangled. */
export function openIndex(file: Uint8Array): SignedIndex {
  const limit = catalogueLimits.indexBytes;
  if (file.length > limit) throw new CatalogueFault('too-large', { limit });
  const { signature, index: text } = readEnvelope(textOf(file));
  const bytes = Buffer.from(text);
  // First the signature: of what somebody changed nothing else need be said.
  if (!isSignedBy(signedIndexBytes(bytes), signature)) throw new CatalogueFault('signature-wrong');
  const index = readIndex(text);
  for (const course of index.courses) {
    const manifest = Buffer.from(manifestText(manifestOf(course)));
    if (course.signature && !isSignedBy(signedBytes(manifest), course.signature)) {
      throw new CatalogueFault('tangled', { course: course.id });
    }
  }
  return { index, sha256: sha256Of(bytes), signature };
}

function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    throw new CatalogueFault('not-a-catalogue');
  }
}

/**
 * Why a person must decide about the key; null when it is trusted. `keys` are those that the
 * organisation trusts: then no other is asked about, and with none of them none is. Throws CatalogueFault: other-key.
 */
export function whyAsk(
  { index, signature }: SignedIndex,
  trusted: Trusted | null,
  keys: readonly string[] | null,
): KeyQuestion['because'] | null {
  const isSame = trusted?.publicKey === signature.publicKey;
  if (keys !== null) {
    if (!keys.includes(signature.publicKey)) {
      throw new CatalogueFault('other-key', { keyId: signature.keyId });
    }
    if (!isSame) return null;
  }
  if (trusted === null) return 'first';
  if (!isSame) return 'other-key';
  return trusted.catalogue === index.id ? null : 'other-catalogue';
}

/**
 * Nobody may bring an old state back, nor show different people different things.
 * Throws CatalogueFault: rolled-back, two-of-one-version.
 */
export function proveNotOlder(
  { index, sha256, signature }: SignedIndex,
  seen: readonly Seen[],
): void {
  const { publicKey } = signature;
  const last = seen.find((one) => one.publicKey === publicKey && one.catalogue === index.id);
  if (!last) return;
  const { version } = index;
  if (version < last.version)
    throw new CatalogueFault('rolled-back', { version, seen: last.version });
  if (version === last.version && sha256 !== last.sha256) {
    throw new CatalogueFault('two-of-one-version', { version });
  }
}

/** Who holds a catalogue back keeps people at old courses: after this day it counts no more. */
export const isExpired = ({ expires }: CatalogueIndex, now: Date): boolean =>
  now.getTime() >= Date.parse(expires);
