// What a learner may choose about the app, and what it is before they choose.
import { z } from 'zod';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Per cent of the system's text size. */
export const textSizes = [100, 112, 125, 150, 200] as const;

export const interfaceLanguages = ['en', 'es', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export const settings = z.object({
  /** BCP 47 tag: words of the app and, where they have it, of the courses. */
  language: z.string().min(2).max(35).default('en'),
  theme: z.enum(themes).default('system'),
  textSize: z.literal(textSizes).default(100),
  motion: z.enum(['system', 'reduced']).default('system'),
});
export type Settings = z.infer<typeof settings>;

export const learnerName = z.string().trim().min(1).max(80);

/** The interface language nearest to a tag: `es-MX` → `es`; English when there is none. */
export function interfaceLanguage(tag: string): InterfaceLanguage {
  const base = tag.toLowerCase().split('-')[0];
  return interfaceLanguages.find((each) => each === base) ?? 'en';
}
