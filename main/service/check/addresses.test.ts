// Which names in an example may belong to somebody.
import { describe, expect, test } from 'vitest';
import { blockLines, realDomains } from './addresses';

describe('a name that may be somebody’s', () => {
  test.each([
    ['https://city-bank.com/x', 'city-bank.com'],
    ['HTTP://City-Bank.COM', 'city-bank.com'],
    ['write to a@post.bank.co.uk.', 'post.bank.co.uk'],
    ['www.bank.org', 'www.bank.org'],
    ['at bank.org, or', 'bank.org'],
    ['norlund.example.login-check.com', 'norlund.example.login-check.com'],
    ['example.com.evil.net', 'example.com.evil.net'],
    ['myexample.com', 'myexample.com'],
    ['https://docs.md/a', 'docs.md'],
    ['(bank.de)', 'bank.de'],
    ['bаnk.com', 'bаnk.com'],
    ['xn--bnk-6cd.com', 'xn--bnk-6cd.com'],
    ['a.com b.com', 'a.com b.com'],
  ])('%s', (text, expected) => {
    expect(realDomains(text).join(' ')).toBe(expected);
  });

  test.each([
    'norlund.example, a.test, b.invalid, c.localhost, localhost',
    'https://www.example.com/a, example.net, mail.example.org',
    'EXAMPLE.COM',
    'invoice.zip, README.md, run.sh, a.pdf, kitchen.jpg, node.js',
    'https://norlund.example/login.com/x',
    'e.obi@norlund.example',
    '192.0.2.1, 1.2.3, 3.5 %, e.g., i.e. p. ej.',
    'the end.It begins',
    '{{org.helpdesk.email | us}}',
    'com, co.uk, .com',
    '... . .. -.-',
    '',
  ])('but not: %s', (text) => {
    expect(realDomains(text)).toEqual([]);
  });
});

describe('the lines in blocks', () => {
  const lines = (text: string): number[] => blockLines(text.split('\n')).map(({ line }) => line);

  test('from the opening to before the end', () => {
    expect(lines('a\n::: details T\nb\n:::\nc\n')).toEqual([2, 3]);
    expect(lines(':::: details T\n::: figure\na\n:::\nb\n::::\nc')).toEqual([1, 2, 3, 4, 5]);
    expect(lines('> ::: details T\n> a\n> :::\n> b')).toEqual([1, 2]);
    expect(lines('::: details T\n::: details U\na\n:::\nb')).toEqual([1, 2, 3]);
    expect(lines(':::\na\n::: x\nb')).toEqual([3, 4]);
  });

  test('with the code in them, in which nothing ends a block', () => {
    expect(lines('::: details T\n```\n:::\n```\na\n:::\nb')).toEqual([1, 2, 3, 4, 5]);
    expect(lines('```\n::: details T\n```\na')).toEqual([]);
    expect(lines('::: mail\n~~~~\n~~~\n:::\n~~~~\n:::\na')).toEqual([1, 2, 3, 4, 5]);
  });
});
