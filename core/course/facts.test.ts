// The file of dated facts.
import { expect, test } from 'vitest';
import { parseFacts } from './facts';

const fact = `- id: K-1
  text: A fact.
  source: A page
  read: 2026-01-01
  jurisdiction: EU
`;

test('facts are read as they are written', () => {
  expect(parseFacts(fact)).toEqual([
    { id: 'K-1', text: 'A fact.', source: 'A page', read: '2026-01-01', jurisdiction: 'EU' },
  ]);
  expect(parseFacts(`${fact}  url: https://example.org\n  reviewBy: 2027-01-01\n`)).toMatchObject([
    { url: 'https://example.org', reviewBy: '2027-01-01' },
  ]);
  expect(parseFacts('[]')).toEqual([]);
});

test.each([
  ['no list', 'id: K-1'],
  ['nothing', ''],
  ['an entry without its source', fact.replace('  source: A page\n', '')],
  ['an empty id', fact.replace('K-1', '""')],
  ['broken YAML', '- id: "K-1'],
  ['an alias', '- &a {id: a}\n- *a\n'],
])('%s is refused', (_, text) => {
  expect(() => parseFacts(text)).toThrow();
});
