// The catalogue: switched on by an address, asked when a person wants it, trusted by its key, and taken only forward.
import { join } from 'node:path';
import { type CatalogueAddress, readCatalogueAddress } from '../../../../core/catalogue/address';
import { type CatalogueFailure, CatalogueFault } from '../../../../core/catalogue/fault';
import type { CatalogueCourse } from '../../../../core/catalogue/index-file';
import type { CatalogueView, KeyQuestion } from '../../../../core/catalogue/views';
import { OperationError } from '../../../../core/errors';
import { keyIdOf } from '../../../../core/pack/signature';
import type { Web } from '../../sync/web';
import type { Library } from '../library';
import type { Packs } from '../pack/packs';
import { knownSigner } from '../pack/signers';
import { packFault } from '../pack/work';
import { Comparison } from './compare';
import { Downloads } from './downloads';
import { Installing } from './installing';
import { isExpired, openIndex } from './judge';
import { Memory } from './memory';
import { offerOf, stateOf } from './offers';
import type { CatalogueRules } from './rules';
import type { CatalogueSource } from './source';
import { sourceAt } from './source-at';
import { Standing } from './standing';

export interface CatalogueSurroundings {
  library: Library;
  packs: Packs;
  dataFolder: string;
  web: Web;
  /** What the organisation has decided. */
  rules: () => CatalogueRules;
  now: () => Date;
  onChange: () => void;
  /** A course came. */
  onInstalled: () => void;
  log: (words: string, error: unknown) => void;
}

export class Catalogue {
  private readonly memory: Memory;
  private readonly standing: Standing;
  private readonly downloads: Downloads;
  private readonly comparison: Comparison;
  private readonly installing: Installing;
  private checking: AbortController | null = null;
  private failure: CatalogueFailure | null = null;

  constructor(private readonly around: CatalogueSurroundings) {
    const folder = join(around.dataFolder, 'catalogue');
    this.memory = new Memory(folder, around.now, (file) => {
      const { index, sha256, signature } = openIndex(file);
      const { publicKey } = signature;
      return { publicKey, catalogue: index.id, version: index.version, sha256 };
    });
    this.standing = new Standing(this.memory, () => this.keys(), around.log);
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
    const taken = address === null ? null : this.standing.contents();
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
      isManaged: this.isManaged(),
      isChecking: this.checking !== null,
      checkedAt,
      failure: this.failure,
      question: this.question(signer),
      lost: this.memory.lost(),
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
      const tag = this.standing.contents() ? this.memory.read().tag : null;
      const found = await this.source().index(tag, checking.signal);
      checking.signal.throwIfAborted();
      this.failure = null;
      this.standing.dismiss();
      if (found) this.standing.consider({ ...openIndex(found.file), ...found });
      this.tidy();
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
    if (this.isManaged()) throw new OperationError('not-possible');
    const address = readCatalogueAddress(written);
    if (!address) throw new OperationError('bad-input', { what: 'address' });
    const text = address.kind === 'web' ? address.url : address.path;
    if (text !== this.memory.read().address) this.leave(text);
    return this.check();
  }

  /** Switches it off: nobody is asked any more. Courses that came stay. Throws OperationError. */
  forget(): void {
    if (this.isManaged()) throw new OperationError('not-possible');
    this.leave(null);
  }

  /** The person has heard that what was remembered was lost. */
  acknowledge(): void {
    this.memory.acknowledge();
  }

  /** The person says that the key is right. Throws OperationError: not-possible. */
  trust(keyId: string): void {
    if (!this.standing.trust(keyId)) throw new OperationError('not-possible');
    this.tidy();
  }

  /** Begins to bring courses. Settles when all came, or did not. Throws OperationError. */
  get(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const course = this.standing.contents()?.index.courses.find((each) => each.id === id);
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
    if (this.versionHere(course) === null)
      throw new OperationError('not-found', { what: 'course' });
    const others = this.memory.read().pinned.filter((each) => each !== course);
    this.memory.change({ pinned: isPinned ? [...others, course] : others });
  }

  /** Those of the organisation are known by the names it gave them. */
  private signerView(): Packs['signers']['view'] {
    const { signers } = this.around.packs;
    const decreed = this.around.rules().signers ?? [];
    const known = [
      ...decreed.map(({ name, key }) => knownSigner(key, name, true)),
      ...signers.all(),
    ];
    return (signature) => signers.view(signature, known);
  }

  private keys(): string[] | null {
    return this.around.rules().signers?.map(({ key }) => key) ?? null;
  }

  /** The servers that may be asked; none while it is switched off or lies in a folder. */
  origins(): string[] {
    const address = readCatalogueAddress(this.address() ?? '');
    return address?.kind === 'web' ? [new URL(address.url).origin] : [];
  }

  /** The organisation has said where from, or that from nowhere. */
  private isManaged(): boolean {
    const { address, isForbidden } = this.around.rules();
    return address !== null || isForbidden;
  }

  private address(): string | null {
    const { address, recommended, isForbidden } = this.around.rules();
    if (isForbidden) return null;
    const { address: chosen = recommended } = this.memory.read();
    return address ?? chosen;
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
    const taken = this.standing.contents();
    const course = taken?.index.courses.find((each) => each.id === id);
    if (!taken || !course) throw new CatalogueFault('file-missing', { file: id });
    if (isExpired(taken.index, this.around.now())) {
      throw new CatalogueFault('expired', { expires: taken.index.expires });
    }
    return { course, source: this.source() };
  }

  /** Files that came for courses which the catalogue no longer has are let go of. */
  private tidy(): void {
    if (this.installing.read().work !== null) return;
    const courses = this.standing.contents()?.index.courses ?? [];
    const hashes = courses.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    this.downloads.keepOnly(new Set(hashes));
  }

  private leave(address: string | null): void {
    this.checking?.abort();
    this.checking = null;
    // On Windows a file that is being written cannot be taken away.
    void this.installing
      .stop()
      .then(() => this.downloads.keepOnly(new Set()))
      .catch((error: unknown) => this.around.log('what came of a catalogue stays', error));
    this.memory.change({ address, trusted: null, tag: null, checkedAt: null });
    this.standing.leave();
    this.failure = null;
    this.around.onChange();
  }

  private question(signer: Packs['signers']['view']): KeyQuestion | null {
    const { asked } = this.standing;
    if (!asked) return null;
    const { because, index, signature } = asked;
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
