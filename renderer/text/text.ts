// The words of the app, by language and namespace, and the language they are shown in.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rules } from '../../core/course/rules';
import type { InterfaceLanguage } from '../../core/settings';
import { words as english } from './bundles/en';
import { directionOf, pseudoLanguage, wordsLanguage } from './languages';
import { pseudoWords, type Words } from './pseudo';

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

/** The English words about mistakes in courses, which the rules themselves hold. */
const ruleWords = (): Words =>
  Object.fromEntries(Object.entries(rules).map(([id, { what, mend }]) => [id, { what, mend }]));

const pseudo = (): ByNamespace =>
  pseudoWords({ ...byNamespace(english), problem: ruleWords() }) as ByNamespace;

async function wordsIn(language: string): Promise<ByNamespace> {
  if (language === pseudoLanguage) return pseudo();
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

/** Keeps a name from turning around the Arabic sentence it stands in (first strong isolate). */
const isolated = (value: string): string => `\u2068${value}\u2069`;

/** Call it once; then there are words in the language nearest to the tag. */
export async function startText(tag: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { en: byNamespace(english) },
    returnEmptyString: false,
    initAsync: false,
    // React escapes by itself; what is left to do here is the direction of what is put in.
    interpolation: {
      escapeValue: true,
      escape: (value) => (directionOf(i18next.language ?? '') === 'rtl' ? isolated(value) : value),
    },
  });
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
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
