// What was asked of `deskwise catalogue`, as its parts take it.
import { type Outcome, WrongUsage } from './command';

export interface CatalogueOrder {
  subject: string | undefined;
  /** Paths are relative to it. */
  folder: string;
  to?: string | undefined;
  key?: string | undefined;
  expires?: string | undefined;
  name?: string | undefined;
  json?: boolean | undefined;
}

/** Throws WrongUsage with these words when it is missing. */
export function need(value: string | undefined, words: string): string {
  if (value === undefined || value === '') throw new WrongUsage(words);
  return value;
}

/** Something is wrong with a catalogue or a course, and not with the arguments. */
export const notRight = (words: string): Outcome => ({
  status: 1,
  output: '',
  mistake: `${words}\n`,
});
