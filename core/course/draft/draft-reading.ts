// Reads a lesson again and again while it is written: what stands as it stood is not read anew.
import { type Named, Names } from '../names';
import { type ProblemList, type ProblemStretch, stretchBy } from '../problem';
import { type PartReading, readPart } from '../read-part';
import { KnownParts, type Part } from './known-parts';
import { namedBy, readingBy } from './moved';

/** What came of a part that was read, and all that it asked of the text around it. */
interface Read {
  reading: PartReading;
  found: ProblemStretch;
  named: readonly Named[];
}

/** Of one file that asks; another file takes another one. */
export class DraftReading {
  private readonly parts = new KnownParts();
  private known = new Map<Part, Read>();

  /**
   * What stands in the next state of the text; just what reading it whole would give. `begin` makes
   * the list of problems as it is before the text is read. Throws TangledText.
   */
  read(body: string, begin: () => ProblemList): { problems: ProblemList; reading: PartReading } {
    const parts = this.parts.of(body);
    const lines = body.split('\n').length;
    const read = this.readAll(parts, lines, begin(), this.known);
    if (read) return read;
    // Something from before does not fit what is around it now.
    return this.readAll(parts, lines, begin(), new Map()) as NonNullable<typeof read>;
  }

  /** Undefined when what is known does not hold any more. */
  private readAll(
    parts: readonly Part[],
    lines: number,
    problems: ProblemList,
    known: ReadonlyMap<Part, Read>,
  ): { problems: ProblemList; reading: PartReading } | undefined {
    const names = new Names();
    const next = new Map<Part, Read>();
    const readings: PartReading[] = [];
    for (const [at, part] of parts.entries()) {
      const before = problems.reach <= part.line ? this.readBefore(part, known) : undefined;
      if (before) {
        if (!names.again(before.named) || !problems.take(before.found)) return undefined;
        next.set(part, before);
        readings.push(before.reading);
        continue;
      }
      const lastLine = parts[at + 1]?.line ?? lines;
      const read = readAlone(part, lastLine, problems, names);
      if (read.found) next.set(part, { ...read, found: read.found });
      readings.push(read.reading);
    }
    this.known = next;
    return { problems, reading: together(readings) };
  }

  private readBefore(part: Part, known: ReadonlyMap<Part, Read>): Read | undefined {
    const before = this.parts.before(part);
    if (!before) return known.get(part);
    const read = known.get(before);
    return read && readBy(read, part.line - before.line);
  }
}

/** What came of a part in other lines; undefined where that cannot be told. */
function readBy({ reading, found, named }: Read, lines: number): Read | undefined {
  const [stretch, names] = [stretchBy(found, lines), namedBy(named, lines)];
  return stretch && names && { reading: readingBy(reading, lines), found: stretch, named: names };
}

/** Without `found` where it looked beyond its own lines, so that more than they would matter. */
function readAlone(part: Part, lastLine: number, problems: ProblemList, names: Names) {
  const isAlone = problems.reach <= part.line;
  const [mark, count] = [problems.mark(), names.count];
  const reading = readPart(part.tokens, problems, names, true);
  const found = isAlone && problems.reach <= lastLine ? problems.since(mark) : undefined;
  return { reading, found, named: names.since(count) };
}

const together = (readings: readonly PartReading[]): PartReading => ({
  prose: readings.flatMap(({ prose }) => prose),
  items: readings.flatMap(({ items }) => items),
  kept: readings.flatMap(({ kept }) => kept),
  groups: readings.flatMap(({ groups }) => groups),
});
