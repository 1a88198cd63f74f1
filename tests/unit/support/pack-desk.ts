// A library with packs on real files, in a folder where nothing else may change.
import { createHash, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, makeManifest, manifestText } from '../../../core/pack/manifest';
import { makeSignature, signatureText, signedBytes } from '../../../core/pack/signature';
import type { ImportView, PackView } from '../../../core/pack/views';
import { noPolicy, type Policy } from '../../../core/policy/policy';
import type { CourseFolder } from '../../../main/service/library/folders';
import { Library } from '../../../main/service/library/library';
import { Packs, sweepPacks } from '../../../main/service/library/pack/packs';
import type { Sign } from '../../../main/service/library/pack/write-pack';
import { courseText, lessonText, madeFrom, writeFiles } from './course-files';
import { bytesBelow, temporaryFolder } from './folders';
import type { RawEntry } from './raw-zip';
import { noCache } from './service';

export type Files = Record<string, string | Buffer>;

const deskLesson = `${lessonText('First')}\n![A desk with a locked screen](assets/desk.svg)\n`;

/** A course with words, a translation and a picture. */
export const deskCourse = (version = '1.0.0', id = 'desk'): Files => ({
  'course.md': courseText(id, version),
  '01-first.md': deskLesson,
  'assets/desk.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  'es/course.md': courseText(id, version).replace('language: en', 'language: es'),
  'es/01-first.md': madeFrom(
    deskLesson,
    `${lessonText('Primera')}\n![Una mesa](assets/desk.svg)\n`,
  ),
});

export const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

export const manifestOf = (files: Files, id = 'desk', version = '1.0.0'): Manifest =>
  makeManifest(
    id,
    version,
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: Buffer.byteLength(content),
      sha256: sha256(content),
    })),
  );

/** The entries of a pack as any tool might write them. */
export const entriesOf = (files: Files, manifest = manifestOf(files)): RawEntry[] => [
  { name: 'pack.json', content: manifestText(manifest) },
  ...Object.entries(files).map(([name, content]) => ({ name, content })),
];

export interface Signer {
  publicKey: string;
  sign: Sign;
  signatureText: (manifest: string) => string;
}

export function newSigner(): Signer {
  const { publicKey: half, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = half.export({ format: 'jwk' });
  const publicKey = Buffer.from(x, 'base64url').toString('hex');
  const signature = (manifest: Uint8Array) =>
    makeSignature(publicKey, signWith(null, signedBytes(manifest), privateKey).toString('hex'));
  return {
    publicKey,
    sign: async (manifest) => signature(manifest),
    signatureText: (manifest) => signatureText(signature(Buffer.from(manifest))),
  };
}

export const unsigned: Sign = async () => null;

const now = () => new Date('2026-11-20T12:00:00Z');

export class PackDesk {
  /** Everything there is; only `data` may change, and of it only what is asked for. */
  readonly folder = temporaryFolder();
  readonly data = join(this.folder, 'data');
  readonly own = join(this.data, 'courses');
  library: Library;
  packs: Packs;
  /** Every state that was shown. */
  readonly shown: ImportView['at'][] = [];
  readonly log: string[] = [];
  /** What the organisation has decided, as it stands. */
  policy: Policy = noPolicy;
  private files = 0;

  constructor(private readonly shipped: readonly CourseFolder[] = []) {
    mkdirSync(this.own, { recursive: true });
    [this.library, this.packs] = this.start();
  }

  /** As the service starts. */
  start(): [Library, Packs] {
    sweepPacks(this.data, this.own);
    const folders: CourseFolder[] = [...this.shipped, { kind: 'own', path: this.own }];
    const library = new Library(folders, noCache, now);
    const packs = new Packs(this.around(library));
    this.library = library;
    this.packs = packs;
    return [library, packs];
  }

  /** What packs work with here. */
  around(library: Library): ConstructorParameters<typeof Packs>[0] {
    return {
      policy: () => this.policy,
      library,
      dataFolder: this.data,
      ownFolder: this.own,
      now,
      onChange: () => this.shown.push(this.packs?.read().reading.at ?? 'none'),
      onLibrary: () => {},
      log: (words, error) => this.log.push(`${words}: ${String(error)}`),
    };
  }

  /** A file beside the data folder. */
  file(content: Buffer): string {
    const file = join(this.folder, `${++this.files}.course`);
    writeFileSync(file, content);
    return file;
  }

  /** A course being written in the own folder. */
  author(folder: string, files: Files): string {
    writeFiles(join(this.own, folder), files);
    this.library.reload(join(this.own, folder));
    return join(this.own, folder);
  }

  async open(file: string): Promise<ImportView> {
    await this.packs.open(file);
    return this.packs.read().reading;
  }

  /** Opens a pack that is good, and gives what is shown of it. */
  async look(file: string): Promise<PackView & { job: string }> {
    const view = await this.open(file);
    if (view.at !== 'ready') throw new Error(JSON.stringify(view));
    return { ...view.pack, job: view.job };
  }

  async install(file: string): Promise<ImportView> {
    const { job } = await this.look(file);
    this.packs.install(job);
    return this.packs.read().reading;
  }

  /** Writes a course as a pack, and gives the file. */
  async write(course: string, sign: Sign = unsigned): Promise<string> {
    const file = join(this.folder, `${++this.files}-${course}.course`);
    await this.packs.write(course, file, sign);
    const view = this.packs.read().writing;
    if (view.at !== 'written') throw new Error(JSON.stringify(view));
    return file;
  }

  /** The bytes of all files, but for those in the staging folder. */
  everything(): Map<string, string> {
    return new Map(
      [...bytesBelow(this.folder)]
        .filter(([path]) => !path.startsWith(join(this.data, 'packs', 'staging')))
        .map(([path, bytes]) => [path, sha256(bytes)]),
    );
  }

  staged(): string[] {
    const staging = join(this.data, 'packs', 'staging');
    return existsSync(staging) ? [...bytesBelow(staging).keys()] : [];
  }
}
