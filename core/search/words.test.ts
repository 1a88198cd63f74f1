// Words as a search sees them, and what their forms have in common.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stemsOf } from './stems';
import { folded, wordsIn } from './words';

const words = (text: string): string[] => wordsIn(text).map(({ folded: word }) => word);

test.each([
  ['Über-PRÜFUNG', ['uber', 'prufung']],
  ['Straße STRASSE', ['strasse', 'strasse']],
  ['contraseña contrasen\u0303a', ['contrasena', 'contrasena']],
  ["l’adresse d'Élise", ['l', 'adresse', 'd', 'elise']],
  ['Daten\u00adschutz', ['datenschutz']],
  ['أُنشئَ إبلاغ آخر', ['انشي', 'ابلاغ', 'اخر']],
  ['مُدرسة مدرسه مـدرسة', ['مدرسه', 'مدرسه', 'مدرسه']],
  ['على علي ٢٠٢٦', ['علي', 'علي', '2026']],
  ['w.chen@norlund.example', ['w', 'chen', 'norlund', 'example']],
  ['ﬁnden ①', ['finden', '1']],
  ['İstanbul ISTANBUL', ['istanbul', 'istanbul']],
  ['" * ( ) : ^ - + \0 😀', []],
])('%j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

const anyText = fc.string({ unit: 'binary' });

describe('whatever the text', () => {
  test('words hold letters and digits alone, and folding them again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of words(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(folded(word)).toBe(word);
          expect(words(word)).toEqual([word]);
        }
      }),
    );
  });

  test('each word stands where it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { folded: word, from, to } of wordsIn(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(words(text.slice(from, to))).toEqual([word]);
          last = to;
        }
      }),
    );
  });

  test('it has stems in every language, or none', () => {
    const languages = fc.constantFrom('ar', 'de-AT', 'en', 'ES', 'fr', 'pt-BR', 'nl', '');
    fc.assert(
      fc.property(anyText, languages, (text, language) => {
        for (const { from, to } of wordsIn(text)) {
          for (const stem of stemsOf(text.slice(from, to), language)) expect(stem).not.toBe('');
        }
      }),
    );
  });

  test('a very long word is cut', () => {
    expect(words('a'.repeat(10_000))).toEqual(['a'.repeat(64)]);
    expect(words('𐐀'.repeat(100))).toEqual(['𐐨'.repeat(64)]);
  });
});

test.each([
  ['en', 'passwords', 'password'],
  ['en', 'reporting', 'reported'],
  ['en', 'policies', 'Policy'],
  ['de', 'Passwörter', 'Passwort'],
  ['de', 'passworter', 'Passwortes'],
  ['de', 'gemeldeten', 'gemeldet'],
  ['es', 'contraseñas', 'contrasena'],
  ['es-MX', 'informaciones', 'información'],
  ['fr', 'adresses', 'adresse'],
  ['pt', 'informações', 'informação'],
  ['ar', 'البريد', 'بريد'],
  ['ar', 'والبريد', 'بريد'],
  ['ar', 'كلمات', 'الكلمة'],
  ['ar', 'أجهزة', 'الأجهزة'],
  ['ar', 'بالرسالة', 'رسالة'],
])('in %s, %s and %s have a stem in common', (language, one, other) => {
  const stems = new Set(stemsOf(one, language));
  expect(stemsOf(other, language).some((stem) => stems.has(stem))).toBe(true);
});

test.each([
  ['en', 'password', 'passport'],
  ['en', 'one', 'on'],
  ['ar', 'بريد', 'مدير'],
  ['nl', 'wachtwoorden', 'wachtwoord'],
])('in %s, %s and %s have none', (language, one, other) => {
  const stems = new Set(stemsOf(one, language));
  expect(stemsOf(other, language).some((stem) => stems.has(stem))).toBe(false);
});
