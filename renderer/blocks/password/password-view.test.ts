// What is kept of a phrase, how long it would last, and that there are words for all that is said of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { interfaceLanguages } from '../../../core/looks';
import { loadJudge } from './judge';
import {
  answerFor,
  begin,
  durationOf,
  isSame,
  knownWords,
  missing,
  suggestions,
  warnings,
  withWords,
} from './password-view';

const shown = { min: 3 as const, forbid: ['Amina', 'City of Norlund'] };

it('keeps whether a phrase was strong enough', () => {
  expect(begin(shown, null)).toBe(null);
  expect(begin(shown, { reached: true })).toEqual({ reached: true });
  expect([null, 0, 2, 3, 4].map((score) => answerFor(score, shown))).toEqual([
    null,
    { reached: false },
    { reached: false },
    { reached: true },
    { reached: true },
  ]);
});

it('misses a phrase as long as nothing is typed', () => {
  expect(missing(shown, null)).toEqual([0]);
  expect(missing(shown, { reached: false })).toEqual([]);
});

it('tells answers apart', () => {
  expect(isSame(null, null)).toBe(true);
  expect(isSame(null, { reached: false })).toBe(false);
  expect(isSame({ reached: true }, { reached: true })).toBe(true);
  expect(isSame({ reached: true }, { reached: false })).toBe(false);
});

it('knows the words of the task, the learner and the course', () => {
  expect(knownWords(shown, 'Jonas B.', 'safe-desk')).toEqual([
    'Amina',
    'City of Norlund',
    'City',
    'of',
    'Norlund',
    'Jonas B.',
    'Jonas',
    'B.',
    'safe-desk',
    'safe',
    'desk',
  ]);
});

test.each([
  [0, { type: 'instantly' }],
  [0.99, { type: 'instantly' }],
  [1, { type: 'some', value: 1, unit: 'second' }],
  [90, { type: 'some', value: 2, unit: 'minute' }],
  [7200, { type: 'some', value: 2, unit: 'hour' }],
  [40 * 86_400, { type: 'some', value: 1, unit: 'month' }],
  [3 * 365 * 86_400, { type: 'some', value: 3, unit: 'year' }],
  [1e30, { type: 'centuries' }],
])('%f seconds', (seconds, duration) => {
  expect(durationOf(seconds)).toEqual(duration);
});

it('says only what there are words for', () => {
  expect(withWords(warnings, ['pwned', null])).toEqual([]);
  expect(withWords(suggestions, ['anotherWord', 'dates', 'dates'])).toEqual([
    'dates',
    'anotherWord',
  ]);
});

describe.each(interfaceLanguages)('in %s', (language) => {
  const path = join(import.meta.dirname, '..', '..', 'text', language, 'item.json');
  const { password } = JSON.parse(readFileSync(path, 'utf8'));
  it('there are words for every strength, warning and suggestion', () => {
    expect(Object.keys(password.strength)).toEqual(['0', '1', '2', '3', '4']);
    expect(Object.keys(password.warning).sort()).toEqual([...warnings].sort());
    expect(Object.keys(password.suggestion).sort()).toEqual([...suggestions].sort());
  });
});

describe('the judge', () => {
  test.each([
    ['password', 0],
    ['Norlund', 0],
    ['Am1na', 0],
    ['violet kettle forgot monday rain', 4],
    ['contraseña', 1],
    ['malheureusement', 1],
    ['bürgermeister', 0],
    ['abdul-ghaffar', 0],
    ['conhecimento', 1],
  ])('finds “%s” worth %i', async (phrase, score) => {
    const judge = await loadJudge();
    expect(judge(phrase, knownWords(shown, 'Jonas', 'safe-desk')).score).toBe(score);
  });

  test.each([
    ['City-of-Norlund-Amina', 0],
    ['Amina: Norlund!', 0],
    ['aminaNORLUND2026', 0],
    ['Amina violet kettle forgot monday', 4],
  ])('counts nothing for words of the task: “%s” is worth %i', async (phrase, score) => {
    const judge = await loadJudge();
    const judged = judge(phrase, knownWords(shown, 'Jonas', 'safe-desk'));
    expect(judged.score).toBe(score);
    if (score === 0) expect(judged.warning).toBe('userInputs');
  });

  it('speaks in keys that there are words for', async () => {
    const judge = await loadJudge();
    const phrases = [
      'aaaa',
      'abcabcabc',
      'asdfgh',
      '1987',
      '12.3.1987',
      'drowssap',
      'P4SSWORD',
      '',
    ];
    for (const phrase of [...phrases, 'qazwsx', 'abcdef', 'smith', 'martin', 'Amina']) {
      const { warning, suggestions: said } = judge(phrase, ['Amina']);
      if (warning !== null) expect(warnings).toContain(warning);
      for (const suggestion of said) expect(suggestions).toContain(suggestion);
    }
  });

  it('is loaded once', () => {
    expect(loadJudge()).toBe(loadJudge());
  });
});
