// The few words that questions get which had none of their own, in the languages of the app.

export interface AddedWords {
  trueOrFalse: string;
  true: string;
  false: string;
  /** Heads of the two columns of a match. */
  given: string;
  belongs: string;
}

const words: Record<string, AddedWords> = {
  en: {
    trueOrFalse: 'True or false?',
    true: 'True',
    false: 'False',
    given: 'Given',
    belongs: 'What belongs to it',
  },
  es: {
    trueOrFalse: '¿Verdadero o falso?',
    true: 'Verdadero',
    false: 'Falso',
    given: 'Dado',
    belongs: 'Lo que le corresponde',
  },
  fr: {
    trueOrFalse: 'Vrai ou faux ?',
    true: 'Vrai',
    false: 'Faux',
    given: 'Donné',
    belongs: 'Ce qui va avec',
  },
  de: {
    trueOrFalse: 'Richtig oder falsch?',
    true: 'Richtig',
    false: 'Falsch',
    given: 'Gegeben',
    belongs: 'Was dazugehört',
  },
  pt: {
    trueOrFalse: 'Verdadeiro ou falso?',
    true: 'Verdadeiro',
    false: 'Falso',
    given: 'Dado',
    belongs: 'O que lhe corresponde',
  },
  ar: {
    trueOrFalse: 'صواب أم خطأ؟',
    true: 'صواب',
    false: 'خطأ',
    given: 'المعطى',
    belongs: 'ما يقابله',
  },
};

const english = words.en as AddedWords;

/** English where the language is none of ours. */
export const addedWords = (language: string): AddedWords =>
  words[language.toLowerCase().split('-')[0] ?? ''] ?? english;

/** True for the words that stand in the place of a question, in whatever language. */
export const isAddedQuestion = (text: string): boolean =>
  Object.values(words).some((each) => each.trueOrFalse === text);

/** Which of the two answers “True” and “False” this is, in whatever language. */
export const truthOfAdded = (text: string): boolean | undefined => {
  if (Object.values(words).some((each) => each.true === text)) return true;
  return Object.values(words).some((each) => each.false === text) ? false : undefined;
};

/** True for the heads that a match gets on the way in, in whatever language. */
export const areAddedHeads = (given: string, belongs: string): boolean =>
  Object.values(words).some((each) => each.given === given && each.belongs === belongs);
