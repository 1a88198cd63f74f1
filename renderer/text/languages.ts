// Languages of the interface and of courses: which is nearest, and which way it runs.
import { type InterfaceLanguage, interfaceLanguage, interfaceLanguages } from '../../core/looks';
import { directionOf } from '../../core/text-direction';

export { directionOf };

/** English made hard to read on purpose, to see what is not translated and what has no room. */
export const pseudoLanguage = 'en-XA';

/** Each language in its own words: who cannot read the others finds it. */
export const languageNames: Record<InterfaceLanguage, string> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  ar: 'العربية',
  de: 'Deutsch',
};

/** `es-MX` → `es`. */
export const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** The tag that the words of the app are kept under. */
export const wordsLanguage = (tag: string): string =>
  tag.toLowerCase() === pseudoLanguage.toLowerCase() ? pseudoLanguage : interfaceLanguage(tag);

/** The first language of the system that the app speaks. */
export function languageOfSystem(tags: readonly string[]): InterfaceLanguage {
  const spoken = tags.find((tag) => interfaceLanguages.some((each) => each === base(tag)));
  return interfaceLanguage(spoken ?? 'en');
}

/**
 * The locale in which React Aria speaks: of buttons that step, of dragging, of what is chosen. Of
 * Portuguese it would take the Brazilian words first; those of the app are European.
 */
export const controlsLocale = (language: string): string =>
  base(language) === 'pt' ? 'pt-PT' : language;

/** For words in one language among words that may be in another. */
export const wordsOf = (language: string): { lang: string; dir: 'ltr' | 'rtl' } => ({
  lang: language,
  dir: directionOf(language),
});

/** The name of a language in another: `es` in English is “Spanish”. */
export function languageName(tag: string, within: string): string {
  try {
    return new Intl.DisplayNames([within], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
