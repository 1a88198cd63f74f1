// The whole lines of a file from some place on, a piece at a time, however long the file is.
import type { Reading } from './files';
import { folderLimits } from './layout';
import { statementIn } from './line';

const pieceBytes = 256 * 1024;
const lineBreak = 10;

export interface Piece {
  /** Each with the statement's own characters. */
  statements: string[];
  /** Lines that have an end and are not whole. */
  damaged: number;
  /** Up to where every line was whole, from where reading began. */
  good: number;
  /** The bytes before `good` by which the file is known again, where they are at hand. */
  tail: Buffer | null;
}

/** By so many bytes before the place where reading goes on is a file known again. */
export const tailBytes = 512;

/**
 * Up to this length of the file. What has no line break yet waits: it is neither given nor damaged.
 * Throws what reading throws.
 */
export async function* scan(reading: Reading, from: number, to: number): AsyncGenerator<Piece> {
  let waiting: Buffer = Buffer.alloc(0);
  let position = from;
  let good = from;
  let allGood = true;
  let isTooLong = false;
  while (position < to) {
    const room = Buffer.allocUnsafe(Math.min(pieceBytes, to - position));
    const count = await reading.read(room, position);
    if (count === 0) return;
    const bytes = joined(waiting, room.subarray(0, count));
    position += count;
    const first = position - bytes.length;
    const statements: string[] = [];
    let damaged = 0;
    let start = 0;
    for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
      const statement = isTooLong ? null : statementIn(bytes.subarray(start, end));
      if (statement === null) {
        damaged++;
        allGood = false;
      } else {
        statements.push(statement);
        if (allGood) good += end + 1 - start;
      }
      isTooLong = false;
      start = end + 1;
    }
    waiting = bytes.subarray(start);
    if (waiting.length > folderLimits.line) {
      // No line of ours is that long: its end is looked for, and nothing of it kept.
      isTooLong = true;
      waiting = waiting.subarray(waiting.length);
    }
    yield { statements, damaged, good, tail: tailIn(bytes, first, good) };
  }
}

function joined(first: Buffer, second: Buffer): Buffer {
  return first.length === 0 ? second : Buffer.concat([first, second]);
}

function tailIn(bytes: Buffer, first: number, good: number): Buffer | null {
  const from = Math.max(0, good - tailBytes);
  return from >= first ? bytes.subarray(from - first, good - first) : null;
}
