import { describe, expect, test } from 'vitest';
import { linkTarget } from '../../core/course/link-target';
import { linkDetail } from './link-words';
import ar from './text/ar.json';
import de from './text/de.json';
import en from './text/en.json';
import es from './text/es.json';
import fr from './text/fr.json';
import pt from './text/pt.json';
import { words } from './words';

/** What the person reads before a link opens. */
async function told(url: string, language = 'en'): Promise<string> {
  const target = linkTarget(url);
  if (target.to !== 'web' && target.to !== 'mail') throw new Error(`${url} leads nowhere`);
  return linkDetail(target, await words(language));
}

describe('a link of the web', () => {
  test('shows the whole host, the name that somebody registered, and the address', async () => {
    expect(await told('https://norlund.gov.uk.sign-in.example.com/a?b=c')).toBe(
      'It leads to norlund.gov.uk.sign-in.example.com\nRegistered name: example.com\n\n' +
        'https://norlund.gov.uk.sign-in.example.com/a?b=c',
    );
  });

  test.each([
    ['https://www.gov.uk/x', 'www.gov.uk'],
    ['https://council.norlund.co.uk', 'norlund.co.uk'],
    ['https://192.0.2.7/x', '192.0.2.7'],
    ['https://localhost:8443/', 'localhost'],
  ])('%s: registered is %s', async (url, domain) => {
    expect(await told(url)).toContain(`Registered name: ${domain}\n`);
  });

  test('letters of other scripts are shown in their plain form, with a word about them', async () => {
    // The first letter is Cyrillic.
    const text = await told('https://раypal.com/');
    expect(text).toMatch(/^It leads to xn--/);
    expect(text).toContain('letters of other scripts');
    expect(text).not.toContain('р');
    expect(await told('https://paypal.com/')).not.toContain('letters of other scripts');
  });

  test('an address that pretends to be markup stays text', async () => {
    const text = await told('https://norlund.example/?q=<b>&a={{host}}$t(link.open)');
    expect(text).toContain('https://norlund.example/?q=%3Cb%3E&a={{host}}$t(link.open)');
  });
});

describe('a link to write a letter', () => {
  test.each([
    ['mailto:help%40norlund.example', 'help@norlund.example'],
    ['mailto:help@norlund.example?subject=Hi', 'help@norlund.example'],
    // A stray per cent sign must not keep the question from being asked.
    ['mailto:50%@norlund.example', '50%@norlund.example'],
  ])('%s', async (url, address) => {
    expect(await told(url)).toBe(`Your mail program will write to ${address}.`);
  });
});

describe('the words of native dialogs', () => {
  const keysOf = (value: object, path = ''): string[] =>
    Object.entries(value).flatMap(([key, each]) =>
      typeof each === 'object' ? keysOf(each, `${path}${key}.`) : [`${path}${key}`],
    );
  const gaps = (value: object): string[] => JSON.stringify(value).match(/\{\{\w+\}\}/g) ?? [];

  test.each([
    ['es', es],
    ['fr', fr],
    ['pt', pt],
    ['ar', ar],
    ['de', de],
  ])('%s has the same words as en, with the same gaps', (_, language) => {
    expect(keysOf(language)).toEqual(keysOf(en));
    expect(gaps(language).sort()).toEqual(gaps(en).sort());
    expect(language).not.toEqual(en);
  });

  test.each([
    ['es-MX', es.link.cancel],
    ['fr-BE', fr.link.cancel],
    ['pt-PT', pt.link.cancel],
    ['ar', ar.link.cancel],
    ['de-CH', de.link.cancel],
    ['en-GB', en.link.cancel],
    ['nl', en.link.cancel],
  ])('%s', async (language, expected) => {
    expect((await words(language))('link.cancel')).toBe(expected);
  });
});
