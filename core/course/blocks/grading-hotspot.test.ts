// What pins hit, and that pins and list are worth the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dueOf,
  gradeOf,
  interactionOf,
  isCompleteFor,
  itemOf,
  keyOf,
  shareOf,
} from '../../../tests/item-of';
import { plainText } from '../plain-text';
import { areaAt, nearMiss, type Pin, readArea } from './areas';

const body = [
  'Where?',
  '',
  '![A message](assets/message.svg)',
  '',
  '- [x] 10%,10% 20%x10% sender',
  '  > about sender',
  '- [x] 60%,50% 20%x20% button',
  '  > about button',
  '- [ ] 10%,80% 50%x10% signature',
  '  > about signature',
].join('\n');
const message = itemOf('hotspot', body);

const inSender: Pin = [15, 15];
const inButton: Pin = [70, 60];
const inSignature: Pin = [20, 85];
const nowhere: Pin = [90, 5];

describe('pins', () => {
  test.each([
    ['both right', [inSender, inButton], 1],
    ['one right', [inSender], 0.5],
    ['one right, one nowhere', [inSender, nowhere], 0],
    ['both right, one nowhere', [inSender, inButton, nowhere], 0.5],
    ['both right, one in a wrong area', [inSender, inSignature, inButton], 0.5],
    ['twice in the same right area', [inSender, [12, 12], inButton], 1],
    ['only the same right area', [inSender, [12, 12]], 0.5],
    ['nowhere', [nowhere], 0],
    ['two wrong clicks take off two', [inSender, inButton, inSignature, inSignature], 0],
    [
      'a hair beside',
      [
        [8.1, 15],
        [70, 60],
      ],
      1,
    ],
    ['exactly at the tolerance', [[10 - nearMiss, 20 + nearMiss], inButton], 1],
    ['beyond the tolerance', [[7.9, 15], inButton], 0],
  ])('%s', (_, pins, expected) => {
    expect(shareOf(message, { pins })).toBe(expected);
  });

  test('each is judged, and gets the words of what it hit', () => {
    const { parts } = gradeOf(message, { pins: [inSignature, inSender, nowhere] });
    expect(parts.map(({ part, right }) => [part, right])).toEqual([
      [3, false],
      [4, true],
      [5, false],
    ]);
    expect(parts.map(({ feedback }) => plainText(feedback))).toEqual([
      'about signature',
      'about sender',
      '',
    ]);
  });

  test('a right area wins over a wrong one around it, and the smaller one over the larger', () => {
    const area = (x: number, width: number, right: boolean) => ({
      area: { x, y: 0, width, height: 100 },
      right,
    });
    const areas = [area(0, 90, false), area(10, 60, true), area(20, 10, true)];
    expect([5, 15, 25, 80].map((x) => areaAt(areas, [x, 50]))).toEqual([0, 1, 2, 0]);
    expect(areaAt([area(0, 10, false), area(12, 10, true)], [11, 50])).toBe(1);
    expect(areaAt([area(0, 11, false), area(12, 10, true)], [11, 50])).toBe(0);
    expect(areaAt(areas, [95, 50])).toBe(undefined);
  });
});

describe('the list', () => {
  test.each([
    [[0, 1], 1],
    [[0], 0.5],
    [[0, 2], 0],
    [[0, 1, 2], 0.5],
    [[2], 0],
  ])('%j earns %f', (areas, expected) => {
    expect(shareOf(message, { areas })).toBe(expected);
  });

  test('is worth the same as a pin in each of the areas', () => {
    const pins = [inSender, inButton, inSignature];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 1 }), (areas) => {
        const share = shareOf(message, { pins: areas.map((at) => pins[at]) });
        expect(share).toBe(shareOf(message, { areas }));
      }),
    );
  });
});

test.each([
  [{ pins: [] }],
  [{ areas: [] }],
  [{ areas: [0, 0] }],
  [{ areas: [3] }],
  [{ areas: [-1] }],
])('%j is no complete answer', (answer) => {
  expect(isCompleteFor(message, answer)).toBe(false);
});

test('the key names the right areas, and explains all', () => {
  expect(keyOf(message).answer).toEqual({ areas: [0, 1] });
  expect(keyOf(message).parts.map(({ feedback }) => plainText(feedback))).toEqual([
    'about sender',
    'about button',
    'about signature',
  ]);
});

test('where the areas lie, and what was hit, is due with the key', () => {
  expect(dueOf(message, { pins: [nowhere, inButton] })).toEqual({
    areas: [
      { area: { x: 10, y: 10, width: 20, height: 10 }, right: true, chosen: false },
      { area: { x: 60, y: 50, width: 20, height: 20 }, right: true, chosen: true },
      { area: { x: 10, y: 80, width: 50, height: 10 }, right: false, chosen: false },
    ],
    hits: [null, 1],
  });
  expect(dueOf(message, { areas: [2] })).toMatchObject({
    areas: [{ chosen: false }, { chosen: false }, { chosen: true }],
    hits: [],
  });
  expect(dueOf(message, null)).toMatchObject({ hits: [] });
});

test('a statement names the areas, however they were chosen', () => {
  const byPins = interactionOf(message, { pins: [inButton, nowhere, [91, 5]] });
  expect(byPins).toEqual({ type: 'choice', response: '1[,]elsewhere', correct: ['0[,]1'] });
  expect(interactionOf(message, { areas: [0, 1] }).response).toBe('0[,]1');
});

test.each([
  ['12%,40% 30%x8% words', { x: 12, y: 40, width: 30, height: 8 }, 'words'],
  ['1.5%, 40.25%  30 % × 8% two words', { x: 1.5, y: 40.25, width: 30, height: 8 }, 'two words'],
  ['0%,0% 100%x100%', { x: 0, y: 0, width: 100, height: 100 }, ''],
])('“%s” is an area', (text, area, rest) => {
  expect(readArea(text)).toMatchObject({ area, rest });
});

test.each(['12,40 30x8 words', '12%,40% words', '12%,40% 0%x8% words', '-1%,4% 3%x8%', 'words'])(
  '“%s” is none',
  (text) => {
    expect(readArea(text)).toBe(undefined);
  },
);
