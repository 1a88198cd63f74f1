// Where the hits of the search open, and which are shown.
import { expect, test } from 'vitest';
import type { SearchHit, SearchView } from '../../../core/views';
import { addressOf, countOf, within } from './search-view';

const hit = (place: SearchHit['place'], lesson: string | null = 'locks'): SearchHit => ({
  lesson: lesson === null ? null : { id: lesson, title: [] },
  heading: [],
  excerpt: [],
  language: 'en',
  place,
});

test.each<[SearchHit, string]>([
  [hit({ at: 'lesson' }), '/course/desk/lesson/locks'],
  [hit({ at: 'line', line: 12 }), '/course/desk/lesson/locks/line/12'],
  [hit({ at: 'block', block: 'a/b' }), '/course/desk/lesson/locks/a%2Fb'],
  [hit({ at: 'term', anchor: 'contraseña' }, null), '/course/desk/word/contrase%C3%B1a'],
  [hit({ at: 'lesson' }, null), '/course/desk'],
])('%o opens at %s', (found, address) => {
  expect(addressOf('desk', found)).toBe(address);
});

test('only courses that the filters let through are shown', () => {
  const course = (id: string, hits: number) => ({
    id,
    title: id,
    language: 'en',
    hits: Array.from({ length: hits }, () => hit({ at: 'lesson' })),
  });
  const view: SearchView = {
    all: [course('a', 2), course('b', 3)],
    some: [course('b', 1), course('c', 4)],
    isIndexing: false,
  };
  const shown = within(view, new Set(['a', 'c']));
  expect([countOf(shown.all), countOf(shown.some)]).toEqual([2, 4]);
});
