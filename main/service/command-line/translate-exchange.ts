// `deskwise translate export` and `import`: a translation as XLIFF, and what comes back from an office.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { isLanguageTag } from '../../../core/course/matter-schemas';
import type { CourseOutline } from '../../../core/course/outline';
import { OperationError } from '../../../core/errors';
import { readXliff } from '../../../core/studio/translation/read-xliff';
import { replaceFile } from '../files/replace-file';
import { readCourse } from '../library/read-course';
import { noParseCache } from '../store/parse-cache';
import { History } from '../studio/history';
import { CourseTexts } from '../studio/texts';
import { exported, imported } from '../studio/translation-exchange';
import { TranslationMemories } from '../studio/translation-memories';
import { Translation } from '../studio/translations';
import { codeOf, done, json, type Outcome, readNamed, WrongUsage } from './command';
import { courseAt } from './course-at';

interface Asked {
  folder: string;
  json: boolean;
}

/** Bytes: that of a whole course is far smaller. */
const largestFile = 20_000_000;

export function exportTranslation(
  paths: readonly string[],
  {
    folder,
    json: asJson,
    language,
    to,
  }: Asked & { language?: string | undefined; to?: string | undefined },
): Outcome {
  const root = courseAt(paths, folder);
  if (language === undefined) throw new WrongUsage('--language is missing, for example es.');
  const course = readCourse(root, noParseCache);
  const tag = folderFor(course, language);
  const file = resolve(folder, to ?? `${course.id}-${course.version}-${tag}.xlf`);
  const shown = relative(folder, file);
  return translating(root, course, tag, (translation) => {
    const { segments, missing, stale } = translation.status();
    try {
      replaceFile(file, exported(course, translation));
    } catch (error) {
      throw new WrongUsage(`${shown} cannot be written (${codeOf(error)}).`);
    }
    const counts = { segments, missing, stale };
    if (asJson) return done(json({ file: shown, language: tag, ...counts }));
    return done(`${shown}: ${segments} segments, ${missing} missing, ${stale} stale\n`);
  });
}

export function importTranslation(
  paths: readonly string[],
  { folder, json: asJson }: Asked,
): Outcome {
  const [path, file, ...more] = paths;
  if (path === undefined || file === undefined || more.length > 0) {
    throw new WrongUsage('Name the folder of a course, and one file to import.');
  }
  const root = courseAt([path], folder);
  const text = readNamed(resolve(folder, file), file, largestFile);
  const returned = readXliff(text);
  if (!returned) throw new WrongUsage(`${file} is no XLIFF 2 of a course.`);
  const course = readCourse(root, noParseCache);
  const tag = folderFor(course, returned.targetLanguage);
  return translating(root, course, tag, (translation) => {
    const came = imported(course, translation, text);
    if (!came.isRead) throw new WrongUsage(`${file} is no XLIFF 2 of a course.`);
    const { taken, same, stale, misfits } = came;
    const settled = settle(translation, new Set(misfits.map((each) => each.file)));
    const { missing } = translation.status();
    const status = misfits.length + stale + missing > 0 ? 1 : 0;
    const result = { language: tag, taken, same, stale, missing, misfits, upToDate: settled };
    if (asJson) return done(json(result), status);
    return done(
      [
        ...misfits.map(
          (each) => `${each.file}: ${whyNot[each.why]}: ${JSON.stringify(each.source)}`,
        ),
        ...settled.map((each) => `${tag}/${each}: up to date`),
        `${tag}: ${taken} taken, ${same} the same, ${stale} stale, ${missing} missing, ${misfits.length} not placed`,
        '',
      ].join('\n'),
      status,
    );
  });
}

const whyNot = {
  gone: 'the source has no such text any more',
  newer: 'the source and its translation are newer',
  breaks: 'the words would change the structure',
  places: 'the translation has another structure',
} as const;

/** The name of the folder of a language. Throws WrongUsage for no tag, and for the course's own. */
function folderFor(course: CourseOutline, language: string): string {
  const tag = isLanguageTag(language) ? Intl.getCanonicalLocales(language)[0] : undefined;
  if (tag === undefined) {
    throw new WrongUsage(`${language} is no language tag such as es or pt-BR.`);
  }
  const [own, ...others] = course.texts;
  if (own.language.toLowerCase() === tag.toLowerCase()) {
    throw new WrongUsage(`The course itself is in ${tag}.`);
  }
  return others.find((text) => text.language.toLowerCase() === tag.toLowerCase())?.folder ?? tag;
}

/** The lessons that have nothing left to do are made from their source as it is now. */
function settle(translation: Translation, misfitting: ReadonlySet<string>): string[] {
  const ready = translation
    .status()
    .files.filter(({ file, isUnsaid, stale }) => isUnsaid && stale === 0 && !misfitting.has(file));
  for (const { file } of ready) translation.settle(file);
  return ready.map(({ file }) => file);
}

/** No history and no memory outlives the command: in a repository, its own history serves. */
function translating(
  root: string,
  course: CourseOutline,
  language: string,
  work: (translation: Translation) => Outcome,
): Outcome {
  const beside = mkdtempSync(join(tmpdir(), 'deskwise-'));
  try {
    const texts = new CourseTexts(new History(join(beside, 'history'), () => new Date()));
    const memories = new TranslationMemories(join(beside, 'memories'));
    return work(new Translation(root, course, language, texts, memories));
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const about = Object.values(error.values).map((value) => ` ${value}`);
    throw new WrongUsage(`The translation cannot be written (${error.kind}${about.join('')}).`);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
