// A text being repaired: where it begins, when it is an answer, which checks turned.
import { describe, expect, it } from 'vitest';
import { begin, missing, turned, withPhrases } from './repair-view';

const shown = { text: 'As it was', checks: [] };

it('begins with the text to repair, or what was saved', () => {
  expect(begin(shown, null)).toEqual({ text: 'As it was' });
  expect(begin(shown, { text: '' })).toEqual({ text: '' });
});

it('takes an untouched or empty text for no answer', () => {
  expect(missing(shown, { text: 'As it was' })).toEqual([0]);
  expect(missing(shown, { text: ' \n' })).toEqual([0]);
  expect(missing(shown, { text: 'As it is' })).toEqual([]);
});

describe('checks that turn', () => {
  it('are told apart by which way', () => {
    expect(turned([false, true, true], [true, false, true])).toEqual({ held: [0], lost: [1] });
    expect(turned([true], [true])).toEqual({ held: [], lost: [] });
  });

  it('show their phrases once they are due', () => {
    const check = { type: 'says' as const, limit: null, label: 'x', phrases: null, holds: true };
    const due = { model: '', phrases: [null, ['a']] };
    expect(withPhrases(check, due, 1).phrases).toEqual(['a']);
    expect(withPhrases(check, due, 0).phrases).toBeNull();
  });
});
