// What a person is told about a link before it opens: where it really leads.
import type { TFunction } from 'i18next';
import { getDomain } from 'tldts';

interface Target {
  to: 'web' | 'mail';
  url: string;
}

export const linkDetail = ({ to, url }: Target, t: TFunction): string =>
  to === 'mail' ? mailDetail(url, t) : webDetail(url, t);

function mailDetail(url: string, t: TFunction): string {
  const { pathname } = new URL(url);
  let address = pathname;
  try {
    address = decodeURIComponent(pathname);
  } catch {
    // A stray per cent sign: shown as it is written.
  }
  // Invisible marks could turn the address around on screen.
  return t('link.mail', { address: address.replace(/[\p{Cf}\p{Cc}]/gu, '') });
}

/** The whole host, the name somebody registered, and a word about letters of other scripts. */
function webDetail(url: string, t: TFunction): string {
  const { hostname } = new URL(url);
  const domain = getDomain(hostname) ?? hostname;
  const lines = t('link.web', { host: hostname, domain, url });
  const foreign = hostname.split('.').some((label) => label.startsWith('xn--'));
  return foreign ? `${lines}\n\n${t('link.punycode', { plain: hostname })}` : lines;
}
