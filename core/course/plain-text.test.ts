// The words of prose without their form.
import { expect, test } from 'vitest';
import { parseLesson } from './parse';
import { inlineText, plainText } from './plain-text';

const words = (text: string): string => plainText(parseLesson('01-a.md', text).prose);

test.each([
  ['one\ntwo', 'one two'],
  ['one\n\ntwo', 'one\ntwo'],
  ['*a* **b** ~~c~~ `d`', 'a b c d'],
  ['[words](https://example.org) <https://example.org/b>', 'words https://example.org/b'],
  ['![the inbox](a.svg)', 'the inbox'],
  ['a[^1]\n\n[^1]: note', 'a\nnote'],
  ['{{org.name | we}} help', 'we help'],
  ['## Head\n\ntext', 'Head\ntext'],
  ['- one\n- two\n  - three', 'one\ntwo\nthree'],
  ['> [!NOTE] a\n\n> b', 'a\nb'],
  ['| a | b |\n| - | - |\n| c | d |', 'a · b\nc · d'],
  ['```\ncode\n```', 'code\n'],
  ['***', ''],
  ['::: details Why *so*\nbecause\n:::', 'Why so\nbecause'],
  ['::: figure\n![The inbox](a.svg)\n\ncaption\n:::', 'The inbox\ncaption'],
  ['a <b>b</b>', 'a <b>b</b>'],
  ['', ''],
])('%j', (text, expected) => {
  expect(words(text)).toBe(expected);
});

test('questions have no words of their own in the text, gaps are dots', () => {
  const text = '::: blanks #a\nA [[gap]] here.\n\n> [!WHY] w\n:::';
  expect(words(text)).toBe('');
  const [item] = parseLesson('01-a.md', text).items;
  expect(item?.kind === 'blanks' && plainText(item.content.text)).toBe('A … here.');
});

test('an empty list has no words', () => {
  expect(plainText([])).toBe('');
  expect(inlineText([])).toBe('');
});
