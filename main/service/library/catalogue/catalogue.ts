// The catalogue: switched on by an address, asked when a person wants it, trusted by its key, and taken only forward.
import { join } from 'node:path';
import { readCatalogueAddress } from '../../../../core/catalogue/address';
import type { ComingRow } from '../../../../core/catalogue/coming';
import { type CatalogueFailure, CatalogueFault } from '../../../../core/catalogue/fault';
import type { CatalogueCourse } from '../../../../core/catalogue/index-file';
import type { CatalogueView } from '../../../../core/catalogue/views';
import { OperationError } from '../../../../core/errors';
import type { Clock } from '../../sync/runner';
import type { Web } from '../../sync/web';
import type { Library } from '../library';
import type { Packs } from '../pack/packs';
import { knownSigner } from '../pack/signers';
import { Comparison } from './compare';
import { Downloads } from './downloads';
import { failureOf } from './failure';
import { Installing } from './installing';
import { isExpired, openIndex } from './judge';
import { Mandated } from './mandated';
import { Memory } from './memory';
import { offerOf, stateOf } from './offers';
import { Place } from './place';
import type { CatalogueRules } from './rules';
import type { CatalogueSource } from './source';
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

/** Whoever is without the network at the start may have it later: in milliseconds. */
const lookAgain = 60 * 60_000;

export class Catalogue {
  private readonly memory: Memory;
  private readonly place: Place;
  private readonly standing: Standing;
  private readonly downloads: Downloads;
  private readonly comparison: Comparison;
  private readonly installing: Installing;
  private readonly mandated: Mandated;
  private checking: AbortController | null = null;
  /** Since the app was started. */
  private hasAnswered = false;
  private failure: CatalogueFailure | null = null;

  constructor(private readonly around: CatalogueSurroundings) {
    const folder = join(around.dataFolder, 'catalogue');
    this.memory = new Memory(folder, around.now, (file) => {
      const { index, sha256, signature } = openIndex(file);
      const { publicKey } = signature;
      return { publicKey, catalogue: index.id, version: index.version, sha256 };
    });
    this.place = new Place({ ...around, memory: this.memory });
    this.standing = new Standing(this.memory, () => this.keys(), around.log);
    this.downloads = new Downloads(join(folder, 'files'));
    this.comparison = new Comparison(around.library, around.onChange, around.log);
    this.installing = new Installing({
      ...around,
      downloads: this.downloads,
      offered: (id) => this.offered(id),
    });
    this.mandated = new Mandated({
      ...{ ...around, standing: this.standing, installing: this.installing },
      isTrusting: () => this.isTrusting(),
    });
  }

  /**
   * Looks by itself, now and each hour, as long as a course that everybody has to finish is not here;
   * only where it is switched on, and where it is known whose catalogue counts.
   */
  follow(after: Clock['after']): void {
    if (this.mandated.isLookDue()) void this.check();
    after(lookAgain, () => this.follow(after));
  }

  /** Courses that everybody has to finish and that are not here; none where it is switched off. */
  coming(language: string): ComingRow[] {
    if (this.place.address() === null) return [];
    return this.mandated.read(language, {
      isUnderWay: this.checking !== null,
      cameThrough: this.hasAnswered,
      failure: this.failure,
    });
  }

  read(language: string): CatalogueView {
    const address = this.place.address();
    const taken = address === null ? null : this.standing.contents();
    if (taken) this.comparison.follow(taken.index);
    const signer = this.signerView();
    const { pinned, checkedAt } = this.memory.read();
    const mandatory = new Set(this.around.rules().mandatory.map(({ course }) => course));
    const offer = (course: CatalogueCourse) =>
      offerOf(course, language, {
        here: this.comparison.of(course),
        version: this.versionHere(course.id),
        isPinned: pinned.includes(course.id),
        isMandatory: mandatory.has(course.id),
        signer,
        bytesOf: (file) => this.downloads.bytesOf(file),
      });
    return {
      address,
      isManaged: this.place.isManaged(),
      isChecking: this.checking !== null,
      checkedAt,
      failure: this.failure,
      question: this.standing.question(signer),
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
    const address = this.place.address();
    if (this.checking || address === null) return;
    const checking = new AbortController();
    this.checking = checking;
    this.around.onChange();
    try {
      // Only a catalogue that is at hand need not be read again; its tag is told to nobody else.
      const { tag: known, answered } = this.memory.read();
      const tag = answered === address && this.standing.contents() ? known : null;
      const found = await this.place.source().index(tag, checking.signal);
      checking.signal.throwIfAborted();
      this.failure = null;
      this.standing.dismiss();
      if (found) this.standing.consider({ ...openIndex(found.file), ...found });
      this.tidy();
      this.memory.change({ checkedAt: this.around.now().toISOString(), answered: address });
      this.hasAnswered = true;
      this.mandated.bring();
    } catch (error) {
      if (!checking.signal.aborted) this.failure = failureOf(error, this.around);
    } finally {
      if (this.checking === checking) this.checking = null;
      this.around.onChange();
    }
  }

  /** Another address, whose key is asked about anew. Throws OperationError. */
  set(written: string): Promise<void> {
    if (this.place.isManaged()) throw new OperationError('not-possible');
    const address = readCatalogueAddress(written);
    if (!address) throw new OperationError('bad-input', { what: 'address' });
    const text = address.kind === 'web' ? address.url : address.path;
    if (text !== this.memory.read().address) this.leave(text);
    return this.check();
  }

  /** Switches it off: nobody is asked any more. Courses that came stay. Throws OperationError. */
  forget(): void {
    if (this.place.isManaged()) throw new OperationError('not-possible');
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
    this.mandated.bring();
  }

  /** Begins to bring courses. Settles when all came, or did not. Throws OperationError. */
  get(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const course = this.standing.contents()?.index.courses.find((each) => each.id === id);
      if (!course) throw new OperationError('not-found', { what: 'course' });
      const state = stateOf(course, this.versionHere(id), this.comparison.of(course));
      if (state !== 'new' && state !== 'update') throw new OperationError('not-possible');
    }
    this.mandated.release(ids);
    return this.installing.start(ids);
  }

  stop(): Promise<void> {
    this.mandated.hold();
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
    return this.place.origins();
  }

  /** Somebody wants it, and nobody need be asked whose it is: it was trusted, or the organisation says. */
  private isTrusting(): boolean {
    return this.place.isChosen() && (this.memory.read().trusted !== null || this.keys() !== null);
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
    return { course, source: this.place.source() };
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
    this.memory.change({ address, trusted: null, tag: null, checkedAt: null, answered: null });
    this.standing.leave();
    this.failure = null;
    this.hasAnswered = false;
    this.around.onChange();
  }
}
