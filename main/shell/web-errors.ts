// What Chromium's errors of the network mean for who waits for an answer.
import type { WebFaultKind } from '../service/sync/web';

/** By their names in Chromium's net_error_list.h, without `net::ERR_`. */
const kinds: readonly (readonly [RegExp, WebFaultKind])[] = [
  [/^(CERT_|SSL_|BAD_SSL|ECH_)/, 'certificate'],
  [/PROXY_AUTH|UNEXPECTED_PROXY_AUTH|^INVALID_AUTH_CREDENTIALS/, 'proxy-sign-in'],
  [/^BLOCKED_BY_|^UNSAFE_PORT|^DISALLOWED_URL_SCHEME/, 'not-allowed'],
  [/^TIMED_OUT/, 'timeout'],
  [
    /^(INTERNET_DISCONNECTED|NAME_|DNS_|ADDRESS_|CONNECTION_(REFUSED|TIMED_OUT|FAILED)|NETWORK_(CHANGED|ACCESS_DENIED|IO_SUSPENDED)|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|MANDATORY_PROXY|PAC_|NO_SUPPORTED_PROXIES)/,
    'offline',
  ],
];

export function faultKind(message: string): WebFaultKind {
  const name = /net::ERR_(\w+)/.exec(message)?.[1] ?? '';
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'broken-off';
}
