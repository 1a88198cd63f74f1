// What stands in the way of a whole exchange, whatever was to be said in it.
import type { SyncProblem } from '../../../core/sync/state';
import { WebFault, type WebFaultKind, type WebReply } from './web';

export type Standing =
  | { kind: 'wait'; why: 'offline' | 'trouble' }
  /** The server said when to come again: what its header says. */
  | { kind: 'asked'; retryAfter: string }
  | { kind: 'sign-in-needed' }
  | { kind: 'problem'; problem: SyncProblem };

export class Trouble extends Error {
  constructor(
    readonly standing: Standing,
    detail: string,
  ) {
    super(detail);
  }
}

const problem = (name: SyncProblem): Standing => ({ kind: 'problem', problem: name });
const again: Standing = { kind: 'wait', why: 'trouble' };

const ofFaults: Record<WebFaultKind, Standing> = {
  offline: { kind: 'wait', why: 'offline' },
  certificate: problem('certificate'),
  'proxy-sign-in': problem('proxy-sign-in'),
  'not-allowed': problem('address'),
  timeout: again,
  'too-large': again,
  'broken-off': again,
};

/** How things stand after an error; throws what has nothing to do with the network. */
export function standingOf(error: unknown): Standing {
  if (error instanceof Trouble) return error.standing;
  if (error instanceof WebFault) return ofFaults[error.kind];
  throw error;
}

/** What a reply means that is not the answer to what was asked. */
export function troubleOf({ status, headers }: WebReply): Trouble {
  const retryAfter = headers['retry-after'];
  const standing = (): Standing => {
    if (status === 401 || status === 403) return { kind: 'sign-in-needed' };
    if (status === 407) return problem('proxy-sign-in');
    if (status === 511 || (status < 300 && isHtml(headers))) return problem('captive-portal');
    if (status === 301 || status === 308) return problem('redirected');
    // For a while only: so do the networks of hotels and trains send everybody to their own page.
    if (status >= 300 && status < 400) return problem('captive-portal');
    if ([404, 405, 410, 501].includes(status)) return problem('not-an-lrs');
    if ((status === 429 || status >= 500) && retryAfter !== undefined) {
      return { kind: 'asked', retryAfter };
    }
    return again;
  };
  return new Trouble(standing(), `the server answered ${status}`);
}

const isHtml = (headers: WebReply['headers']): boolean =>
  /^\s*(text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '');
