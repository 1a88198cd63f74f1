// Which pages are the same page in another language: `es/intro.md`, `intro.es.md`, `i18n/es/…`, `translations/…`.
import { folderOf, nameOf } from './names';

const tagForm = /^[a-z]{2}(?:[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3}|\d{3}))?$/;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** `pt_br` → `pt-BR`; undefined for what is no language. */
export function languageOf(written: string): string | undefined {
  if (!tagForm.test(written)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(written.replace('_', '-'));
    return tag !== undefined && languageNames.of(tag.slice(0, 2)) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}

interface Candidate {
  path: string;
  language: string;
  /** The folder of the language; '' where the name of the file says it. */
  folder: string;
  /** The path without what names the language. */
  base: string;
}

const deepestFolder = 4;

/** Folders that hold translations and are no part of the page's own path. */
const aroundTranslations = /^(?:translations?|i18n|locales?|l10n)$/i;
const inDocusaurus = /^docusaurus-plugin-content-docs\/(?:current|version-[^/]+)\//;

function candidateOf(path: string): Candidate | undefined {
  const parts = path.split('/');
  for (let at = 0; at < Math.min(parts.length - 1, deepestFolder); at++) {
    const language = languageOf(parts[at] ?? '');
    if (!language) continue;
    const before = parts.slice(0, at);
    const isAround = aroundTranslations.test(before.at(-1) ?? '');
    if (isAround) before.pop();
    const rest = parts
      .slice(at + 1)
      .join('/')
      .replace(inDocusaurus, 'docs/');
    const folder = parts.slice(0, at + 1).join('/');
    return { path, language, folder, base: [...before, rest].join('/') };
  }
  const [, stem = '', tag = '', ending = ''] =
    /^(.+)[._-]([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)(\.\w+)$/.exec(nameOf(path)) ?? [];
  const language = languageOf(tag);
  if (!language) return undefined;
  const folder = folderOf(path)
    .split('/')
    .filter((part) => part !== '');
  if (aroundTranslations.test(folder.at(-1) ?? '')) folder.pop();
  return { path, language, folder: '', base: [...folder, `${stem}${ending}`].join('/') };
}

export interface PageVersions {
  /** The page in the language of the course. */
  own: string;
  /** By language. */
  others: Map<string, string>;
}

export interface Languages {
  language: string;
  pages: PageVersions[];
  /** Pages that exist only in other languages than the course's. */
  extra: string[];
}

/**
 * Puts the versions of each page together. A folder that is only named like a language holds
 * translations if its pages exist elsewhere too.
 */
export function inLanguages(paths: readonly string[], wanted: string | undefined): Languages {
  const all = new Set(paths);
  const candidates = paths.flatMap((path) => candidateOf(path) ?? []);
  const byBase = new Map<string, Candidate[]>();
  for (const each of candidates) byBase.set(each.base, [...(byBase.get(each.base) ?? []), each]);
  const hasOthers = ({ base, language }: Candidate): boolean =>
    all.has(base) || (byBase.get(base) ?? []).some((other) => other.language !== language);
  const folders = new Set(candidates.filter(hasOthers).map(({ folder }) => folder));
  // What lies beside a translation is one as well, even if its source is gone.
  const isTranslation = (each: Candidate): boolean =>
    hasOthers(each) || (each.folder !== '' && folders.has(each.folder));
  const found = new Map(candidates.filter(isTranslation).map((each) => [each.path, each]));
  const counts = new Map<string, number>();
  for (const { language } of found.values()) counts.set(language, (counts.get(language) ?? 0) + 1);
  const bases = new Set([...found.values()].map(({ base }) => base));
  const inPlain = [...bases].filter((base) => all.has(base)).length;
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const given = wanted === undefined ? undefined : (languageOf(wanted) ?? wanted);
  // Where the pages without a language are only few, one of the languages is the course's own.
  const language =
    inPlain * 2 >= bases.size || most === undefined
      ? (given ?? 'en')
      : ([given, 'en'].find((tag) => tag !== undefined && counts.has(tag)) ?? most);
  const pages: PageVersions[] = [];
  const extra: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const base = found.get(path)?.base ?? path;
    if (seen.has(base)) continue;
    seen.add(base);
    const versions = (byBase.get(base) ?? []).filter((each) => found.has(each.path));
    const own = all.has(base) ? base : versions.find((each) => each.language === language)?.path;
    if (own === undefined) {
      extra.push(...versions.map((each) => each.path));
      continue;
    }
    const others = new Map<string, string>();
    for (const each of versions) {
      if (each.path === own) continue;
      if (each.language !== language && !others.has(each.language))
        others.set(each.language, each.path);
      else extra.push(each.path);
    }
    pages.push({ own, others });
  }
  return { language, pages, extra };
}

/** A language as `course.md` names it; English where it is none. */
export const courseLanguage = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
};
