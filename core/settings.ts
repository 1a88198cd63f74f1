// What a learner may choose about the app, and what it is before they choose.
import { z } from './zod';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Per cent of the system's text size. */
export const textSizes = [100, 112, 125, 150, 200] as const;

export const interfaceLanguages = ['en', 'es', 'fr', 'de', 'pt', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** How the library shows its courses. */
export const libraryViews = ['cards', 'list'] as const;
export type LibraryShown = (typeof libraryViews)[number];

const choices = {
  /** BCP 47 tag: words of the app and, where they have it, of the courses. */
  language: z.string().min(2).max(35),
  theme: z.enum(themes),
  textSize: z.literal(textSizes),
  motion: z.enum(['system', 'reduced']),
  /** Show courses that are meant for trainers. */
  trainers: z.boolean(),
  /** The path through the library that the learner is on; null for none. */
  path: z.string().min(1).max(100).nullable(),
  library: z.enum(libraryViews),
};

export const settings = z.object({
  language: choices.language.default('en'),
  theme: choices.theme.default('system'),
  textSize: choices.textSize.default(100),
  motion: choices.motion.default('system'),
  trainers: choices.trainers.default(false),
  path: choices.path.default(null),
  library: choices.library.default('cards'),
});
export type Settings = z.infer<typeof settings>;

/** What is left out stays as it is: a default here would undo what the learner chose before. */
export const settingsChange = z.object(choices).partial();

export const learnerName = z.string().trim().min(1).max(80);

/** The interface language nearest to a tag: `es-MX` → `es`; English when there is none. */
export function interfaceLanguage(tag: string): InterfaceLanguage {
  const base = tag.toLowerCase().split('-')[0];
  return interfaceLanguages.find((each) => each === base) ?? 'en';
}
