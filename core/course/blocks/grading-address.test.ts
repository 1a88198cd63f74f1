// How addresses are judged, and what is shown of them once that is due.
import { expect, test } from 'vitest';
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
import { kindOf } from './index';

const body = [
  'Which are genuine?',
  '',
  '- [x] https://www.norlund.example/a',
  '  > about a',
  '- [ ] https://norlund.example@evil.test',
  '  > about b',
  '- [ ] `http://\u043Dorlund.example`',
  '  > about c',
].join('\n');
const three = itemOf('address', body);

test.each([
  [[true, false, false], 1],
  [[true, true, false], 2 / 3],
  [[false, true, false], 1 / 3],
  [[false, true, true], 0],
])('%j earns %f', (answer, expected) => {
  expect(shareOf(three, answer)).toBe(expected);
});

test('each address is judged, and gets its words', () => {
  const { parts } = gradeOf(three, [true, true, false]);
  expect(parts.map(({ part, right }) => [part, right])).toEqual([
    [0, true],
    [1, false],
    [2, true],
  ]);
  expect(parts.map(({ feedback }) => plainText(feedback))).toEqual([
    'about a',
    'about b',
    'about c',
  ]);
  expect(keyOf(three).answer).toEqual([true, false, false]);
});

test.each([[[true, false]], [[true, false, null]], [[true, false, false, false]]])(
  '%j is no complete answer',
  (answer) => {
    expect(isCompleteFor(three, answer)).toBe(false);
  },
);

test('the registered names are due with the key, in the order of the screen', () => {
  expect(dueOf(three, null)).toEqual({
    addresses: [
      { before: 'https://www.', domain: 'norlund.example', after: '/a', goesTo: null },
      { before: 'https://norlund.example@', domain: 'evil.test', after: '', goesTo: null },
      {
        before: 'http://',
        domain: '\u043Dorlund.example',
        after: '',
        goesTo: 'xn--orlund-oqf.example',
      },
    ],
  });
  expect(kindOf('address').due?.(three.content, null, [[2, 0, 1]])).toMatchObject({
    addresses: [{ goesTo: 'xn--orlund-oqf.example' }, { after: '/a' }, { domain: 'evil.test' }],
  });
});

test('a single one is true or false for statements, several are another interaction', () => {
  const one = itemOf('address', 'Genuine?\n\n- [ ] evil.test\n  > no');
  expect(interactionOf(one, [true])).toEqual({
    type: 'true-false',
    response: 'true',
    correct: ['false'],
  });
  expect(interactionOf(three, [true, true, false])).toEqual({
    type: 'other',
    response: 'true[,]true[,]false',
    correct: ['true[,]false[,]false'],
  });
});
