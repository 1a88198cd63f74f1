// Pictures where they are written: found as markdown-it finds them, and a change touches its own alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nastyTexts } from '../../../tests/nasty-texts';
import { changePicture, type PictureChange, picturesAt, picturesIn } from './pictures';

const lineOf = (...lines: string[]): string => lines.join('\n');

describe('which pictures there are', () => {
  test('those of a line, with words and width', () => {
    expect(
      picturesAt('Words ![a \\[b\\]](a.svg){width=50%} and ![](<b c.png> "T"){width=9%}.', 1),
    ).toEqual([
      { line: 1, at: 0, src: 'a.svg', alt: 'a [b]', width: '50%' },
      { line: 1, at: 1, src: 'b c.png', alt: '', width: '9%' },
    ]);
  });

  test('none in code, in front matter, or behind a backslash', () => {
    expect(
      picturesIn(
        lineOf(
          '---',
          't: ![a](a.svg)',
          '---',
          '`![b](b.svg)` \\![c](c.svg)',
          '',
          '    ![d](d.svg)',
        ),
      ),
    ).toEqual([]);
    expect(picturesAt('`![a](a.svg)` ![b](a.svg)', 1)).toHaveLength(1);
  });

  test('in lists, quotes, tables, blocks, links, and any line of a paragraph', () => {
    const text = lineOf(
      '- ![a](a.svg)',
      '',
      '> Words',
      '> ![b](b.svg)',
      '',
      '| h |',
      '| - |',
      '| ![c](c.svg) |',
      '',
      '::: figure',
      '![d](d.svg)',
      ':::',
    );
    expect(picturesIn(text).map(({ line, src }) => [line, src])).toEqual([
      [1, 'a.svg'],
      [4, 'b.svg'],
      [8, 'c.svg'],
      [11, 'd.svg'],
    ]);
  });
});

describe('a change', () => {
  const text = 'Before\r\n![a](a.svg) ![b](a.svg){width=320} rest\r\nAfter';
  const changed = (at: number, change: PictureChange) =>
    changePicture(text, { line: 2, at }, change);

  test('of the words', () => {
    expect(changed(0, { change: 'alt', alt: ' Two\n[words] ' })).toBe(
      text.replace('![a]', '![Two \\[words\\]]'),
    );
  });

  test('of the width: written, changed, taken away', () => {
    expect(changed(0, { change: 'width', width: '25%' })).toBe(
      text.replace('![a](a.svg)', '![a](a.svg){width=25%}'),
    );
    expect(changed(1, { change: 'width', width: '100%' })).toBe(text.replace('=320', '=100%'));
    expect(changed(1, { change: 'width', width: null })).toBe(text.replace('{width=320}', ''));
  });

  test('that is none, or of no picture', () => {
    expect(changed(0, { change: 'alt', alt: 'a' })).toBe(text);
    expect(changed(0, { change: 'width', width: '101%' })).toBeUndefined();
    expect(changed(2, { change: 'width', width: '10%' })).toBeUndefined();
  });

  test('that would end the cell of a table is refused', () => {
    const table = '| h |\n| - |\n| ![a](a.svg) |';
    expect(
      changePicture(table, { line: 3, at: 0 }, { change: 'alt', alt: 'a | b' }),
    ).toBeUndefined();
  });
});

test('any words come back as they were given, and nothing else changes', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', 'a ', '> ', '- '), (typed, before) => {
      const text = `${before}![a](a.svg) ![b](b.svg){width=50%}`;
      const next = changePicture(text, { line: 1, at: 0 }, { change: 'alt', alt: typed });
      const words = typed.replace(/\s+/g, ' ').trim();
      if (next === undefined) return;
      expect(picturesAt(next, 1)[0]?.alt).toBe(words);
      expect(next.endsWith('](a.svg) ![b](b.svg){width=50%}')).toBe(true);
    }),
  );
});

test('no text is too hard: nothing throws', () => {
  fc.assert(
    fc.property(nastyTexts, ({ text }) => {
      for (const each of picturesIn(text)) {
        changePicture(text, each, { change: 'width', width: '50%' });
      }
    }),
  );
});
