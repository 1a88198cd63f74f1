// Code in its pieces: no letter is lost, and each piece gets one of a few kinds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodePart, codeParts, isColoured, longestColoured } from './code-view';
import { highlight } from './highlight';

const words = (parts: readonly CodePart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : words(part.parts))).join('');

const kindsIn = (parts: readonly CodePart[]): string[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [part.kind, ...kindsIn(part.parts)]));

describe('highlight', () => {
  it('says what each piece is', () => {
    expect(highlight('js', "// note\nconst one = 'a' + 1;")).toEqual([
      { kind: 'comment', parts: ['// note'] },
      '\n',
      { kind: 'keyword', parts: ['const'] },
      ' one = ',
      { kind: 'string', parts: ["'a'"] },
      ' + ',
      { kind: 'number', parts: ['1'] },
      ';',
    ]);
  });

  it.each([
    ['html', '<p class="x">a &amp; b</p>'],
    ['css', '.a { color: #fff; /* x */ }'],
    ['python', 'def f(x):\n    return f"{x}"'],
    ['bash', 'echo "$HOME" # where'],
    ['powershell-that-is-not-known', 'Get-Item'],
    ['sql', "select * from a where b = 'c'"],
    ['json', '{ "a": [1, true] }'],
    ['diff', '+ a\n- b'],
    ['yaml', 'a: 1 # b'],
  ])('%s keeps every letter', (language, text) => {
    const parts = highlight(language, text);
    if (parts) expect(words(parts)).toBe(text);
    expect(parts === undefined).toBe(language.includes('not-known'));
    if (parts) expect(kindsIn(parts).length).toBeGreaterThan(0);
  });

  it('keeps every letter of any text', () => {
    fc.assert(
      fc.property(fc.constantFrom('js', 'html', 'python', 'sql'), fc.string(), (language, text) => {
        expect(words(highlight(language, text) ?? [])).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

it('leaves out forms that get no colour, and keeps what they hold', () => {
  const node = { type: 'element', properties: { className: ['hljs-unheard-of'] } };
  expect(codeParts([{ ...node, children: [{ type: 'text', value: 'a' }] }])).toEqual(['a']);
  expect(codeParts([{ type: 'element', children: [{ type: 'text', value: 'a' }] }])).toEqual(['a']);
});

it('colours what has a language and can be read at a sitting', () => {
  expect(isColoured('js', 'a')).toBe(true);
  expect(isColoured('', 'a')).toBe(false);
  expect(isColoured('js', 'a'.repeat(longestColoured + 1))).toBe(false);
});
