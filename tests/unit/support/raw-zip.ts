// Zip files made byte by byte, so that each field can be wrong.
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  name: string | Buffer;
  content?: string | Buffer;
  /** As in the zip format: 0 stored, 8 deflated. */
  method?: number;
  /** In the place of the packed content. */
  packed?: Buffer;
  flags?: number;
  /** Mode of Unix, in the upper half of the attributes. */
  mode?: number;
  /** What the table says of the size, in the place of the truth. */
  unpackedSize?: number;
  packedSize?: number;
  /** The name that stands before the content. */
  localName?: string;
  localMethod?: number;
  extra?: Buffer;
  /** Another entry's content is meant, by its number. */
  contentOf?: number;
}

interface RawEnd {
  /** What the end says, in the place of the truth. */
  count?: number;
  directoryOffset?: number;
  directorySize?: number;
  before?: Buffer;
  comment?: string;
}

const utf8Flag = 0x800;
export const plainMode = 0o100644;

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const parts: Buffer[] = [end.before ?? Buffer.alloc(0)];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const heads = entries.map((entry) => {
    const content = Buffer.from(entry.content ?? '');
    const method = entry.method ?? 0;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
    return {
      entry,
      name: Buffer.from(entry.name),
      method,
      packed,
      flags: entry.flags ?? utf8Flag,
      crc: crc32(content),
      packedSize: entry.packedSize ?? packed.length,
      unpackedSize: entry.unpackedSize ?? content.length,
    };
  });
  for (const { entry, name, method, packed, flags, crc, packedSize, unpackedSize } of heads) {
    offsets.push(entry.contentOf === undefined ? at : (offsets[entry.contentOf] ?? 0));
    if (entry.contentOf !== undefined) continue;
    const localName = Buffer.from(entry.localName ?? name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(entry.localMethod ?? method, 8);
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(packedSize, 18);
    head.writeUInt32LE(unpackedSize, 22);
    head.writeUInt16LE(localName.length, 26);
    parts.push(head, localName, packed);
    at += head.length + localName.length + packed.length;
  }
  const directory = heads.map(
    ({ entry, name, method, flags, crc, packedSize, unpackedSize }, number) => {
      const extra = entry.extra ?? Buffer.alloc(0);
      const head = Buffer.alloc(46);
      head.writeUInt32LE(0x02014b50, 0);
      head.writeUInt16LE(0x0314, 4);
      head.writeUInt16LE(20, 6);
      head.writeUInt16LE(flags, 8);
      head.writeUInt16LE(method, 10);
      head.writeUInt32LE(crc, 16);
      head.writeUInt32LE(packedSize, 20);
      head.writeUInt32LE(unpackedSize, 24);
      head.writeUInt16LE(name.length, 28);
      head.writeUInt16LE(extra.length, 30);
      head.writeUInt32LE(((entry.mode ?? plainMode) << 16) >>> 0, 38);
      head.writeUInt32LE(offsets[number] ?? 0, 42);
      return Buffer.concat([head, name, extra]);
    },
  );
  const table = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(end.count ?? entries.length, 8);
  tail.writeUInt16LE(end.count ?? entries.length, 10);
  tail.writeUInt32LE(end.directorySize ?? table.length, 12);
  tail.writeUInt32LE(end.directoryOffset ?? at, 16);
  const comment = Buffer.from(end.comment ?? '');
  tail.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, table, tail, comment]);
}
