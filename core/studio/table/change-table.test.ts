// Tables as tables: any table anywhere, both ways without loss, and a change touches its own lines alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nastyTexts } from '../../../tests/nasty-texts';
import { changeTable } from './change-table';
import { tableAt } from './find-tables';
import type { TableChange, TableGrid } from './grid';
import { cellsIn, emptyTable } from './new-table';

/** Before each line; the first line has the sign of a list. */
const contexts = [
  ['', ''],
  ['  ', '  '],
  ['> ', '> '],
  ['>', '>'],
  ['- ', '  '],
  ['1. ', '   '],
  ['> - ', '>   '],
] as const;

const cells = fc.oneof(
  fc.constantFrom('', 'a', '**b**', '`x \\| y`', 'a \\| b', '[l](a.md)', '  12', 'ب', '\\\\', '😀'),
  fc.constantFrom('{{org.a \\| b}}', '`a', '==w==', '- a', '# a', '> a', '[[a \\| b]]', ':::', '-'),
);

interface Drawn {
  lines: string[];
  text: string;
  /** Of the heading, from 1. */
  line: number;
}

/** A table somewhere in a text, with rows of different lengths and with or without bars at their ends. */
const tables: fc.Arbitrary<Drawn> = fc
  .record({
    count: fc.integer({ min: 1, max: 4 }),
    rows: fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 5 }),
    heading: fc.array(cells, { minLength: 4, maxLength: 4 }),
    pad: fc.constantFrom('', ' ', '  ', '\t'),
    hasBars: fc.boolean(),
    context: fc.constantFrom(...contexts),
    above: fc.constantFrom(
      '',
      '---\nid: a\n---\n\n',
      'Words.\n\n',
      '::: choice #a\nQ\n\n',
      '\ufeff',
    ),
    below: fc.constantFrom('', '\n', '\n\nMore | words.', '\n\n- [x] a\n:::\n'),
    ending: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ count, rows, heading, pad, hasBars, context, above, below, ending }) => {
    const [first, next] = context;
    const line = (parts: readonly string[]): string => {
      const words = parts.map((part) => `${pad}${part}${pad}`).join('|');
      return hasBars ? `|${words}|` : words;
    };
    const drawn = [
      first + line(heading.slice(0, count).map((cell) => cell || 'h')),
      next + line(Array.from({ length: count }, () => '---')),
      ...rows.map((row) => next + line(row)),
    ];
    const text = (above + drawn.join('\n') + below).replaceAll('\n', ending);
    return { lines: drawn, text, line: above.split('\n').length };
  });

const tableOf = ({ text, line }: Drawn): TableGrid | null => tableAt(text, line);

const cellsOf = ({ rows }: TableGrid): { row: number; column: number; text: string }[] =>
  rows.flatMap((each, row) => each.map((text, column) => ({ row, column, text })));

test('most of the texts above have a table', () => {
  const found = fc.sample(tables, { numRuns: 400, seed: 1 }).filter((each) => tableOf(each));
  expect(found.length).toBeGreaterThan(200);
});

test('text → table → text is the same, byte for byte', () => {
  fc.assert(
    fc.property(tables, (drawn) => {
      const grid = tableOf(drawn);
      if (!grid) return;
      const same: TableChange = { change: 'cells', row: 0, column: 0, cells: grid.rows };
      expect(changeTable(drawn.text, drawn.line, same)).toBe(drawn.text);
      for (const cell of cellsOf(grid)) {
        expect(changeTable(drawn.text, drawn.line, { change: 'cell', ...cell })).toBe(drawn.text);
      }
    }),
  );
});

test('a changed cell changes its line alone, and no other cell', () => {
  fc.assert(
    fc.property(tables, fc.nat(), cells, (drawn, which, written) => {
      const grid = tableOf(drawn);
      if (!grid) return;
      const all = cellsOf(grid);
      const place = all[which % all.length];
      if (!place) return;
      const words = written.replaceAll('\\|', '|').trim();
      const next = changeTable(drawn.text, drawn.line, { change: 'cell', ...place, text: words });
      if (next === undefined) return;
      const [before, after] = [drawn.text.split('\n'), next.split('\n')];
      const own = drawn.line - 1 + (place.row === 0 ? 0 : place.row + 1);
      expect(after.toSpliced(own, 1)).toEqual(before.toSpliced(own, 1));
      const wanted = grid.rows.map((row) => [...row]);
      (wanted[place.row] as string[])[place.column] = words;
      expect(tableAt(next, drawn.line)).toEqual({ ...grid, rows: wanted });
    }),
  );
});

const changes: fc.Arbitrary<TableChange> = fc.oneof(
  fc.record({
    change: fc.constantFrom('add-row', 'add-column', 'remove-row', 'remove-column'),
    at: fc.nat(5),
  }),
  fc.record({
    change: fc.constantFrom('move-row', 'move-column'),
    from: fc.nat(4),
    to: fc.nat(4),
  }),
  fc.record({
    change: fc.constant('align'),
    column: fc.nat(3),
    align: fc.constantFrom('start', 'center', 'end', null),
  }),
  fc.record({ change: fc.constant('heading'), has: fc.boolean() }),
  fc.record({
    change: fc.constant('cells'),
    row: fc.nat(3),
    column: fc.nat(3),
    cells: fc.array(fc.array(fc.constantFrom('x', 'a | b', '', 'two\nlines'), { maxLength: 4 }), {
      maxLength: 4,
    }),
  }),
) as fc.Arbitrary<TableChange>;

test('whatever is changed, what is around the table stays byte for byte', () => {
  let made = 0;
  fc.assert(
    fc.property(tables, changes, (drawn, change) => {
      const grid = tableOf(drawn);
      const next = changeTable(drawn.text, drawn.line, change);
      if (!grid || next === undefined) return;
      made++;
      const lines = drawn.text.split('\n');
      const above = lines.slice(0, grid.line - 1).join('\n');
      const below = lines.slice(grid.lastLine).join('\n');
      expect(next.startsWith(above)).toBe(true);
      expect(next.endsWith(below)).toBe(true);
      expect(tableAt(next, drawn.line)).not.toBeNull();
    }),
    { numRuns: 400 },
  );
  expect(made).toBeGreaterThan(100);
});

test('no text is too hard: nothing throws', () => {
  fc.assert(
    fc.property(nastyTexts, fc.nat(60), changes, ({ text }, line, change) => {
      tableAt(text, line);
      changeTable(text, line, change);
    }),
  );
});

const table = `Before.

| Name | Number |
| :--- | -----: |
| a    |      5 |
| b    |     12 |

After | this.
`;

describe('what a table is', () => {
  test('with its columns, their sides and its lines', () => {
    expect(tableAt(table, 5)).toEqual({
      line: 3,
      lastLine: 6,
      align: ['start', 'end'],
      rows: [
        ['Name', 'Number'],
        ['a', '5'],
        ['b', '12'],
      ],
    });
  });

  test.each([1, 2, 7, 8])('line %i is in none', (line) => {
    expect(tableAt(table, line)).toBeNull();
  });

  test('code and front matter have none', () => {
    expect(tableAt('```\n| a |\n| - |\n```\n', 2)).toBeNull();
    expect(tableAt('---\n| a |\n| - |\n---\n', 2)).toBeNull();
  });
});

describe('what becomes of the text', () => {
  const changed = (change: TableChange, text = table): string | undefined =>
    changeTable(text, text === table ? 4 : 1, change)
      ?.replace('Before.\n\n', '')
      .replace('\n\nAfter | this.\n', '');

  test('a table that is drawn with all lines as long stays so', () => {
    expect(changed({ change: 'cell', row: 1, column: 0, text: 'xyz' })).toContain(
      '| xyz  |      5 |',
    );
    expect(changed({ change: 'cell', row: 1, column: 1, text: '1005' })).toContain(
      '| a    |   1005 |',
    );
    expect(changed({ change: 'add-row', at: 2 })).toContain('5 |\n|      |        |\n| b');
  });

  test('bars in a cell are written as such', () => {
    const text = '| a | b |\n|---|---|\n| `x \\| y` | c |';
    expect(tableAt(text, 1)?.rows[1]).toEqual(['`x | y`', 'c']);
    expect(changed({ change: 'cell', row: 1, column: 1, text: 'c|d\\' }, text)).toBe(
      '| a | b |\n|---|---|\n| `x \\| y` | c\\|d\\ |',
    );
  });

  test('columns come, go and move with their sides', () => {
    const text = '| a | b |\n| --- | :-: |\n| 1 | 2 |\n| 3 |';
    expect(changed({ change: 'add-column', at: 1 }, text)).toBe(
      '| a |  | b |\n| --- | --- | :-: |\n| 1 |  | 2 |\n| 3 |  |',
    );
    expect(changed({ change: 'move-column', from: 0, to: 1 }, text)).toBe(
      '| b | a |\n| :-: | --- |\n| 2 | 1 |\n|  | 3 |',
    );
    expect(changed({ change: 'remove-column', at: 0 }, text)).toBe('| b |\n| :-: |\n| 2 |\n||');
    expect(changed({ change: 'align', column: 0, align: 'end' }, text)).toContain('| --: | :-: |');
  });

  test('a single column without bars gets them, or it would be no table', () => {
    expect(changed({ change: 'remove-column', at: 1 }, 'a | b\n--- | ---\n1 | 2')).toBe(
      '|a |\n|--- |\n|1 |',
    );
  });

  test('the heading moves within the list that the table stands in', () => {
    const text = '- | a |\n  | - |\n  | b |\n  | c |';
    expect(changed({ change: 'move-row', from: 0, to: 2 }, text)).toBe(
      '- | b |\n  | - |\n  | c |\n  | a |',
    );
    expect(changed({ change: 'remove-row', at: 0 }, text)).toBe('- | b |\n  | - |\n  | c |');
  });

  test('a table does without a heading, and gets it back', () => {
    const text = '| a |\n| - |\n| b |';
    const without = changed({ change: 'heading', has: false }, text);
    expect(without).toBe('|   |\n| - |\n| a |\n| b |');
    expect(changed({ change: 'heading', has: true }, without)).toBe(text);
  });

  test('a piece of a spreadsheet makes the rows and columns it needs', () => {
    const piece = [
      ['1', '2'],
      ['3', '4\n5'],
    ];
    expect(changed({ change: 'cells', row: 0, column: 0, cells: piece }, '| a |\n| - |')).toBe(
      '| 1 | 2 |\n| - | --- |\n| 3 | 4 5 |',
    );
  });

  test('what would be no table any more is refused', () => {
    expect(changed({ change: 'remove-row', at: 0 }, '| a |\n| - |')).toBeUndefined();
    expect(changed({ change: 'remove-column', at: 0 }, '| a |\n| - |')).toBeUndefined();
    expect(changed({ change: 'cell', row: 4, column: 0, text: 'x' })).toBeUndefined();
    // A row with more cells than columns would be a heading of its own.
    expect(
      changed({ change: 'move-row', from: 1, to: 0 }, '| a |\n| - |\n| b | c |'),
    ).toBeUndefined();
  });
});

test('a new table is one, and a copied one is read', () => {
  const text = emptyTable(3, 2);
  expect(tableAt(text, 1)?.rows).toEqual([
    ['', '', ''],
    ['', '', ''],
    ['', '', ''],
  ]);
  expect(cellsIn('Words.\n\n| a | b |\n| - | - |\n| 1 | 2 |')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(cellsIn('|  |\n| - |\n| 1 |')).toEqual([['1']]);
  expect(cellsIn('Words.')).toBeNull();
});
