// A text as lines with their places, so that a change can touch the bytes of one field alone.

export interface TextLine {
  /** Where the line begins in the text. */
  at: number;
  text: string;
  /** What ends it; '' for the last one. */
  ending: string;
}

/** A piece of text to be put in the place of another. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Lines from (included) to (excluded), counted from 0. */
export interface LineRange {
  from: number;
  to: number;
}

export class Source {
  readonly lines: readonly TextLine[];
  /** How this text ends its lines. */
  readonly ending: string;

  constructor(readonly text: string) {
    const parts = text.split(/(\r\n|\n|\r)/);
    const lines: TextLine[] = [];
    for (let part = 0, at = 0; part < parts.length; part += 2) {
      const line = { at, text: parts[part] ?? '', ending: parts[part + 1] ?? '' };
      lines.push(line);
      at += line.text.length + line.ending.length;
    }
    this.lines = lines;
    this.ending = parts[1] ?? '\n';
  }

  words(line: number): string {
    return this.lines[line]?.text ?? '';
  }

  isBlank(line: number): boolean {
    return this.words(line).trim() === '';
  }

  start(line: number): number {
    return this.lines[line]?.at ?? this.text.length;
  }

  /** Before what ends the line. */
  end(line: number): number {
    return this.start(line) + this.words(line).length;
  }

  /** Without the blank lines at both ends; `from` equals `to` when nothing is left. */
  trimmed({ from, to }: LineRange): LineRange {
    let [first, last] = [from, to];
    while (first < last && this.isBlank(first)) first++;
    while (last > first && this.isBlank(last - 1)) last--;
    return { from: first, to: last };
  }

  slice({ from, to }: LineRange): string {
    return to > from ? this.text.slice(this.start(from), this.end(to - 1)) : '';
  }
}

/** The text with a piece in the place of another. */
export const edited = (text: string, { from, to, text: piece }: Edit): string =>
  text.slice(0, from) + piece + text.slice(to);

/** Leading spaces and tabs of a line, as a number of characters. */
export function indentOf(text: string): number {
  let at = 0;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

const isWhite = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\n';

/** What somebody typed into a field, with one kind of line ends and no white space around it. */
export function fieldText(typed: string): string {
  const text = typed.replace(/\r\n?/g, '\n');
  let [from, to] = [0, text.length];
  while (from < to && isWhite(text[from])) from++;
  while (to > from && isWhite(text[to - 1])) to--;
  return text.slice(from, to);
}
