import { expect, test } from 'vitest';
import type { PlanLine } from '../../../core/course/kept/plan-answer';
import { firstFields, fitted, isBlankPlan, isLabel, written } from './plan-view';

const line = (...words: string[]): PlanLine => ({
  words: words.map((text) => (text === '' ? [] : [{ type: 'text' as const, text }])),
});

test('a line with its field at the end is a label, others are sentences', () => {
  expect(isLabel(line('I tell: ', ''))).toBe(true);
  expect(isLabel(line('If ', ' then ', ''))).toBe(false);
  expect(isLabel(line('I open ', ' first'))).toBe(false);
});

test('fields are counted over all lines', () => {
  expect(firstFields([line('If ', ' then ', ''), line('a', ''), line('b', '')])).toEqual([0, 2, 3]);
});

test('an answer has as many fields as the form', () => {
  expect(fitted({ fields: ['a'], review: null }, 3).fields).toEqual(['a', '', '']);
  expect(isBlankPlan({ fields: ['', '  '], review: null })).toBe(true);
});

test('a plan written anew has not been tried yet', () => {
  expect(written({ fields: ['a', 'b'], review: 'well' }, 1, 'c')).toEqual({
    fields: ['a', 'c'],
    review: null,
  });
});
