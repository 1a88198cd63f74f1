// The English words of the report on questions that come in and go out, and the values they ask for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportRow } from '../core/exchange/report';

const wordsIn = (name: string): Record<'format' | 'message' | 'what', Record<string, string>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'renderer', 'text', 'en', name), 'utf8'));

export const exchangeWords = wordsIn('exchange.json');
const pageWords = wordsIn('exchange-folder.json');

/** Values that the words of a row ask for and the row does not have. */
export function valuesMissing({ of, message, values }: ReportRow): string[] {
  const words = (of === 'pages' ? pageWords : exchangeWords).message[message] ?? '';
  const wanted = [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  return wanted.filter((name) => !(name in values));
}
