// Which index counts now: the newest that was taken, and one that waits for a person's word about its key.
import type { KeyQuestion } from '../../../../core/catalogue/views';
import { keyIdOf } from '../../../../core/pack/signature';
import type { SignerView } from '../../../../core/pack/views';
import { openIndex, proveNotOlder, type SignedIndex, whyAsk } from './judge';
import type { Memory } from './memory';

/** An index as it came. */
export interface Read extends SignedIndex {
  file: Uint8Array;
  tag: string | null;
}

interface Asked extends Read {
  because: KeyQuestion['because'];
}

/** More catalogues nobody meets: the oldest are forgotten. */
const mostSeen = 100;

export class Standing {
  asked: Asked | null = null;
  /** What was taken last; undefined until it was read from the disk. */
  private taken: SignedIndex | null | undefined;

  constructor(
    private readonly memory: Memory,
    /** Those the organisation trusts. */
    private readonly keys: () => readonly string[] | null,
    private readonly log: (words: string, error: unknown) => void,
  ) {}

  /** The catalogue that was taken last, proven again: the disk is no better than the network. */
  contents(): SignedIndex | null {
    if (this.taken !== undefined) return this.taken;
    this.taken = null;
    try {
      const file = this.memory.readIndex();
      if (!file) return null;
      const read = openIndex(file);
      proveNotOlder(read, this.memory.read().seen);
      if (whyAsk(read, this.memory.read().trusted, this.keys()) === null) this.taken = read;
    } catch (error) {
      this.log('the kept catalogue is not taken', error);
    }
    return this.taken;
  }

  /** Takes it, or keeps it until somebody said whose key it is. Throws CatalogueFault. */
  consider(read: Read): void {
    proveNotOlder(read, this.memory.read().seen);
    const because = whyAsk(read, this.memory.read().trusted, this.keys());
    if (because === null) this.take(read);
    else this.asked = { ...read, because };
  }

  /** The person says that the key is right; false when it was not asked about. */
  trust(keyId: string): boolean {
    if (this.asked?.signature.keyId !== keyId) return false;
    this.take(this.asked);
    return true;
  }

  /** What a person is asked about the key; null where there is nothing to decide. */
  question(signerOf: (signature: SignedIndex['signature']) => SignerView): KeyQuestion | null {
    if (!this.asked) return null;
    const { because, index, signature } = this.asked;
    const { trusted } = this.memory.read();
    const signer = signerOf(signature);
    if (signer.state === 'none') return null;
    return {
      because,
      catalogue: index.name,
      signer,
      before: trusted && { keyId: keyIdOf(trusted.publicKey), catalogue: trusted.name },
    };
  }

  /** Lets go of what waits for an answer. */
  dismiss(): void {
    this.asked = null;
  }

  /** Lets go of everything but what was seen. */
  leave(): void {
    this.memory.keepIndex(null);
    this.taken = null;
    this.asked = null;
  }

  private take({ index, sha256, signature, file, tag }: Read): void {
    const { publicKey } = signature;
    const { seen } = this.memory.read();
    const one = { publicKey, catalogue: index.id };
    const others = seen.filter(
      (each) => each.publicKey !== publicKey || each.catalogue !== index.id,
    );
    // First what was seen, then the file: a cut between them never lets an older one in.
    this.memory.change({
      trusted: { ...one, name: index.name },
      seen: [...others, { ...one, version: index.version, sha256 }].slice(-mostSeen),
      tag,
    });
    this.memory.keepIndex(file);
    this.taken = { index, sha256, signature };
    this.asked = null;
  }
}
