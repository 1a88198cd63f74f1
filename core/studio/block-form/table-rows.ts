// The rows of a table: a field for each column that the kind knows.

import type { FieldValue } from './form';
import { type Node, Tangled } from './nodes';
import { fieldText, indentOf, type Source } from './source';
import type { EntrySpot, FieldSpot, ListSpot } from './spots';

interface Cell {
  from: number;
  to: number;
}

/** Bars that no backslash stands before, as markdown-it sees them. */
function cellsOf(source: Source, line: number): Cell[] {
  const words = source.words(line);
  const bars: number[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '|' && words[at - 1] !== '\\') bars.push(at);
  }
  const indent = indentOf(words);
  const end = words.trimEnd().length;
  const starts = bars[0] === indent ? [] : [indent];
  const ends = bars.at(-1) === end - 1 ? [] : [end];
  const begins = [...starts, ...bars.map((at) => at + 1)].slice(0, bars.length + starts.length);
  const stops = [...bars.filter((at) => at !== indent), ...ends];
  const base = source.start(line);
  return stops.map((to, at) => ({ from: base + (begins[at] ?? to), to: base + to }));
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');

function cellSpot(source: Source, cell: Cell | undefined): FieldSpot {
  if (!cell) return { value: null, write: () => undefined };
  const written = source.text.slice(cell.from, cell.to);
  const words = fieldText(written);
  const from = cell.from + indentOf(written);
  return {
    value: words.replaceAll('\\|', '|'),
    write: (value) => {
      const text = fieldText(String(value ?? ''));
      if (text.includes('\n')) return undefined;
      if (words !== '') return { from, to: from + words.length, text: escaped(text) };
      return { from: cell.from, to: cell.to, text: text === '' ? written : ` ${escaped(text)} ` };
    },
  };
}

export function tableSpot(source: Source, table: Node, columns: readonly string[]): ListSpot {
  const body = table.children.find(({ type }) => type === 'tbody_open');
  const rows = body?.children.filter(({ type }) => type === 'tr_open') ?? [];
  const entries = rows.map(({ lines }): EntrySpot => {
    if (lines.to !== lines.from + 1) throw new Tangled();
    const cells = cellsOf(source, lines.from);
    const fields = columns.map((name, at) => [name, cellSpot(source, cells[at])]);
    return { fields: Object.fromEntries(fields), lists: {}, lines };
  });
  const head = table.lines.from;
  const indent = source.words(head).slice(0, indentOf(source.words(head)));
  return {
    entries,
    add: (at, fields: Readonly<Record<string, FieldValue>>) => {
      const cells = columns.map((name) => fieldText(String(fields[name] ?? '')));
      if (cells.some((cell) => cell.includes('\n'))) return undefined;
      const text = `${indent}| ${cells.map(escaped).join(' | ')} |`;
      // Under the row before it, or under the line below the head.
      const place = source.end((entries[at - 1]?.lines.to ?? head + 2) - 1);
      return { from: place, to: place, text: source.ending + text };
    },
  };
}
