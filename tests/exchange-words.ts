// The English words of the report on questions that come in and go out, and the values they ask for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportRow } from '../core/exchange/report';

const file = join(import.meta.dirname, '..', 'renderer', 'text', 'en', 'exchange.json');

export const exchangeWords = JSON.parse(readFileSync(file, 'utf8')) as Record<
  'format' | 'message' | 'what',
  Record<string, string>
>;

/** Values that the words of a row ask for and the row does not have. */
export function valuesMissing({ message, values }: ReportRow): string[] {
  const words = exchangeWords.message[message] ?? '';
  const wanted = [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  return wanted.filter((name) => !(name in values));
}
