// What becomes of cells that are copied elsewhere and pasted into a table.
import { describe, expect, test } from 'vitest';
import { copiedCells } from './clipboard';

describe('from a spreadsheet', () => {
  test('as HTML, with what is bold and what would be a sign of Markdown', () => {
    const html =
      '<table><tr><td>Name</td><td><b>Sum</b></td></tr><tr><td>a*b*</td><td>1|2</td></tr></table>';
    expect(copiedCells(html, 'Name\tSum\r\na*b*\t1|2\r\n')).toEqual([
      ['Name', '**Sum**'],
      ['a\\*b\\*', '1|2'],
    ]);
  });

  test('as text, with tabs, empty cells and cells of several lines', () => {
    expect(copiedCells('', 'a\t\tb\r\n"two\nlines"\t"say ""yes"""\tc\r\n')).toEqual([
      ['a', '', 'b'],
      ['two lines', 'say "yes"', 'c'],
    ]);
    expect(copiedCells('', 'one\ntwo\n')).toEqual([['one'], ['two']]);
  });
});

describe('no cells', () => {
  test.each([
    ['', 'words'],
    ['', 'words\n'],
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['<table><tr><td>one</td></tr></table>', 'one'],
  ])('in %j and %j', (html, plain) => {
    expect(copiedCells(html, plain)).toBeNull();
  });
});
