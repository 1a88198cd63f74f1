// Takes a web address apart as a browser does: which part of it somebody had to register.
import { getDomain } from 'tldts';

/** The address as written, in three pieces, and the host a browser goes to where that is another. */
export interface WebAddress {
  before: string;
  /** What was registered, as written: `norlund.example`; a whole host where nothing is, as in an IP address. */
  domain: string;
  after: string;
  /** Set where the written host is not what it seems: letters of other scripts, a number in disguise. */
  goesTo: string | null;
}

const scheme = /^[a-z][a-z0-9+.-]*:(?=[\\/])/i;
/** `mailto:`, `javascript:`: a scheme that has no host. The port of a host stands behind a dot. */
const otherScheme = /^[a-z][a-z0-9+-]*:(?![\\/])/i;
/** What a browser takes for the dot between two labels. */
const dots = /[.。．｡]/;
/** An address in the bar has no white space and nothing invisible in it. */
const blank = /[\s\p{Cc}\p{Cf}]/u;

function parse(address: string): URL | undefined {
  try {
    return new URL(scheme.test(address) ? address : `https://${address}`);
  } catch {
    return undefined;
  }
}

/** Where the host begins and ends in the address as written. */
function hostIn(address: string): { from: number; to: number } {
  let from = scheme.exec(address)?.[0].length ?? 0;
  while (address[from] === '/' || address[from] === '\\') from++;
  const path = address.slice(from).search(/[\\/?#]/);
  const end = path < 0 ? address.length : from + path;
  from += address.slice(from, end).lastIndexOf('@') + 1;
  const port = /:\d*$/.exec(address.slice(from, end));
  return { from, to: end - (port?.[0].length ?? 0) };
}

/** Undefined for what no browser would take for a web address. */
export function webAddress(address: string): WebAddress | undefined {
  if (blank.test(address) || otherScheme.test(address)) return undefined;
  const url = parse(address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  const { hostname } = url;
  const isNumber = hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);
  const labels = hostname.split('.').filter((label) => label !== '');
  // One word is a search, not an address.
  if (!isNumber && labels.length < 2) return undefined;

  const { from, to } = hostIn(address);
  const written = address.slice(from, to);
  const end = to - (dots.test(written.at(-1) ?? '') ? 1 : 0);
  const parts = address.slice(from, end).split(dots);
  // Who may hand out names below it counts as a registry too: a page of a hoster is its tenant's.
  const registered = isNumber
    ? null
    : getDomain(labels.join('.'), { allowPrivateDomains: true, validateHostname: false });
  const count = registered?.split('.').length ?? parts.length;
  const isLikeWritten = parts.length === labels.length;
  const lead = isLikeWritten && !isNumber ? parts.slice(0, Math.max(0, parts.length - count)) : [];
  const begin = from + lead.reduce((length, part) => length + part.length + 1, 0);
  return {
    before: address.slice(0, begin),
    domain: address.slice(begin, end),
    after: address.slice(end),
    goesTo: written.toLowerCase() === hostname ? null : hostname,
  };
}
