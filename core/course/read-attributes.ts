// Reads the attributes of a block: which a kind knows, and what their values may be.
import type { ProblemList } from './problem';

/** Reports attributes that the kind does not have. */
export function checkAttributes(
  kind: string,
  { attributes }: { attributes: ReadonlyMap<string, string> },
  line: number,
  known: readonly string[],
  problems: ProblemList,
): void {
  for (const name of attributes.keys()) {
    if (known.includes(name)) continue;
    const values = { kind, name, known: known.join(', ') || '–' };
    problems.add('attribute-unknown', line, values, name, '{');
  }
}

/** Reads values of one block; each that does not fit is reported, and the fallback taken. */
export class AttributeReader {
  constructor(
    private readonly attributes: ReadonlyMap<string, string>,
    private readonly line: number,
    private readonly problems: ProblemList,
  ) {}

  text(name: string): string | undefined {
    return this.attributes.get(name);
  }

  number(
    name: string,
    fallback: number,
    isFit: (value: number) => boolean,
    expected: string,
  ): number {
    const written = this.attributes.get(name);
    if (written === undefined) return fallback;
    const value = Number(written);
    if (written !== '' && Number.isFinite(value) && isFit(value)) return value;
    this.unfit(name, written, expected);
    return fallback;
  }

  /** Null when it is not written. */
  yesNo(name: string): boolean | null {
    const written = this.oneOf(name, ['yes', 'no'], 'yes or no');
    return written === null ? null : written === 'yes';
  }

  /** Null when it is not written, or is none of the known values. */
  oneOf<Known extends string>(
    name: string,
    known: readonly Known[],
    expected: string,
  ): Known | null {
    const written = this.attributes.get(name);
    if (written === undefined) return null;
    const found = known.find((each) => each === written);
    if (found === undefined) this.unfit(name, written, expected);
    return found ?? null;
  }

  /** Reports a value that does not fit. */
  unfit(name: string, value: string, expected: string): void {
    this.problems.add('attribute-value', this.line, { name, value, expected }, name, '{');
  }
}
