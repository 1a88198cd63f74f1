// The pictures of a text where they are written, and other words or another width for one of them.
import type { Token } from 'markdown-it';
import { markdown } from '../../course/markdown';
import { TangledText } from '../../course/markdown-budget';
import { pictureWidth, widthMark, widthMarkAt } from '../../course/picture-width';
import { type Edit, edited, Source } from '../block-form/source';
import { bodyLines } from '../body-lines';

export interface PictureInText {
  /** From 1. */
  line: number;
  /** Which of the pictures in its line, from 0. */
  at: number;
  /** Path of its file, as it is written. */
  src: string;
  /** What it shows in words. */
  alt: string;
  /** As `pictureWidth` gives it; null where none is written, or none that can be. */
  width: string | null;
}

export type PictureChange =
  | { change: 'alt'; alt: string }
  | { change: 'width'; width: string | null };

interface Written extends PictureInText {
  /** Its words, and behind its closing bracket the mark of its width, in the whole text. */
  altPlace: Edit;
  markPlace: Edit;
}

/** Without brackets in the words: those are left to the text. */
const pictureForm =
  /!\[((?:[^[\]\\]|\\.){0,1000})\]\((?:<([^<>]{0,500})>|([^\s()<>]{1,500}))(?:[ \t]{1,8}"[^"]{0,500}")?\)/g;

const escaped = (alt: string): string => alt.replace(/[[\]\\`*_<&$]/g, '\\$&');
const unescaped = (alt: string): string => alt.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The files of the pictures that markdown-it finds, by lines from 0. */
function filesByLine(tokens: readonly Token[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  let begin = 0;
  for (const token of tokens) {
    if (token.map) begin = token.map[0];
    if (token.type !== 'inline') continue;
    let line = begin;
    const walk = (children: readonly Token[]): void => {
      for (const child of children) {
        if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
        if (child.type !== 'image') continue;
        found.set(line, [...(found.get(line) ?? []), String(child.attrGet('src') ?? '')]);
      }
    };
    walk(token.children ?? []);
  }
  return found;
}

function tokensOf(source: Source): Token[] {
  try {
    return markdown.parse(bodyLines(source).join('\n'), {});
  } catch (error) {
    if (error instanceof TangledText) return [];
    throw error;
  }
}

function writtenIn(source: Source, line: number, files: readonly string[]): Written[] {
  const words = source.words(line);
  const base = source.start(line);
  const left = [...files];
  const found: Written[] = [];
  for (const match of words.matchAll(pictureForm)) {
    const [whole, alt = '', inBrackets, bare] = match;
    const src = markdown.utils.unescapeAll(inBrackets ?? bare ?? '');
    // What stands in code is no picture, and is not among the files.
    const known = left.indexOf(src);
    if (known < 0) continue;
    left.splice(0, known + 1);
    const end = match.index + whole.length;
    const mark = widthMarkAt(words, end);
    const from = base + match.index + 2;
    found.push({
      line: line + 1,
      at: found.length,
      src,
      alt: unescaped(alt),
      width: mark ? (pictureWidth(mark.written) ?? null) : null,
      altPlace: { from, to: from + alt.length, text: alt },
      markPlace: { from: base + end, to: base + end + (mark?.mark.length ?? 0), text: '' },
    });
  }
  return found;
}

function writtenAt(source: Source, line: number): Written[] {
  const words = source.words(line - 1);
  if (!words.includes('![')) return [];
  return writtenIn(source, line - 1, filesByLine(tokensOf(source)).get(line - 1) ?? []);
}

const shown = ({ line, at, src, alt, width }: Written): PictureInText => ({
  line,
  at,
  src,
  alt,
  width,
});

/** The pictures of a line (from 1). Never throws. */
export const picturesAt = (text: string, line: number): PictureInText[] =>
  writtenAt(new Source(text), line).map(shown);

/** All pictures of a text, from front to back. Never throws. */
export function picturesIn(text: string): PictureInText[] {
  const source = new Source(text);
  return [...filesByLine(tokensOf(source))].flatMap(([line, files]) =>
    writtenIn(source, line, files).map(shown),
  );
}

function editFor({ altPlace, markPlace }: Written, change: PictureChange): Edit | undefined {
  if (change.change === 'alt') {
    const alt = change.alt.replace(/\s+/g, ' ').trim();
    return { ...altPlace, text: unescaped(altPlace.text) === alt ? altPlace.text : escaped(alt) };
  }
  if (change.width === null) return markPlace;
  const width = pictureWidth(change.width);
  return width === undefined ? undefined : { ...markPlace, text: widthMark(width) };
}

/**
 * The whole text with the change. Undefined where it would change more than this picture, or where
 * the width is none.
 */
export function changePicture(
  text: string,
  { line, at }: Pick<PictureInText, 'line' | 'at'>,
  change: PictureChange,
): string | undefined {
  const before = writtenAt(new Source(text), line);
  const one = before[at];
  const edit = one && editFor(one, change);
  if (!edit) return undefined;
  const next = edited(text, edit);
  const wanted = before.map((each) =>
    each === one ? { ...shown(each), ...asked(change) } : shown(each),
  );
  return JSON.stringify(picturesAt(next, line)) === JSON.stringify(wanted) ? next : undefined;
}

const asked = (change: PictureChange): Partial<PictureInText> =>
  change.change === 'alt'
    ? { alt: change.alt.replace(/\s+/g, ' ').trim() }
    : { width: change.width === null ? null : (pictureWidth(change.width) ?? null) };
