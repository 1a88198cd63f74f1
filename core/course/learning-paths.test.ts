// Paths as they are written, and which of several languages is taken.
import { expect, test } from 'vitest';
import { placeOf, textIn } from './learning-path';
import { parseLearningPaths } from './learning-paths';

const path = (id: string, more = ''): string =>
  `- id: ${id}\n  title: { en: A }\n  summary: { en: B }\n${more}  lessons:\n    - at: one/first\n      why: { en: C }\n`;

test('a list of paths', () => {
  expect(parseLearningPaths(path('core') + path('more', '  after: core\n'))).toEqual([
    {
      id: 'core',
      title: { en: 'A' },
      summary: { en: 'B' },
      lessons: [{ at: 'one/first', why: { en: 'C' } }],
    },
    expect.objectContaining({ id: 'more', after: 'core' }),
  ]);
  expect(placeOf('one/first')).toEqual({ course: 'one', lesson: 'first' });
});

test.each([
  ['no list', 'id: a'],
  ['two of the same id', path('a') + path('a')],
  ['an unknown key', path('a', '  colour: red\n')],
  ['no lessons', '- id: a\n  title: { en: A }\n  summary: { en: B }\n  lessons: []\n'],
  ['a place without a lesson', path('a').replace('one/first', 'one')],
  ['a reason in no language', path('a').replace('{ en: C }', '{}')],
  ['an alias', '- &a {}\n- *a\n'],
])('%s is refused', (_, text) => {
  expect(() => parseLearningPaths(text)).toThrow();
});

test.each([
  ['es', 'es'],
  ['es-MX', 'es'],
  ['pt-BR', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['fr', 'en'],
])('for %s the words in %s', (wanted, language) => {
  const all = { 'pt-BR': 'Olá', es: 'Hola', en: 'Hello' };
  expect(textIn(all, wanted)).toEqual({ text: all[language as keyof typeof all], language });
});

test('without English whatever there is', () => {
  expect(textIn({ de: 'Hallo' }, 'fr')).toEqual({ text: 'Hallo', language: 'de' });
});
