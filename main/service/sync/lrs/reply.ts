// What is in a reply: only JSON that says it is JSON counts.
import type { WebReply } from '../web';

const jsonType = /^\s*application\/(json|[\w.+-]+\+json)\s*(;|$)/i;

/** Undefined for what is no JSON, or does not say so, or is torn. */
export function jsonOf({ headers, body }: WebReply): unknown {
  if (!jsonType.test(headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

const versionHeader = 'x-experience-api-version';

/** Whether a refusal comes from a store at all: a proxy on the way refuses, too, but knows nothing of statements. */
export const isFromStore = ({ headers }: WebReply): boolean => headers[versionHeader] !== undefined;

const shown = 500;

/** The first words of a reply, for a person who looks into why something was refused. */
export const wordsOf = ({ status, body }: WebReply): string =>
  `${status} ${new TextDecoder().decode(body.subarray(0, shown)).replace(/\s+/g, ' ').trim()}`.trim();
