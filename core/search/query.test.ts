// What somebody typed, and the words of a text it stands for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf, readQuery } from './query';
import { wordsIn } from './words';

const read = (typed: string, language = 'en'): string[] =>
  readQuery(typed, language).map(({ folded, isOpen }) => (isOpen ? `${folded}…` : folded));

test.each([
  ['', []],
  ['  \n\0 ', []],
  ['"reset" AND pass*', ['reset', 'pass…']],
  ['title:phish NEAR(a, b) -x', ['title', 'phish', 'near', 'b', 'x…']],
  ['how to report a message', ['report', 'message…']],
  ['what to do', ['what', 'to', 'do…']],
  ['Mail mail MAIL', ['mail…']],
  ["');DROP TABLE words;--", ['drop', 'table', 'words…']],
])('%j', (typed, expected) => {
  expect(read(typed)).toEqual(expected);
});

test('words that say little are those of the language of who asks', () => {
  expect(read('la copia de seguridad', 'es')).toEqual(['copia', 'seguridad…']);
  expect(read('الإبلاغ عن رسالة', 'ar')).toEqual(['الابلاغ', 'رساله…']);
  expect(read('die Frage', 'de-CH')).toEqual(['frage…']);
  expect(read('de la', 'nl')).toEqual(['de', 'la…']);
});

test('nobody waits for more than a dozen words', () => {
  expect(read(Array.from({ length: 100 }, (_, at) => `w${at}`).join(' '))).toHaveLength(12);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
      const query = readQuery(typed, 'en');
      expect(query.length).toBeLessThanOrEqual(12);
      expect(new Set(query.map(({ folded }) => folded)).size).toBe(query.length);
    }),
  );
});

const found = (typed: string, word: string, language = 'en', inside = false): boolean => {
  const asked = language;
  const match = matcherOf(readQuery(typed, asked), { language, asked, inside });
  return wordsIn(word).some(({ folded }) => match(word, folded).length > 0);
};

test.each<[typed: string, word: string, isFound: boolean]>([
  ['pass', 'Password', true],
  ['pass word', 'Password', false],
  ['password', 'passwords', true],
  ['word', 'password', false],
  ['messages', 'Message', true],
])('%s stands for %s: %s', (typed, word, isFound) => {
  expect(found(typed, word)).toBe(isFound);
});

test('a piece of a word is found inside of it where that is asked for, if it is not too short', () => {
  expect(found('schirm', 'Bildschirm', 'de')).toBe(false);
  expect(found('schirm', 'Bildschirm', 'de', true)).toBe(true);
  expect(found('art', 'Startpunkt', 'de', true)).toBe(false);
  expect(found('بلغ', 'المبلغة', 'ar', true)).toBe(true);
});

test('German umlauts may be written in two letters, in German', () => {
  expect(found('Passwoerter', 'Passwörter', 'de')).toBe(true);
  expect(found('aendern', 'ändern', 'de')).toBe(true);
  expect(found('bluetooth', 'blutooth', 'en')).toBe(false);
});
