// A look at a place before anything is sent there: whether it is there, and lets this person in.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { SyncState } from '../../../core/sync/state';
import type { Account } from '../../../core/xapi/statement';
import type { Log } from '../log';
import { closedInbox, emptyOutbox, openProvider } from './open-provider';
import type { Place } from './place';
import type { Web } from './web';

interface Surroundings {
  secret: string;
  web: Web;
  now(): number;
  random(): number;
  log: Log;
}

/** Nobody is called this: a server that answers has nothing about them. */
const nobody: Account = { homePage: 'https://deskwise.org/xapi/people', name: 'nobody' };

/** `up-to-date` where all is well. Writes nothing, at a server or into a folder. */
export async function tryPlace(
  place: Place,
  account: Account | null,
  around: Surroundings,
  signal: AbortSignal,
): Promise<SyncState> {
  if (place.kind === 'folder') return tryFolder(place.folder, around.now());
  const provider = openProvider({
    ...{ place, account: account ?? nobody, device: '' },
    ...{ outbox: emptyOutbox, inbox: closedInbox(), sent: { page: () => [] } },
    ...around,
  });
  const state = await provider.step(signal);
  return state.kind === 'receiving' ? upToDate(around.now()) : state;
}

async function tryFolder(folder: string, now: number): Promise<SyncState> {
  try {
    if (!(await stat(folder)).isDirectory()) return { kind: 'problem', problem: 'folder-gone' };
  } catch {
    return { kind: 'problem', problem: 'folder-gone' };
  }
  try {
    await access(folder, constants.R_OK | constants.W_OK);
  } catch {
    return { kind: 'problem', problem: 'folder-read-only' };
  }
  return upToDate(now);
}

const upToDate = (now: number): SyncState => ({
  kind: 'up-to-date',
  at: new Date(now).toISOString(),
});
