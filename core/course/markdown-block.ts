// Recognises blocks: `::: kind #id {attributes} title`, closed by a line of as many colons.
import type { StateBlock } from 'markdown-it';
import { readOpening } from './attributes';

/** What the opening token of a block carries in `meta`. */
export interface BlockMeta {
  info: string;
  colons: number;
  /** False when the end of the text or another block came first. */
  closed: boolean;
  /** First and last line (from 1) of a head that is no Markdown, without its `---`. */
  head?: { from: number; to: number };
}

/** Kinds whose body begins with a head of `name: value` lines, closed by `---`. */
const kindsWithHead: ReadonlySet<string> = new Set(['message']);

// No white space in the patterns: a long run of it would take quadratic time. It is trimmed later.
const colonLine = /^(:{3,})(.*)$/;
/** A fence of backticks has no backtick behind it on its line: that would be code in a text. */
const fenceLine = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/**
 * Finds where a block ends: at a line of exactly as many colons, or (not closed) before an opening
 * that cannot stand inside it, before a line outdented from its list, or at the end of the text.
 */
function findEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  colons: number,
): { line: number; closed: boolean } {
  let fence = '';
  for (let line = startLine + 1; line < endLine; line++) {
    const blank = state.isEmpty(line);
    if (!blank && (state.sCount[line] ?? 0) < state.blkIndent) return { line, closed: false };
    if (blank) continue;
    const text = lineText(state, line);
    const fenceMatch = fenceLine.exec(text);
    const fenceMark = fenceMatch?.[1] ?? fenceMatch?.[2];
    if (fence) {
      if (fenceMark?.startsWith(fence) && text.trim() === fenceMark) fence = '';
      continue;
    }
    if (fenceMark) {
      fence = fenceMark;
      continue;
    }
    const match = colonLine.exec(text);
    if (!match) continue;
    const count = match[1]?.length ?? 0;
    if (match[2]?.trim() === '') {
      if (count === colons) return { line, closed: true };
    } else if (count >= colons) return { line, closed: false };
  }
  return { line: endLine, closed: false };
}

/** The line of the `---` that closes the head of a block; -1 when there is none. */
function findHeadEnd(state: StateBlock, startLine: number, endLine: number): number {
  for (let line = startLine; line < endLine; line++) {
    const text = lineText(state, line).trim();
    if (text === '---') return line;
    if (text.startsWith(':::')) return -1;
  }
  return -1;
}

/** markdown-it block rule. */
export function blockRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const match = colonLine.exec(lineText(state, startLine));
  if (!match) return false;
  if (silent) return true;

  const colons = match[1]?.length ?? 0;
  const info = (match[2] ?? '').trim();
  if (info === '') {
    // A closing line that closes nothing: kept as a token so that it can be reported.
    const stray = state.push('course_block_stray', '', 0);
    stray.map = [startLine, startLine + 1];
    state.line = startLine + 1;
    return true;
  }

  const end = findEnd(state, startLine, endLine, colons);
  const open = state.push('course_block_open', '', 1);
  open.map = [startLine, end.line];
  const headEnd = kindsWithHead.has(readOpening(info).kind)
    ? findHeadEnd(state, startLine + 1, end.line)
    : -1;
  const head = headEnd < 0 ? {} : { head: { from: startLine + 2, to: headEnd } };
  open.meta = { info, colons, closed: end.closed, ...head } satisfies BlockMeta;

  const { parentType, lineMax } = state;
  state.parentType = 'course_block';
  state.lineMax = end.line;
  state.md.block.tokenize(state, Math.max(startLine, headEnd) + 1, end.line);
  state.parentType = parentType;
  state.lineMax = lineMax;

  state.push('course_block_close', '', -1);
  state.line = end.line + (end.closed ? 1 : 0);
  return true;
}
