// A message of an inbox, made of what a form asks: who writes, about what, what it is, and why.
import { natures } from '../../course/blocks/inbox-verdicts';
import type { FieldValue } from './form';
import { fieldText, type Source } from './source';
import { behind } from './spots';

const fence = /^:{3,}/;

/**
 * The whole message, with the fence of the one that begins in the line `beside`, for the same reader
 * and with an id that none of `taken` is. Undefined while something is empty without which it could
 * not be read, or where a line of the head is more than one line.
 */
export function messageText(
  source: Source,
  beside: number,
  taken: readonly string[],
  fields: Readonly<Record<string, FieldValue>>,
): string | undefined {
  const words = (name: string): string => fieldText(String(fields[name] ?? ''));
  const mark = fence.exec(source.words(beside))?.[0];
  const verdict = natures.find((each) => each === words('verdict'));
  const head = ['from', 'subject'].map((name) => `${name}: ${words(name)}`);
  const isWhole = ['from', 'subject', 'body'].map(words).every((each) => each !== '');
  if (!mark || !verdict || !isWhole || head.some((line) => line.includes('\n'))) return undefined;
  const why = words('why');
  return [
    `${mark} message #${messageId(words('subject'), taken)} {verdict=${verdict}}`,
    ...head,
    '---',
    ...words('body').split('\n'),
    ...(why === '' ? [] : ['', behind(source, '> ', `[!WHY] ${why}`)]),
    mark,
  ].join(source.ending);
}

/** Of the first words of the subject, where they have Latin letters. */
function messageId(subject: string, taken: readonly string[]): string {
  const words = subject
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const wanted = (words ?? []).slice(0, 3).join('-');
  const base = /^[a-z]/.test(wanted) ? wanted : 'message';
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}-${count}`;
  return id;
}
