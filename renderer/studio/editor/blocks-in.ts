// Finds the blocks of a lesson in its text while it is written: cheap enough for every key, and never wrong about lines.
import { StateField, type Text } from '@codemirror/state';
import { readOpening } from '../../../core/course/attributes';

export interface BlockInText {
  kind: string;
  id: string | undefined;
  colons: number;
  /** From 1; the last line is the closing one, or the last that belongs to a block left open. */
  line: number;
  lastLine: number;
  closed: boolean;
  /** Place in the list of the block around it; -1 for none. */
  within: number;
}

export interface TextOutline {
  blocks: readonly BlockInText[];
  /** First and last lines of fenced code. */
  fences: readonly { line: number; lastLine: number }[];
  /** The line that closes the front matter; 0 without any. */
  matterEnd: number;
}

export const colonLine = /^(\s*)(:{3,})(.*)$/;
const fenceLine = /^\s*(?:(`{3,})[^`]*|(~{3,}).*)$/;

export function outlineOf(doc: Text): TextOutline {
  const blocks: BlockInText[] = [];
  const fences: { line: number; lastLine: number }[] = [];
  const open: number[] = [];
  let matterEnd = 0;
  let isMatter = doc.lines > 1 && doc.line(1).text.trimEnd() === '---';
  let fence = '';
  let number = 0;

  /** Ends the blocks above a height; none of them has a closing line. */
  const leave = (height: number, lastLine: number): void => {
    for (const at of open.splice(height)) {
      const block = blocks[at];
      if (block) block.lastLine = lastLine;
    }
  };
  const enter = (colons: number, info: string): void => {
    // What has no more colons than this one cannot hold it.
    const height = open.findIndex((at) => (blocks[at]?.colons ?? 0) <= colons);
    if (height >= 0) leave(height, number - 1);
    const { kind, id } = readOpening(info);
    const within = open.at(-1) ?? -1;
    open.push(blocks.length);
    blocks.push({ kind, id, colons, line: number, lastLine: number, closed: false, within });
  };
  const close = (colons: number): void => {
    const height = open.findLastIndex((at) => blocks[at]?.colons === colons);
    const block = blocks[open[height] ?? -1];
    if (!block) return;
    leave(height + 1, number - 1);
    open.pop();
    block.lastLine = number;
    block.closed = true;
  };

  for (const text of doc.iterLines()) {
    number++;
    if (isMatter) {
      if (number === 1 || text.trimEnd() !== '---') continue;
      matterEnd = number;
      isMatter = false;
      continue;
    }
    const fenced = fenceLine.exec(text);
    const mark = fenced?.[1] ?? fenced?.[2];
    if (fence) {
      const last = fences.at(-1);
      if (last) last.lastLine = number;
      if (mark?.startsWith(fence) && text.trim() === mark) fence = '';
      continue;
    }
    if (mark) {
      fence = mark;
      fences.push({ line: number, lastLine: number });
      continue;
    }
    const match = colonLine.exec(text);
    if (!match) continue;
    const colons = match[2]?.length ?? 0;
    const info = match[3]?.trim() ?? '';
    if (info === '') close(colons);
    else enter(colons, info);
  }
  leave(0, doc.lines);
  return { blocks, fences, matterEnd };
}

/** The blocks around a line, the innermost first. Opening and closing lines belong to their block. */
export function blocksAround({ blocks }: TextOutline, line: number): BlockInText[] {
  let at = blocks.findLastIndex((block) => block.line <= line && line <= block.lastLine);
  const around: BlockInText[] = [];
  while (at >= 0) {
    const block = blocks[at];
    if (!block) break;
    around.push(block);
    at = block.within;
  }
  return around;
}

/** The outline of the text as it stands. */
export const outline = StateField.define<TextOutline>({
  create: ({ doc }) => outlineOf(doc),
  update: (value, { docChanged, state }) => (docChanged ? outlineOf(state.doc) : value),
});
