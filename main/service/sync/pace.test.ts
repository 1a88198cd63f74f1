import { expect, test } from 'vitest';
import { askedToWait, backOff } from './pace';

test('pauses double from two seconds to a quarter of an hour, and are never under a second', () => {
  const bounds = [1, 2, 3, 9, 10, 1000].map((failures) => backOff(failures, () => 1));
  expect(bounds).toEqual([2000, 4000, 8000, 512_000, 900_000, 900_000]);
  expect(backOff(30, () => 0)).toBe(1000);
});

test('a server asks for a pause in seconds or by a date, and gets no more than an hour', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  expect(askedToWait('120', now)).toBe(120_000);
  expect(askedToWait('Sun, 29 Nov 2026 12:05:00 GMT', now)).toBe(300_000);
  expect(askedToWait('0', now)).toBe(1000);
  expect(askedToWait('999999', now)).toBe(3_600_000);
  expect(askedToWait('soon', now)).toBeNull();
  expect(askedToWait(undefined, now)).toBeNull();
});
