// Puts old segments of this device together into one, so that ten years are not ten thousand files.

import { checksum } from './checksum';
import type { Files } from './files';
import { folderLimits, idOf, segmentOf } from './layout';
import { lineOf, objectIn } from './line';
import type { OwnSegments, Written } from './own-segments';
import type { Places } from './place';
import { scan } from './scan';

/** Fewer are not worth what programs that carry the folder have to carry anew. */
const worthIt = 8;

export interface Compacting {
  files: Files;
  root: string;
  device: string;
  segments: OwnSegments;
  places: Places;
  /** Has it looked later whether everything that counts as delivered still lies there. */
  suspect(): void;
  /** Keeps the places, and what is suspected. */
  keep(): void;
}

/** Paths below the root of what would be put together for a person: known segments, the smallest first. */
export function compactable(places: Places, person: string, device: string): string[] {
  const own: { file: string; segment: number; size: number }[] = [];
  for (const [file, { size }] of places.entries()) {
    const name = file.slice(person.length + 1);
    const segment = file.startsWith(`${person}/`) ? segmentOf(name, device) : 0;
    if (segment > 0) own.push({ file, segment, size });
  }
  const newest = Math.max(...own.map(({ segment }) => segment));
  const chosen: string[] = [];
  let bytes = 0;
  for (const { file, size } of own
    .filter(({ segment }) => segment < newest)
    .sort((a, b) => a.size - b.size)) {
    bytes += size;
    // What was put together once and is large stays: each byte is carried anew few times.
    if (bytes > folderLimits.compacted || size > folderLimits.compacted / 4) break;
    chosen.push(file);
  }
  return chosen.length < worthIt ? [] : chosen;
}

/**
 * Writes the new file, is sure of it, and only then removes the old ones. Stopped at any point, all
 * statements lie there once or twice. Gives whether anything was put together.
 */
export async function compact(chosen: readonly string[], parts: Compacting): Promise<boolean> {
  const lines: Buffer[] = [];
  const seen = new Set<string>();
  const read: { file: string; size: number }[] = [];
  for (const file of chosen) {
    const { size, good } = await wholeLines(parts, file, seen, lines);
    // What should be there and was not read is gone with the file.
    if (good !== size || size !== parts.places.get(file)?.size) parts.suspect();
    read.push({ file, size });
  }
  const all = Buffer.concat(lines);
  let written: Written | null = null;
  if (all.length > 0) {
    written = await parts.segments.append(all, 'own');
    if (!written) return false;
    parts.places.set(written.file, written.place);
  }
  parts.keep();
  for (const { file, size } of read) {
    const path = `${parts.root}/${file}`;
    // It has grown in the meantime: somebody with this device's id writes there.
    if ((await parts.files.look(path)).size !== size) continue;
    await parts.files.remove(path);
    parts.places.delete(file);
  }
  parts.keep();
  return true;
}

/** Adds the file's lines that are not seen yet; what is torn in it stays behind. */
async function wholeLines(
  { files, root }: Compacting,
  file: string,
  seen: Set<string>,
  into: Buffer[],
): Promise<{ size: number; good: number }> {
  const reading = await files.openToRead(`${root}/${file}`);
  try {
    const { size } = await reading.look();
    let good = 0;
    for await (const piece of scan(reading, 0, size)) {
      good = piece.good;
      for (const json of piece.statements) {
        // Two that say different things under one id are both kept: whoever reads them decides.
        const key = `${idOf(objectIn(json))} ${checksum(Buffer.from(json))}`;
        if (seen.has(key)) continue;
        seen.add(key);
        into.push(lineOf(json));
      }
    }
    return { size, good };
  } finally {
    await reading.close();
  }
}
