// Reads the head of a message: `name: value` lines, as mail has them. Unknown names are kept as headers.
import type { ProblemList } from '../problem';
import type { SourceLine } from './kind';

export interface Person {
  /** What a mail program shows; empty where only the address is written. */
  name: string;
  address: string;
}

export interface MessageHead {
  from: Person;
  to: Person[];
  cc: Person[];
  replyTo: Person | null;
  subject: string;
  /** Local time without a zone, `2026-10-05T08:12`, or a day alone. */
  sent: string | null;
  attachments: string[];
  /** Lines that mail programs show on demand only. */
  headers: { name: string; value: string }[];
}

const known = ['from', 'to', 'cc', 'reply-to', 'subject', 'sent', 'attachments'] as const;
type Known = (typeof known)[number];
const isKnown = (name: string): name is Known => (known as readonly string[]).includes(name);

const headerName = /^[a-z][a-z0-9-]*$/;
const nobody: Person = { name: '', address: '' };

const unquoted = (text: string): string => text.replace(/^"([^"]*)"$/, '$1');

/** `"Accounts" <accounts@city.example>`, or the address alone. */
function readPerson(written: string): Person {
  const text = written.trim();
  const open = text.lastIndexOf('<');
  const isFramed = open >= 0 && text.endsWith('>');
  const address = (isFramed ? text.slice(open + 1, -1) : text).trim();
  const name = isFramed ? text.slice(0, open).trim() : '';
  if (!address.includes('@')) return { name: text, address: '' };
  return { name: unquoted(name), address };
}

/** Splits at the commas that stand outside quotes. */
function splitCommas(text: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === ',' && !isQuoted) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Undefined where no calendar has that time. */
function readSent(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [, day = '', time] = match;
  const sent = time === undefined ? day : `${day}T${time}`;
  const date = new Date(`${day}T${time ?? '00:00'}Z`);
  // 31 June is read as 1 July.
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(sent);
  return isReal ? sent : undefined;
}

/** Always gives a head, whatever is missing in it: what is wrong goes to `problems`. */
export function readHead(
  lines: readonly SourceLine[],
  messageLine: number,
  problems: ProblemList,
): MessageHead {
  const values = new Map<Known, SourceLine>();
  const headers: MessageHead['headers'] = [];
  for (const { line, text } of lines) {
    if (text.trim() === '') continue;
    const colon = text.indexOf(':');
    const written = text.slice(0, Math.max(0, colon)).trim();
    const name = written.toLowerCase();
    const value = text.slice(colon + 1).trim();
    if (!headerName.test(name) || value === '') {
      problems.add('message-line', line, { text: text.trim().slice(0, 60) });
    } else if (!isKnown(name)) headers.push({ name: written, value });
    else if (values.has(name)) problems.add('message-key-double', line, { key: name });
    else values.set(name, { line, text: value });
  }
  const wordsOf = (name: Known): string => values.get(name)?.text ?? '';
  const people = (name: Known): Person[] => splitCommas(wordsOf(name)).map(readPerson);

  if (lines.length === 0) problems.add('message-head-missing', messageLine);
  else {
    for (const key of ['from', 'subject'] as const) {
      if (!values.has(key)) problems.add('message-key-missing', messageLine, { key });
    }
  }
  for (const key of ['from', 'to', 'cc', 'reply-to'] as const) {
    const lost = people(key).find(({ address }) => address === '');
    if (!lost) continue;
    problems.add('message-address', values.get(key)?.line ?? messageLine, { text: lost.name });
  }
  const sent = wordsOf('sent') === '' ? null : readSent(wordsOf('sent'));
  if (sent === undefined) {
    const { line, text } = values.get('sent') ?? { line: messageLine, text: '' };
    problems.add('message-date', line, { text }, text);
  }
  return {
    from: people('from')[0] ?? nobody,
    to: people('to'),
    cc: people('cc'),
    replyTo: people('reply-to')[0] ?? null,
    subject: wordsOf('subject'),
    sent: sent ?? null,
    attachments: splitCommas(wordsOf('attachments').replace(/^\[(.*)\]$/, '$1')).map(unquoted),
    headers,
  };
}
