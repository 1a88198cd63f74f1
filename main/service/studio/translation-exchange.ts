// A translation as a file for an office, and what comes back from it: nothing that was translated gets lost.
import type { CourseOutline } from '../../../core/course/outline';
import { cut } from '../../../core/studio/translation/cut';
import type { Exchange, ReturnedUnit } from '../../../core/studio/translation/exchange';
import type { Pair } from '../../../core/studio/translation/pair';
import { readXliff } from '../../../core/studio/translation/read-xliff';
import type { Misfit, TranslationImported } from '../../../core/studio/translation/views';
import { isLater } from '../../../core/studio/translation/word-diff';
import { withWords } from '../../../core/studio/translation/write';
import { writeXliff } from '../../../core/studio/translation/write-xliff';
import { type Side, type SourceFile, sourceFiles, spoken, type Translation } from './translations';

export function exported(course: CourseOutline, translation: Translation): string {
  const { language, sourceLanguage } = translation;
  const files: Exchange['files'] = sourceFiles(course).map((each) => ({
    file: each.file,
    units: spoken(translation.side(each).pairs).map(({ source, target, state, was }) => ({
      key: source.key,
      role: source.role,
      source: source.text,
      target: state === 'missing' ? null : (target?.text ?? null),
      state,
      was,
    })),
  }));
  const { id, version } = course;
  return writeXliff({ course: id, version, sourceLanguage, targetLanguage: language, files });
}

export function imported(
  course: CourseOutline,
  translation: Translation,
  text: string,
): TranslationImported {
  const returned = readXliff(text);
  if (!returned) return { isRead: false, why: 'form' };
  const { targetLanguage } = returned;
  if (targetLanguage.toLowerCase() !== translation.language.toLowerCase()) {
    return { isRead: false, why: 'language', language: targetLanguage };
  }
  const all = { isRead: true as const, taken: 0, same: 0, stale: 0, misfits: [] as Misfit[] };
  for (const { file, units } of returned.files) {
    const known = sourceFiles(course).find((each) => each.file === file);
    const came = known ? take(translation, known, units) : nothing(file, units);
    all.taken += came.taken;
    all.same += came.same;
    all.stale += came.stale;
    all.misfits.push(...came.misfits);
  }
  for (const { source, target } of all.misfits) translation.learn(source, target);
  translation.remember();
  return all;
}

interface Taken {
  taken: number;
  same: number;
  stale: number;
  misfits: Misfit[];
}

const misfit = (file: string, { source, target }: ReturnedUnit, why: Misfit['why']): Misfit => ({
  file,
  source,
  target,
  why,
});

const nothing = (file: string, units: readonly ReturnedUnit[]): Taken => ({
  taken: 0,
  same: 0,
  stale: 0,
  misfits: units.map((unit) => misfit(file, unit, 'gone')),
});

function take(translation: Translation, file: SourceFile, units: readonly ReturnedUnit[]): Taken {
  let side = translation.side(file);
  if (side.extra.length === 0 && side.pairs.some(({ target }) => target === null)) {
    translation.layOut(file, side);
    side = translation.side(file);
  }
  const result: Taken = { taken: 0, same: 0, stale: 0, misfits: [] };
  const words = new Map<string, string>();
  const made: [ReturnedUnit, Pair][] = [];
  for (const [unit, pair] of placed(units, side)) {
    const isNow = pair?.source.text === unit.source;
    const isEqual = pair?.target?.text === unit.target;
    const isPrefilled = unit.source === unit.target && !unit.isSaid;
    if (isPrefilled || (isNow && isEqual && (!unit.isSaid || pair.state === 'translated'))) {
      result.same++;
    } else if (!pair) result.misfits.push(misfit(file.file, unit, 'gone'));
    else if (!isNow && pair.state === 'translated') {
      if (isEqual) result.same++;
      else result.misfits.push(misfit(file.file, unit, 'newer'));
    } else if (!pair.target) result.misfits.push(misfit(file.file, unit, 'places'));
    else {
      words.set(pair.target.key, unit.target);
      made.push([unit, pair]);
    }
  }
  if (!side.target) return result;
  const { text, unfit } = withWords(side.target.text, words);
  const broken = new Set(unfit);
  if (text !== side.target.text) {
    translation.setAside(file.file, side.target.text);
    translation.save(file.file, text, side.target.version);
  }
  const now = new Map(cut(text).map((each) => [each.key, each.text]));
  for (const [unit, { source, target }] of made) {
    if (target && broken.has(target.key)) {
      result.misfits.push(misfit(file.file, unit, 'breaks'));
      continue;
    }
    translation.learn(unit.source, now.get(target?.key ?? '') ?? unit.target);
    if (unit.source === source.text) result.taken++;
    else result.stale++;
  }
  return result;
}

/** Each unit with its pair: of the same source, or else of one that it became; each pair once. */
function placed(
  units: readonly ReturnedUnit[],
  { pairs }: Side,
): Map<ReturnedUnit, Pair | undefined> {
  const free = new Set(pairs);
  const places = new Map<ReturnedUnit, Pair | undefined>();
  const place = (fits: (unit: ReturnedUnit, pair: Pair) => boolean): void => {
    for (const unit of units) {
      if (places.get(unit)) continue;
      const found = [...free].find((pair) => fits(unit, pair));
      places.set(unit, found);
      if (found) free.delete(found);
    }
  };
  place(({ key, source }, pair) => pair.source.key === key && pair.source.text === source);
  place(({ source }, pair) => pair.source.text === source);
  place(({ key, source }, pair) => pair.source.key === key && isLater(source, pair.source.text));
  return places;
}
