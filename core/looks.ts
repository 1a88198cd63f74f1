// What the app can look like, and the languages it speaks: plain lists, at hand before anything else is read.

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Per cent of the system's text size. */
export const textSizes = [100, 112, 125, 150, 200] as const;

export const interfaceLanguages = ['en', 'es', 'fr', 'de', 'pt', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** The interface language nearest to a tag: `es-MX` → `es`; English when there is none. */
export function interfaceLanguage(tag: string): InterfaceLanguage {
  const base = tag.toLowerCase().split('-')[0];
  return interfaceLanguages.find((each) => each === base) ?? 'en';
}
