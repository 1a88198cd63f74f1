// The provider of a target: made of its place and the store's queues, and read when it first has to work.
import type { Account } from '../../../core/xapi/statement';
import type { Log } from '../log';
import type { Place } from './place';
import type { Provider } from './provider';
import type { Inbox, Outbox, Waiting } from './queue';
import type { Web } from './web';

export interface ProviderParts {
  place: Place;
  account: Account;
  /** Names the secret; the shell holds it. */
  secret: string;
  device: string;
  outbox: Outbox;
  inbox: Inbox;
  sent: { page(after: string | null, limit: number): Waiting[] };
  web: Web;
  now(): number;
  random(): number;
  log: Log;
}

export function openProvider(parts: ProviderParts): Provider {
  let opening: Promise<Provider> | undefined;
  let opened: Provider | undefined;
  return {
    async step(signal) {
      opening ??= open(parts);
      opened = await opening;
      return opened.step(signal);
    },
    unread: () => opened?.unread?.() ?? null,
  };
}

async function open(parts: ProviderParts): Promise<Provider> {
  const { place, account, secret, outbox, inbox, now, random, web, log, device, sent } = parts;
  if (place.kind === 'folder') {
    const { FolderProvider } = await import('./folder/folder-provider');
    const target = { folder: place.folder, device: device.toLowerCase(), people: [account] };
    const time = () => new Date(now());
    return new FolderProvider(target, { outbox, inbox, sent, now: time, random, log });
  }
  const { LrsProvider } = await import('./lrs/provider');
  const { address: endpoint, signIn } = place;
  return new LrsProvider(
    { endpoint, signIn: { ...signIn, secret }, people: () => [account] },
    { web, outbox, inbox, now, random },
  );
}

/** Nothing waits here: for a look at a place, and for one that is only asked to take back. */
export const emptyOutbox: Outbox = {
  waiting: () => [],
  counts: () => ({ waiting: 0, delivered: 0, setAside: 0 }),
  delivered: () => {},
  setAside: () => {},
};

/** Takes nothing in. */
export const closedInbox = (): Inbox => ({
  take: () => ({ taken: 0, known: 0, refused: 0 }),
  cursor: () => null,
  keepCursor: () => {},
});
