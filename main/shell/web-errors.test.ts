// Chromium's errors, and what a person is told for each.
import { expect, test } from 'vitest';
import { faultKind } from './web-errors';

test.each([
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_NAME_NOT_RESOLVED', 'offline'],
  ['net::ERR_CONNECTION_REFUSED', 'offline'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'offline'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'offline'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['net::ERR_CERT_DATE_INVALID', 'certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate'],
  ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'certificate'],
  ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-sign-in'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'not-allowed'],
  ['net::ERR_UNSAFE_PORT', 'not-allowed'],
  ['net::ERR_TIMED_OUT', 'timeout'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'broken-off'],
  ['net::ERR_EMPTY_RESPONSE', 'broken-off'],
  ['net::ERR_CONNECTION_RESET', 'broken-off'],
  ['something else', 'broken-off'],
])('%s', (message, kind) => {
  expect(faultKind(message)).toBe(kind);
});
