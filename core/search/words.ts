// Words as a search sees them: without case and accents, and Arabic ones in one spelling.

/** A word of a text: how it is looked up, and where it stands. */
export interface Word {
  folded: string;
  from: number;
  to: number;
}

/** Letters and digits with their marks; soft hyphens and joiners stand inside a word. */
const wordForm = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|\u200c|\u200d)*/gu;

/** Longer ones are no words; what is typed in one breath finds them all the same. */
const longestWord = 64;

/** What is written in two ways, and no decomposition of Unicode makes one of. */
const spellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
};
const spelling = new RegExp(`[${Object.keys(spellings).join('')}]`, 'gu');

/** Case, accents and vowel signs are forgiven, and so is what only stretches an Arabic word. */
export const folded = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}|[\u00ad\u0640]|\u200c|\u200d/gu, '')
        .replace(spelling, (letter) => spellings[letter] ?? letter)
        .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

/** Most words: the rest of the work is not for them. */
const plain = /^[\w\s]*$/;

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: written, index: from } of text.matchAll(wordForm)) {
    const letters = lettersOf(written);
    if (letters !== '') words.push({ folded: letters, from, to: from + written.length });
  }
  return words;
}

function lettersOf(word: string): string {
  const letters = plain.test(word) ? word.toLowerCase() : folded(word).replace(noLetter, '');
  return letters.length > longestWord ? [...letters].slice(0, longestWord).join('') : letters;
}

/** What a decomposition may leave between letters. */
const noLetter = /[^\p{L}\p{N}]/gu;
