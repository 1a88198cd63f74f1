// Numbers with their unit.
import { expect, test } from 'vitest';
import { amount, plainNumber, unitOptions } from './amount';

const join = (number: string, unit: string): string => `${number} ${unit}`;
const spaced = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

test.each([
  [62, '%', 'en', '62%'],
  [62, '%', 'es', '62 %'],
  [1, 'hours', 'en', '1 hour'],
  [1.5, 'hour', 'es', '1,5 horas'],
  [1200, 'EUR', 'en', '€1,200'],
  [12.5, 'EUR', 'es', '12,50 €'],
  [1234, 'messages a day', 'en', '1,234 messages a day'],
  [0.00012, '', 'en', '0.0001'],
  [7, 'XYZ', 'en', '7 XYZ'],
])('%f “%s” in %s is “%s”', (value, unit, language, expected) => {
  expect(spaced(amount(value, unit, language, join))).toBe(expected);
});

test('words of the author are no unit that the language knows', () => {
  expect(unitOptions('cups')).toBe(undefined);
  expect(unitOptions('')).toBe(undefined);
});

test('what stands in the field has no grouping', () => {
  expect(plainNumber(1234.5, 'en')).toBe('1234.5');
  expect(plainNumber(12345.25, 'es')).toBe('12345,25');
});
