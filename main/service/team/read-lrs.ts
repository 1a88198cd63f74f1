// Fetches everybody's statements from a learning record store, page by page, the earliest stored first.
import { z } from '../../../core/zod';
import type { LrsClient } from '../sync/lrs/client';
import { reached, sinceOf } from '../sync/lrs/cursor';
import { isFromStore, jsonOf } from '../sync/lrs/reply';
import { Trouble, troubleOf } from '../sync/trouble';
import type { WebReply } from '../sync/web';

const page = z.object({
  statements: z.array(z.unknown()),
  /** Where the next page is: a path from the root; empty or absent at the end. */
  more: z.string().nullish(),
});
const stored = z.object({ stored: z.iso.datetime({ offset: true }) });

const pageLimit = 500;

export interface LrsPart {
  statements: unknown[];
  /** Up to where all is fetched, in the time of the store: to be kept once the statements are. */
  cursor: string | null;
}

/**
 * `from` is the cursor that was kept last. A statement may come twice: count by its id. Throws Trouble
 * and WebFault; what was given until then is good.
 */
export async function* readLrs(
  client: LrsClient,
  from: string | null,
  signal: AbortSignal,
): AsyncGenerator<LrsPart> {
  let newest: string | null = null;
  let last: string | null = null;
  let isInOrder = true;
  let reply = await firstPage(client, from, signal);
  for (;;) {
    const { data } = page.safeParse(jsonOf(reply));
    if (reply.status !== 200 || !data) throw troubleOf(reply);
    for (const statement of data.statements) {
      const { data: told } = stored.safeParse(statement);
      // Without a time it cannot be in any order.
      if (!told || isBefore(told.stored, last)) isInOrder = false;
      if (!told) continue;
      last = told.stored;
      if (!isBefore(told.stored, newest)) newest = told.stored;
    }
    const isLast = !data.more;
    const isSure = newest !== null && (isInOrder || isLast);
    const through = reply.headers['x-experience-api-consistent-through'];
    yield {
      statements: data.statements,
      cursor: isSure && newest !== null ? reached(newest, through) : null,
    };
    if (!data.more) return;
    reply = await nextPage(client, data.more, { newest, isInOrder }, signal);
  }
}

const firstPage = (
  client: LrsClient,
  from: string | null,
  signal: AbortSignal,
): Promise<WebReply> =>
  client.get(
    'statements',
    {
      ascending: 'true',
      limit: String(pageLimit),
      ...(from !== null && { since: sinceOf(from) }),
    },
    signal,
  );

/** Pages are kept for a while only, and some stores name them wrongly: then it goes on by time. */
async function nextPage(
  client: LrsClient,
  more: string,
  { newest, isInOrder }: { newest: string | null; isInOrder: boolean },
  signal: AbortSignal,
): Promise<WebReply> {
  const reply = await client.getMore(more, signal);
  if (reply.status < 400 || reply.status >= 500 || !isFromStore(reply)) return reply;
  if (newest === null || !isInOrder) {
    throw new Trouble({ kind: 'wait', why: 'trouble' }, 'no way to the next page');
  }
  return firstPage(client, newest, signal);
}

const isBefore = (time: string, other: string | null): boolean =>
  other !== null && Date.parse(time) < Date.parse(other);
