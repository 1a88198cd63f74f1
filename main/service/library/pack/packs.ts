// The pack being read and the pack being written: one of each at a time, started, watched, cancelled.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Course } from '../../../../core/course/course';
import { OperationError } from '../../../../core/errors';
import { type CompareState, changesBetween } from '../../../../core/pack/changes';
import { type PackFailure, PackFault } from '../../../../core/pack/fault';
import type { PackedFile } from '../../../../core/pack/manifest';
import type { AddedCourseView, PacksView, PackView } from '../../../../core/pack/views';
import { enforced, type Policy } from '../../../../core/policy/policy';
import { filesOf } from '../folders';
import { compareVersions, type Library } from '../library';
import { proveImport, proveSigner } from './allowed';
import { hashFiles } from './hash-files';
import { PackPlaces } from './places';
import { editedSince, readRecord, writeRecord } from './record';
import { openSigners, type Signers } from './signers';
import type { UnpackedCourse } from './unpack';
import { packFault, type Work } from './work';
import type { Sign } from './write-pack';

interface Surroundings {
  /** What the organisation has decided, as it stands. */
  policy: () => Policy;
  library: Library;
  dataFolder: string;
  /** Of the person's own courses. */
  ownFolder: string;
  now: () => Date;
  /** What is read or written, or how far it is, has changed. */
  onChange: () => void;
  /** A course came or went. */
  onLibrary: () => void;
  /** Something went wrong that has no name. */
  log: (words: string, error: unknown) => void;
}

type OwnCourse = ReturnType<Library['everywhere']>[number];

/** A pack that is unpacked, proven, and waits for a yes. */
interface Ready {
  staging: string;
  unpacked: UnpackedCourse;
}

/** How often progress is told at most. */
const tellMilliseconds = 100;

export class Packs {
  readonly signers: Signers;
  private readonly places: PackPlaces;
  private view: PacksView = { reading: { at: 'none' }, writing: { at: 'none' } };
  private reading = new AbortController();
  private writing = new AbortController();
  private ready: Ready | null = null;
  private toldAt = 0;

  constructor(private readonly around: Surroundings) {
    this.signers = openSigners(
      around.dataFolder,
      () => enforced(around.policy(), 'TrustedSigners'),
      around.now,
    );
    this.places = new PackPlaces(around.dataFolder, around.ownFolder);
  }

  read(): PacksView {
    return this.view;
  }

  /** Unpacks a pack, proves it, and shows what it would change. Settles when it did, or was refused. */
  async open(file: string): Promise<void> {
    this.dismiss();
    const { signal } = this.reading;
    const job = randomUUID();
    const name = basename(file);
    this.showImport({ at: 'reading', job, file: name, done: 0, of: 0 });
    const report = (done: number, of: number) =>
      this.tellSometimes(() => this.showImport({ at: 'reading', job, file: name, done, of }));
    let staging: string | null = null;
    try {
      proveImport(this.around.policy());
      staging = this.places.newStaging();
      // Read when there is a pack, not at each start.
      const { unpack } = await import('./unpack');
      const unpacked = await unpack(file, staging, { signal, report });
      proveSigner(this.around.policy(), unpacked.signature);
      const pack = await this.look(unpacked, { signal, report: () => {} });
      signal.throwIfAborted();
      this.ready = { staging, unpacked };
      this.showImport({ at: 'ready', job, file: name, pack });
    } catch (error) {
      if (staging !== null) this.places.discard(staging);
      // Another pack was opened, or the person cancelled: nobody waits for this one.
      if (signal.aborted) return;
      this.showImport({ at: 'refused', job, file: name, failure: this.failureOf(error, file) });
    }
  }

  /** Puts the pack that was read in its place. Throws OperationError. */
  install(job: string): { course: string } {
    const { reading: shown } = this.view;
    if (shown.at !== 'ready' || shown.job !== job || !this.ready) {
      throw new OperationError('not-possible');
    }
    const { pack } = shown;
    if (pack.installed?.is === 'same') throw new OperationError('not-possible');
    const { staging, unpacked } = this.ready;
    this.proveAllowed(unpacked);
    const { keptAt } = this.place(unpacked);
    this.ready = null;
    this.places.discard(staging);
    this.showImport({
      at: 'installed',
      job,
      course: pack.id,
      title: pack.title,
      language: pack.language,
      version: pack.version,
      updated: pack.installed !== null,
      keptAt,
    });
    return { course: pack.id };
  }

  /** Between the look at it and the yes, the organisation may have decided otherwise. */
  private proveAllowed({ signature }: UnpackedCourse): void {
    try {
      proveImport(this.around.policy());
      proveSigner(this.around.policy(), signature);
    } catch (error) {
      throw new OperationError('forbidden', {}, { cause: error });
    }
  }

  /** Puts a course that is unpacked and proven in its place, whichever way it came. */
  place(unpacked: UnpackedCourse): { keptAt: string | null } {
    const old = this.ownCourse(unpacked.course.id);
    // Since it was shown, somebody may have changed what is there.
    const keep = old !== undefined && isEdited(old);
    writeRecord(unpacked.root, unpacked);
    const { root, keptAt } = this.places.install(
      unpacked.root,
      old ? { root: old.root, keep } : null,
    );
    this.around.library.reload(root);
    this.around.onLibrary();
    return { keptAt };
  }

  /** An empty folder to put a course together in, which is gone afterwards whatever happens. */
  async inStaging<Result>(work: (staging: string) => Promise<Result>): Promise<Result> {
    const staging = this.places.newStaging();
    try {
      return await work(staging);
    } finally {
      this.places.discard(staging);
    }
  }

  /** Stops reading, or lets go of what was read. */
  dismiss(): void {
    this.reading.abort();
    this.reading = new AbortController();
    if (this.ready) this.places.discard(this.ready.staging);
    this.ready = null;
    this.showImport({ at: 'none' });
  }

  /** The signer of the pack that was read is known from now on. */
  trust(job: string, name: string): void {
    const { reading: shown } = this.view;
    const signature = this.ready?.unpacked.signature;
    if (shown.at !== 'ready' || shown.job !== job || !signature) {
      throw new OperationError('not-possible');
    }
    this.know(signature.publicKey, name);
  }

  know(publicKey: string, name: string): void {
    this.signers.know(publicKey, name);
    this.lookAgain();
  }

  forget(keyId: string): void {
    this.signers.forget(keyId);
    this.lookAgain();
  }

  /** Writes a course of the library as a pack. Settles when it stands there, or could not be written. */
  async write(course: string, file: string, sign: Sign): Promise<void> {
    this.stop();
    const { signal } = this.writing;
    const job = randomUUID();
    const found = this.around.library.find(course);
    this.showExport({ at: 'writing', job, course, done: 0, of: 0 });
    const report = (done: number, of: number) =>
      this.tellSometimes(() => this.showExport({ at: 'writing', job, course, done, of }));
    try {
      if (!found) throw new PackFault('unreadable', { file: course });
      const { writePack } = await import('./write-pack');
      const { root, course: outline } = found;
      const { bytes, signature } = await writePack(
        { root, id: course, version: outline.version },
        file,
        sign,
        this.around.now(),
        { signal, report },
      );
      const keyId = signature?.keyId ?? null;
      this.showExport({ at: 'written', job, course, file: basename(file), bytes, keyId });
    } catch (error) {
      if (signal.aborted) return;
      this.showExport({ at: 'failed', job, course, failure: this.failureOf(error, file) });
    }
  }

  stop(): void {
    this.writing.abort();
    this.writing = new AbortController();
    this.showExport({ at: 'none' });
  }

  /** Whether a pack brought it. */
  isAdded(course: string): boolean {
    const own = this.ownCourse(course);
    return own !== undefined && readRecord(own.root) !== null;
  }

  /** Null for a course that no pack brought. */
  added(course: string): AddedCourseView | null {
    const own = this.ownCourse(course);
    const record = own && readRecord(own.root);
    if (!own || !record) return null;
    const others = this.around.library
      .everywhere(course)
      .filter(({ root }) => root !== own.root)
      .map((each) => each.course.version)
      .sort(compareVersions);
    return {
      signer: this.signers.view(record.signature),
      edited: editedSince(own.root, record),
      below: others.at(-1) ?? null,
    };
  }

  /** Takes away a course that a pack brought; what was learned stays. Throws OperationError. */
  remove(course: string): { keptAt: string | null } {
    const own = this.ownCourse(course);
    if (!own || !readRecord(own.root)) throw new OperationError('not-found', { what: 'course' });
    const done = this.places.remove({ root: own.root, keep: isEdited(own) });
    this.around.library.reload(own.root);
    this.around.onLibrary();
    return done;
  }

  private ownCourse(id: string): OwnCourse | undefined {
    return this.around.library.everywhere(id).find(({ kind }) => kind === 'own');
  }

  /** What is in an unpacked pack, and what it would change. */
  private async look(unpacked: UnpackedCourse, work: Work): Promise<PackView> {
    const { course, manifest, signature } = unpacked;
    const here = this.around.library.find(course.id);
    const before = here && {
      course: here.course,
      hashes: hashesOf(await hashFiles(here.root, filesOf(here.root), work)),
    };
    const changes = changesBetween(before ?? null, {
      course,
      hashes: hashesOf(manifest.files),
    });
    return {
      ...shortOf(course),
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
      signer: this.signers.view(signature),
      installed: before ? this.installed(before, unpacked, changes) : null,
      changes,
    };
  }

  private installed(
    { course }: CompareState,
    { manifest, signature }: UnpackedCourse,
    changes: PackView['changes'],
  ): PackView['installed'] {
    const have = course.version;
    if (compareVersions(have, manifest.version) > 0) throw new PackFault('older', { have });
    const own = this.ownCourse(manifest.id);
    const record = own && readRecord(own.root);
    const { files } = changes;
    const isSame = files.new + files.gone + files.changed === 0;
    const signer = record?.signature ?? null;
    const isOther = signer !== null && signer.publicKey !== signature?.publicKey;
    return {
      version: have,
      is: isSame ? 'same' : have === manifest.version ? 'other' : 'older',
      signer: isOther ? this.signers.view(signer) : null,
      edited: own ? (record ? editedSince(own.root, record) : own.course.files) : [],
    };
  }

  private lookAgain(): void {
    const { reading: shown } = this.view;
    if (shown.at !== 'ready' || !this.ready) return;
    const signer = this.signers.view(this.ready.unpacked.signature);
    this.showImport({ ...shown, pack: { ...shown.pack, signer } });
  }

  private showImport(shown: PacksView['reading']): void {
    this.view = { ...this.view, reading: shown };
    this.around.onChange();
  }

  private showExport(shown: PacksView['writing']): void {
    this.view = { ...this.view, writing: shown };
    this.around.onChange();
  }

  private tellSometimes(tell: () => void): void {
    const now = Date.now();
    if (now - this.toldAt < tellMilliseconds) return;
    this.toldAt = now;
    tell();
  }

  private failureOf(thrown: unknown, file: string): PackFailure {
    const error = packFault(thrown, file);
    if (error instanceof PackFault) return { kind: error.kind, values: error.values };
    this.around.log('a pack failed', error);
    return { kind: 'unexpected', values: {} };
  }
}

/** What a crash left half-way is mended before the library reads the courses. */
export const sweepPacks = (dataFolder: string, ownFolder: string): void =>
  new PackPlaces(dataFolder, ownFolder).sweep();

/** Not as a pack brought it: somebody's work would be lost. */
function isEdited({ root }: OwnCourse): boolean {
  const record = readRecord(root);
  return record === null || editedSince(root, record).length > 0;
}

const hashesOf = (files: readonly PackedFile[]): Map<string, string> =>
  new Map(files.map(({ path, sha256 }) => [path, sha256]));

function shortOf(course: Course) {
  const [{ matter, lessons, language }] = course.texts;
  return {
    id: course.id,
    version: course.version,
    title: matter.title,
    summary: matter.summary,
    language,
    languages: course.texts.map((text) => text.language),
    level: matter.level,
    authors: matter.authors,
    license: matter.license ?? null,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.matter.minutes, 0),
    lessons: lessons.length,
  };
}
