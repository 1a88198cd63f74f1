// One line of a table in its pieces: joined again they are the same line, byte for byte.

export interface TableLine {
  /** What stands before its words: signs of a quote or of a list, white space. */
  before: string;
  /** Whether it begins and ends with a bar. */
  isOpened: boolean;
  isClosed: boolean;
  /** Between the bars, with the white space there. */
  cells: string[];
  after: string;
}

/** Pieces between bars that no backslash stands before, as markdown-it splits them. */
function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    if (words[at] !== '|' || words[at - 1] === '\\') continue;
    pieces.push(words.slice(from, at));
    from = at + 1;
  }
  return [...pieces, words.slice(from)];
}

/** `begin`: where its words begin, in characters from the beginning of the line. */
export function readTableLine(line: string, begin: number): TableLine {
  const words = line.slice(begin).trim();
  const from = begin + line.slice(begin).indexOf(words);
  const cells = piecesOf(words);
  const isOpened = cells[0] === '';
  if (isOpened) cells.shift();
  const isClosed = cells.at(-1) === '' && words !== '|';
  if (cells.at(-1) === '') cells.pop();
  return {
    before: line.slice(0, from),
    isOpened,
    isClosed,
    cells,
    after: line.slice(from + words.length),
  };
}

export const writeTableLine = ({ before, isOpened, isClosed, cells, after }: TableLine): string =>
  before + (isOpened ? '|' : '') + cells.join('|') + (isClosed ? '|' : '') + after;

/** The words of a cell as they are meant. */
export const wordsOfCell = (cell: string): string => cell.trim().replaceAll('\\|', '|');

/** The cell with other words, between the white space it has; `width` is what it fills at least. */
export function cellWith(cell: string, words: string, width: number): string {
  const written = words.replaceAll('|', '\\|');
  const [begin, end] = around(cell);
  if (width === 0) {
    // A backslash before the bar would take it for a sign, and two bars would be no cell at all.
    const needed = written.endsWith('\\') || begin + written + end === '' ? ' ' : '';
    return begin + written + (end || needed);
  }
  // What stood at the end of its cell, as numbers do, stays there.
  if (begin.length > end.length) return `${written}${end || ' '}`.padStart(width);
  return `${begin}${written}${end.slice(0, 1) || ' '}`.padEnd(width);
}

function around(cell: string): [string, string] {
  if (cell.trim() === '') return [' ', ' '];
  const start = cell.length - cell.trimStart().length;
  return [cell.slice(0, start), cell.slice(cell.trimEnd().length)];
}
