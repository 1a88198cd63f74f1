// The words of the app, by language and namespace, and the language they are shown in.
import i18next from 'i18next';
import type { InterfaceLanguage } from '../../core/looks';
import { beginText, showDirection } from './begin-text';
import { words as english } from './bundles/en';
import { pseudoLanguage, wordsLanguage } from './languages';
import type { Words } from './pseudo';

type ByFile = Record<string, Words>;
type ByNamespace = Record<string, Words>;

/** Most people only ever see one language: the others stay on the disk. English fills gaps. */
const bundles: Record<Exclude<InterfaceLanguage, 'en'>, () => Promise<{ words: ByFile }>> = {
  es: () => import('./bundles/es'),
  fr: () => import('./bundles/fr'),
  de: () => import('./bundles/de'),
  pt: () => import('./bundles/pt'),
  ar: () => import('./bundles/ar'),
};

/** `../es/lesson.json` holds the namespace `lesson`. */
const byNamespace = (words: ByFile): ByNamespace =>
  Object.fromEntries(
    Object.entries(words).map(([path, each]) => [/([\w-]+)\.json$/.exec(path)?.[1] ?? path, each]),
  );

async function wordsIn(language: string): Promise<ByNamespace> {
  if (language === pseudoLanguage)
    return (await import('./pseudo')).pseudoLike(byNamespace(english));
  const load = bundles[language as keyof typeof bundles];
  return byNamespace((await load()).words);
}

/** Reads the words of a language, once. A language that cannot be read is shown in English. */
async function haveWords(language: string): Promise<void> {
  if (i18next.hasResourceBundle(language, 'common')) return;
  for (const [namespace, words] of Object.entries(await wordsIn(language))) {
    i18next.addResourceBundle(language, namespace, words);
  }
}

/** Call it once; then there are words in the language nearest to the tag. */
export async function startText(tag: string): Promise<void> {
  await beginText('en', { en: byNamespace(english) });
  await showLanguage(tag);
}

/** Who chooses twice in a moment gets the second. */
let wanted = '';

/** Shows everything in the language nearest to the tag, as soon as its words are read. */
export async function showLanguage(tag: string): Promise<void> {
  const language = wordsLanguage(tag);
  wanted = language;
  await haveWords(language);
  if (wanted !== language) return;
  if (i18next.language !== language) await i18next.changeLanguage(language);
  showDirection(language);
}
