// A few words around what was found, with the words that were looked for marked.
import type { Matcher } from './query';
import type { Passage } from './searchable';
import { wordsIn } from './words';

/** Text in a row: no markup, so that nothing in it can be anything but text. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** A text with its marks, and which words of the query it has, by their places. */
export interface Marked {
  pieces: Piece[];
  words: number[];
}

export interface Excerpt extends Marked {
  /** Line of the passage that has the words; where none has any, of the first one. */
  line: number | null;
}

/** Letters: about two lines on the screen. */
const longest = 180;
/** So much of what comes before is shown. */
const before = 50;

interface Mark {
  from: number;
  to: number;
  /** Places of the words in the query. */
  words: number[];
}

const marksIn = (text: string, match: Matcher): Mark[] =>
  wordsIn(text).flatMap(({ folded, from, to }) => {
    const words = match(text.slice(from, to), folded);
    return words.length > 0 ? [{ from, to, words }] : [];
  });

const wordsOf = (marks: readonly Mark[]): number[] => [
  ...new Set(marks.flatMap(({ words }) => words)),
];

function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  pieces.push({ text: text.slice(at), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** All of a text. */
export function marked(text: string, match: Matcher): Marked {
  const marks = marksIn(text, match);
  return { pieces: piecesOf(text, marks), words: wordsOf(marks) };
}

/** The passage with most of the words, cut where it is long; the words are those of all passages. */
export function excerptOf(passages: readonly Passage[], match: Matcher): Excerpt {
  const said = passages.filter(({ text }) => text !== '');
  let best = { passage: said[0], marks: [] as Mark[], count: 0 };
  const all: Mark[] = [];
  for (const passage of said) {
    const marks = marksIn(passage.text, match);
    const count = wordsOf(marks).length;
    if (count > best.count) best = { passage, marks, count };
    all.push(...marks);
  }
  const { passage, marks } = best;
  const line = (marks.length > 0 ? passage : passages[0])?.line ?? null;
  const pieces = passage ? cut(passage.text, marks) : [];
  return { line, pieces, words: wordsOf(all) };
}

/** The stretch that begins with a mark and holds most of the words. */
function cut(text: string, marks: readonly Mark[]): Piece[] {
  if (text.length <= longest) return piecesOf(text, marks);
  let start = 0;
  let most = 0;
  for (const { from } of marks) {
    const count = wordsOf(
      marks.filter((mark) => mark.from >= from && mark.to <= from + longest - before),
    ).length;
    if (count > most) [start, most] = [from, count];
  }
  const from = wordBegins(text, Math.max(0, Math.min(start - before, text.length - longest)));
  const to = wordEnds(text, Math.min(text.length, from + longest));
  const within = marks
    .filter((mark) => mark.from >= from && mark.to <= to)
    .map((mark) => ({ ...mark, from: mark.from - from, to: mark.to - from }));
  const pieces = piecesOf(text.slice(from, to), within);
  const dots = { text: '…', marked: false };
  return [...(from > 0 ? [dots] : []), ...pieces, ...(to < text.length ? [dots] : [])];
}

/** The next place where a word begins; one without any spaces is cut anywhere. */
function wordBegins(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space >= 0 && space < at + before ? space + 1 : wholeLetter(text, at);
}

function wordEnds(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - before ? space : wholeLetter(text, at);
}

/** Not between the halves of a letter that takes two. */
const wholeLetter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
