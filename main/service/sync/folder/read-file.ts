// Reads what is new in one file since it was last read.
import { checksum } from './checksum';
import type { Files, Look, Reading } from './files';
import { folderLimits } from './layout';
import { objectIn } from './line';
import { isUnchanged, type Place } from './place';
import { scan, tailBytes } from './scan';

export interface FilePart {
  statements: object[];
  /** With the last part: where the file stands once all its parts are kept. */
  place: Place | null;
  /** With the last part: lost lines that were there before, or has torn ones. */
  isSpoiled: boolean;
}

/**
 * From the first place on that was not whole. A file that has become shorter or another one is read
 * from its beginning: ids make that harmless. Gives one part at least. Throws what the system says.
 */
export async function* readNew(
  files: Files,
  path: string,
  before: Place | undefined,
): AsyncGenerator<FilePart> {
  const reading = await files.openToRead(path);
  let last: FilePart;
  try {
    const look = await reading.look();
    if (look.kind !== 'file') throw new NoFile();
    if (look.size > folderLimits.file) throw new TooLarge();
    const isSame = before !== undefined && (await isContinued(reading, look, before));
    const isReplaced = before !== undefined && !isSame;
    const from = isSame ? before.good : 0;
    let good = from;
    let damaged = 0;
    let known: Buffer | null = null;
    for await (const piece of scan(reading, from, look.size)) {
      known = piece.tail;
      good = piece.good;
      damaged += piece.damaged;
      const statements: object[] = [];
      for (const json of piece.statements) {
        const statement = objectIn(json);
        if (statement) statements.push(statement);
      }
      if (statements.length > 0) yield { statements, place: null, isSpoiled: false };
    }
    const looks = before && isUnchanged(before, look) ? before.looks : 0;
    const tail = known ? checksum(known) : await tailOf(reading, good);
    const place = { size: look.size, mtime: look.mtime, good, tail, looks, damaged };
    last = { statements: [], place, isSpoiled: isReplaced || damaged > 0 };
  } finally {
    await reading.close();
  }
  // Only now, so that whoever pauses after the last part holds no file open.
  yield last;
}

/** What was listed as a file is something else. */
export class NoFile extends Error {}

/** No segment of ours is that large. */
export class TooLarge extends Error {}

/** Whether it is the file that was read, with more behind. One of the same length with another time is not. */
async function isContinued(reading: Reading, look: Look, before: Place): Promise<boolean> {
  if (look.size <= before.size && !isUnchanged(before, look)) return false;
  return (await tailOf(reading, before.good)) === before.tail;
}

/** Checksum of the last bytes before a place of the file. */
export async function tailOf(reading: Reading, end: number): Promise<number> {
  const start = Math.max(0, end - tailBytes);
  const bytes = Buffer.alloc(end - start);
  for (let at = 0; at < bytes.length; ) {
    const count = await reading.read(bytes.subarray(at), start + at);
    if (count === 0) break;
    at += count;
  }
  return checksum(bytes);
}
