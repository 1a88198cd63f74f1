// A publisher with a catalogue, a web server in memory that can be made to lie, and a computer that installs from it.

import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentPath, indexFile } from '../../../core/catalogue/address';
import {
  type CatalogueIndex,
  envelopeText,
  indexText,
  signedIndexBytes,
} from '../../../core/catalogue/index-file';
import type { CatalogueView, OfferView } from '../../../core/catalogue/views';
import { makeSignature, signedBytes } from '../../../core/pack/signature';
import { noPolicy } from '../../../core/policy/policy';
import {
  type Built,
  buildCatalogue,
} from '../../../main/service/library/catalogue/build-catalogue';
import { Catalogue } from '../../../main/service/library/catalogue/catalogue';
import { sha256Of } from '../../../main/service/library/catalogue/content-hash';
import { openIndex } from '../../../main/service/library/catalogue/judge';
import type { CatalogueKey } from '../../../main/service/library/catalogue/key-file';
import { type CatalogueRules, catalogueRules } from '../../../main/service/library/catalogue/rules';
import type { CourseFolder } from '../../../main/service/library/folders';
import { Library } from '../../../main/service/library/library';
import { Packs, sweepPacks } from '../../../main/service/library/pack/packs';
import { type Sign, writePack } from '../../../main/service/library/pack/write-pack';
import { noParseCache } from '../../../main/service/store/parse-cache';
import { type Web, WebFault, type WebReply, type WebRequest } from '../../../main/service/sync/web';

export type Files = Record<string, string | Buffer>;

export const work = { signal: new AbortController().signal, report: () => {} };

export interface Key extends CatalogueKey {
  signPack: Sign;
}

export function newKey(): Key {
  const { publicKey: half, privateKey } = generateKeyPairSync('ed25519');
  const publicKey = Buffer.from(half.export({ format: 'jwk' }).x ?? '', 'base64url').toString(
    'hex',
  );
  const signed = (bytes: Uint8Array) =>
    makeSignature(publicKey, sign(null, bytes, privateKey).toString('hex'));
  return {
    publicKey,
    sign: (index) => signed(signedIndexBytes(index)),
    signPack: async (manifest) => signed(signedBytes(manifest)),
  };
}

/** The file of an index that somebody with the key makes by hand. */
export function forged(index: CatalogueIndex, key: Key): string {
  const text = indexText(index);
  return envelopeText(text, key.sign(Buffer.from(text)));
}

export class CatalogueDesk {
  readonly site: string;
  readonly data: string;
  readonly own: string;
  readonly address = 'https://courses.example/catalogue/';
  key = newKey();
  now = new Date('2026-11-20T12:00:00Z');
  /** What the server was asked, and how many bytes it sent. */
  asked: WebRequest[] = [];
  sent = 0;
  /** Answers in place of the server; undefined where the server itself shall answer. */
  lie: (request: WebRequest, path: string) => WebReply | undefined | Promise<WebReply | undefined> =
    () => undefined;
  library!: Library;
  packs!: Packs;
  catalogue!: Catalogue;
  readonly log: string[] = [];
  private packsMade = 0;

  constructor(
    private readonly folder: string,
    private readonly shipped: readonly CourseFolder[] = [],
    private readonly rules: CatalogueRules = catalogueRules(noPolicy),
  ) {
    this.site = join(folder, 'site');
    this.data = join(folder, 'data');
    this.own = join(this.data, 'courses');
    mkdirSync(this.own, { recursive: true });
    this.start();
  }

  /** As the service starts. */
  start(): void {
    sweepPacks(this.data, this.own);
    const folders: CourseFolder[] = [...this.shipped, { kind: 'own', path: this.own }];
    this.library = new Library(folders, noParseCache);
    const log = (words: string, error: unknown) => this.log.push(`${words}: ${String(error)}`);
    const around = { library: this.library, dataFolder: this.data, now: () => this.now, log };
    this.packs = new Packs({
      ...around,
      policy: () => noPolicy,
      ownFolder: this.own,
      onChange: () => {},
      onLibrary: () => {},
    });
    this.catalogue = new Catalogue({
      ...around,
      packs: this.packs,
      web: this.web,
      rules: () => this.rules,
      onChange: () => {},
      onInstalled: () => {},
    });
  }

  /** Puts a pack among those that are published. */
  async pack(id: string, version: string, files: Files, sign: Sign = async () => null) {
    const root = join(this.folder, 'written', `${++this.packsMade}`, id);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    mkdirSync(join(this.folder, 'packs'), { recursive: true });
    const file = join(this.folder, 'packs', `${id}-${version}.course`);
    await writePack({ root, id, version }, file, sign, this.now, work);
    return file;
  }

  unpack(file: string): void {
    rmSync(file);
  }

  publish(days = 30, key = this.key): Promise<Built> {
    const packs = join(this.folder, 'packs');
    return buildCatalogue(
      { packs, to: this.site, key, days, name: 'Courses of the city', now: this.now },
      work,
    );
  }

  published(): Buffer {
    return readFileSync(join(this.site, indexFile));
  }

  index(): CatalogueIndex {
    return openIndex(this.published()).index;
  }

  /** Puts another index there. */
  replaceIndex(content: string | Buffer): void {
    writeFileSync(join(this.site, indexFile), content);
  }

  content(sha256: string): string {
    return join(this.site, contentPath(sha256));
  }

  view(): CatalogueView {
    return this.catalogue.read('en');
  }

  offer(id = 'desk'): OfferView {
    const offer = this.view().contents?.offers.find((each) => each.id === id);
    if (!offer) throw new Error(`nothing is offered as ${id}: ${JSON.stringify(this.view())}`);
    return offer;
  }

  /** Switches it on at an address and says that the key is right. */
  async trust(address = this.address): Promise<void> {
    await this.catalogue.set(address);
    const { question } = this.view();
    if (!question) throw new Error(`no question: ${JSON.stringify(this.view())}`);
    this.catalogue.trust(question.signer.keyId);
  }

  /** Brings a course, and says how it ended. */
  async get(id = 'desk'): Promise<string> {
    this.asked = [];
    this.sent = 0;
    await this.catalogue.get([id]);
    const outcome = this.view().outcomes.find(({ course }) => course === id);
    if (!outcome) return 'stopped';
    return outcome.at === 'installed' ? `installed ${outcome.version}` : outcome.failure.kind;
  }

  /** Asks again, and says why it was not taken. */
  async check(): Promise<string> {
    await this.catalogue.check();
    const { failure, question } = this.view();
    return failure?.kind ?? question?.because ?? 'taken';
  }

  /** A plain static server. */
  readonly web: Web = async (request, signal) => {
    signal.throwIfAborted();
    this.asked.push(request);
    const path = decodeURIComponent(request.url.slice(this.address.length));
    const reply = (await this.lie(request, path)) ?? this.answer(request, path);
    this.sent += reply.body.length;
    signal.throwIfAborted();
    return reply;
  };

  private answer({ url, headers }: WebRequest, path: string): WebReply {
    if (!url.startsWith(this.address)) throw new WebFault('offline', url);
    const file = join(this.site, path);
    const none = new Uint8Array();
    if (!existsSync(file)) return { status: 404, headers: {}, body: none };
    const all = readFileSync(file);
    const etag = `"${sha256Of(all)}"`;
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: none };
    const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
    const isStale = headers['if-range'] !== undefined && headers['if-range'] !== etag;
    if (!range || isStale) return { status: 200, headers: { etag }, body: all };
    const [from, to] = [Number(range[1]), Number(range[2])];
    return {
      status: 206,
      headers: { etag, 'content-range': `bytes ${from}-${to}/${all.length}` },
      body: all.subarray(from, to + 1),
    };
  }
}
