// How long to wait before the next try, so that many computers do not all come back at once.

const first = 1000;
const longest = 15 * 60_000;

/** Milliseconds after so many failures in a row (from 1): drawn between a second and a bound that doubles, up to 15 minutes. */
export function backOff(failures: number, random: () => number): number {
  const bound = Math.min(longest, first * 2 ** failures);
  return Math.round(first + random() * (bound - first));
}

/** The longest that a server may ask us to stay away, in milliseconds. */
const longestAsked = 60 * 60_000;

/**
 * What `Retry-After` asks for, in milliseconds, from its two forms: seconds, and a date. Null where
 * nothing is asked. RFC 9110, 10.2.3.
 */
export function askedToWait(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(wait)) return null;
  return Math.min(longestAsked, Math.max(first, wait));
}
