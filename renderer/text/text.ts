// The words of the app, by language and namespace, and the language they are shown in.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rules } from '../../core/course/rules';
import { directionOf, pseudoLanguage, wordsLanguage } from './languages';
import { pseudoWords, type Words } from './pseudo';

const files = import.meta.glob<Words>(
  ['./en/*.json', './es/*.json', './fr/*.json', './de/*.json', './pt/*.json', './ar/*.json'],
  { eager: true, import: 'default' },
);

function resources(): Record<string, Record<string, Words>> {
  const all: Record<string, Record<string, Words>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [, language = '', namespace = ''] = /^\.\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? [];
    all[language] = { ...all[language], [namespace]: words };
  }
  return all;
}

/** Keeps a name from turning around the Arabic sentence it stands in (first strong isolate). */
const isolated = (value: string): string => `\u2068${value}\u2069`;

export function startText(tag: string): void {
  const all = resources();
  void i18next.use(initReactI18next).init({
    lng: wordsLanguage(tag),
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: all,
    returnEmptyString: false,
    initAsync: false,
    // React escapes by itself; what is left to do here is the direction of what is put in.
    interpolation: {
      escapeValue: true,
      escape: (value) => (directionOf(i18next.language ?? '') === 'rtl' ? isolated(value) : value),
    },
  });
  showLanguage(tag);
}

/** Shows everything in the language nearest to the tag, at once. */
export function showLanguage(tag: string): void {
  const language = wordsLanguage(tag);
  if (language === pseudoLanguage) addPseudo();
  if (i18next.language !== language) void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** The English words about mistakes in courses, which the rules themselves hold. */
const ruleWords = (): Words =>
  Object.fromEntries(Object.entries(rules).map(([id, { what, mend }]) => [id, { what, mend }]));

function addPseudo(): void {
  const english = { ...resources().en, problem: ruleWords() };
  for (const [namespace, words] of Object.entries(english)) {
    i18next.addResourceBundle(pseudoLanguage, namespace, pseudoWords(words));
  }
}
