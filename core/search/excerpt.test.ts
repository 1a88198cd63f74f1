// A few words around what was found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, marked, type Piece } from './excerpt';
import { matcherOf, readQuery } from './query';

const matcher = (typed: string) =>
  matcherOf(readQuery(typed, 'en'), { language: 'en', asked: 'en', inside: false });
const shown = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('');

test('the words are marked as they are written', () => {
  expect(
    shown(marked('Report it: Reports, “report” and reporters.', matcher('report')).pieces),
  ).toBe('[Report] it: [Reports], “[report]” and [reporters].');
  expect(marked('', matcher('report'))).toEqual({ pieces: [], words: [] });
  expect(marked('<b>bold</b>', matcher('bold')).pieces).toContainEqual({
    text: '<b>',
    marked: false,
  });
});

test('it is taken from the passage with most of the words', () => {
  const passages = [
    { line: 3, text: 'A word is long.' },
    { line: 7, text: 'A manager keeps each password.' },
  ];
  const { line, pieces, words } = excerptOf(passages, matcher('password manager long'));
  expect([line, shown(pieces)]).toEqual([7, 'A [manager] keeps each [password].']);
  expect(words.sort()).toEqual([0, 1, 2]);
});

test('where no passage has any of the words, it is how the place begins', () => {
  const passages = [
    { line: 3, text: '' },
    { line: 5, text: 'The words below the heading.' },
  ];
  expect(excerptOf(passages, matcher('else'))).toEqual({
    line: 3,
    pieces: [{ text: 'The words below the heading.', marked: false }],
    words: [],
  });
  expect(excerptOf([], matcher('else'))).toEqual({ line: null, pieces: [], words: [] });
});

test('a long passage is cut between words, around the words', () => {
  const filler = 'lorem ipsum '.repeat(30);
  const text = `${filler}the needle and the thread lie here ${filler}`;
  const { pieces } = excerptOf([{ line: 1, text }], matcher('needle thread'));
  const words = shown(pieces);
  expect(words).toMatch(
    /^…(lorem|ipsum) .* \[needle\] and the \[thread\] lie here .* ?(lorem|ipsum)…$/,
  );
  expect(words.length).toBeLessThan(200);
});

test('whatever the text and the query, an excerpt is words of the text in their order', () => {
  const word = fc.oneof(fc.constantFrom('needle', 'thread', 'a'), fc.string({ unit: 'binary' }));
  const text = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.constantFrom('needle', 'needle thread', 'a', 'ü'), (words, typed) => {
      const match = matcher(typed);
      const { pieces } = excerptOf([{ line: 1, text: words }], match);
      const plain = pieces.map((piece) => piece.text).join('');
      expect(words).toContain(plain.replace(/^…/, '').replace(/…$/, ''));
      expect(plain.length).toBeLessThanOrEqual(182);
      const isMarked = pieces.some((piece) => piece.marked);
      expect(isMarked).toBe(marked(words, match).words.length > 0);
      expect(
        marked(words, match)
          .pieces.map((piece) => piece.text)
          .join(''),
      ).toBe(words);
    }),
  );
});
