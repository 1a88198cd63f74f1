// Shares, lines and saved rows of the team view.
import { describe, expect, test } from 'vitest';
import {
  coverageRows,
  lineOf,
  namedMonths,
  peopleRows,
  shareOf,
  stepsOf,
  topOf,
} from './team-view';

test('a share is of the people, and nothing where nothing may be said', () => {
  expect(shareOf({ people: 40, reached: 10 })).toBe(0.25);
  expect(shareOf({ people: 40, reached: null })).toBe(null);
  expect(shareOf({ people: 0, reached: 5 })).toBe(null);
  expect(shareOf({ people: 10, reached: 24 })).toBe(1);
});

describe('the line over time', () => {
  test('runs in steps from where reading begins to the last month', () => {
    const points = lineOf([0, 5, 10], 10);
    expect(points).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 50 },
      { x: 100, y: 0 },
    ]);
    expect(stepsOf(points)).toBe('M0.00 100.00H50.00V50.00H100.00V0.00');
    expect(stepsOf([])).toBe('');
    expect(lineOf([7], 0)).toEqual([{ x: 100, y: 100 }]);
  });

  test('has a round number at its top, and names few months, with both ends', () => {
    expect([0, 4, 9, 21, 240, 1999].map(topOf)).toEqual([5, 5, 10, 25, 250, 2000]);
    expect(namedMonths(3)).toEqual([0, 1, 2]);
    expect(namedMonths(24)).toEqual([0, 8, 15, 23]);
  });
});

test('saved rows have the figures of the screen, and empty cells where it says nothing', () => {
  const rows = [{ name: 'Archive', people: 12, reached: null }];
  expect(coverageRows(['Unit', 'Finished', 'People'], rows)).toEqual([
    ['Unit', 'Finished', 'People'],
    ['Archive', 12, null],
  ]);
  const person = {
    ...{ account: 'ada', name: 'Ada', unit: 'Archive', group: '', due: null },
    ...{ course: { id: 'desk', title: 'The desk' }, state: 'done' as const, doneOn: '2026-03-02' },
  };
  expect(peopleRows(['Name'], [person], () => 'Finished')[1]).toEqual([
    ...['Ada', 'ada', 'Archive', '', 'The desk', null, 'Finished', '2026-03-02'],
  ]);
});
