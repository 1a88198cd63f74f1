// Source and translation side by side: what is missing, what went stale, and nothing on the wrong side.
import { describe, expect, test } from 'vitest';
import { cut } from './cut';
import { pairGlossaries, termMap } from './glossary';
import { Memory } from './memory';
import { pairUp } from './pair';
import { termFinder, termsOf } from './terms';
import { wordDiff } from './word-diff';

const source = `---
title: Locks
---

First words here.

Second words here.

::: choice #one
Which?

- [x] This
  > Yes.
- [ ] That
  > No.
:::
`;
const target = source
  .replace('Locks', 'Cerraduras')
  .replace('First words here.', 'Primeras palabras.')
  .replace('Second words here.', 'Segundas palabras.')
  .replace('Which?', '¿Cuál?');

const sides = (one: string, other: string, memory = new Memory(), base: string | null = null) =>
  pairUp(cut(one), cut(other), memory, base === null ? null : cut(base));
const rows = ({ pairs }: ReturnType<typeof sides>) =>
  pairs.map(({ source, target, state, was }) => [source.text, target?.text ?? null, state, was]);

describe('a pair', () => {
  test('is translated, or still in the words of its source', () => {
    expect(rows(sides(source, target))).toEqual([
      ['Locks', 'Cerraduras', 'translated', null],
      ['First words here.', 'Primeras palabras.', 'translated', null],
      ['Second words here.', 'Segundas palabras.', 'translated', null],
      ['Which?', '¿Cuál?', 'translated', null],
      ['This', 'This', 'missing', null],
      ['Yes.', 'Yes.', 'missing', null],
      ['That', 'That', 'missing', null],
      ['No.', 'No.', 'missing', null],
    ]);
  });

  test('of equal words is translated where somebody said so, in a lesson said to be up to date or for itself', () => {
    const memory = new Memory();
    memory.learn('This', 'This');
    expect(rows(sides(source, target, memory))[4]?.[2]).toBe('translated');
    const states = sides(source, target, new Memory(), source).pairs.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['translated']));
  });

  test('went stale where the source is another than it was made from', () => {
    const changed = source.replace('First words', 'The very first words').replace('This', 'It');
    const stale = sides(changed, target, new Memory(), source).pairs;
    expect(stale.filter(({ state }) => state === 'stale').map(({ was }) => was)).toEqual([
      'First words here.',
      'This',
    ]);
    const memory = new Memory();
    memory.learn('First words here.', 'Primeras palabras.');
    memory.copied('This');
    const known = rows(sides(changed, target, memory));
    expect(known[1]).toEqual([
      'The very first words here.',
      'Primeras palabras.',
      'stale',
      'First words here.',
    ]);
    // What was only copied is no translation of anything, whatever the source says now.
    expect(known[4]).toEqual(['It', 'This', 'missing', null]);
  });

  test('finds together after the source got another paragraph, lost one, or changed their order', () => {
    const more = source.replace('First', 'New words.\n\nFirst');
    expect(rows(sides(more, target, new Memory(), source)).slice(1, 4)).toEqual([
      ['New words.', null, 'missing', null],
      ['First words here.', 'Primeras palabras.', 'translated', null],
      ['Second words here.', 'Segundas palabras.', 'translated', null],
    ]);
    const less = sides(source.replace('First words here.\n\n', ''), target, new Memory(), source);
    expect(rows(less)[1]?.[1]).toBe('Segundas palabras.');
    expect(less.extra.map(({ text }) => text)).toEqual(['Primeras palabras.']);
    const other = source
      .replace('First words here.\n\n', '')
      .replace('Second words here.', 'Second words here.\n\nThird ones, added.');
    const swapped = sides(other, target, new Memory(), source);
    expect(rows(swapped).slice(1, 3)).toEqual([
      ['Second words here.', 'Segundas palabras.', 'translated', null],
      ['Third ones, added.', null, 'missing', null],
    ]);
  });

  test('stays together by numbers and code where nothing is known', () => {
    const one = 'Pay 40 euros.\n\nPress `F5`.\n';
    const other = 'Pulse `F5`.\n';
    expect(rows(sides(one, other))).toEqual([
      ['Pay 40 euros.', null, 'missing', null],
      ['Press `F5`.', 'Pulse `F5`.', 'translated', null],
    ]);
  });
});

test('the difference is shown word by word', () => {
  expect(wordDiff('Lock the door.', 'Lock the green door.', 'en')).toEqual([
    { kind: 'same', text: 'Lock the ' },
    { kind: 'new', text: 'green ' },
    { kind: 'same', text: 'door.' },
  ]);
  expect(wordDiff('a', 'b', 'en').map(({ kind }) => kind)).toEqual(['gone', 'new']);
  const long = 'so '.repeat(5000);
  expect(wordDiff(long, `${long}.`, 'en')).toHaveLength(2);
});

test('terms of the glossaries are found in a text, the longest first, whatever their ending', () => {
  const glossary = '## Password\n\nA.\n\n## Password manager\n\nB.\n\n## Key (C++)\n\nC.\n';
  const spanish = glossary
    .replace('Password manager', 'gestor')
    .replace('## Password\n', '## clave\n');
  const find = termFinder(termsOf(sides(glossary, spanish).pairs));
  expect(find('Two password managers, no PASSWORD, sub-password; a key (c++) too.')).toEqual([
    { term: 'Password manager', translated: 'gestor' },
    { term: 'Password', translated: 'clave' },
    { term: 'Key (C++)', translated: null },
  ]);
  expect(find('compassword')).toEqual([]);
  expect(termFinder([])('anything')).toEqual([]);
});

describe('glossaries', () => {
  const english = '## Backup\n\nA copy.\n\n## Key\n\nA thing.\n\n## Lock\n\nAnother.\n';
  const spanish = '## Cerradura\n\nOtra.\n\n## Copia\n\nUna copia.\n\n## Llave\n\nUna cosa.\n';
  const lessons = sides(
    'See [keys](glossary.md#key) and [backups](glossary.md#backup).\n\nA [lock](glossary.md#lock).\n',
    'Vea [llaves](glossary.md#llave) y [copias](glossary.md#copia).\n\nUna [cerradura](glossary.md#cerradura).\n',
  );
  const glossary = (memory: Memory, pairs: typeof lessons.pairs) =>
    pairGlossaries(cut(english), cut(spanish), memory, termMap(pairs));
  const words = (paired: ReturnType<typeof glossary>) =>
    paired.pairs.map(({ source, target }) => [source.text, target?.text ?? null]);

  test('in the order of two alphabets are paired by the links that lead to their terms', () => {
    const paired = glossary(new Memory(), lessons.pairs);
    expect(words(paired)).toEqual([
      ['Backup', 'Copia'],
      ['A copy.', 'Una copia.'],
      ['Key', 'Llave'],
      ['A thing.', 'Una cosa.'],
      ['Lock', 'Cerradura'],
      ['Another.', 'Otra.'],
    ]);
    expect(paired.extra).toEqual([]);
  });

  test('are paired by what is known, and what nobody knows stays apart', () => {
    const memory = new Memory();
    memory.learn('Backup', 'Copia');
    memory.learn('Lock', 'Cerradura');
    const paired = glossary(memory, []);
    expect(words(paired).slice(2, 4)).toEqual([
      ['Key', null],
      ['A thing.', null],
    ]);
    expect(paired.extra.map(({ text }) => text)).toEqual(['Llave', 'Una cosa.']);
  });
});
