// Prints the messages of an inbox for outline.ts.
import type { InboxContent } from '../core/course/blocks/inbox';
import type { Person } from '../core/course/blocks/inbox-head';
import { linksIn, placesOf } from '../core/course/blocks/inbox-places';
import type { Prose } from '../core/course/prose';

type Part = (name: string, nodes: readonly Prose[]) => string[];

const person = ({ name, address }: Person): string => `${name || '–'} <${address}>`;
const listed = (name: string, values: readonly string[]): string[] =>
  values.length === 0 ? [] : [`${name}: ${values.join(' | ')}`];

export function inboxLines({ messages }: InboxContent, part: Part): string[] {
  return messages.flatMap(({ message, nature, also, clues, feedback }) => [
    [`message #${message.id} ${nature}`, ...also.map((action) => `or ${action}`)].join(', '),
    ...[
      `from: ${person(message.from)}`,
      ...listed('to', message.to.map(person)),
      ...listed('cc', message.cc.map(person)),
      ...(message.replyTo ? [`reply-to: ${person(message.replyTo)}`] : []),
      `subject: ${message.subject}`,
      ...(message.sent === null ? [] : [`sent: ${message.sent}`]),
      ...listed('attachments', message.attachments),
      ...message.headers.map(({ name, value }) => `header ${name}: ${value}`),
      ...part('body', message.body),
      ...listed(
        'links',
        linksIn(message.body).map(({ target }) => ('url' in target ? target.url : target.to)),
      ),
      `places: ${placesOf(message).join(' ')}`,
      ...clues.flatMap((clue) => part(`clue ${clue.place}`, clue.feedback)),
      ...part('feedback', feedback),
    ].map((line) => `  ${line}`),
  ]);
}
