// Words stand in the alphabet of their own language.
import { expect, it } from 'vitest';
import { inAlphabet } from './glossary-view';

const terms = (...words: string[]) =>
  words.map((text) => ({
    anchor: text,
    line: 1,
    term: [{ type: 'text' as const, text }],
    definition: [],
  }));

it.each([
  [
    'en',
    ['phishing', 'Backup', 'account', 'Öresund'],
    ['account', 'Backup', 'Öresund', 'phishing'],
  ],
  ['es', ['nube', 'ñandú', 'oferta'], ['nube', 'ñandú', 'oferta']],
  ['sv', ['Öresund', 'zip', 'ånger'], ['zip', 'ånger', 'Öresund']],
  ['ar', ['نسخ', 'تصيّد', 'حساب'], ['تصيّد', 'حساب', 'نسخ']],
])('%s', (language, written, inOrder) => {
  const sorted = inAlphabet({ language, terms: terms(...written) });
  expect(sorted.map(({ anchor }) => anchor)).toEqual(inOrder);
});
