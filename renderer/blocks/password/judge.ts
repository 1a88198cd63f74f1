// Judges how strong a phrase is, with lists of known words in the languages of the app. Loaded when
// somebody is about to type: the lists are many times as large as the rest of the page.
import type { ZxcvbnResult } from '@zxcvbn-ts/core';

/** How strong, how long a guesser takes, and keys of what to say about it. */
export interface Judgement {
  /** From 0 to 4. */
  score: number;
  /** To guess it at ten thousand tries a second, as with a stolen and well kept list. */
  seconds: number;
  warning: string | null;
  suggestions: readonly string[];
}

/** `known` are words that anybody could know of the person. */
export type Judge = (phrase: string, known: readonly string[]) => Judgement;

const toJudgement = ({ score, crackTimes, feedback }: ZxcvbnResult): Judgement => ({
  score,
  seconds: crackTimes.offlineSlowHashingXPerSecond.seconds,
  warning: feedback.warning,
  suggestions: feedback.suggestions,
});

/**
 * Older packages name their lists alike in all languages: without a name of its own, the list of one
 * language would take the place of another's.
 */
const named = (language: string, lists: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [`${name}-${language}`, list]));

/** One after the other, so that the window can draw between them. */
async function load(): Promise<Judge> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const common = await import('@zxcvbn-ts/language-common');
  const english = await import('@zxcvbn-ts/language-en');
  const spanish = await import('@zxcvbn-ts/language-es-es');
  const french = await import('@zxcvbn-ts/language-fr');
  const portuguese = await import('@zxcvbn-ts/language-pt-br');
  const arabic = await import('@zxcvbn-ts/language-ar');
  const german = await import('@zxcvbn-ts/language-de');
  const zxcvbn = new ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      ...english.dictionary,
      ...spanish.dictionary,
      ...french.dictionary,
      ...portuguese.dictionary,
      ...named('ar', arabic.dictionary),
      ...named('de', german.dictionary),
    },
    graphs: common.adjacencyGraphs,
    // Enough for any phrase; more would let a strange one keep the window busy for seconds.
    maxLength: 64,
    l33tMaxSubstitutions: 10,
  });
  const judge: Judge = (phrase, known) => toJudgement(zxcvbn.check(phrase, [...known]));
  return (phrase, known) => {
    const whole = judge(phrase, known);
    const rest = withoutKnown(phrase, known);
    if (rest === phrase) return whole;
    // A row of words that everybody knows looks long to zxcvbn: each must be worth nothing here.
    const { score, seconds, suggestions } = judge(rest, known);
    if (score >= whole.score) return whole;
    return { score, seconds, warning: 'userInputs', suggestions: [...suggestions, 'anotherWord'] };
  };
}

/** What a phrase is beside the words that anybody could know. */
function withoutKnown(phrase: string, known: readonly string[]): string {
  const longestFirst = known
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (longestFirst.length === 0) return phrase;
  const rest = phrase.replace(new RegExp(longestFirst.join('|'), 'giu'), '');
  return rest === phrase ? phrase : rest.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

let loading: Promise<Judge> | null = null;

/** The same judge for every field; asked again after a failure, it is loaded anew. */
export function loadJudge(): Promise<Judge> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
