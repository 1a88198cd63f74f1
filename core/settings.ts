// What a learner may choose about the app, and what it is before they choose.
import { textSizes, themes } from './looks';
import { z } from './zod';

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
  /** Show what a training office sees of its people. */
  team: z.boolean(),
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
  team: choices.team.default(false),
  path: choices.path.default(null),
  library: choices.library.default('cards'),
});
export type Settings = z.infer<typeof settings>;

/** What is left out stays as it is: a default here would undo what the learner chose before. */
export const settingsChange = z.object(choices).partial();

export const learnerName = z.string().trim().min(1).max(80);
