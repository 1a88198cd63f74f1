// The catalogue: switched on by an address, asked when a person wants it, trusted by its key, and taken only forward.
import { join } from 'node:path';
import { type CatalogueAddress, readCatalogueAddress } from '../../../../core/catalogue/address';
import { type CatalogueFailure, CatalogueFault } from '../../../../core/catalogue/fault';
import type { CatalogueCourse } from '../../../../core/catalogue/index-file';
import type { CatalogueView, KeyQuestion } from '../../../../core/catalogue/views';
import { OperationError } from '../../../../core/errors';
import { keyIdOf, readKeyText } from '../../../../core/pack/signature';
import type { Web } from '../../sync/web';
import type { Library } from '../library';
import type { Packs } from '../pack/packs';
import { packFault } from '../pack/work';
import { Comparison } from './compare';
import { Downloads } from './downloads';
import { Installing } from './installing';
import { isExpired, openIndex, proveNotOlder, type SignedIndex, whyAsk } from './judge';
import { Memory } from './memory';
import { offerOf, stateOf } from './offers';
import { type CatalogueSource, sourceAt } from './source';

/** What an organisation decided. */
export interface CatalogueRules {
  /** Null: people may choose for themselves. */
  address: string | null;
  /** With any, no other is trusted and nobody is asked. `key` is a public key as text. */
  signers: readonly { name: string; key: string }[];
}

export interface CatalogueSurroundings {
  library: Library;
  packs: Packs;
  dataFolder: string;
  web: Web;
  /** Asked each time: they may change while the app runs. */
  rules: () => CatalogueRules;
  now: () => Date;
  onChange: () => void;
  /** A course came. */
  onInstalled: () => void;
  log: (words: string, error: unknown) => void;
}

/** An index that waits for a person's word about its key. */
interface Asked extends SignedIndex {
  because: KeyQuestion['because'];
  file: Uint8Array;
  tag: string | null;
}

/** More catalogues nobody meets: the oldest are forgotten. */
const mostSeen = 100;

export class Catalogue {
  private readonly memory: Memory;
  private readonly downloads: Downloads;
  private readonly comparison: Comparison;
  private readonly installing: Installing;
  private checking: AbortController | null = null;
  private failure: CatalogueFailure | null = null;
  private asked: Asked | null = null;
  /** What was taken last; undefined until it was read. */
  private taken: SignedIndex | null | undefined;

  constructor(private readonly around: CatalogueSurroundings) {
    const folder = join(around.dataFolder, 'catalogue');
    this.memory = new Memory(folder);
    this.downloads = new Downloads(join(folder, 'files'));
    this.comparison = new Comparison(around.library, around.onChange, around.log);
    this.installing = new Installing({
      ...around,
      downloads: this.downloads,
      offered: (id) => this.offered(id),
    });
  }

  read(language: string): CatalogueView {
    const address = this.address();
    const taken = address === null ? null : this.contents();
    if (taken) this.comparison.follow(taken.index);
    const signer = this.signerView();
    const { pinned, checkedAt } = this.memory.read();
    const offer = (course: CatalogueCourse) =>
      offerOf(course, language, {
        here: this.comparison.of(course),
        version: this.versionHere(course.id),
        isPinned: pinned.includes(course.id),
        signer,
        bytesOf: (file) => this.downloads.bytesOf(file),
      });
    return {
      address,
      isManaged: this.around.rules().address !== null,
      isChecking: this.checking !== null,
      checkedAt,
      failure: this.failure,
      question: this.question(signer),
      contents: taken && {
        name: taken.index.name,
        version: taken.index.version,
        published: taken.index.published,
        expires: taken.index.expires,
        isExpired: isExpired(taken.index, this.around.now()),
        signer: signer(taken.signature),
        offers: taken.index.courses.map(offer),
      },
      ...this.installing.read(),
    };
  }

  /** Asks the catalogue what there is. Settles when it answered, or did not. */
  async check(): Promise<void> {
    if (this.checking || this.address() === null) return;
    const checking = new AbortController();
    this.checking = checking;
    this.around.onChange();
    try {
      // Only a catalogue that is at hand need not be read again.
      const tag = this.contents() ? this.memory.read().tag : null;
      const found = await this.source().index(tag, checking.signal);
      checking.signal.throwIfAborted();
      this.failure = null;
      this.asked = null;
      if (found) this.consider({ ...openIndex(found.file), ...found });
      this.memory.change({ checkedAt: this.around.now().toISOString() });
    } catch (error) {
      if (!checking.signal.aborted) this.failure = this.failureOf(error);
    } finally {
      if (this.checking === checking) this.checking = null;
      this.around.onChange();
    }
  }

  /** Another address, whose key is asked about anew. Throws OperationError. */
  set(written: string): Promise<void> {
    if (this.around.rules().address !== null) throw new OperationError('not-possible');
    const address = readCatalogueAddress(written);
    if (!address) throw new OperationError('bad-input', { what: 'address' });
    const text = address.kind === 'web' ? address.url : address.path;
    if (text !== this.memory.read().address) this.leave(text);
    return this.check();
  }

  /** Switches it off: nobody is asked any more. Courses that came stay. Throws OperationError. */
  forget(): void {
    if (this.around.rules().address !== null) throw new OperationError('not-possible');
    this.leave(null);
  }

  /** The person says that the key is right. Throws OperationError: not-possible. */
  trust(keyId: string): void {
    const { asked } = this;
    if (!asked || asked.signature.keyId !== keyId) throw new OperationError('not-possible');
    this.take(asked);
  }

  /** Begins to bring courses. Settles when all came, or did not. Throws OperationError. */
  get(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const course = this.contents()?.index.courses.find((each) => each.id === id);
      if (!course) throw new OperationError('not-found', { what: 'course' });
      const state = stateOf(course, this.versionHere(id), this.comparison.of(course));
      if (state !== 'new' && state !== 'update') throw new OperationError('not-possible');
    }
    return this.installing.start(ids);
  }

  stop(): Promise<void> {
    return this.installing.stop();
  }

  /** A pinned course stays at the version that is here. Throws OperationError: not-found. */
  pin(course: string, isPinned: boolean): void {
    if (this.versionHere(course) === null) throw new OperationError('not-found', { what: 'course' });
    const others = this.memory.read().pinned.filter((each) => each !== course);
    this.memory.change({ pinned: isPinned ? [...others, course] : others });
  }

  /** Those of the organisation are known by the names it gave them. */
  private signerView(): Packs['signers']['view'] {
    const { signers } = this.around.packs;
    const decreed = this.around.rules().signers.flatMap(({ name, key }) => {
      const publicKey = readKeyText(key);
      return publicKey === null ? [] : [{ publicKey, keyId: keyIdOf(publicKey), name }];
    });
    const known = [...decreed, ...signers.all()];
    return (signature) => signers.view(signature, known);
  }

  private keys(): string[] {
    return this.around
      .rules()
      .signers.map(({ key }) => readKeyText(key))
      .filter((key) => key !== null);
  }

  /** The servers that may be asked; none while it is switched off or lies in a folder. */
  origins(): string[] {
    const address = readCatalogueAddress(this.address() ?? '');
    return address?.kind === 'web' ? [new URL(address.url).origin] : [];
  }

  private address(): string | null {
    return this.around.rules().address ?? this.memory.read().address;
  }

  private source(): CatalogueSource {
    const address: CatalogueAddress | null = readCatalogueAddress(this.address() ?? '');
    if (!address) throw new CatalogueFault('not-a-catalogue');
    return sourceAt(address, this.around.web);
  }

  private versionHere = (id: string): string | null =>
    this.around.library.find(id)?.course.version ?? null;

  /** For who is about to fetch: what has run out counts no more. */
  private offered(id: string): { course: CatalogueCourse; source: CatalogueSource } {
    const taken = this.contents();
    const course = taken?.index.courses.find((each) => each.id === id);
    if (!taken || !course) throw new CatalogueFault('file-missing', { file: id });
    if (isExpired(taken.index, this.around.now())) {
      throw new CatalogueFault('expired', { expires: taken.index.expires });
    }
    return { course, source: this.source() };
  }

  private consider(read: Omit<Asked, 'because'>): void {
    proveNotOlder(read, this.memory.read().seen);
    const because = whyAsk(read, this.memory.read().trusted, this.keys());
    if (because === null) this.take(read);
    else this.asked = { ...read, because };
  }

  private take(read: Omit<Asked, 'because'>): void {
    const { index, sha256, signature, file, tag } = read;
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
    const hashes = index.courses.flatMap((course) => course.files.map((each) => each.sha256));
    if (this.installing.read().work === null) this.downloads.keepOnly(new Set(hashes));
  }

  /** The catalogue that was taken last, proven again: the disk is no better than the network. */
  private contents(): SignedIndex | null {
    if (this.taken !== undefined) return this.taken;
    this.taken = null;
    try {
      const file = this.memory.readIndex();
      if (!file) return null;
      const read = openIndex(file);
      proveNotOlder(read, this.memory.read().seen);
      if (whyAsk(read, this.memory.read().trusted, this.keys()) === null) this.taken = read;
    } catch (error) {
      this.around.log('the kept catalogue is not taken', error);
    }
    return this.taken;
  }

  private leave(address: string | null): void {
    this.checking?.abort();
    this.checking = null;
    // On Windows a file that is being written cannot be taken away.
    void this.installing.stop().then(() => this.downloads.keepOnly(new Set()));
    this.memory.change({ address, trusted: null, tag: null, checkedAt: null });
    this.memory.keepIndex(null);
    this.taken = null;
    this.asked = null;
    this.failure = null;
    this.around.onChange();
  }

  private question(signer: Packs['signers']['view']): KeyQuestion | null {
    if (!this.asked) return null;
    const { because, index, signature } = this.asked;
    const { trusted } = this.memory.read();
    const view = signer(signature);
    if (view.state === 'none') return null;
    return {
      because,
      catalogue: index.name,
      signer: view,
      before: trusted && { keyId: keyIdOf(trusted.publicKey), catalogue: trusted.name },
    };
  }

  private failureOf(thrown: unknown): CatalogueFailure {
    const error = packFault(thrown, this.around.dataFolder);
    if (error instanceof CatalogueFault) return { kind: error.kind, values: error.values };
    const kind = (error as { kind?: unknown }).kind;
    if (kind === 'disk-full' || kind === 'not-writable') {
      return { kind, values: { file: this.around.dataFolder } };
    }
    this.around.log('the catalogue failed', error);
    return { kind: 'unexpected', values: {} };
  }
}
