// What stands after the colons of a block.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttributes, readOpening } from './attributes';

const opening = (info: string) => {
  const { attributes, ...rest } = readOpening(info);
  return { ...rest, attributes: Object.fromEntries(attributes) };
};
const base = { title: '', malformed: [], attributes: {} };

test.each([
  ['choice', { kind: 'choice' }],
  ['  choice  ', { kind: 'choice' }],
  ['choice #first-step', { kind: 'choice', id: 'first-step' }],
  ['choice#first-step', { kind: 'choice', id: 'first-step' }],
  ['choice #a {points=2}', { kind: 'choice', id: 'a', attributes: { points: '2' } }],
  ['choice#a{points=2}', { kind: 'choice', id: 'a', attributes: { points: '2' } }],
  ['choice {points=2}', { kind: 'choice', attributes: { points: '2' } }],
  ['details A title', { kind: 'details', title: 'A title' }],
  ['details #a A title', { kind: 'details', id: 'a', title: 'A title' }],
  [
    'details #a {b=c} A title',
    { kind: 'details', id: 'a', attributes: { b: 'c' }, title: 'A title' },
  ],
  ['details A {title}', { kind: 'details', title: 'A {title}' }],
  ['#a', { kind: '', id: 'a' }],
  ['{a=b}', { kind: '', attributes: { a: 'b' } }],
  ['', { kind: '' }],
  ['choice #', { kind: 'choice' }],
  ['choice # x', { kind: 'choice', title: 'x' }],
  ['choice #A_b.c', { kind: 'choice', id: 'A_b.c' }],
  ['choice {a=b', { kind: 'choice', title: '{a=b' }],
  ['choice {a=b} #c', { kind: 'choice', attributes: { a: 'b' }, title: '#c' }],
  ['çhoíce', { kind: 'çhoíce' }],
])('%s', (info, expected) => {
  expect(opening(info)).toEqual({ ...base, ...expected });
});

const read = (text: string) => {
  const { attributes, malformed } = readAttributes(text);
  return [Object.fromEntries(attributes), malformed];
};

test.each([
  ['', {}, []],
  ['a=b', { a: 'b' }, []],
  ['a=b  c=d', { a: 'b', c: 'd' }, []],
  ['a="two words"', { a: 'two words' }, []],
  ['a=""', { a: '' }, []],
  ['a=', { a: '' }, []],
  ['pin', { pin: '' }, []],
  [' pin\t', { pin: '' }, []],
  ['a=b=c', { a: 'b=c' }, []],
  ['a="b" c', { a: 'b', c: '' }, []],
  ['meters="trust 5, budget 12"', { meters: 'trust 5, budget 12' }, []],
  ['a=b a=c', { a: 'c' }, []],
  ['=b', {}, ['=b']],
  ['=', {}, ['=']],
  ['"a"', {}, ['"a"']],
  ['a="b', {}, ['a="b']],
  ['a=b"', {}, ['a=b"']],
  ['a="b c', { c: '' }, ['a="b']],
  ['competence="4.1"', { competence: '4.1' }, []],
  ['__proto__=x', JSON.parse('{"__proto__":"x"}'), []],
])('{%s}', (text, attributes, malformed) => {
  expect(read(text)).toEqual([attributes, malformed]);
});

test('whatever is written is read, and every word of it is somewhere', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', '=', '"', ' ', '#', '{', '}', '\t') });
  fc.assert(
    fc.property(words, (info) => {
      const { kind, id = '', attributes, title, malformed } = readOpening(info);
      const letters = (text: string) => text.replace(/[^ab]/g, '').length;
      const found = [kind, id, title, ...malformed, ...[...attributes].flat()].join('');
      // Equal names fall together: the last one is taken.
      const names = [...info.matchAll(/[^\s="{}]+(?==)|\w+/g)].map(([name]) => name);
      if (new Set(names).size === names.length) expect(letters(found)).toBe(letters(info));
    }),
    { numRuns: 1000 },
  );
});
