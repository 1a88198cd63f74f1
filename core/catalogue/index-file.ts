// The index of a catalogue: which courses there are, file by file, in a file that is signed as a whole.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { courseMatter } from '../course/matter-schemas';
import { PackFault } from '../pack/fault';
import { checkFiles, type Manifest, makeManifest, manifestText } from '../pack/manifest';
import { nameFault } from '../pack/names';
import { type PackSignature, readSignature, signatureText } from '../pack/signature';
import { z } from '../zod';
import { CatalogueFault } from './fault';
import { catalogueLimits } from './limits';

/** Keeps a signature from meaning anything but the index of a catalogue of this format. */
const domain = utf8ToBytes('deskwise catalogue index 1\0');

/** What is signed: never what the signature of a pack would be over. */
export const signedIndexBytes = (index: Uint8Array): Uint8Array => concatBytes(domain, index);

const formatVersion = 1;
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const hexadecimal = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

const courseSchema = z.strictObject({
  id: courseMatter.shape.id.max(100),
  version: courseMatter.shape.version.max(100),
  minutes: z.int().min(0).max(100_000),
  /** The course's own language first. */
  texts: z
    .array(
      z.strictObject({
        language: z.string().min(2).max(35),
        title: z.string().min(1).max(catalogueLimits.title),
        summary: z.string().max(catalogueLimits.summary),
      }),
    )
    .min(1)
    .max(catalogueLimits.languages),
  /** In the course's own language. */
  lessons: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(200),
        file: z.string().min(1).max(200),
        title: z.string().min(1).max(catalogueLimits.title),
      }),
    )
    .max(catalogueLimits.lessons),
  /** The hash of the manifest that the pack had: the files in order make it again. */
  manifest: hash,
  /** Of the pack; null when nobody signed it. */
  signature: z
    .strictObject({
      keyId: hexadecimal(32),
      publicKey: hexadecimal(64),
      signature: hexadecimal(128),
    })
    .nullable(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), sha256: hash })).min(1),
});

const indexSchema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  /** Stays the same from version to version: a signer may have several catalogues. */
  id: z.uuid(),
  name: z.string().min(1).max(catalogueLimits.name),
  version: z.int().min(1),
  published: z.iso.datetime(),
  /** From then on nothing more is installed by this version. */
  expires: z.iso.datetime(),
  courses: z.array(courseSchema).max(catalogueLimits.courses),
});

export type CatalogueIndex = z.infer<typeof indexSchema>;
export type CatalogueCourse = CatalogueIndex['courses'][number];

/** The one way to write an index: the signature is over these very characters. */
export const indexText = (index: CatalogueIndex): string =>
  `${JSON.stringify(indexSchema.parse(index))}\n`;

const envelopeSchema = z.strictObject({
  signature: z.unknown(),
  /** As a text within: so the signed characters are exactly these, whatever reads the file. */
  index: z.string(),
});

/** The file as it is published. One file: an old signature can never stand beside a new index. */
export const envelopeText = (index: string, signature: PackSignature): string =>
  `${JSON.stringify({ signature, index })}\n`;

/** The signature and the signed characters, as written. Throws CatalogueFault: not-a-catalogue, signature-wrong. */
export function readEnvelope(file: string): { signature: PackSignature; index: string } {
  const written = envelopeSchema.safeParse(parsed(file));
  if (!written.success) throw new CatalogueFault('not-a-catalogue');
  try {
    const signature = readSignature(signatureText(written.data.signature as PackSignature));
    return { signature, index: written.data.index };
  } catch (error) {
    throw new CatalogueFault('signature-wrong', {}, { cause: error });
  }
}

/** Of characters whose signature was proven. Throws CatalogueFault: newer-format, not-a-catalogue, tangled. */
export function readIndex(text: string): CatalogueIndex {
  const written = parsed(text);
  const version = (written as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > formatVersion) {
    throw new CatalogueFault('newer-format');
  }
  const result = indexSchema.safeParse(written);
  if (!result.success) throw new CatalogueFault('not-a-catalogue');
  const index = result.data;
  // Keys twice, other orders, other spaces: two readers could understand two things.
  if (indexText(index) !== text) throw new CatalogueFault('tangled');
  for (const [at, course] of index.courses.entries()) {
    const before = index.courses[at - 1];
    if (before && before.id >= course.id)
      throw new CatalogueFault('tangled', { course: course.id });
    proveCourse(course);
  }
  return index;
}

function proveCourse(course: CatalogueCourse): void {
  const { id, files, manifest } = course;
  try {
    // The id becomes the name of a folder, the paths those of files.
    if (nameFault(id)) throw new CatalogueFault('tangled', { course: id });
    checkFiles(files);
  } catch (error) {
    if (!(error instanceof PackFault)) throw error;
    throw new CatalogueFault('tangled', { course: id }, { cause: error });
  }
  const text = manifestText(manifestOf(course));
  if (bytesToHex(sha256(utf8ToBytes(text))) !== manifest) {
    throw new CatalogueFault('tangled', { course: id });
  }
}

/** The manifest of the pack that a course of the catalogue was. */
export const manifestOf = ({ id, version, files }: CatalogueCourse): Manifest =>
  makeManifest(id, version, files);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CatalogueFault('not-a-catalogue');
  }
}
