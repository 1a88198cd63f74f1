// Changes a table in its text, line by line, and proves by reading it again that nothing else changed.
import type { TableAlign } from '../../course/prose';
import { gridOf, type TableLines, tableAt, tableLinesAt } from './find-tables';
import {
  type ColumnChange,
  cellText,
  hasHeading,
  type TableChange,
  type TableGrid,
  withMoved,
} from './grid';
import { cellWith, type TableLine, wordsOfCell, writeTableLine } from './table-line';

type Lines = Pick<TableLines, 'heading' | 'rule' | 'rows'>;

/** What all changes are made of. */
type Step = Exclude<TableChange, { change: 'cell' | 'heading' }>;
type CellsStep = Extract<Step, { change: 'cells' }>;

/**
 * The whole text with the change in the table that a line (from 1) stands in. Undefined where that
 * would be no table any more, or another one: words that would begin a quote or a block.
 */
export function changeTable(text: string, line: number, change: TableChange): string | undefined {
  const table = tableLinesAt(text, line);
  if (!table) return undefined;
  const grid = gridOf(table);
  const steps = stepsOf(grid, change);
  if (!steps) return undefined;
  const wanted = steps.reduce(inGrid, grid);
  // In a table whose lines are all as long as each other, they stay so.
  const changed = steps.reduce<Lines>((lines, step) => inLines(lines, step, isDrawn(table)), table);
  // Bars at both ends make a row of nearly anything; where there are none, none are wanted.
  for (const lines of [changed, withBars(table, changed)]) {
    const next = written(table, lines);
    if (isWanted(tableAt(next, grid.line), wanted)) return next;
  }
  return undefined;
}

const isWithin = (at: number, count: number): boolean => at >= 0 && at < count;

/** Undefined where there is no such cell, row or column. */
function stepsOf(grid: TableGrid, change: TableChange): Step[] | undefined {
  const { rows, align } = grid;
  switch (change.change) {
    case 'cell':
      return cellSteps(grid, { ...change, change: 'cells', cells: [[change.text]] });
    case 'cells':
      return cellSteps(grid, change);
    case 'add-row':
      // Above the heading there is no row.
      return change.at >= 1 && change.at <= rows.length ? [change] : undefined;
    case 'remove-row':
      return isWithin(change.at, rows.length) && rows.length > 1 ? [change] : undefined;
    case 'add-column':
      return change.at >= 0 && change.at <= align.length ? [change] : undefined;
    case 'remove-column':
      return isWithin(change.at, align.length) && align.length > 1 ? [change] : undefined;
    case 'move-row':
      return isWithin(change.from, rows.length) && isWithin(change.to, rows.length)
        ? [change]
        : undefined;
    case 'move-column':
      return isWithin(change.from, align.length) && isWithin(change.to, align.length)
        ? [change]
        : undefined;
    case 'align':
      return isWithin(change.column, align.length) ? [change] : undefined;
    case 'heading': {
      if (hasHeading(grid) === change.has) return [];
      if (change.has) return rows.length > 1 ? [{ change: 'remove-row', at: 0 }] : undefined;
      return [
        { change: 'add-row', at: 1 },
        { change: 'move-row', from: 0, to: 1 },
      ];
    }
  }
}

function cellSteps({ rows, align }: TableGrid, change: CellsStep): Step[] | undefined {
  const { row, column, cells } = change;
  if (!isWithin(row, rows.length) || !isWithin(column, align.length)) return undefined;
  const width = column + Math.max(0, ...cells.map((each) => each.length));
  const steps: Step[] = [];
  for (let at = align.length; at < width; at++) steps.push({ change: 'add-column', at });
  for (let at = rows.length; at < row + cells.length; at++) steps.push({ change: 'add-row', at });
  return [...steps, { ...change, cells: cells.map((each) => each.map(cellText)) }];
}

/** The cells as they must be after a step. */
function inGrid(grid: TableGrid, step: Step): TableGrid {
  const { align, rows } = grid;
  switch (step.change) {
    case 'cells':
      return {
        ...grid,
        rows: withCells(rows, step, (row, column, text) => row.with(column, text)),
      };
    case 'align':
      return { ...grid, align: align.with(step.column, step.align) };
    case 'add-row':
      return {
        ...grid,
        rows: rows.toSpliced(
          step.at,
          0,
          align.map(() => ''),
        ),
      };
    case 'remove-row':
      return { ...grid, rows: rows.toSpliced(step.at, 1) };
    case 'move-row':
      return { ...grid, rows: withMoved(rows, step.from, step.to) };
    default:
      return {
        ...grid,
        align: withColumns(align, step, null),
        rows: rows.map((row) => withColumns(row, step, '')),
      };
  }
}

function inLines(lines: Lines, step: Step, isDrawn: boolean): Lines {
  const { heading, rule, rows } = lines;
  const all = [heading, ...rows];
  switch (step.change) {
    case 'cells': {
      const change = (row: TableLine, column: number, text: string) =>
        withCell(row, column, text, isDrawn);
      return withRows(lines, withCells(all, step, change));
    }
    case 'align': {
      const cell = rule.cells[step.column] ?? '';
      const cells = rule.cells.with(step.column, ruleCell(cell, step.align));
      return { ...lines, rule: { ...rule, cells } };
    }
    case 'add-row':
      return withRows(lines, all.toSpliced(step.at, 0, emptyRow(rule, isDrawn)));
    case 'remove-row':
      return withRows(lines, all.toSpliced(step.at, 1));
    case 'move-row':
      return withRows(lines, withMoved(all, step.from, step.to));
    default: {
      const tight = rule.cells.some((cell) => cell.trim() === cell);
      const changed = (line: TableLine, empty: string): TableLine => {
        const cells = [...line.cells];
        // A row that ends before these columns has empty cells there anyway.
        const reach = step.change === 'move-column' ? Math.max(step.from, step.to) + 1 : step.at;
        if (step.change !== 'move-column' && cells.length < reach) return line;
        while (cells.length < reach) cells.push('  ');
        return { ...line, cells: withColumns(cells, step, empty) };
      };
      return {
        heading: changed(heading, '  '),
        rule: changed(rule, tight ? '---' : ' --- '),
        rows: rows.map((row) => changed(row, '  ')),
      };
    }
  }
}

/** Rows with a piece of another table put into them. */
function withCells<Row>(
  rows: readonly Row[],
  { row, column, cells }: CellsStep,
  change: (row: Row, column: number, text: string) => Row,
): Row[] {
  return rows.map((each, at) =>
    (cells[at - row] ?? []).reduce((made, text, along) => change(made, column + along, text), each),
  );
}

function withColumns<Cell>(row: readonly Cell[], step: ColumnChange, empty: Cell): Cell[] {
  switch (step.change) {
    case 'add-column':
      return row.toSpliced(step.at, 0, empty);
    case 'remove-column':
      return row.toSpliced(step.at, 1);
    case 'move-column':
      return withMoved(row, step.from, step.to);
  }
}

/** Each row in its own pieces, but behind what stands at its place: the sign of a list is before the heading. */
function withRows({ heading, rule }: Lines, all: readonly TableLine[]): Lines {
  const [first = heading, ...rest] = all;
  return {
    heading: first === heading ? heading : { ...first, before: heading.before },
    rule,
    rows: rest.map((row) => (row === heading ? { ...row, before: rule.before } : row)),
  };
}

function isDrawn({ heading, rule, rows }: Lines): boolean {
  const lengthOf = ({ cells }: TableLine): number => cells.join('|').length;
  return [rule, ...rows].every((line) => lengthOf(line) === lengthOf(heading));
}

function withCell(row: TableLine, column: number, text: string, isDrawn: boolean): TableLine {
  const cell = row.cells[column];
  if (wordsOfCell(cell ?? '') === text) return row;
  const cells = [...row.cells];
  while (cells.length <= column) cells.push('  ');
  const isLast = column === cells.length - 1 && !row.isClosed;
  const made = cellWith(cells[column] ?? '', text, isDrawn && !isLast ? (cell?.length ?? 0) : 0);
  return { ...row, cells: cells.with(column, isLast ? made.trimEnd() || ' ' : made) };
}

function ruleCell(cell: string, align: TableAlign): string {
  const words = cell.trim();
  const length = Math.max(3, words.length);
  const begin = align === 'start' || align === 'center' ? ':' : '';
  const end = align === 'end' || align === 'center' ? ':' : '';
  const drawn = begin + '-'.repeat(length - begin.length - end.length) + end;
  return cell.replace(words, drawn);
}

/** As long as the line under the heading, where the table is drawn so. */
function emptyRow(rule: TableLine, isDrawn: boolean): TableLine {
  const cells = rule.cells.map((cell) => (isDrawn ? ' '.repeat(cell.length) : '  '));
  return { ...rule, isOpened: true, isClosed: true, cells };
}

function withBars(table: Lines, changed: Lines): Lines {
  const old = new Set([table.heading, table.rule, ...table.rows]);
  const barred = (line: TableLine): TableLine =>
    old.has(line) ? line : { ...line, isOpened: true, isClosed: true };
  return {
    heading: barred(changed.heading),
    rule: barred(changed.rule),
    rows: changed.rows.map(barred),
  };
}

/** The whole text with these lines in the place of those of the table. */
function written({ source, from, rows }: TableLines, lines: Lines): string {
  const last = from + 1 + rows.length;
  const texts = [lines.heading, lines.rule, ...lines.rows].map((line, at) => {
    const text = writeTableLine(line);
    if (at === lines.rows.length + 1) return text;
    return text + (source.lines[Math.min(from + at, last - 1)]?.ending || source.ending);
  });
  return (
    source.text.slice(0, source.start(from)) + texts.join('') + source.text.slice(source.end(last))
  );
}

function isWanted(now: TableGrid | null, wanted: TableGrid): boolean {
  if (now === null || now.line !== wanted.line) return false;
  const { align, rows } = now;
  return JSON.stringify([align, rows]) === JSON.stringify([wanted.align, wanted.rows]);
}
