// What is forgiven in a typed answer, and what it may mean as a number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, readNumbers, sameText } from './gap-text';

const kindly = { strict: false, typos: 0 };

describe('the same text', () => {
  test.each([
    ['case', 'PassKey', 'passkey'],
    ['accents', 'contrasena', 'contraseña'],
    ['accents the other way', 'Ñandú', 'nandu'],
    ['spacing', '  pass \t key ', 'pass key'],
    ['no-break spaces', 'pass\u00a0key', 'pass key'],
    ['quotes', 'pet’s “name”', `pet's "name"`],
    ['hyphens', 'e‑mail', 'e-mail'],
    ['dashes', 'e–mail', 'e-mail'],
    ['letters in two parts', 'cafe\u0301', 'café'],
    ['ligatures', 'ﬁle', 'file'],
    ['Arabic marks over letters', 'مُحَمَّد', 'محمد'],
    ['marks of direction', '\u200fمحمد\u200e', 'محمد'],
    ['the dotted capital I of Turkish', 'İstanbul', 'istanbul'],
  ])('forgives %s', (_, typed, expected) => {
    expect(sameText(typed, expected, kindly)).toBe(true);
  });

  test.each([
    ['another word', 'password', 'passkey'],
    ['a letter less', 'passke', 'passkey'],
    ['no space', 'passkey', 'pass key'],
    ['another letter', 'ano', 'año nuevo'],
    ['nothing', '', 'a'],
  ])('does not forgive %s', (_, typed, expected) => {
    expect(sameText(typed, expected, kindly)).toBe(false);
  });

  test.each([
    ['a letter too many', 'passskey', 1, true],
    ['a letter too few', 'pasky', 1, false],
    ['two letters too few', 'pasky', 2, true],
    ['a wrong letter', 'passkej', 1, true],
    ['two letters exchanged are two slips', 'passeky', 1, false],
    ['two letters exchanged, two forgiven', 'passeky', 2, true],
    ['case and a slip', 'PASKEY', 1, true],
    ['three slips', 'passwrd', 2, false],
  ])('%s: %s, %i forgiven', (_, typed, typos, expected) => {
    expect(sameText(typed, 'passkey', { strict: false, typos })).toBe(expected);
  });

  test('short words are not forgiven slips: they would be other words', () => {
    const one = { strict: false, typos: 1 };
    expect(sameText('cat', 'car', one)).toBe(false);
    expect(sameText('true', 'tree', one)).toBe(false);
    expect(sameText('trees', 'treee', one)).toBe(true);
  });

  test('strict forgives only white space around it', () => {
    const strict = { strict: true, typos: 2 };
    expect(sameText(' Passkey\n', 'Passkey', strict)).toBe(true);
    expect(sameText('passkey', 'Passkey', strict)).toBe(false);
    expect(sameText('Passkez', 'Passkey', strict)).toBe(false);
  });

  test('folding twice changes nothing more, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['72', [72]],
    [' 72 ', [72]],
    ['+72', [72]],
    ['-72', [-72]],
    ['−72', [-72]],
    ['–72', [-72]],
    ['007', [7]],
    ['72.5', [72.5]],
    ['72,5', [72.5]],
    ['.5', [0.5]],
    [',5', [0.5]],
    ['1,234', [1.234, 1234]],
    ['1.234', [1.234, 1234]],
    ['1234,5', [1234.5]],
    ['1,234.5', [1234.5]],
    ['1.234,5', [1234.5]],
    ['1 234,5', [1234.5]],
    ['1\u202f234', [1234]],
    ["1'234.50", [1234.5]],
    ['1’234', [1234]],
    ['1,234,567', [1234567]],
    ['1.234.567,89', [1234567.89]],
    ['12,34,567.89', [1234567.89]],
    ['1,00,000', [100000]],
    ['٧٢', [72]],
    ['٧٢٫٥', [72.5]],
    ['١٬٢٣٤', [1234]],
    ['۷۲', [72]],
    ['७२', [72]],
    ['７２', [72]],
    ['𝟗𝟘', [90]],
    ['-٥', [-5]],
    ['\u061c-٥', [-5]],
    ['\u200e−۱', [-1]],
    ['15 %', [15]],
    ['15€', [15]],
    ['€15', [15]],
    ['$1,000', [1, 1000]],
    ['£ 3.50', [3.5]],
  ])('%s may be %j', (typed, expected) => {
    expect(readNumbers(typed).sort((a, b) => a - b)).toEqual(expected);
  });

  test.each([
    '',
    ' ',
    'seventy',
    '7a',
    '1e3',
    '0x10',
    '1..2',
    '1,2,3',
    '1.2,3.4',
    '1.2,5',
    '1,23,45',
    '--1',
    '1-2',
    '.',
    ',',
    'NaN',
    'Infinity',
    '½',
    '5²',
    '٪',
  ])('%s is no number', (typed) => {
    expect(readNumbers(typed)).toEqual([]);
  });

  test('every digit of every script is read as its value', () => {
    for (let code = 0x30; code < 0x1fbff; code++) {
      const digit = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(digit)) continue;
      const [value] = readNumbers(digit);
      const next = String.fromCodePoint(code + 1);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(9);
      // Digits follow each other: after n comes n + 1, after 9 another row or none.
      if (value !== 9) expect(readNumbers(next)).toEqual([(value ?? 0) + 1]);
    }
  });

  test('every number is found in its own words, in every country', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.constantFrom('en', 'de', 'es', 'fr', 'de-CH', 'en-IN', 'ar-EG', 'fa', 'pt-BR'),
        fc.integer({ min: 0, max: 2 }),
        (whole, language, digits) => {
          const number = whole / 10 ** digits;
          const words = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(
            number,
          );
          const found = readNumbers(words).some((each) => Math.abs(each - number) < 1e-9);
          expect(found, `${words} in ${language}`).toBe(true);
        },
      ),
    );
  });

  test('whatever is typed, only finite numbers come back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const number of readNumbers(typed)) expect(Number.isFinite(number)).toBe(true);
      }),
    );
  });
});
