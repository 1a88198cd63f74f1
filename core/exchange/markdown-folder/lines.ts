// A text as lines that remember where they stood in the file they come from.

export interface Line {
  text: string;
  /** In the file, from 1. */
  line: number;
}

/** Lines may end as on any system; a byte-order mark and zeros are no part of the text. */
export const linesOf = (text: string): Line[] =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((each, at) => ({ text: each, line: at + 1 }));

export const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

export const isBlank = ({ text }: Line): boolean => text.trim() === '';

/** Without empty lines at both ends. */
export function trimmed(lines: readonly Line[]): Line[] {
  const from = lines.findIndex((line) => !isBlank(line));
  if (from < 0) return [];
  return lines.slice(from, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

/** One empty line where several stand, but for code. */
export function tidy(lines: readonly Line[]): Line[] {
  const fences = new Fences();
  return lines.filter((line, at) => {
    const isCode = fences.takes(line.text);
    const before = lines[at - 1];
    return isCode || !isBlank(line) || (before !== undefined && !isBlank(before));
  });
}

const fenceForm = /^((?:[ \t]|>)*)(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** Follows fences of code from line to line; tells whether a line is code, or opens or closes some. */
export class Fences {
  private mark = '';

  /** To be called once for each line, in their order. */
  takes(text: string): boolean {
    const match = fenceForm.exec(text) ?? listedFence.exec(text);
    const mark = match?.[2] ?? match?.[3];
    if (this.mark === '') {
      if (mark) this.mark = mark;
      return mark !== undefined;
    }
    if (mark?.startsWith(this.mark) && text.trimEnd().endsWith(mark)) this.mark = '';
    return true;
  }

  /** The fence that is open, if one is. */
  get open(): string {
    return this.mark;
  }
}

/** A fence may open on the line of a list's sign. */
const listedFence = /^((?:[ \t]|>)*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:(`{3,})[^`]*|(~{3,}).*)$/;
