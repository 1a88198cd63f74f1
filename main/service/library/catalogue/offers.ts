// One course of the catalogue beside what is here of it: what would change, and how much must be fetched.
import type { CatalogueCourse } from '../../../../core/catalogue/index-file';
import type {
  LessonNews,
  OfferChanges,
  OfferHere,
  OfferState,
  OfferView,
} from '../../../../core/catalogue/views';
import { bestOf } from '../../../../core/course/in-language';
import type { SignerView } from '../../../../core/pack/views';
import { compareVersions } from '../library';
import type { Here } from './compare';
import type { ContentFile } from './source';

interface Known {
  /** Null: nothing is here. Undefined: it is not known yet what. */
  here: Here | null | undefined;
  /** The version that is here; null when none is. */
  version: string | null;
  isPinned: boolean;
  isMandatory: boolean;
  /** Who signed, in what is known on this computer. */
  signer: (signature: { publicKey: string; keyId: string } | null) => SignerView;
  /** How much of a file came already. */
  bytesOf: (file: ContentFile) => number;
}

export function offerOf(
  course: CatalogueCourse,
  language: string,
  { here, version, isPinned, isMandatory, signer, bytesOf }: Known,
): OfferView {
  const text = textOf(course, language);
  const state = stateOf(course, version, here);
  return {
    id: course.id,
    version: course.version,
    title: text.title,
    summary: text.summary,
    language: text.language,
    languages: course.texts.map((each) => each.language),
    minutes: course.minutes,
    lessons: course.lessons.map(({ title }) => title),
    bytes: sum(course.files),
    toFetch: here === undefined ? null : sum(toFetch(course, here, bytesOf)),
    signer: signer(course.signature),
    state,
    here: version === null ? null : hereOf(course, version, here, signer),
    changes: state === 'update' && here ? changesOf(course, here) : null,
    pinned: isPinned && version !== null,
    mandatory: isMandatory,
  };
}

/** Title and summary in the language that fits a reader best. */
export function textOf(
  course: CatalogueCourse,
  language: string,
): CatalogueCourse['texts'][number] {
  const [own, ...translations] = course.texts as [
    CatalogueCourse['texts'][0] & object,
    ...CatalogueCourse['texts'],
  ];
  return bestOf<typeof own>([own, ...translations], language);
}

export function stateOf(
  course: CatalogueCourse,
  version: string | null,
  here: Here | null | undefined,
): OfferState {
  if (version === null) return 'new';
  const order = compareVersions(version, course.version);
  if (order !== 0) return order > 0 ? 'newer-here' : 'update';
  const isSame = course.files.every(({ path, sha256 }) => here?.hashes.get(path) === sha256);
  return !here || (isSame && here.hashes.size === course.files.length) ? 'same' : 'update';
}

function hereOf(
  course: CatalogueCourse,
  version: string,
  here: Here | null | undefined,
  signer: Known['signer'],
): OfferHere {
  const before = here?.signature ?? null;
  const isOther = before !== null && before.publicKey !== course.signature?.publicKey;
  return {
    version,
    removable: here?.removable ?? false,
    edited: here?.edited ?? 0,
    signer: isOther ? signer(before) : null,
  };
}

const sum = (files: readonly { bytes: number }[]): number =>
  files.reduce((all, { bytes }) => all + bytes, 0);

/** Each content once, less what came of it before. */
function toFetch(
  { files }: CatalogueCourse,
  here: Here | null,
  bytesOf: Known['bytesOf'],
): { bytes: number }[] {
  const have = new Set(here?.hashes.values());
  const missing = new Map(
    files.filter(({ sha256 }) => !have.has(sha256)).map((file) => [file.sha256, file]),
  );
  return [...missing.values()].map((file) => ({ bytes: file.bytes - bytesOf(file) }));
}

function changesOf(course: CatalogueCourse, { course: before, hashes }: Here): OfferChanges {
  const old = new Map(before.texts[0].lessons.map((lesson) => [lesson.id, lesson]));
  const after = new Map(course.files.map(({ path, sha256 }) => [path, sha256]));
  const kept = new Set(course.lessons.map(({ id }) => id));
  const lessons: LessonNews[] = [];
  for (const { id, file, title } of course.lessons) {
    const earlier = old.get(id);
    if (!earlier) lessons.push({ title, change: 'new' });
    else if (hashes.get(earlier.file) !== after.get(file)) {
      lessons.push({ title, change: 'changed' });
    }
  }
  for (const { id, matter } of old.values()) {
    if (!kept.has(id)) lessons.push({ title: matter.title, change: 'gone' });
  }
  const files = { new: 0, gone: 0, changed: 0 };
  for (const [path, sha256] of after) {
    const earlier = hashes.get(path);
    if (earlier === undefined) files.new++;
    else if (earlier !== sha256) files.changed++;
  }
  for (const path of hashes.keys()) if (!after.has(path)) files.gone++;
  return { lessons, files };
}
