// The editor knows one end of a line; a file that has the other gets it back.

export type LineEnd = '\n' | '\r\n';

/** The end that most lines have: a file of both becomes a file of one when it is first changed. */
export function lineEndOf(text: string): LineEnd {
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
}

export const inEditor = (text: string): string => text.replace(/\r\n?/g, '\n');

export const inFile = (text: string, end: LineEnd): string =>
  end === '\n' ? text : text.replaceAll('\n', end);
