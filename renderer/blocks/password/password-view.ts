// A phrase as far as it is data: whether it is strong enough, and how long it would last.
import type { PasswordAnswer, PasswordShown } from '../../../core/course/blocks/password';

export const begin = (_shown: PasswordShown, saved: PasswordAnswer): PasswordAnswer => saved;

export const missing = (_shown: PasswordShown, answer: PasswordAnswer): number[] =>
  answer === null ? [0] : [];

/** What is remembered of a phrase that was judged; nothing of an empty field. */
export const answerFor = (score: number | null, { min }: PasswordShown): PasswordAnswer =>
  score === null ? null : { reached: score >= min };

export const isSame = (a: PasswordAnswer, b: PasswordAnswer): boolean =>
  a?.reached === b?.reached && (a === null) === (b === null);

/** Words that anybody could know: those of the task, and who sits here at which course. */
export function knownWords(
  { forbid }: PasswordShown,
  learner: string,
  course: string,
): readonly string[] {
  const parts = [learner, course].flatMap((each) => [each, ...each.split(/[\s-]+/)]);
  return [...new Set([...forbid, ...forbid.flatMap((each) => each.split(/\s+/)), ...parts])].filter(
    (word) => word.length > 1,
  );
}

export type Duration =
  | { type: 'instantly' }
  | { type: 'centuries' }
  | { type: 'some'; value: number; unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year' };

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit that is not less than one. */
export function durationOf(seconds: number): Duration {
  const [unit, length] = units.find(([, each]) => seconds >= each) ?? [null, 1];
  if (unit === null) return { type: 'instantly' };
  const value = Math.round(seconds / length);
  return unit === 'year' && value >= 100 ? { type: 'centuries' } : { type: 'some', value, unit };
}

/** What zxcvbn may find weak; it has no other words for it than these keys. */
export const warnings = [
  'straightRow',
  'keyPattern',
  'simpleRepeat',
  'extendedRepeat',
  'sequences',
  'recentYears',
  'dates',
  'topTen',
  'topHundred',
  'common',
  'similarToCommon',
  'wordByItself',
  'namesByThemselves',
  'commonNames',
  'userInputs',
] as const;

export const suggestions = [
  'l33t',
  'reverseWords',
  'allUppercase',
  'capitalization',
  'dates',
  'recentYears',
  'associatedYears',
  'sequences',
  'repeated',
  'longerKeyboardPattern',
  'anotherWord',
  'useWords',
  'noNeed',
] as const;

/** The keys there are words for, each once. */
export const withWords = <Key extends string>(
  known: readonly Key[],
  keys: readonly (string | null)[],
): Key[] => known.filter((key) => keys.includes(key));
