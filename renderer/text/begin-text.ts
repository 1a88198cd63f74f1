// Sets i18next up with the words that are there at the start.
import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf } from './languages';

/** Keeps a name from turning around the Arabic sentence it stands in (first strong isolate). */
const isolated = (value: string): string => `\u2068${value}\u2069`;

/** React escapes by itself; what is left to do is the direction of what is put in. */
export const puttingIn = (language: () => string) => ({
  escapeValue: true,
  escape: (value: string) => (directionOf(language()) === 'rtl' ? isolated(value) : value),
});

export async function beginText(language: string, resources: Resource): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: language,
    defaultNS: 'common',
    resources,
    returnEmptyString: false,
    initAsync: false,
    interpolation: puttingIn(() => i18next.language ?? ''),
  });
}

/** The page itself says which language it is in, and which way that runs. */
export function showDirection(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
