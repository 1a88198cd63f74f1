// Durations in the words of SCORM 1.2, and of SCORM 2004 and xAPI.
import { expect, test } from 'vitest';
import { isoDuration, timespan12 } from './times';

test.each([
  [0, '0000:00:00.00', 'PT0S'],
  [0.456, '0000:00:00.46', 'PT0.46S'],
  [59.999, '0000:01:00.00', 'PT1M0S'],
  [61.5, '0000:01:01.50', 'PT1M1.5S'],
  [3600, '0001:00:00.00', 'PT1H0S'],
  [360_000.07, '0100:00:00.07', 'PT100H0.07S'],
  [-3, '0000:00:00.00', 'PT0S'],
])('%d seconds', (seconds, timespan, iso) => {
  expect(timespan12(seconds)).toBe(timespan);
  expect(isoDuration(seconds)).toBe(iso);
});
