// Addresses taken apart: what must be registered, and where a browser really goes.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { webAddress } from './web-address';

/** `before‹domain›after`, and where it goes when that is another host. */
function shown(address: string): string | undefined {
  const parts = webAddress(address);
  if (!parts) return undefined;
  const { before, domain, after, goesTo } = parts;
  return `${before}‹${domain}›${after}${goesTo === null ? '' : ` → ${goesTo}`}`;
}

describe('the registered name', () => {
  test.each([
    ['https://www.norlund.example/account', 'https://www.‹norlund.example›/account'],
    ['norlund.example', '‹norlund.example›'],
    ['HTTPS://Norlund.Example', 'HTTPS://‹Norlund.Example›'],
    ['http://norlund.example.login.test/x', 'http://norlund.example.‹login.test›/x'],
    ['https://norlund-example.test?a=b.c', 'https://‹norlund-example.test›?a=b.c'],
    ['a.b.norlund.co.uk/path', 'a.b.‹norlund.co.uk›/path'],
    ['norlund.gov.br', '‹norlund.gov.br›'],
    // Anybody may have a page below a hoster's name: it is theirs, not the hoster's.
    ['https://norlund.github.io/x', 'https://‹norlund.github.io›/x'],
    ['https://github.io/x', 'https://‹github.io›/x'],
    ['https://norlund.example./x', 'https://‹norlund.example›./x'],
  ])('of %s', (address, expected) => {
    expect(shown(address)).toBe(expected);
  });
});

describe('tricks', () => {
  test.each([
    ['https://norlund.example@evil.test/x', 'https://norlund.example@‹evil.test›/x'],
    ['https://a:b@norlund.example@evil.test', 'https://a:b@norlund.example@‹evil.test›'],
    ['https://evil.test/@norlund.example', 'https://‹evil.test›/@norlund.example'],
    ['https://evil.test?@norlund.example', 'https://‹evil.test›?@norlund.example'],
    ['https://evil.test#@norlund.example', 'https://‹evil.test›#@norlund.example'],
    ['https://evil.test\\@norlund.example', 'https://‹evil.test›\\@norlund.example'],
    ['https:///evil.test', 'https:///‹evil.test›'],
    ['https://norlund.example:8443/x', 'https://‹norlund.example›:8443/x'],
    ['norlund.example:8443', '‹norlund.example›:8443'],
    ['http://192.0.2.7/norlund.example', 'http://‹192.0.2.7›/norlund.example'],
    ['http://[2001:db8::7]:80/x', 'http://‹[2001:db8::7]›:80/x'],
    ['http://3221225991/x', 'http://‹3221225991›/x → 192.0.2.7'],
    ['http://0xC0.0.2.7', 'http://‹0xC0.0.2.7› → 192.0.2.7'],
    // The first letter is Cyrillic.
    [
      'https://www.\u0430pple.example',
      'https://www.‹\u0430pple.example› → www.xn--pple-43d.example',
    ],
    ['https://xn--pple-43d.example', 'https://‹xn--pple-43d.example›'],
    ['https://www.norlund。example/x', 'https://www.‹norlund。example›/x → www.norlund.example'],
    ['https://norlund%2eexample/x', 'https://‹norlund%2eexample›/x → norlund.example'],
  ])('%s', (address, expected) => {
    expect(shown(address)).toBe(expected);
  });
});

test.each([
  '',
  'hello',
  'hello world',
  'https://',
  'https://norlund',
  'ftp://norlund.example',
  'mailto:anna@norlund.example',
  'javascript:alert(1)',
  'https://norlund.example/a b',
  'https://nor\u200Blund.example',
  'https://norlund.example:99999',
  'https://nor lund.example',
])('“%s” is no web address', (text) => {
  expect(webAddress(text)).toBe(undefined);
});

it('keeps what is written, and names the host that the browser names', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (address) => {
        const parts = webAddress(address);
        if (!parts) return;
        expect(parts.before + parts.domain + parts.after).toBe(address);
        expect(parts.domain).not.toBe('');
        const { hostname } = new URL(
          /^[a-z][a-z0-9+.-]*:[\\/]/i.test(address) ? address : `https://${address}`,
        );
        if (parts.goesTo === null) {
          expect(`.${hostname.replace(/\.$/, '')}`).toMatch(
            new RegExp(`[.]${parts.domain.toLowerCase().replace(/[^\w]/g, '\\$&')}$`),
          );
        } else expect(parts.goesTo).toBe(hostname);
      },
    ),
    { numRuns: 1000 },
  );
});
