// How long words look, in several scripts.
import { expect, test } from 'vitest';
import { visibleLength } from './visible-length';

test.each([
  ['', 0],
  ['Ask first', 8],
  [' a\u00a0\n b ', 2],
  ['e\u0301te\u0301', 3],
  ['كَتَبَ', 3],
  ['\u2068a\u2069\u200fb\u00adc', 3],
  ['👩🏽‍🚒🇳🇱', 2],
  ['日本語', 3],
])('%j has %i characters to see', (text, length) => {
  expect(visibleLength(text)).toBe(length);
});
