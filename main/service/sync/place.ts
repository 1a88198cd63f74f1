// Where a target is, as it is kept in the store.
import { signIn } from '../../../core/sync/where';
import { z } from '../../../core/zod';
import type { Target } from '../store/targets';

const lrs = z.object({ address: z.string(), signIn });
const folder = z.object({ folder: z.string() });

export type Place =
  | ({ kind: 'lrs' } & z.infer<typeof lrs>)
  | ({ kind: 'folder' } & z.infer<typeof folder>);

/** Null where a later version wrote it in another way. */
export function placeOf({ kind, settings }: Pick<Target, 'kind' | 'settings'>): Place | null {
  if (kind === 'lrs') {
    const read = lrs.safeParse(settings);
    return read.success ? { kind, ...read.data } : null;
  }
  const read = folder.safeParse(settings);
  return read.success ? { kind, ...read.data } : null;
}

/** Address or folder, to be shown. */
export const shownPlace = (place: Place | null): string =>
  place === null ? '' : place.kind === 'lrs' ? place.address : place.folder;

/** The origins that a place is asked at; none for a folder. */
export function originsOf(place: Place): string[] {
  if (place.kind === 'folder') return [];
  const { address, signIn: how } = place;
  const asked = how.kind === 'oauth' ? [address, how.tokenUrl] : [address];
  return asked.flatMap((each) => (URL.canParse(each) ? new URL(each).origin : []));
}
