// The places of a message that a learner may point at: the same for author, window and grading.
import type { Inline, Prose } from '../prose';
import type { MessageHead } from './inbox-head';

export type LinkNode = Extract<Inline, { type: 'link' }>;

/** Signs that have no spot of their own: they are offered for every message. */
export const signs = ['greeting', 'request', 'hurry', 'wording'] as const;
export type Sign = (typeof signs)[number];

/** `sender`, `link-2`: attachments and links count from 1. */
export type Place =
  | 'sender'
  | 'reply-to'
  | 'to'
  | 'subject'
  | 'date'
  | 'headers'
  | `attachment-${number}`
  | `link-${number}`
  | Sign;

function linksInLine(nodes: readonly Inline[]): LinkNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [node];
    return 'children' in node ? linksInLine(node.children) : [];
  });
}

/** The links of a text, in the order in which they are read. */
export function linksIn(nodes: readonly Prose[]): LinkNode[] {
  return nodes.flatMap((node): LinkNode[] => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return linksInLine(node.children);
      case 'list':
        return node.items.flatMap((item) => linksIn(item.children));
      case 'table':
        return [node.head, ...node.rows.map((row) => row.cells)].flat().flatMap(linksInLine);
      case 'details':
        return [...linksInLine(node.title), ...linksIn(node.children)];
      case 'figure':
        return linksIn([...node.caption, ...node.description]);
      case 'footnotes':
        return node.notes.flatMap((note) => linksIn(note.children));
      case 'quote':
      case 'alert':
        return linksIn(node.children);
      default:
        return [];
    }
  });
}

/** All places of a message, in the order in which they are read. */
export function placesOf(message: MessageHead & { body: readonly Prose[] }): Place[] {
  return [
    'sender',
    ...(message.replyTo ? (['reply-to'] as const) : []),
    ...(message.to.length > 0 ? (['to'] as const) : []),
    'subject',
    ...(message.sent === null ? [] : (['date'] as const)),
    ...(message.headers.length > 0 ? (['headers'] as const) : []),
    ...message.attachments.map((_, at): Place => `attachment-${at + 1}`),
    ...linksIn(message.body).map((_, at): Place => `link-${at + 1}`),
    ...signs,
  ];
}

/** The place that an author's label names: `link` is the first link, `header` the headers. */
export function placeNamed(label: string, places: readonly Place[]): Place | undefined {
  const name = label.trim().toLowerCase().replace(/\s+/g, '-');
  const full =
    name === 'header' ? 'headers' : /^(link|attachment)$/.test(name) ? `${name}-1` : name;
  return places.find((place) => place === full);
}
