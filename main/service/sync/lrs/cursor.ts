// Up to where a person's statements were fetched, in the time of the store, so that none is missed.
import { z } from '../../../../core/zod';
import type { Account } from './target';

/** `stored` times by store and person, ISO 8601. */
const kept = z.record(z.string(), z.iso.datetime({ offset: true }));
export type Cursor = z.infer<typeof kept>;

/** What cannot be read is begun anew: all that is fetched twice is known. */
export function readCursor(text: string | null): Cursor {
  try {
    return kept.catch({}).parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

/** Times of one store mean nothing to another. */
export const keyOf = (endpoint: string, { homePage, name }: Account): string =>
  JSON.stringify([endpoint, homePage, name]);

/**
 * `since` leaves out what was stored at the very time it names, so that one of two that were stored
 * together could be missed: it is asked from the millisecond before.
 */
export const sinceOf = (stored: string): string =>
  new Date(Math.floor(Date.parse(stored)) - 1).toISOString();

/** What a store has written down and does not show yet, in milliseconds: stores with several servers lag. */
const settling = 10_000;

/**
 * Up to where all is surely fetched: the newest that came, and never beyond what the store vouches
 * for in `X-Experience-API-Consistent-Through`.
 */
export function reached(newest: string, consistentThrough: string | undefined): string {
  const vouched = Date.parse(consistentThrough ?? '') - settling;
  const end = Number.isNaN(vouched) ? Date.parse(newest) : Math.min(Date.parse(newest), vouched);
  return new Date(end).toISOString();
}
