// Makes the folder of a catalogue out of packs: files named by what is in them, and the signed index, last of all.
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentPath, indexFile } from '../../../../core/catalogue/address';
import {
  type CatalogueCourse,
  type CatalogueIndex,
  envelopeText,
  indexText,
} from '../../../../core/catalogue/index-file';
import { catalogueLimits } from '../../../../core/catalogue/limits';
import { manifestText } from '../../../../core/pack/manifest';
import { packEnding } from '../../../../core/pack/pack-name';
import { compareVersions } from '../library';
import { syncFolder } from '../pack/sync-folder';
import { type UnpackedCourse, unpack } from '../pack/unpack';
import type { Work } from '../pack/work';
import { sha256Of } from './content-hash';
import { openIndex, type SignedIndex } from './judge';
import type { CatalogueKey } from './key-file';
import { writeIndex } from './write-index';

export interface Built {
  index: CatalogueIndex;
  /** Of older versions of a course: the catalogue has the newest. */
  passedOver: string[];
  /** Files that no version needs any more. */
  removed: number;
}

/** What stands in the way of a catalogue, with the pack it is about. */
export class BuildFault extends Error {
  constructor(
    readonly kind: 'no-packs' | 'pack' | 'same-version' | 'other-key',
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(`${kind} ${file}`, options);
    this.name = 'BuildFault';
  }
}

export interface Order {
  /** The folder with the packs. */
  packs: string;
  to: string;
  key: CatalogueKey;
  /** Until it counts no more. */
  days: number;
  /** Null: as before, or as the folder is called. */
  name: string | null;
  now: Date;
}

const dayMilliseconds = 86_400_000;

/** Throws BuildFault, and the system's error; then the catalogue that was there is as it was. */
export async function buildCatalogue(order: Order, work: Work): Promise<Built> {
  const { packs, to, key, days, now } = order;
  const files = readdirSync(packs)
    .filter((name) => name.endsWith(packEnding))
    .sort();
  if (files.length === 0) throw new BuildFault('no-packs', packs);
  const before = catalogueIn(to);
  if (before && before.signature.publicKey !== key.publicKey) throw new BuildFault('other-key', to);
  mkdirSync(to, { recursive: true });
  const courses = new Map<string, { course: CatalogueCourse; file: string }>();
  const passedOver: string[] = [];
  for (const file of files) {
    const course = await takeIn(join(packs, file), to, work);
    const other = courses.get(course.id);
    const difference = other ? compareVersions(course.version, other.course.version) : 1;
    if (difference === 0) throw new BuildFault('same-version', file);
    if (difference < 0) passedOver.push(file);
    else {
      if (other) passedOver.push(other.file);
      courses.set(course.id, { course, file });
    }
  }
  const index: CatalogueIndex = {
    formatVersion: 1,
    id: before?.index.id ?? randomUUID(),
    name: order.name ?? before?.index.name ?? (to.split(/[\\/]/).findLast(Boolean) || 'Courses'),
    version: (before?.index.version ?? 0) + 1,
    published: now.toISOString(),
    expires: new Date(now.getTime() + days * dayMilliseconds).toISOString(),
    courses: [...courses.values()]
      .map(({ course }) => course)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  const text = indexText(index);
  writeIndex(to, envelopeText(text, key.sign(Buffer.from(text))));
  syncFolder(to);
  return {
    index,
    passedOver,
    removed: removeUnneeded(to, [index, ...(before ? [before.index] : [])]),
  };
}

/** The catalogue in a folder; null when there is none. Throws CatalogueFault when it is damaged. */
export function catalogueIn(folder: string): SignedIndex | null {
  const file = join(folder, indexFile);
  return existsSync(file) ? openIndex(readFileSync(file)) : null;
}

/** Proves a pack like one that a person opens, and puts its files among the others. */
async function takeIn(pack: string, to: string, work: Work): Promise<CatalogueCourse> {
  const staging = mkdtempSync(join(to, '.building-'));
  try {
    const unpacked = await unpack(pack, staging, work).catch((error: unknown) => {
      throw new BuildFault('pack', pack, { cause: error });
    });
    for (const file of unpacked.manifest.files) {
      const target = join(to, contentPath(file.sha256));
      if (statSync(target, { throwIfNoEntry: false })?.size === file.bytes) continue;
      mkdirSync(dirname(target), { recursive: true });
      await rename(join(unpacked.root, file.path), target);
      syncFolder(dirname(target));
    }
    return courseOf(unpacked);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function courseOf({ course, manifest, signature }: UnpackedCourse): CatalogueCourse {
  const [{ lessons }] = course.texts;
  return {
    id: manifest.id,
    version: manifest.version,
    minutes: lessons.reduce((sum, { matter }) => sum + matter.minutes, 0),
    texts: course.texts.map(({ language, matter: { title, summary } }) => ({
      language,
      title: cut(title, catalogueLimits.title),
      summary: cut(summary, catalogueLimits.summary),
    })),
    lessons: lessons.map(({ id, file, matter }) => ({
      id,
      file,
      title: cut(matter.title, catalogueLimits.title),
    })),
    manifest: sha256Of(manifestText(manifest)),
    signature,
    files: manifest.files,
  };
}

/** Whole characters, as many as fit. */
function cut(text: string, most: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short;
}

/**
 * Takes away the files that none of these versions names. Those of the version before stay: who
 * began to fetch by it can end.
 */
export function removeUnneeded(folder: string, versions: readonly CatalogueIndex[]): number {
  const needed = new Set(
    versions.flatMap(({ courses }) =>
      courses.flatMap(({ files }) => files.map(({ sha256 }) => `${sha256}.bin`)),
    ),
  );
  let removed = 0;
  const content = join(folder, 'files');
  const parts = existsSync(content) ? readdirSync(content, { withFileTypes: true }) : [];
  // Systems put files of their own beside them.
  for (const part of parts.filter((each) => each.isDirectory())) {
    for (const name of readdirSync(join(content, part.name))) {
      if (needed.has(name) || !/^[0-9a-f]{64}\.bin$/.test(name)) continue;
      rmSync(join(content, part.name, name));
      removed++;
    }
  }
  return removed;
}
