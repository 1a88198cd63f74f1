// Formulas reckon, and can do nothing else.
import { describe, expect, test } from 'vitest';
import { namesIn, reckon } from './formula';

const input = (name: string, start: number) => ({
  name,
  label: name,
  start,
  min: 0,
  max: 100,
  unit: '',
});
const formula = (name: string, expression: string) => ({ name, label: name, expression, unit: '' });

describe('reckoning', () => {
  test.each([
    ['pages * price', 20],
    ['min(pages, price) + 1', 1.5],
    ['round(pages / 3)', 13],
    ['if(pages > 30, 1, 2)', 1],
    ['pages > 30 ? 1 : 2', 1],
    ['-(pages - 50) ^ 2', -100],
  ])('%s is %f', (expression, value) => {
    const model = {
      inputs: [input('pages', 40), input('price', 0.5)],
      formulas: [formula('x', expression)],
    };
    expect(reckon(model, {}).x).toBe(value);
  });

  test('later formulas use earlier ones, and what the reader set', () => {
    const model = {
      inputs: [input('pages', 40)],
      formulas: [formula('day', 'pages * 2'), formula('year', 'day * 220')],
    };
    expect(reckon(model, { pages: 1 })).toEqual({ pages: 1, day: 2, year: 440 });
  });

  test.each(['pages / 0', 'sqrt(0 - pages)', '"text"', 'pages(1)'])(
    '%s is no number',
    (expression) => {
      const model = { inputs: [input('pages', 4)], formulas: [formula('x', expression)] };
      expect(reckon(model, {}).x).toBeNaN();
    },
  );
});

describe('names', () => {
  test('may be in any script', () => {
    expect(namesIn('صفحات * min(السعر_الواحد, 2) + año')?.sort()).toEqual(
      ['año', 'السعر_الواحد', 'صفحات'].sort(),
    );
    const model = {
      inputs: [input('صفحات', 40), input('年', 3)],
      formulas: [formula('التكلفة', 'صفحات * 年'), formula('نصف', 'التكلفة / 2')],
    };
    expect(reckon(model, { صفحات: 10 })).toMatchObject({ التكلفة: 30, نصف: 15 });
    expect(namesIn('zu110000z + 1')).toBe(undefined);
  });

  test('are those that must be known before', () => {
    expect(namesIn('min(a, b) * a + 3')?.sort()).toEqual(['a', 'b']);
  });

  test.each([
    'a.constructor',
    'a = 3',
    'f(x) = x',
    'a +',
    '(((',
    '',
    'a'.repeat(501),
    'constructor("x")("y")',
  ])('%s is refused, or asks for a name that is not known', (expression) => {
    const names = namesIn(expression);
    expect(names === undefined || names.length > 0).toBe(true);
  });

  test('the way to functions of the language is closed', () => {
    for (const expression of ['constructor', '__proto__', 'toString', 'valueOf(1)', 'a.b']) {
      const model = { inputs: [input('a', 4)], formulas: [formula('x', expression)] };
      expect(reckon(model, {}).x).toBeNaN();
    }
  });
});
