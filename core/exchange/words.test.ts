// Each message and each format has its words, and there are no others.
import { expect, test } from 'vitest';
import { exchangeWords } from '../../tests/exchange-words';
import { exchangeFormats } from '.';
import { messages } from './report';

test('there are words for everything that is reported, and for nothing else', () => {
  const { format, message, what } = exchangeWords;
  expect(Object.keys(message).sort()).toEqual(Object.keys(messages).sort());
  expect(Object.keys(format).sort()).toEqual(Object.keys(exchangeFormats).sort());
  expect(Object.keys(what).sort()).toEqual([...new Set(Object.values(messages))].sort());
});
