// The words of the front matter: title, summary, objectives. All other keys are settings.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from 'yaml';
import { limits } from '../../course/limits';
import { type FileLine, joined, placesIn } from './file-lines';
import type { Role, Segment, Span } from './segment';

/** The lines between the two `---`; undefined where there is no front matter that ends. */
export function matterLines(lines: readonly FileLine[]): FileLine[] | undefined {
  if (lines[0]?.text.trimEnd() !== '---') return undefined;
  const end = lines.findIndex(({ text }, at) => at > 0 && text.trimEnd() === '---');
  return end < 0 ? undefined : lines.slice(1, end);
}

const rolesOfKeys: Readonly<Record<string, Role>> = {
  title: 'title',
  summary: 'summary',
  objectives: 'objective',
};

export type Found = Omit<Segment, 'key'>;

export function matterSegments(lines: readonly FileLine[]): Found[] {
  const matter = matterLines(lines);
  if (!matter) return [];
  const { pairs, placeOf, lineOf } = readMatter(matter);
  return pairs.flatMap(({ key, value }) => {
    const role = Object.hasOwn(rolesOfKeys, key) ? rolesOfKeys[key] : undefined;
    if (role === undefined) return [];
    const scalars = isSeq(value) ? value.items : [value];
    return scalars.filter(isScalar).flatMap((scalar): Found[] => {
      const span = spanOf(scalar, placeOf);
      const text = typeof scalar.value === 'string' ? scalar.value.trim() : '';
      if (!span || text === '') return [];
      const line = lineOf(scalar);
      return [{ block: 'matter', role, line, text, form: 'yaml', spans: [span] }];
    });
  });
}

/** The text with another value for a key, which comes last where it is new; undefined without front matter. */
export function withMatterValue(
  text: string,
  lines: readonly FileLine[],
  key: string,
  value: string,
): string | undefined {
  const matter = matterLines(lines);
  if (!matter) return undefined;
  const { pairs, placeOf } = readMatter(matter);
  const old = pairs.find((pair) => pair.key === key);
  const written = JSON.stringify(value);
  if (old) {
    const span = isScalar(old.value) ? spanOf(old.value, placeOf) : undefined;
    if (!span) return undefined;
    // Behind a colon without a value there may be no space yet.
    const space = text[span.start - 1] === ':' ? ' ' : '';
    return text.slice(0, span.start) + space + written + text.slice(span.end);
  }
  const closing = lines[matter.length + 1];
  const opening = lines[0];
  if (!closing || !opening) return undefined;
  const lineEnd = text.slice(opening.end, lines[1]?.start);
  return `${text.slice(0, closing.start)}${key}: ${written}${lineEnd}${text.slice(closing.start)}`;
}

/** The value of a key, where it is a text. */
export function matterValue(lines: readonly FileLine[], key: string): string | undefined {
  const matter = matterLines(lines);
  const found = matter && readMatter(matter).pairs.find((pair) => pair.key === key)?.value;
  return isScalar(found) && typeof found.value === 'string' ? found.value : undefined;
}

interface Matter {
  pairs: { key: string; value: unknown }[];
  placeOf: (at: number) => number;
  lineOf: (scalar: Scalar) => number;
}

/** Without any pair where the YAML is wrong: the check says so. */
function readMatter(matter: readonly FileLine[]): Matter {
  const yaml = joined(matter);
  const placeOf = placesIn(matter);
  const counter = new LineCounter();
  const lineOf = ({ range }: Scalar): number => counter.linePos(range?.[0] ?? 0).line + 1;
  if (yaml.length > limits.matterLength) return { pairs: [], placeOf, lineOf };
  const { contents, errors } = parseDocument(yaml, {
    lineCounter: counter,
    schema: 'core',
    logLevel: 'error',
  });
  if (errors.length > 0 || !isMap(contents)) return { pairs: [], placeOf, lineOf };
  const pairs = contents.items.flatMap(({ key, value }) =>
    isScalar(key) ? [{ key: String(key.value), value }] : [],
  );
  return { pairs, placeOf, lineOf };
}

function spanOf({ range, source, type }: Scalar, placeOf: Matter['placeOf']): Span | undefined {
  if (!range) return undefined;
  const [start, end] = range;
  // A block of lines ends with the break before what follows it.
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  if (!isBlock) return { start: placeOf(start), end: placeOf(end) };
  return source === undefined ? undefined : { start: placeOf(start), end: placeOf(end - 1) };
}
