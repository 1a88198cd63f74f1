// Where addresses of a course may lead: a table of good and hostile ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkTarget } from './link-target';
import type { LinkTarget } from './prose';

const web = (url: string): LinkTarget => ({ to: 'web', url });
const mail = (url: string): LinkTarget => ({ to: 'mail', url });
const file = (path: string, anchor?: string): LinkTarget =>
  anchor === undefined ? { to: 'file', path } : { to: 'file', path, anchor };
const anchor = (name: string): LinkTarget => ({ to: 'anchor', anchor: name });

describe('good addresses', () => {
  test.each([
    ['https://example.org', web('https://example.org/')],
    ['https://example.org/a?b=c&d=e#f', web('https://example.org/a?b=c&d=e#f')],
    ['HTTPS://EXAMPLE.ORG/A', web('https://example.org/A')],
    ['  https://example.org/  ', web('https://example.org/')],
    ['https://example.org:8443/a', web('https://example.org:8443/a')],
    ['https://müller.example/ü', web('https://xn--mller-kva.example/%C3%BC')],
    // A Cyrillic letter that looks like a Latin one shows itself.
    ['https://gооgle.example', web('https://xn--ggle-55da.example/')],
    ['https://192.0.2.1/', web('https://192.0.2.1/')],
    ['https://[2001:db8::1]/', web('https://[2001:db8::1]/')],
    ['https:example.org', web('https://example.org/')],
    ['https:\\\\example.org\\a', web('https://example.org/a')],
    ['mailto:help@city.example', mail('mailto:help@city.example')],
    ['mailto:a@b.example?subject=Hi', mail('mailto:a@b.example?subject=Hi')],
    ['MAILTO:a@b.example', mail('mailto:a@b.example')],
    ['#why-it-works', anchor('why-it-works')],
    ['#%C3%BCber', anchor('über')],
    ['#über', anchor('über')],
    ['02-next.md', file('02-next.md')],
    ['./02-next.md', file('02-next.md')],
    ['02-next.md#why', file('02-next.md', 'why')],
    ['02-next.md#', file('02-next.md')],
    ['glossary.md#term', file('glossary.md', 'term')],
    ['assets/form.pdf', file('assets/form.pdf')],
    ['assets/a%20b.pdf', file('assets/a b.pdf')],
    ['assets/ünïcode.png', file('assets/ünïcode.png')],
    ['assets/a..b.png', file('assets/a..b.png')],
    ['assets/...', file('assets/...')],
    ['assets/.hidden', file('assets/.hidden')],
    ['a/b/c/d.svg', file('a/b/c/d.svg')],
    ['no-ending', file('no-ending')],
    ['a&b=c.md', file('a&b=c.md')],
  ])('%s', (written, expected) => {
    expect(linkTarget(written)).toEqual(expected);
  });
});

describe('refused addresses', () => {
  test.each([
    [''],
    [' '],
    ['#'],
    ['#%'],
    ['#%E0%A4%A'],
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    [' javascript:alert(1)'],
    ['javascript://example.org/%0aalert(1)'],
    ['java\tscript:alert(1)'],
    ['java\nscript:alert(1)'],
    ['\u0001javascript:alert(1)'],
    ['vbscript:msgbox(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['data:image/svg+xml;base64,AAAA'],
    ['blob:https://example.org/1'],
    ['file:///etc/passwd'],
    ['file://server/share'],
    ['http://example.org'],
    ['ftp://example.org'],
    ['ws://example.org'],
    ['about:blank'],
    ['course://other/x'],
    ['app://main/index.html'],
    ['chrome://settings'],
    ['ms-msdt:/id'],
    ['search-ms:query=x'],
    ['tel:+15550100'],
    ['sms:+15550100'],
    ['view-source:https://example.org'],
    ['https://'],
    ['https:'],
    ['https://user@example.org'],
    ['https://user:pass@example.org/'],
    ['https://example.org@evil.example/'],
    ['https://exa mple.org'],
    ['https://example.org:99999'],
    ['https://[::1'],
    ['mailto:'],
    ['mailto:?subject=x'],
    ['//example.org/a'],
    ['///example.org'],
    ['\\\\server\\share'],
    ['/etc/passwd'],
    ['/'],
    ['.'],
    ['./'],
    ['..'],
    ['../secret.md'],
    ['assets/../../secret.md'],
    ['assets/./a.svg'],
    ['././a.md'],
    ['assets//a.svg'],
    ['assets/'],
    ['%2e%2e/secret.md'],
    ['%2E%2E%2Fsecret.md'],
    ['..%2fsecret.md'],
    ['%2fetc%2fpasswd'],
    ['..\\secret.md'],
    ['assets\\a.svg'],
    ['assets%5ca.svg'],
    ['a.md%00.png'],
    ['a\0b.md'],
    ['a%0ab.md'],
    ['a%1fb.md'],
    ['c:/windows/system32'],
    ['C:\\windows'],
    ['c:a.md'],
    ['assets/a.txt:stream'],
    ['assets/a.txt%3astream'],
    ['a.md?x=1'],
    ['?x=1'],
    ['%'],
    ['a%zz.md'],
    ['a.md#%zz'],
    ['a.md#b#%zz'],
  ])('%j', (written) => {
    expect(linkTarget(written)).toEqual({ to: 'refused', url: written.trim() });
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...['https', 'mailto', 'javascript', ':', '//', '/', '\\', '..', '.', '%2e', '%2f', '%5c'],
    ...['#', '?', '@', 'example.org', 'a.md', ' ', '\t', '\0', '%00', '%', 'ü', '\u202e', '[', ']'],
  );
  const written = fc.oneof(
    fc.array(pieces, { maxLength: 10 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
  );

  test('nothing is thrown, and only https: and mailto: leave the course', () => {
    fc.assert(
      fc.property(written, (text) => {
        const target = linkTarget(text);
        if (target.to === 'web') {
          const { protocol, username, password, hostname } = new URL(target.url);
          expect({ protocol, username, password }).toEqual({
            protocol: 'https:',
            username: '',
            password: '',
          });
          expect(hostname).not.toBe('');
        } else if (target.to === 'mail') expect(target.url).toMatch(/^mailto:[^?]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('files stay inside the course', () => {
    fc.assert(
      fc.property(written, (text) => {
        const target = linkTarget(text);
        if (target.to !== 'file') return;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
        expect(target.path).not.toMatch(/[\\:\u0000-\u001f]/);
        for (const part of target.path.split('/')) expect(['', '.', '..']).not.toContain(part);
      }),
      { numRuns: 2000 },
    );
  });

  test('what it leads to leads to itself', () => {
    fc.assert(
      fc.property(written, (text) => {
        const target = linkTarget(text);
        if (target.to === 'web' || target.to === 'mail') {
          expect(linkTarget(target.url)).toEqual(target);
        }
      }),
    );
  });
});
