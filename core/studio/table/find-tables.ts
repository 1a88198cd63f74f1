// The tables of a text with the lines they are made of, as markdown-it finds them.
import { markdown } from '../../course/markdown';
import { TangledText } from '../../course/markdown-budget';
import type { TablePlace } from '../../course/markdown-table-places';
import type { TableAlign } from '../../course/prose';
import { Source } from '../block-form/source';
import { bodyLines } from '../body-lines';
import type { TableGrid } from './grid';
import { readTableLine, type TableLine, wordsOfCell } from './table-line';

/** Of a table: its heading, the line below it, its rows. */
export interface TableLines {
  source: Source;
  /** The line of the heading, from 0. */
  from: number;
  heading: TableLine;
  rule: TableLine;
  rows: TableLine[];
}

const ruleForm = /^[\s>]*[|:-][|:\-\s]*$/;

/** Whether there can be a table at a line at all: reading the whole text takes longer. */
function mayBeTable(source: Source, line: number): boolean {
  const isRule = (at: number): boolean =>
    source.words(at).includes('-') && ruleForm.test(source.words(at));
  if (isRule(line + 1)) return true;
  for (let at = line; at >= 0 && !source.isBlank(at); at--) if (isRule(at)) return true;
  return false;
}

function placesIn(lines: readonly string[]): TablePlace[] {
  const tablePlaces: TablePlace[] = [];
  try {
    markdown.parse(lines.join('\n'), { tablePlaces });
  } catch (error) {
    if (!(error instanceof TangledText)) throw error;
  }
  return tablePlaces;
}

/** The table that a line (from 1) stands in; null where there is none. Never throws. */
export function tableLinesAt(text: string, line: number): TableLines | null {
  const source = new Source(text);
  const at = line - 1;
  if (!mayBeTable(source, at)) return null;
  const lines = bodyLines(source);
  const place = placesIn(lines).find(({ from, to }) => from <= at && at < to);
  if (!place) return null;
  let start = 0;
  for (let before = 0; before < place.from; before++) start += (lines[before]?.length ?? 0) + 1;
  const [heading, rule, ...rows] = place.begins.map((begin, each): TableLine => {
    const words = lines[place.from + each] ?? '';
    const read = readTableLine(words, begin - start);
    start += words.length + 1;
    return read;
  });
  return heading && rule ? { source, from: place.from, heading, rule, rows } : null;
}

function alignOf(cell: string): TableAlign {
  const words = cell.trim();
  if (words.endsWith(':')) return words.startsWith(':') ? 'center' : 'end';
  return words.startsWith(':') ? 'start' : null;
}

export function gridOf({ from, heading, rule, rows }: TableLines): TableGrid {
  const align = rule.cells.map(alignOf);
  return {
    line: from + 1,
    lastLine: from + 2 + rows.length,
    align,
    rows: [heading, ...rows].map(({ cells }) =>
      align.map((_, column) => wordsOfCell(cells[column] ?? '')),
    ),
  };
}

/** The table that a line (from 1) of a whole text stands in; null where there is none. Never throws. */
export function tableAt(text: string, line: number): TableGrid | null {
  const lines = tableLinesAt(text, line);
  return lines && gridOf(lines);
}
