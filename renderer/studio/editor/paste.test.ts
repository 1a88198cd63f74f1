// What Word, Google Docs, Excel and web pages put on the clipboard becomes the Markdown that a trainer would have typed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, editorState } from '../../../tests/editor-state';
import { markdownOf } from './paste';
import { pastedMarkdown, takesMarkdown } from './pasting';

const folder = join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'paste');
const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');

test.each(['word', 'google-docs', 'excel', 'web-page'])('%s', (name) => {
  expect(markdownOf(fixture(`${name}.html`))).toBe(fixture(`${name}.md`).trimEnd());
});

describe('the plain text serves better', () => {
  test.each([
    ['nothing', ''],
    ['a few words', '<meta charset="utf-8"><span style="color:red">snake_case *words*</span>'],
    ['one paragraph', '<p>Some words</p>'],
    ['a picture alone', '<img src="https://city.example/a.png" alt="x">'],
    ['more than anybody reads', `<p>${'x'.repeat(3_000_000)}</p>`],
    ['deeper than anybody writes', '<div>'.repeat(50_000)],
  ])('%s', (_, html) => {
    expect(markdownOf(html)).toBeUndefined();
  });
});

test('whatever is pasted, there is neither an error nor an address that leads nowhere', () => {
  const tags = fc.constantFrom(
    ...['<p>', '</p>', '<b>', '<li>', '<ul>', '</ul>', '<table>', '<tr>', '<td>', '<h1>', 'words'],
    ...[
      '<a href="javascript:x">',
      '<a href="file:///x">',
      '</a>',
      '<pre>',
      '</pre>',
      '<br>',
      '&#0;',
    ],
    ...['<p style="mso-list:l0 level3 lfo1">', '<span style="mso-list:Ignore">1.</span>', '<!--'],
  );
  fc.assert(
    fc.property(fc.array(tags, { maxLength: 40 }), (html) => {
      expect(markdownOf(html.join('')) ?? '').not.toMatch(/javascript:|file:/);
    }),
  );
});

describe('where it is pasted', () => {
  const paste = (marked: string, markdown: string): string => {
    const state = editorState(marked);
    return after(state, pastedMarkdown(state, markdown));
  };

  test('a few words go into the line', () => {
    expect(paste('one ‹two› three', '**2**')).toBe('one **2**‸ three');
  });

  test('passages stand apart from what is before and behind', () => {
    expect(paste('one‸ two', 'a\n\nb')).toBe('one\n\na\n\nb\n\n‸ two');
    expect(paste('‸', 'a\n\nb')).toBe('a\n\nb‸');
  });

  test('a quote and a list go on', () => {
    expect(paste('> ‸', 'a\n\nb')).toBe('> a\n>\n> b‸');
    expect(paste('- [ ] ‸', 'a\n\nb')).toBe('- [ ] a\n\n      b‸');
  });

  test('code, front matter and opening lines take letters, not Markdown', () => {
    const takes = (marked: string): boolean => takesMarkdown(editorState(marked));
    expect(takes('words ‸')).toBe(true);
    expect(takes('```\nx‸\n```')).toBe(false);
    expect(takes('some `co‸de`')).toBe(false);
    expect(takes('---\ntitle: ‸\n---\n')).toBe(false);
    expect(takes('::: choice ‸\n:::\n')).toBe(false);
  });
});
