// The lines of a file as Markdown counts them, and where each of them lies in the file as it is.
import type { Span } from './segment';

export interface FileLine extends Span {
  text: string;
}

/** Lines may end as on any system; a byte-order mark is no part of the text. */
export function fileLines(text: string): FileLine[] {
  const lines: FileLine[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: index, text: text.slice(start, index) });
    start = index + end.length;
  }
  lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

export const joined = (lines: readonly FileLine[]): string =>
  lines.map(({ text }) => text).join('\n');

/** Turns places in some lines, joined, into places in the file. */
export function placesIn(lines: readonly FileLine[]): (at: number) => number {
  const starts: number[] = [];
  let next = 0;
  for (const { text } of lines) {
    starts.push(next);
    next += text.length + 1;
  }
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return (lines[low]?.start ?? 0) + at - (starts[low] ?? 0);
  };
}
