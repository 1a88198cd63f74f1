// Checks of a repair: `words <= 80`, `says "5 October" | "by Friday" (the date)`, and so on.
import { foldText } from './gap-text';
import {
  areInOrder,
  countLinks,
  countPassive,
  countWords,
  headingLevels,
  longestSentence,
  says,
} from './text-measures';

export type Check =
  | { type: 'words-at-most' | 'words-at-least' | 'sentence' | 'passive'; limit: number }
  /** The label says what is meant, so that the phrases need not be shown. */
  | { type: 'says' | 'never-says'; phrases: string[]; label: string | null }
  /** At least so many: what the text had at first may not simply be taken out. */
  | { type: 'links' | 'headings'; least: number };

/** What an author may write, for the message. */
export const knownChecks =
  'words <= 80, words >= 20, sentence <= 20 words, says "…" | "…" (label), never says "…", links have words, headings in order, passive <= 1';

const limitForm = /^(words|sentence|passive) ?(<=|>=|≤|≥) ?(\d{1,5})( words)?$/;
const phraseForm = /^(never )?says (.+)$/;
const phrase = /\s*(?:"([^"]+)"|“([^“”]+)”|«([^«»]+)»)\s*(\||$|(?=\())/y;

/** `words <= 80`; undefined where it is no check. */
export function readCheck(written: string): Check | undefined {
  const text = written.replace(/\s+/g, ' ').trim();
  if (text === 'links have words') return { type: 'links', least: 0 };
  if (text === 'headings in order') return { type: 'headings', least: 0 };
  const [, what, sign, number, unit] = limitForm.exec(text) ?? [];
  if (what !== undefined && !(unit && what === 'passive')) {
    const limit = Number(number);
    const isLeast = sign === '>=' || sign === '≥';
    if (what === 'words') return { type: isLeast ? 'words-at-least' : 'words-at-most', limit };
    return isLeast ? undefined : { type: what as 'sentence' | 'passive', limit };
  }
  const [, never, rest] = phraseForm.exec(text) ?? [];
  if (rest === undefined) return undefined;
  const read = readPhrases(rest);
  return read && { type: never ? 'never-says' : 'says', ...read };
}

/** `"5 October" | "by Friday" (the date)` */
function readPhrases(written: string): { phrases: string[]; label: string | null } | undefined {
  const phrases: string[] = [];
  phrase.lastIndex = 0;
  for (;;) {
    const match = phrase.exec(written);
    const words = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
    if (!match || foldText(words) === '') return undefined;
    phrases.push(words);
    if (match[4] === '|') continue;
    const rest = written.slice(match.index + match[0].length);
    if (rest === '') return { phrases, label: null };
    const label = rest.endsWith(')') ? rest.slice(1, -1).trim() : '';
    return label === '' ? undefined : { phrases, label };
  }
}

/** What checks ask about a text, each found out once. */
export class Measured {
  private readonly known = new Map<string, number>();
  private folded: string | undefined;

  constructor(private readonly text: string) {}

  private once(name: string, count: (text: string) => number): number {
    const known = this.known.get(name) ?? count(this.text);
    this.known.set(name, known);
    return known;
  }

  private says(phrases: readonly string[]): boolean {
    this.folded ??= foldText(this.text);
    const { folded } = this;
    return phrases.some((each) => says(folded, foldText(each)));
  }

  holds(check: Check): boolean {
    switch (check.type) {
      case 'words-at-most':
        return this.once('words', countWords) <= check.limit;
      case 'words-at-least':
        return this.once('words', countWords) >= check.limit;
      case 'sentence':
        return this.once('sentence', longestSentence) <= check.limit;
      case 'passive':
        return this.once('passive', countPassive) <= check.limit;
      case 'says':
        return this.says(check.phrases);
      case 'never-says':
        return !this.says(check.phrases);
      case 'links': {
        const all = this.once('links', (text) => countLinks(text).all);
        return (
          all >= check.least && this.once('wordless', (text) => countLinks(text).wordless) === 0
        );
      }
      case 'headings': {
        const count = this.once('headings', (text) => headingLevels(text).length);
        const isInOrder = this.once('order', (text) => Number(areInOrder(headingLevels(text))));
        return count >= check.least && isInOrder === 1;
      }
    }
  }
}
