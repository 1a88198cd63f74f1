// What a learner may choose.
import { expect, test } from 'vitest';
import { interfaceLanguage } from './looks';
import { learnerName, settings, settingsChange } from './settings';

test.each([
  ['en', 'en'],
  ['es', 'es'],
  ['es-MX', 'es'],
  ['pt', 'pt'],
  ['pt-BR', 'pt'],
  ['AR-eg', 'ar'],
  ['fr-CA', 'fr'],
  ['de-AT', 'de'],
  ['nl', 'en'],
  ['est', 'en'],
  ['', 'en'],
])('the words for %s are %s', (tag, language) => {
  expect(interfaceLanguage(tag)).toBe(language);
});

test('everything has a default', () => {
  expect(settings.parse({})).toEqual({
    language: 'en',
    theme: 'system',
    textSize: 100,
    motion: 'system',
    trainers: false,
    team: false,
    path: null,
    library: 'cards',
  });
});

test('a change leaves alone what it does not name', () => {
  expect(settingsChange.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
  expect(settingsChange.parse({})).toEqual({});
});

test.each([[{ theme: 'pink' }], [{ textSize: 99 }], [{ motion: 'fast' }], [{ language: 'x' }]])(
  '%j is refused',
  (change) => {
    expect(settings.safeParse(change).success).toBe(false);
    expect(settingsChange.safeParse(change).success).toBe(false);
  },
);

test('a name has one to eighty letters that can be seen', () => {
  expect(learnerName.parse('  Amina ')).toBe('Amina');
  expect(learnerName.safeParse('   ').success).toBe(false);
  expect(learnerName.safeParse('x'.repeat(81)).success).toBe(false);
});
